"""How people ask what answers them, or for a person, in Vietnamese."""

from nlu.phrasebooks.phrasebook import Phrasebook

BOOK = Phrasebook(
    machine=(
        "robot", "rô bốt", "bot", "chatbot", "máy", "máy móc", "ai", "trí tuệ nhân tạo", "máy tính",
        "trả lời tự động", "tự động", "chương trình", "chatgpt",
    ),
    person=("người", "người thật", "con người", "người thực"),
    staff=(
        "nhân viên", "tư vấn viên", "tổng đài viên", "ai đó", "quản lý", "chăm sóc khách hàng",
        "cskh", "hỗ trợ viên", "sếp", "người phụ trách", "đại diện",
    ),
    wares=(
        "(có|đang|hay) bán", "mua", "giá", "bao nhiêu tiền", "hút bụi", "lau nhà", "nhà bếp", "rửa",
        "gấu", "đồ chơi", "bằng người", "giặt",
    ),
    identity=(
        "(bạn|anh|chị|em|mày|shop) ~ (là|có phải|có phải là) {what}",
        "(nói chuyện|chat|trao đổi|nhắn tin|trò chuyện) ~ với {what}",
        "(đây|này|đó) (có phải )?là {what}", "là {what} ~ trả lời",
        "{what} ~ (trả lời|đang trả lời|bên kia)", "(bạn|anh|chị) là ai",
    ),
    human=(
        "(muốn|cần|cho tôi|cho mình|cho em|được|xin) ~ (nói chuyện|chat|trao đổi|gặp|nói|trò chuyện|liên hệ) ~ {who}",
        "(kết nối|chuyển (cho|sang|tôi|mình|qua|đến|tới|máy)|nối máy) ~ {who}", "(gặp|gọi) {who}",
        "{who} ~ để (tôi|mình|em) (nói chuyện|trao đổi)", "không ~ (robot|bot|máy), ",
    ),
    please=("làm ơn", "giúp", "với", "cho tôi", "nhé", "ạ"),
)  # fmt: skip
