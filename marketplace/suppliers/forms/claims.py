"""Forms on which a supplier is claimed, and on which an officer judges it."""

from wtforms import BooleanField, SelectChoice, SelectField  # type: ignore[attr-defined]  # newer than the stubs

from marketplace.core.texts import N_
from marketplace.suppliers.vocabulary import CLAIM_REASONS
from marketplace.web.fields import LineField, Longest, Needed, WordsField
from marketplace.web.forms import Form
from marketplace.web.language import lazy


class CodeForm(Form):
    """The code that an officer gave."""

    code = LineField(
        lazy(N_("Mã nhận")),
        [Needed(N_("Hãy điền mã.")), Longest(40)],
        description=lazy(N_("10 chữ và số, ví dụ K7QM3-XH9RT. Chữ hoa, chữ thường, có gạch hay không đều được.")),
    )


class ClaimForm(Form):
    """What shows that one belongs there, where one has no code."""

    position = LineField(
        lazy(N_("Bạn làm gì ở đây")),
        [Needed(N_("Hãy viết chức vụ hoặc việc bạn làm.")), Longest(120)],
        description=lazy(N_("Ví dụ: giám đốc, kế toán, chủ hộ.")),
    )
    reach = LineField(
        lazy(N_("Cán bộ gọi bạn ở đâu")),
        [Needed(N_("Hãy cho biết cách liên lạc.")), Longest(200)],
        description=lazy(N_("Số điện thoại, Zalo, hoặc giờ dễ gặp.")),
    )
    words = WordsField(
        lazy(N_("Điều gì cho thấy bạn thuộc nơi này")),
        [Needed(N_("Hãy viết vài dòng.")), Longest(1500)],
        description=lazy(N_("Ví dụ: số quyết định thành lập, tên người đại diện. Ảnh giấy tờ thêm được ở bước sau.")),
    )


class WordsForm(Form):
    """A message of the claimant."""

    words = WordsField(lazy(N_("Nhắn cho cán bộ")), [Needed(N_("Hãy viết vài chữ.")), Longest(2000)])


class AskForm(Form):
    """A question of an officer."""

    words = WordsField(lazy(N_("Hỏi thêm người này")), [Needed(N_("Hãy viết vài chữ.")), Longest(2000)])


class JudgeForm(Form):
    """Why a claim is refused or taken back."""

    reason = SelectField(
        lazy(N_("Lý do")),
        choices=[
            SelectChoice("", lazy(N_("Chọn lý do"))),
            *(SelectChoice(code, lazy(words)) for code, words in CLAIM_REASONS.items()),
        ],
    )
    why = WordsField(lazy(N_("Nói thêm")), [Longest(2000)])


class NewCodeForm(Form):
    """A code to be made."""

    replaces_holders = BooleanField(lazy(N_("Thay người đang giữ: khi mã được dùng, quyền của họ kết thúc ngay")))
