"""The indicators: code, name, unit and exact rule of every figure; ``docs/statistics.md`` says the same in English."""

from marketplace.core.texts import N_
from marketplace.leads.vocabulary import EventKind
from marketplace.reports.vocabulary.lines import Indicator
from marketplace.reports.vocabulary.rules import answered, each, lost, received, waiting

_LEAD, _PAPER, _MONEY = N_("yêu cầu"), N_("văn bản"), N_("đồng")
RECEIVED = Indicator(
    "leads_received", "nhan-duoc", N_("yêu cầu mua nhận được"), _LEAD,
    N_("Mỗi yêu cầu mua gửi tới một người bán là một, tính vào ngày được hỏi. Hỏi lại cùng một sản phẩm trong 30 ngày "
       "không tính thêm; thư rác không tính."),
    received,
)  # fmt: skip
ANSWERED = Indicator(
    "leads_answered", "da-tra-loi", N_("yêu cầu mua đã được trả lời"), _LEAD,
    N_("Yêu cầu nhận được trong kỳ mà bên bán, hoặc cán bộ thay bên bán, đã trả lời: liên hệ, gửi mẫu, báo giá, ký "
       "biên bản hay hợp đồng, giao hàng, hoặc nói không bán được; trả lời sau kỳ cũng tính nếu đã biết."),
    answered,
)  # fmt: skip
IN_TIME = Indicator(
    "answered_in_time", "tra-loi-trong-han", N_("trả lời trong %(within)s"), _LEAD,
    N_("Yêu cầu nhận được trong kỳ có câu trả lời đầu tiên không muộn hơn %(within)s kể từ lúc hỏi. Câu trả lời chỉ "
       "biết ngày được coi là lúc 12 giờ ngày ấy."),
    waiting("in_time"),
)  # fmt: skip
OVERDUE = Indicator(
    "overdue", "qua-han", N_("trả lời quá hạn"), _LEAD,
    N_("Yêu cầu nhận được trong kỳ mà %(within)s đã qua, không có trả lời trong thời gian ấy: trả lời muộn hoặc chưa "
       "trả lời. Nếu xem số liệu của hôm nay thì tính tới lúc này."),
    waiting("overdue"),
)  # fmt: skip
OPEN = Indicator(
    "within_time", "con-trong-han", N_("còn trong hạn trả lời"), _LEAD,
    N_("Yêu cầu nhận được trong kỳ, chưa trả lời, chưa qua %(within)s. Cùng với số trả lời trong hạn và số quá hạn là "
       "đủ số nhận được."),
    waiting("open"),
)  # fmt: skip
MEMORANDUMS = Indicator(
    "memorandums", "bien-ban-ghi-nho", N_("biên bản ghi nhớ"), _PAPER,
    N_("Mỗi biên bản ghi nhớ ký trong kỳ là một. Giá trị là ý định của hai bên, không cộng vào giá trị hợp đồng."),
    each(EventKind.MEMORANDUM), "money",
)  # fmt: skip
MEMORANDUM_VALUE = Indicator(
    "memorandum_value", "gia-tri-bien-ban", N_("giá trị dự kiến của biên bản ghi nhớ"), _MONEY,
    N_("Cộng giá trị dự kiến của các biên bản ghi nhớ ký trong kỳ có ghi giá trị. Không bao giờ cộng vào hợp đồng."),
    each(EventKind.MEMORANDUM), "money", adds=True,
)  # fmt: skip
FRAMEWORK_CONTRACTS = Indicator(
    "framework_contracts", "hop-dong-nguyen-tac", N_("hợp đồng nguyên tắc"), _PAPER,
    N_("Mỗi hợp đồng nguyên tắc ký trong kỳ là một. Giá trị khung không cộng vào giá trị hợp đồng mua bán."),
    each(EventKind.FRAMEWORK_CONTRACT), "money",
)  # fmt: skip
CONTRACTS = Indicator(
    "contracts", "hop-dong", N_("hợp đồng mua bán"), _PAPER,
    N_("Mỗi hợp đồng mua bán ký trong kỳ là một, dù yêu cầu đến từ kỳ trước; hợp đồng đã rút lại không tính."),
    each(EventKind.CONTRACT), "money",
)  # fmt: skip
CONTRACT_VALUE = Indicator(
    "contract_value", "gia-tri-hop-dong", N_("giá trị hợp đồng mua bán"), _MONEY,
    N_("Cộng giá trị các hợp đồng mua bán ký trong kỳ có ghi giá trị."),
    each(EventKind.CONTRACT), "money", adds=True,
)  # fmt: skip
DELIVERIES = Indicator(
    "deliveries", "giao-hang", N_("lần giao hàng"), N_("lần"),
    N_("Mỗi lần giao hàng trong kỳ là một; một yêu cầu giao nhiều lần tính đủ các lần."),
    each(EventKind.DELIVERED), "money",
)  # fmt: skip
DELIVERY_VALUE = Indicator(
    "delivery_value", "gia-tri-giao-hang", N_("giá trị hàng đã giao"), _MONEY,
    N_("Cộng giá trị các lần giao hàng trong kỳ có ghi giá trị. Không cộng với giá trị hợp đồng."),
    each(EventKind.DELIVERED), "money", adds=True,
)  # fmt: skip
DELIVERY_MASS = Indicator(
    "delivery_mass", "khoi-luong-giao", N_("khối lượng hàng đã giao"), N_("kg"),
    N_("Cộng khối lượng các lần giao hàng trong kỳ có ghi khối lượng; hàng tính theo chai, hộp, con không đổi ra kg."),
    each(EventKind.DELIVERED, "grams"), "mass", adds=True,
)  # fmt: skip
LOST = Indicator(
    "lost", "khong-thanh", N_("yêu cầu không thành"), _LEAD,
    N_("Yêu cầu đang dừng ở bước “không thành”, tính vào ngày không thành; đã mở lại hoặc khách hỏi lại thì không "
       "tính nữa."),
    lost,
)  # fmt: skip
INDICATORS = (
    RECEIVED, ANSWERED, IN_TIME, OVERDUE, OPEN, MEMORANDUMS, MEMORANDUM_VALUE, FRAMEWORK_CONTRACTS, CONTRACTS,
    CONTRACT_VALUE, DELIVERIES, DELIVERY_VALUE, DELIVERY_MASS, LOST,
)  # fmt: skip
BY_SLUG = {indicator.slug: indicator for indicator in INDICATORS}
