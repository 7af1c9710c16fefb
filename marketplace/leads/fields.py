"""Form fields of this domain: those in which a supplier quotes or declines, signed in or by a signed link."""

from wtforms import RadioField, SelectChoice  # type: ignore[attr-defined]  # SelectChoice is newer than the stubs
from wtforms.validators import Optional

from marketplace.core.texts import N_
from marketplace.leads.vocabulary import LOST_REASON_LABELS, Deliverable
from marketplace.web.fields import Longest, MoneyField, Needed, WordsField
from marketplace.web.language import lazy

LONGEST_WORDS = 2000
OPTIONAL = lazy(N_("Không bắt buộc"))


def price_field() -> MoneyField:
    """Đồng for one unit of what was asked for; who shows it sets the label to that unit."""
    return MoneyField(
        lazy(N_("Giá một kg")),
        [Needed(N_("Hãy viết giá, ví dụ 66k hay 66.000."))],
        description=lazy(N_("Viết sao cũng được: 66k, 66.000")),
    )


def deliverable_field() -> RadioField:
    """Whether it can be delivered by the day that was asked for."""
    return RadioField(
        lazy(N_("Giao kịp không?")),
        [Optional()],
        choices=[SelectChoice(choice.value, lazy(choice.label)) for choice in Deliverable],
    )


def lost_reason_field(label: str, *, needed: bool) -> RadioField:
    """Why nothing came of it; ``label`` is a marked text. Not ``needed`` where one form can quote or decline."""
    return RadioField(
        lazy(label),
        [Needed(N_("Hãy chọn một lý do.")) if needed else Optional()],
        choices=[SelectChoice(reason.value, lazy(words)) for reason, words in LOST_REASON_LABELS.items()],
    )


def words_field(label: str) -> WordsField:
    """A few words that need not be written; ``label`` is a marked text."""
    return WordsField(lazy(label), [Longest(LONGEST_WORDS)], description=OPTIONAL)
