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

# Why an officer finds that a paper isn't what was claimed.
DECLINE_REASONS: dict[str, str] = {
    "number": N_("Số giấy hoặc ngày cấp không đúng"),
    "stars": N_("Hạng sao không khớp với giấy"),
    "scan": N_("Ảnh giấy không đọc được, hoặc chưa có"),
    "other": N_("Giấy của sản phẩm khác"),
}
