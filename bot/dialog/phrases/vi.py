"""What the bot itself says, in Vietnamese."""

from typing import Final

PHRASES: Final = {
    "greeting": (
        "Xin chào, tôi là trợ lý tự động của {company}. Tôi trả lời những gì tôi biết chắc, còn "
        "lại tôi sẽ mời một người thật. Tôi có thể giúp gì?"
    ),
    "disclosure": "Tôi là trợ lý tự động của {company}.",
    "notice": "Trợ lý tự động",
    "as_written": (
        "Một số nội dung của chúng tôi chưa có bằng ngôn ngữ của bạn; tôi hiển thị nguyên văn."
    ),
    "hello": "Xin chào! Tôi có thể giúp gì cho bạn?",
    "thanks": "Không có gì. Tôi có thể giúp gì thêm không?",
    "agreed": "Được rồi. Tôi có thể giúp gì cho bạn?",
    "declined": "Được rồi. Nếu có gì, bạn cứ viết cho tôi.",
    "goodbye": "Tạm biệt, cảm ơn bạn đã nhắn tin.",
    "cancelled": "Được rồi, tôi bỏ qua việc đó. Tôi có thể giúp gì khác?",
    "clarify": "Tôi muốn chắc là mình hiểu đúng. Ý bạn là một trong những mục này?",
    "rephrase": (
        "Tôi không chắc là mình đã hiểu. Bạn có thể nói cách khác, hay để tôi mời một người thật?"
    ),
    "other_words": "Tôi hiểu. Bạn nói cách khác nhé, hay để tôi mời một người thật?",
    "none_of_these": "Chuyện khác",
    "person": "Nói chuyện với người thật",
    "handoff": (
        "Tôi chuyển việc này cho một người trong nhóm, người đó sẽ trả lời bạn tại đây. Họ thấy "
        "những gì bạn đã viết, bạn không cần nhắc lại."
    ),
    "handoff_unsure": (
        "Tôi không có câu trả lời chắc chắn cho việc này, nên tôi chuyển cho một người trong nhóm, "
        "người đó sẽ trả lời bạn tại đây."
    ),
    "handoff_language": (
        "Tôi không thể trả lời chắc chắn bằng ngôn ngữ bạn đang viết, nên tôi chuyển việc này cho "
        "một người trong nhóm, người đó sẽ trả lời bạn tại đây."
    ),
    "handoff_urgent": (
        "Việc này cần một người thật ngay. Bạn đang ở đầu hàng chờ; một người trong nhóm sẽ trả "
        "lời bạn tại đây."
    ),
    "handoff_refused": (
        "Rất tiếc đó không phải điều bạn hỏi. Tôi chuyển cho một người trong nhóm, người đó sẽ trả "
        "lời bạn tại đây."
    ),
    "above": (
        "Gần nhất mà tôi có là câu trả lời ở trên, “{title}”. Nếu chưa đủ, tôi sẵn lòng mời một "
        "người thật."
    ),
    "above_unsure": (
        "Riêng về “{new}” thì tôi không chắc. Gần nhất mà tôi có là câu trả lời ở trên, “{title}”. "
        "Nếu chưa đủ, tôi sẵn lòng mời một người thật."
    ),
    "above_quoted": (
        "Gần nhất mà tôi có là phần tôi đã trích ở trên. Nếu chưa đủ, tôi sẵn lòng mời một người "
        "thật."
    ),
    "above_quoted_unsure": (
        "Riêng về “{new}” thì tôi không chắc. Gần nhất mà tôi có là phần tôi đã trích ở trên. Nếu "
        "chưa đủ, tôi sẵn lòng mời một người thật."
    ),
    "one_at_a_time": "Bạn cũng hỏi về {titles}. Xin hỏi lại khi việc này xong.",
    "list_separator": ", ",
    "of_request": "{request}: {said}",
    "handoff_failed": (
        "Phía tôi gặp sự cố. Tôi chuyển việc này cho một người trong nhóm, người đó sẽ trả lời bạn "
        "tại đây; tin nhắn của bạn vẫn an toàn."
    ),
    "closed": (
        "Hiện không có ai ở đây. Tôi đã giữ tin nhắn của bạn cho nhóm; từ {opening} sẽ có người "
        "trả lời bạn tại đây."
    ),
    "closed_unknown": (
        "Hiện không có ai ở đây. Tôi đã giữ tin nhắn của bạn cho nhóm; ngay khi trở lại, sẽ có "
        "người trả lời bạn tại đây."
    ),
    "waiting_identity": (
        "Tôi là trợ lý tự động, không phải người. Một người thật đã được mời và sẽ trả lời bạn tại "
        "đây."
    ),
    "waiting_thanks": "Không có gì. Một người thật vẫn sẽ xem việc này và trả lời bạn tại đây.",
    "waiting_declined": "Được rồi. Tin nhắn của bạn vẫn ở chỗ nhóm, phòng khi còn việc gì.",
    "still_waiting": (
        "Cảm ơn bạn, tôi đã chuyển thêm cho nhóm. Một người thật sẽ trả lời bạn tại đây."
    ),
    "lookup_failed": (
        "Hiện tôi không tra được việc đó, nên tôi chuyển cho một người trong nhóm, người đó thấy "
        "những gì bạn đã viết và sẽ trả lời bạn tại đây."
    ),
    "lookup_none": (
        "Tôi không tìm thấy gì khớp với những thông tin này. Bạn kiểm tra và gửi lại được không?"
    ),
    "ask_again": "Để tra việc đó tôi còn cần:",
    "sources": "Từ các trang trợ giúp của chúng tôi:",
    "attachment": "Tôi không tự xem được tệp, nhưng nhóm có thể mở.",
    "attachment_other": "Tôi không tự làm gì được với nó, nhưng nhóm có thể xem.",
    "attachment_image": "Tôi không tự xem được hình, nhưng nhóm có thể xem.",
    "attachment_audio": "Tôi không tự nghe được bản ghi âm, nhưng nhóm có thể nghe.",
    "attachment_video": "Tôi không tự xem được video, nhưng nhóm có thể xem.",
    "attachment_document": "Tôi không tự đọc được tệp, nhưng nhóm có thể mở.",
    "handoff_file": (
        "Tôi chuyển cho một người trong nhóm, người đó sẽ xem và trả lời bạn tại đây. Vài lời về "
        "nội dung sẽ giúp ích."
    ),
    "file_too_large": "Tệp “{name}” của bạn quá lớn để lưu ở đây. Xin gửi tệp nhỏ hơn.",
    "file_refused": (
        "Ở đây không nhận tệp như “{name}”, nên tệp không được lưu. Xin viết bằng lời, hoặc gửi "
        "loại tệp khác."
    ),
    "file_too_many": (
        "Số tệp đã vượt mức lưu được trong một ngày, nên “{name}” không được lưu. Xin viết bằng "
        "lời, hoặc gửi vào ngày mai."
    ),
    "file_unavailable": "Tệp “{name}” của bạn chưa đến chỗ chúng tôi. Xin gửi lại lần nữa.",
    "commands": "Bạn cứ viết nội dung cần hỏi. Dùng /human để gặp người thật.",
    "taken_over": (
        "{name} đã tham gia cuộc trò chuyện và trả lời từ đây. Bây giờ bạn đang nói chuyện với "
        "người thật."
    ),
    "back_to_bot": "Bạn lại đang nói chuyện với trợ lý tự động.",
    "given_back": "{name} đã rời cuộc trò chuyện. Bạn lại đang nói chuyện với trợ lý tự động.",
    "identity": (
        "Tôi là trợ lý tự động, không phải người. Tôi trả lời những gì tôi biết chắc; nếu bạn "
        "muốn, tôi sẽ mời một người trong nhóm."
    ),
    "near_article": (
        "Tôi không chắc về câu trả lời. Có thể câu trả lời ở đây, hay tôi gọi nhân viên?"
    ),
    "clarify_one": "Tôi muốn chắc là mình hiểu đúng. Ý bạn là mục này?",
    "help": (
        "Tôi là trợ lý tự động của {company}. Bạn cứ viết bằng lời của mình; điều tôi không chắc "
        "sẽ được chuyển cho người thật.\n\n"
        "/human – Nói chuyện với người thật\n"
        "/language – Chọn ngôn ngữ\n"
        "/help – Những gì tôi làm được"
    ),
    "unknown_command": "Tôi không biết lệnh {command}.",
    "command_help": "Những gì tôi làm được",
    "command_human": "Nói chuyện với người thật",
    "command_language": "Chọn ngôn ngữ",
    "language_name": "Tiếng Việt",
    "language_ask": "Tôi nên viết bằng ngôn ngữ nào?",
    "language_set": "Được rồi, từ giờ tôi viết bằng tiếng Việt.",
    "language_unknown": "Rất tiếc, tôi không nói được ngôn ngữ đó. Tôi nói được:",
    "slow_down": (
        "Bạn viết nhanh hơn tôi theo kịp. Không có gì bị mất: tôi gom các tin nhắn và sẽ trả lời "
        "chung. Xin chờ một chút."
    ),
    "silenced": (
        "Trợ lý tự động hiện đang tắt. Nhóm đã có tin nhắn của bạn, và một người thật sẽ trả lời "
        "bạn tại đây."
    ),
    "silenced_greeting": (
        "Chào mừng bạn. Trợ lý tự động của {company} hiện đang tắt. Hãy viết bạn cần gì, một người "
        "thật sẽ trả lời bạn tại đây."
    ),
    "rate": (
        "Bạn thấy cuộc trò chuyện này thế nào? 1 là kém, 5 là rất tốt. Nếu còn việc gì, bạn cứ "
        "viết."
    ),
    "rated": "Cảm ơn bạn đã đánh giá.",
    "yes": "Có",
    "no": "Không",
    "detail_several": "Tôi thấy nhiều hơn một. Là cái nào?",
    "detail_too_short": "Quá ngắn; tôi cần ít nhất {limit} ký tự.",
    "detail_too_long": "Quá dài; tôi chỉ nhận tối đa {limit} ký tự.",
    "detail_integer": "Ở đây tôi cần một số nguyên.",
    "detail_currency": (
        "Tôi không rõ đó là loại tiền nào, hoặc không phải loại tôi nhận được. Tôi cần một số tiền "
        "như 12.50 {limit}."
    ),
    "detail_too_small": "Phải ít nhất là {limit}.",
    "detail_too_large": "Nhiều nhất là {limit}.",
    "detail_no_such_day": "Không có ngày đó.",
    "detail_too_early": "Không được trước {limit}.",
    "detail_too_late": "Không được sau {limit}.",
    "detail_two_days": "Có thể là {first} hoặc {second}. Xin viết theo một trong hai cách này.",
    "detail_email": "Đó không giống một địa chỉ email đầy đủ.",
    "detail_phone": "Tôi không thấy số điện thoại ở đó. Xin viết kèm mã quốc gia, ví dụ +84.",
    "form_again": "Tôi không tìm thấy điều đó trong tin nhắn của bạn.",
    "form_example": "Ví dụ: {examples}",
    "form_options": "Các câu trả lời có thể: {options}",
    "form_skip": "Bỏ qua",
    "form_check": "Xin xem những điều này có đúng không:",
    "form_check_ask": "Tất cả đều đúng chứ?",
    "form_yes": "Đúng, tất cả đều đúng",
    "form_no": "Không, sửa lại",
    "form_which": "Mục nào chưa đúng?",
    "form_or_these": "Hoặc viết tên của nó: {names}",
    "form_back": "Trở lại “{title}”:",
    "form_cancelled": "Được rồi, tôi bỏ qua: “{title}” đã hủy. Tôi có thể giúp gì khác?",
    "form_left": "Tôi để “{title}” sang một bên. Khi nào muốn tiếp tục, bạn cứ nói.",
    "form_unsure": "Tôi không có câu trả lời chắc chắn; một người trong nhóm có thể giúp bạn.",
    "form_hello": "Xin chào!",
    "form_thanks": "Không có gì.",
    "form_wait": "Bạn cứ từ từ.",
    "form_sent": (
        "Cảm ơn, tôi chỉ cần vậy thôi. Tôi đã chuyển “{title}” cho một người trong nhóm, người đó "
        "sẽ trả lời bạn tại đây."
    ),
    "insult": (
        "Rất tiếc vì sự phiền phức này. Tôi muốn giúp: hãy cho tôi biết là việc gì, hoặc bảo tôi "
        "mời một người thật."
    ),
    "compliment": "Cảm ơn, bạn thật tử tế. Tôi có thể giúp gì thêm không?",
    "take_your_time": "Tất nhiên, bạn cứ từ từ. Khi nào sẵn sàng thì viết.",
    "wait": (
        "Bạn là số {position} trong hàng chờ; câu trả lời thường đến trong khoảng {minutes} phút."
    ),
    "wait_unknown": "Bạn là số {position} trong hàng chờ.",
    "farewell_closed": "Không có gì. Nếu còn việc gì, bạn cứ viết.",
    "wait_long": (
        "Bạn là số {position} trong hàng chờ. Hiện đang đông, câu trả lời có thể mất hơn một giờ; "
        "bạn không cần chờ ở đây."
    ),
    "no_agent": (
        "Rất tiếc, chưa ai trả lời được. Bạn vẫn giữ chỗ của mình, và tôi đã nhắc nhóm rằng bạn "
        "đang chờ. Bạn không cần ở lại: câu trả lời sẽ hiện ở đây."
    ),
    "agent_idle": (
        "Rất tiếc, {name} chưa trả lời được. Bạn đã trở lại hàng chờ, trước những người đến sau, "
        "và nhóm đã được báo. Một người thật sẽ trả lời bạn tại đây."
    ),
    "passed_on": (
        "{name} đang chuyển việc này cho những người phụ trách. Một người thật sẽ trả lời bạn tại "
        "đây; không cần nhắc lại gì."
    ),
    "lapsed": (
        "Đã một lúc không có tin nhắn, nên cuộc trò chuyện này đã đóng. Bạn viết lúc nào cũng "
        "được, nó sẽ mở lại."
    ),
    "mail_answer_subject": "{company}: câu trả lời từ {name}",
    "mail_answer": "{name} ({company}) đã trả lời bạn trong cuộc trò chuyện:",
    "mail_answer_link": (
        "Đọc tiếp và viết lại tại đây. Liên kết chỉ mở cuộc trò chuyện này, trong {days} ngày; xin "
        "giữ riêng cho bạn:"
    ),
    "mail_answer_why": (
        "Bạn nhận thư này vì đã rời cuộc trò chuyện trước khi có câu trả lời. Để viết lại, xin "
        "dùng liên kết: trả lời thư này sẽ không đến được cuộc trò chuyện."
    ),
    "link_invalid": (
        "Liên kết này không hợp lệ. Xin mở đúng như trong thư, hoặc bắt đầu cuộc trò chuyện mới."
    ),
    "link_expired": (
        "Liên kết này đã hết hạn. Xin bắt đầu cuộc trò chuyện mới; nhóm vẫn còn cuộc trước."
    ),
    "help_pages": "Trợ giúp",
    "help_search": "Tìm",
    "help_nothing": "Không tìm thấy gì.",
}
