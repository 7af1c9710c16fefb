"""Why an officer gives a product back to its supplier: codes, since the audit log holds no words of persons."""

from marketplace.core.texts import N_

RETURN_REASONS: dict[str, str] = {
    "name": N_("Tên chưa rõ là sản phẩm gì"),
    "label": N_("Thiếu điều phải ghi trên nhãn"),
    "price": N_("Giá hoặc quy cách chưa đúng"),
    "same": N_("Trùng sản phẩm đã có"),
    "maker": N_("Không phải hàng của nơi này làm"),
    "claim": N_("Lời giới thiệu nói quá, hoặc chưa có giấy tờ"),
}

# Why an officer takes a product down that is shown.
TAKE_DOWN_REASONS: dict[str, str] = {
    "unsafe": N_("Có dấu hiệu không an toàn"),
    "untrue": N_("Thông tin hoặc dấu OCOP sai sự thật"),
    "rights": N_("Dùng nhãn hiệu hoặc ảnh của người khác"),
    "banned": N_("Hàng không được bán trên mạng"),
    "authority": N_("Theo yêu cầu của cơ quan nhà nước"),
    "else": N_("Lý do khác"),
}
TAKE_DOWN, PUT_BACK = "take_down_product", "put_back_product"  # acts in the audit log
# All with which a product lies with its supplier again.
LABELS_OF_RETURN = RETURN_REASONS | TAKE_DOWN_REASONS

# Why an officer finds that a paper isn't what was claimed.
DECLINE_REASONS: dict[str, str] = {
    "number": N_("Số giấy hoặc ngày cấp không đúng"),
    "stars": N_("Hạng sao không khớp với giấy"),
    "scan": N_("Ảnh giấy không đọc được, hoặc chưa có"),
    "other": N_("Giấy của sản phẩm khác"),
}
