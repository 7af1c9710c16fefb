"""The form in which a supplier writes a product. Its raw values are kept as typed; they are judged when handed in."""

from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, RadioField, SelectChoice, SelectMultipleField, ValidationError  # type: ignore[attr-defined]  # newer than the stubs
from wtforms.validators import Optional

from marketplace.catalogue.fields import CapacityField, LeastField, PackField, PriceField
from marketplace.catalogue.vocabulary import (
    ALL_YEAR,
    CERTIFICATE_KIND_LABELS,
    NewPack,
    Words,
    all_classes,
    months_mask,
)
from marketplace.catalogue.vocabulary.product_forms import (
    MOST_PACKS,
    OTHER_PAPERS,
    ClaimedPaper,
    Least,
    RawFields,
    WrittenProduct,
)
from marketplace.core.clock import today
from marketplace.core.text import find_unit, fold
from marketplace.core.text.units import GRAMS
from marketplace.core.texts import N_
from marketplace.web.fields import DayField, LineField, Longest, Needed, WordsField
from marketplace.web.forms import Form
from marketplace.web.language import lazy, translate

LONGEST_RAW = 8_000  # characters of one field that a draft keeps
PACKS = tuple(range(1, MOST_PACKS + 1))
EVERY_MONTH, SOME_MONTHS = "all", "some"

NO_PACK = N_("Giá này cho gói, hộp hay kg? Ví dụ: gói 500 g.")
NO_PRICE = N_("Hãy ghi giá, hoặc viết “liên hệ”.")
NO_FIRST_PACK = N_("Hãy ghi một quy cách, ví dụ: gói 500 g.")
PACK_TWICE = N_("Quy cách này đã ghi ở trên.")
OTHER_MASS = N_("Giá này ghi cho %(per)s, còn quy cách là %(pack)s: hãy ghi giá của một %(pack)s.")
NO_MONTHS = N_("Hãy chạm các tháng có hàng.")
NO_STARS = N_("Giấy ghi mấy sao? Hãy chọn 3, 4 hoặc 5.")
NOT_YET = N_("Ngày này chưa tới.")
ENDS_BEFORE = N_("Ngày hết hạn phải sau ngày cấp.")


class ProductForm(Form):
    """All of the sheet; only a name and one pack with its price are needed."""

    name = LineField(
        lazy(N_("Tên sản phẩm")),
        [Needed(N_("Hãy ghi tên sản phẩm.")), Longest(200)],
        description=lazy(N_("Như in trên nhãn, ví dụ: Bún khô Quảng Bạch")),
    )
    class_code = RadioField(
        lazy(N_("Nhóm OCOP")),
        [Optional()],
        choices=[SelectChoice(found.code, found.shelf_vi) for found in all_classes()],
    )
    least = LeastField(lazy(N_("Nhận đơn từ")), [Optional()], description=lazy(N_("Ví dụ: 20 kg, 10 gói")))
    capacity = CapacityField(lazy(N_("Làm được mỗi tháng")), [Optional()], description=lazy(N_("Ví dụ: 2 tấn, 500 kg")))
    season = RadioField(
        lazy(N_("Khi nào có hàng?")),
        choices=[SelectChoice(EVERY_MONTH, lazy(N_("Quanh năm"))), SelectChoice(SOME_MONTHS, lazy(N_("Theo mùa")))],
        default=EVERY_MONTH,
    )
    months = SelectMultipleField(
        lazy(N_("Các tháng có hàng")), choices=[SelectChoice(str(n), str(n)) for n in range(1, 13)]
    )
    description = WordsField(
        lazy(N_("Lời giới thiệu")),
        [Longest(3000)],
        description=lazy(N_("Làm từ gì, làm thế nào, ngon ở đâu. Vài câu là đủ.")),
    )
    ingredients = LineField(lazy(N_("Thành phần")), [Longest(500)], description=lazy(N_("Như ghi trên nhãn")))
    storage = LineField(
        lazy(N_("Cách bảo quản")), [Longest(300)], description=lazy(N_("Ví dụ: nơi khô mát, dùng trong 12 tháng"))
    )
    name_en = LineField(lazy(N_("Tên tiếng Anh")), [Longest(200)])
    description_en = WordsField(lazy(N_("Lời giới thiệu tiếng Anh")), [Longest(3000)])
    stars = RadioField(
        lazy(N_("Hạng sao")), [Optional()], choices=[SelectChoice(n, lazy(words)) for n, words in (
            ("3", N_("3 sao")), ("4", N_("4 sao")), ("5", N_("5 sao")))],
    )  # fmt: skip
    decision_no = LineField(lazy(N_("Số quyết định")), [Longest(80)], description=lazy(N_("Ví dụ: 2616/QĐ-UBND")))
    issued_on = DayField(lazy(N_("Ngày cấp")), [Optional()])
    expires_on = DayField(
        lazy(N_("Ngày hết hạn")), [Optional()], description=lazy(N_("Để trống thì tính 36 tháng kể từ ngày cấp."))
    )
    issuer = LineField(lazy(N_("Nơi cấp")), [Longest(200)], description=lazy(N_("Như ghi trên giấy")))
    product_code = LineField(lazy(N_("Mã sản phẩm OCOP")), [Longest(32)])

    def validate_months(self, field: SelectMultipleField) -> None:
        """Some months, where it isn't all the year."""
        if self.season.data == SOME_MONTHS and not field.data:
            raise ValidationError(translate(NO_MONTHS))

    def validate_issued_on(self, field: DayField) -> None:
        """A day that has come."""
        if field.data and field.data > today():
            raise ValidationError(translate(NOT_YET))

    def validate_expires_on(self, field: DayField) -> None:
        """After the day of issue."""
        if field.data and self.issued_on.data and field.data <= self.issued_on.data:
            raise ValidationError(translate(ENDS_BEFORE))

    def validate(self, extra_validators: Any = None) -> bool:
        """Fields for themselves, then packs with their prices, and stars where a decision is told."""
        holds = bool(super().validate(extra_validators))
        packs_hold = self._judge_packs()
        if self.tells_of_ocop and not self.stars.data:
            self.stars.errors = [translate(NO_STARS)]
            return False
        return holds and packs_hold

    @property
    def tells_of_ocop(self) -> bool:
        """Whether anything of an OCOP certificate was filled in."""
        parts = (self.stars, self.decision_no, self.issued_on, self.expires_on, self.issuer, self.product_code)
        return any(part.data for part in parts)

    def pack_rows(self) -> list[tuple[PackField, PriceField]]:
        """The fields of each pack with its price, in order."""
        found: list[Any] = [(self[f"pack_{n}"], self[f"price_{n}"]) for n in PACKS]
        return found

    def _judge_packs(self) -> bool:
        rows = [row for row in self.pack_rows() if any(_typed(field) for field in row)]
        if not rows:
            self["pack_1"].errors = [translate(NO_FIRST_PACK)]
            return False
        seen: set[str] = set()
        for pack, price in rows:
            _judge_row(pack, price, seen)
        return not any(field.errors for row in rows for field in row)


def _add_rows() -> None:
    """Packs and other papers: fields that differ by a number or a kind alone."""
    for n in PACKS:
        first = lazy(N_("Quy cách")) if n == 1 else lazy(N_("Quy cách khác"))
        hint = lazy(N_("Ví dụ: gói 500 g, 1 kg")) if n == 1 else ""
        setattr(ProductForm, f"pack_{n}", PackField(first, [Optional()], description=hint))
        price_hint = lazy(N_("38k, 1tr2, liên hệ")) if n == 1 else ""
        setattr(ProductForm, f"price_{n}", PriceField(lazy(N_("Giá")), [Optional()], description=price_hint))
    for kind in OTHER_PAPERS:
        setattr(ProductForm, f"has_{kind}", BooleanField(lazy(CERTIFICATE_KIND_LABELS[kind])))
        setattr(ProductForm, f"no_{kind}", LineField(lazy(N_("Số giấy")), [Longest(80)]))
        setattr(ProductForm, f"until_{kind}", DayField(lazy(N_("Hết hạn ngày")), [Optional()]))


_add_rows()


def kept_form(fields: RawFields) -> ProductForm:
    """The form as its raw values were typed; nothing is judged."""
    return ProductForm(MultiDict(fields))


def raw_fields(posted: MultiDict[str, str]) -> RawFields:
    """Of what was posted the values of the form's own fields, as they were typed."""
    own = ProductForm()._fields
    return {name: [text[:LONGEST_RAW] for text in posted.getlist(name)][: len(PACKS)] for name in own if name in posted}


def written_product(form: ProductForm) -> WrittenProduct:
    """What a form that holds says."""
    return WrittenProduct(
        words=Words(
            name=form.name.data or "",
            name_en=form.name_en.data or None,
            description=form.description.data or None,
            description_en=form.description_en.data or None,
            ingredients=form.ingredients.data or None,
            storage=form.storage.data or None,
            months=months_mask(map(int, form.months.data or ())) if form.season.data == SOME_MONTHS else ALL_YEAR,
            monthly_grams=form.capacity.data,
        ),
        class_code=form.class_code.data or None,
        packs=tuple((pack.data, price.data) for pack, price in form.pack_rows() if pack.data and price.data),
        least=form.least.data or Least(),
        papers=tuple(_papers(form)),
    )


def _papers(form: ProductForm) -> list[ClaimedPaper]:
    found = []
    if form.stars.data:
        found.append(
            ClaimedPaper(
                kind="ocop",
                stars=int(form.stars.data),
                decision_no=form.decision_no.data or None,
                issuer=form.issuer.data or None,
                product_code=form.product_code.data or None,
                issued_on=form.issued_on.data,
                expires_on=form.expires_on.data,
            )
        )
    for kind in OTHER_PAPERS:
        number, until = form[f"no_{kind}"].data or None, form[f"until_{kind}"].data
        if form[f"has_{kind}"].data:
            found.append(ClaimedPaper(kind=kind, decision_no=number, expires_on=until))
    return found


def _judge_row(pack: PackField, price: PriceField, seen: set[str]) -> None:
    if not _typed(pack):
        pack.errors = [translate(NO_PACK)]
    if not _typed(price):
        price.errors = [translate(NO_PRICE)]
    if pack.data and price.data:
        _judge_pair(pack, price, pack.data)
    if pack.data:
        key = fold(pack.data.label)
        if key in seen:
            pack.errors = [translate(PACK_TWICE)]
        seen.add(key)


def _judge_pair(pack: PackField, price: PriceField, new: NewPack) -> None:
    """A price "a kilogram" is no price of a pack of 500 g."""
    unit = find_unit(price.per or "")
    if unit in GRAMS and new.grams and new.grams != GRAMS[unit]:
        price.errors = [translate(OTHER_MASS, per=unit, pack=new.label)]


def _typed(field: Any) -> bool:
    return any(str(text).strip() for text in field.raw_data or ())
