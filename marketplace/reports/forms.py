"""The form on which one chooses period, area and the day as of which things were known."""

from datetime import date, timedelta

from wtforms import SelectField, ValidationError

from marketplace.core.clock import today
from marketplace.core.periods import Period, current_quarter, parse_period
from marketplace.core.text import TextRefused
from marketplace.core.texts import N_
from marketplace.reports.vocabulary import offered_periods
from marketplace.web.fields import DayField
from marketplace.web.forms import Form
from marketplace.web.language import lazy, translate

# A day typed without a year is the last one, not the next: what lies ahead can't be known.
_ALMOST_A_YEAR = timedelta(days=364)


class ReportForm(Form):
    """A GET form; what is missing in the address is filled in before, so that every field has a value."""

    ky = SelectField(lazy(N_("Kỳ")), validate_choice=False)
    vung = SelectField(lazy(N_("Vùng")), validate_choice=False)
    den = DayField(
        lazy(N_("Số liệu biết đến hết ngày")),
        clock=lambda: today() - _ALMOST_A_YEAR,
    )

    def offer(self, areas: list[tuple[str, str]], chosen: tuple[str, str]) -> None:
        """Set the choices (code, words); what was asked for beside them, even if it was wrong, is kept as one more."""
        periods = [(period.code, period.title) for period in offered_periods(today())]
        asked = (self.ky.data, self.ky.data if self.ky.errors else self.period.title)
        self.ky.choices = _with(periods, asked)
        self.vung.choices = _with(areas, chosen)

    @property
    def period(self) -> Period:
        """The period; the current quarter while the field is wrong."""
        return current_quarter(today()) if self.ky.errors else parse_period(self.ky.data)

    @property
    def as_of(self) -> date:
        """The day; today while the field is wrong."""
        return today() if self.den.errors or self.den.data is None else self.den.data

    def validate_ky(self, field: SelectField) -> None:
        """Any period that can be written, offered or not."""
        try:
            field.data = parse_period(field.data).code
        except TextRefused as error:
            words = N_("Không hiểu kỳ “%(text)s”. Hãy chọn một kỳ trong danh sách.")
            raise ValidationError(translate(words, text=field.data)) from error

    def validate_den(self, field: DayField) -> None:
        """Not a day that is still to come."""
        if field.data is not None and field.data > today():
            raise ValidationError(translate(N_("Ngày này chưa tới: chỉ xem được số liệu đến hôm nay.")))
        if field.data is not None:
            field.raw_data = [field.show(field.data)]  # the report's own links say 2026-11-26; people read 26/11/2026


def _with(choices: list[tuple[str, str]], chosen: tuple[str, str]) -> list[tuple[str, str]]:
    return choices if any(chosen[0] == code for code, _ in choices) else [chosen, *choices]
