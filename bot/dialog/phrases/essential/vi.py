"""What the bot must be able to say in Vietnamese: what it is, and that people answer."""

from typing import Final

PHRASES: Final = {
    "notice": "Trợ lý tự động",
    "disclosure": "Tôi là trợ lý tự động của {company}.",
    "greeting": (
        "Xin chào, tôi là trợ lý tự động của {company}. Tôi trả lời những gì tôi biết chắc, còn "
        "lại tôi sẽ mời một người thật. Tôi có thể giúp gì?"
    ),
    "identity": (
        "Tôi là trợ lý tự động, không phải người. Tôi trả lời những gì tôi biết chắc; nếu bạn "
        "muốn, tôi sẽ mời một người trong nhóm."
    ),
    "waiting_identity": (
        "Tôi là trợ lý tự động, không phải người. Một người thật đã được mời và sẽ trả lời bạn "
        "tại đây."
    ),
    "person": "Nói chuyện với người thật",
    "rephrase": (
        "Tôi không chắc là mình đã hiểu. Bạn có thể nói cách khác, hay để tôi mời một người thật?"
    ),
    "handoff": (
        "Tôi chuyển việc này cho một người trong nhóm, người đó sẽ trả lời bạn tại đây. Họ thấy "
        "những gì bạn đã viết, bạn không cần nhắc lại."
    ),
    "handoff_unsure": (
        "Tôi không có câu trả lời chắc chắn cho việc này, nên tôi chuyển cho một người trong "
        "nhóm, người đó sẽ trả lời bạn tại đây."
    ),
    "handoff_urgent": (
        "Việc này cần một người thật ngay. Bạn đang ở đầu hàng chờ; một người trong nhóm sẽ trả "
        "lời bạn tại đây."
    ),
    "handoff_failed": (
        "Phía tôi gặp sự cố. Tôi chuyển việc này cho một người trong nhóm, người đó sẽ trả lời "
        "bạn tại đây; tin nhắn của bạn vẫn an toàn."
    ),
    "closed": (
        "Hiện không có ai ở đây. Tôi đã giữ tin nhắn của bạn cho nhóm; từ {opening} sẽ có người "
        "trả lời bạn tại đây."
    ),
    "closed_unknown": (
        "Hiện không có ai ở đây. Tôi đã giữ tin nhắn của bạn cho nhóm; ngay khi trở lại, sẽ có "
        "người trả lời bạn tại đây."
    ),
    "still_waiting": (
        "Cảm ơn bạn, tôi đã chuyển thêm cho nhóm. Một người thật sẽ trả lời bạn tại đây."
    ),
    "silenced": (
        "Trợ lý tự động hiện đang tắt. Nhóm đã có tin nhắn của bạn, và một người thật sẽ trả lời "
        "bạn tại đây."
    ),
    "silenced_greeting": (
        "Chào mừng bạn. Trợ lý tự động của {company} hiện đang tắt. Hãy viết bạn cần gì, một "
        "người thật sẽ trả lời bạn tại đây."
    ),
    "taken_over": (
        "{name} đã tham gia cuộc trò chuyện và trả lời từ đây. Bây giờ bạn đang nói chuyện với "
        "người thật."
    ),
    "given_back": "{name} đã rời cuộc trò chuyện. Bạn lại đang nói chuyện với trợ lý tự động.",
    "back_to_bot": "Bạn lại đang nói chuyện với trợ lý tự động.",
    "no_agent": (
        "Rất tiếc, chưa ai trả lời được. Bạn vẫn giữ chỗ của mình, và tôi đã nhắc nhóm rằng bạn "
        "đang chờ. Bạn không cần ở lại: câu trả lời sẽ hiện ở đây."
    ),
    "wait": (
        "Bạn là số {position} trong hàng chờ; câu trả lời thường đến trong khoảng {minutes} phút."
    ),
    "wait_unknown": "Bạn là số {position} trong hàng chờ.",
    "wait_long": (
        "Bạn là số {position} trong hàng chờ. Hiện đang đông, câu trả lời có thể mất hơn một "
        "giờ; bạn không cần chờ ở đây."
    ),
}
