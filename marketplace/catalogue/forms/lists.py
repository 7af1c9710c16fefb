"""The forms with which lists are handed in. Reading the file itself is slow, and done before they are looked at."""

from collections.abc import Sequence

from wtforms import FileField, RadioField, SelectChoice, SelectField  # type: ignore[attr-defined]  # newer than the stubs

from marketplace.core.texts import N_
from marketplace.web.fields import Needed
from marketplace.web.forms import Form
from marketplace.web.language import lazy

PRODUCTS, SUPPLIERS = "products", "suppliers"


def _file() -> FileField:
    return FileField(
        lazy(N_("Tệp danh sách")), description=lazy(N_("Excel .xlsx, hoặc .csv, .tsv, .txt; nhiều nhất 20 MB."))
    )


class ListForm(Form):
    """What an officer's list is about, and the list."""

    kind = RadioField(
        lazy(N_("Danh sách của")),
        [Needed(N_("Hãy chọn: danh sách sản phẩm hay chủ thể?"))],
        choices=[SelectChoice(PRODUCTS, lazy(N_("Sản phẩm"))), SelectChoice(SUPPLIERS, lazy(N_("Chủ thể")))],
        default=PRODUCTS,
    )
    file = _file()


class OwnListForm(Form):
    """Whose products they are, where the actor speaks for several suppliers, and the list."""

    supplier = SelectField(lazy(N_("Hàng của ai?")))
    file = _file()

    def offer(self, suppliers: Sequence[tuple[str, str]]) -> None:
        """Let one of these (public id, name) be chosen; a single one isn't asked about."""
        self.supplier.choices = [SelectChoice(value, name) for value, name in suppliers]
        if len(suppliers) == 1:
            del self.supplier
