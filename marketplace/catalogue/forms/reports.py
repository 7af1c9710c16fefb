"""The form on which anybody says what is wrong with a listing."""

from wtforms import RadioField, SelectChoice  # type: ignore[attr-defined]  # newer than the stubs

from marketplace.catalogue.vocabulary.reports import LONGEST_REPORT, REPORT_KINDS, NewReport
from marketplace.core.texts import N_
from marketplace.web.fields import LineField, Longest, Needed, WordsField
from marketplace.web.forms import Form
from marketplace.web.language import lazy


class ReportForm(Form):
    """What is wrong, in words, and how to reach whoever says it."""

    kind = RadioField(
        lazy(N_("Điều gì không đúng?")),
        [Needed(N_("Hãy chọn một ý."))],
        choices=[SelectChoice(kind, lazy(words)) for kind, words in REPORT_KINDS.items()],
    )
    other = LineField(
        lazy(N_("Trùng với trang nào?")),
        [Longest(300)],
        description=lazy(N_("Nếu trùng: chép địa chỉ của trang kia vào đây. Không biết thì để trống.")),
    )
    words = WordsField(lazy(N_("Nói rõ hơn")), [Longest(LONGEST_REPORT)])
    contact = LineField(
        lazy(N_("Điện thoại hoặc thư điện tử của bạn")),
        [Longest(254)],
        description=lazy(N_("Không bắt buộc. Chỉ cán bộ thấy, để hỏi lại hoặc báo kết quả.")),
    )

    @property
    def report(self) -> NewReport:
        """What was said; call after ``validate``."""
        return NewReport(
            kind=self.kind.data or "",
            words=self.words.data or "",
            other=self.other.data or "",
            contact=(self.contact.data or "").strip() or None,
        )
