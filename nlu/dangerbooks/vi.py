"""How danger is told, and what only sounds like it, in Vietnamese."""

from nlu.dangerbooks.dangerbook import DangerBook, Writing

BOOK = DangerBook(
    writing=Writing(marks=True),
    fire=(
        "(đang|bị|bốc|phát|đã) cháy", "cháy (nhà|rồi|lớn|bếp|phòng)", "(bốc|toàn) lửa", "(hoả hoạn|hỏa hoạn|bốc lửa|ngọn lửa)", "(bốc|có|toàn|nhiều|đầy|ra) khói", "khói (bốc|tỏa|toả|bay|đen|ra|nghi ngút|mù mịt)", "(nổ tung|phát nổ|bị nổ|vừa nổ|đã nổ|nổ rồi|nổ lớn)", "(mùi khét|mùi cháy|mùi khói)", "(tóe lửa|toé lửa|tia lửa|chập điện|chảy nhựa|tan chảy)",
    ),
    poison=(
        "(mùi|rò rỉ|xì|hở) (|khí) (gas|ga|gaz)", "(nuốt|nuốt phải|nuốt mất) (|một|viên|cục|phải|mất|vào|nhầm|hết) (viên|pin|cục|nam châm|thuốc|đồng|nó|hạt|phải|nhầm)", "nuốt pin", "(ngộ độc|trúng độc|bị đầu độc|uống thuốc độc|quá liều|khí co)", "(uống|uống nhầm) ~ (thuốc tẩy|chất tẩy|nước tẩy|axit|thuốc trừ sâu|thuốc ngủ)",
    ),
    body=(
        "(điện giật|giật điện)", "(chảy máu|mất máu|xuất huyết|ra máu)", "máu (chảy|ra|nhiều)", "(bất tỉnh|ngất xỉu|ngất đi|bị ngất|ngất rồi|hôn mê|mất ý thức)", "(không|khó|ngừng|ngưng) (|thể) (thở|thở được)", "(ngạt thở|nghẹt thở|bị ngạt|bị hóc|mắc nghẹn|đuối nước|chết đuối|sặc nước)", "(gãy) (tay|chân|cổ tay|mắt cá|xương|mũi|ngón|vai)", "(bị thương|thương nặng|bị bỏng|bỏng nặng|bị phỏng|đứt tay)", "(đau tim|nhồi máu|đột quỵ|co giật|lên cơn)", "(mẹ|bố|ba|con|bà|ông|vợ|chồng|bé) ~ (không|ko) (phản ứng|cử động|tỉnh)",
    ),
    violence=(
        "(đe dọa|đe doạ|dọa|doạ) (|sẽ) (giết|tôi|chúng tôi|đánh|em|mình)", "(cầm|mang) (dao|súng|vũ khí)", "(tấn công|đánh đập|đánh|đâm|hiếp|bắt cóc|bóp cổ|theo dõi) (tôi|chúng tôi|em tôi|vợ tôi)", "(bị) (tấn công|đánh đập|đâm|hiếp dâm|cưỡng hiếp|bắt cóc|hành hung|chém)", "(muốn|sẽ|định) giết (tôi|chúng tôi|em)",
    ),
    despair=(
        "(tự tử|tự sát|tự vẫn|tự hại|rạch tay)", "(muốn|ước gì) (|được|tôi) chết", "(không|chẳng) (muốn|thiết) sống", "(kết thúc|kết liễu) (cuộc đời|cuộc sống|đời)", "(giết|tự làm đau) (chính mình|bản thân)",
    ),
    help=(
        "(gọi|cần|gửi|kêu|cho) ~ (cấp cứu|cứu thương|cứu hỏa|cứu hoả|công an|cảnh sát|115|114)", "(sắp chết|đang hấp hối|nguy hiểm đến tính mạng|nguy kịch|nguy hiểm tính mạng)", "cứu (tôi|với|con tôi|mạng)",
    ),
    harmless=(
        "(máy|đầu|cảm biến|thiết bị|chuông) ~ (báo|dò|phát hiện) (khói|cháy|gas)", "(bình|chống|phòng|chữa|bảo hiểm|vải|báo) (chữa|cháy|phòng) (|cháy)", "(chống|phòng|chữa|dập|báo) cháy", "cháy (hàng|túi|phố|vé|máy hết mình)", "(bán|giá|doanh số) ~ (nổ|cháy)", "(máy|atm|cây) ~ nuốt ~ thẻ", "nuốt (mất|) thẻ", "(tò mò|buồn ngủ|cười|đói|thèm|chán|nóng|mệt|ngại) ~ chết", "(chống|phòng) (giật|điện giật|nổ|ngạt)", "(đốt|đang cháy) ~ (calo|mỡ)", "(điện thoại|pin|máy) ~ sắp chết",
    ),
    no=("không", "không có", "chưa", "chẳng", "đừng", "ko", "không bị"),
    no_after=("không", "chưa"),
)  # fmt: skip
