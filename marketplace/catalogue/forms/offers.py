"""The small form with which somebody sells what somebody else makes."""

from collections.abc import Sequence

from wtforms import SelectChoice, SelectField, ValidationError  # type: ignore[attr-defined]  # newer than the stubs
from wtforms.validators import Optional

from marketplace.catalogue.fields import LeastField, PackField, PriceField
from marketplace.catalogue.vocabulary import NewOffer
from marketplace.catalogue.vocabulary.product_forms import Least
from marketplace.core.clock import today
from marketplace.core.texts import N_
from marketplace.web.fields import DayField, LineField, Longest, Needed
from marketplace.web.forms import Form
from marketplace.web.language import lazy, translate

OVER = N_("Ngày này đã qua.")


class OfferForm(Form):
    """Pack, price, and on what terms."""

    supplier = SelectField(lazy(N_("Ai bán?")))
    pack = PackField(lazy(N_("Quy cách")), [Needed(N_("Hãy ghi một quy cách, ví dụ: gói 500 g."))])
    price = PriceField(
        lazy(N_("Giá")),
        [Needed(N_("Hãy ghi giá, hoặc viết “liên hệ”."))],
        description=lazy(N_("38k, 1tr2, liên hệ")),
    )
    least = LeastField(lazy(N_("Nhận đơn từ")), [Optional()], description=lazy(N_("Ví dụ: 20 kg, 10 gói")))
    sold_to = LineField(
        lazy(N_("Bán tới đâu")), [Longest(200)], description=lazy(N_("Ví dụ: Hà Nội, giao tận nơi; để trống cũng được"))
    )
    valid_until = DayField(lazy(N_("Giá này đến hết ngày")), [Optional()], description=lazy(N_("Để trống nếu chưa rõ")))

    def offer(self, suppliers: Sequence[tuple[str, str]], *, hint: str) -> None:
        """Let one of these (public id, name) be chosen; a single one isn't asked about. ``hint`` names known packs."""
        self.supplier.choices = [SelectChoice(value, name) for value, name in suppliers]
        self.pack.description = hint
        if len(suppliers) == 1:
            del self.supplier
        elif not self.supplier.raw_data:
            self.supplier.data = suppliers[0][0]

    def validate_valid_until(self, field: DayField) -> None:
        """A day that isn't over."""
        if field.data and field.data < today():
            raise ValidationError(translate(OVER))

    def written(self, supplier_id: int, pack_id: int) -> NewOffer:
        """What the form says of this pack."""
        least: Least = self.least.data or Least()
        price = self.price.data
        assert price is not None  # the form holds
        return NewOffer(
            supplier_id=supplier_id,
            pack_id=pack_id,
            price_kind="lien_he" if price.amount is None else "le",
            price=price.amount,
            price_to=price.amount_to,
            least_grams=least.grams,
            least_packs=least.packs,
            sold_to=self.sold_to.data or None,
            valid_until=self.valid_until.data,
        )
