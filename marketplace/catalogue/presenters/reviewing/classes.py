"""The products that have no class yet, by the class that their names propose."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from marketplace.catalogue.presenters.reviewing.bulk import Bulk, Maker, count_words, maker_of
from marketplace.catalogue.queries.reviews import ReviewedProduct
from marketplace.catalogue.vocabulary import all_classes, ocop_class
from marketplace.core.texts import in_language, say
from marketplace.core.views import Pager
from marketplace.places.vocabulary import PlaceName


@dataclass(frozen=True)
class ClassRow:
    """A product; ``value`` is what its tick box sends, ``written`` what a list called its group."""

    id: str
    product: str
    href: str
    maker: Maker
    written: str | None
    value: str | None
    ticked: bool


@dataclass(frozen=True)
class ClassBlock:
    """Products whose names propose the same class (``code``), or none."""

    id: str
    code: str | None
    title: str
    detail: str
    rows: tuple[ClassRow, ...]
    bulk: Bulk | None


@dataclass(frozen=True)
class ClassChoice:
    """A class to choose; ``name`` is what the button says."""

    code: str
    name: str
    label: str


@dataclass(frozen=True)
class ClassesPage:
    """All of the page."""

    area_name: str
    total: int
    blocks: tuple[ClassBlock, ...]
    choices: tuple[ClassChoice, ...]
    pager: Pager | None


def class_block(
    number: int,
    code: str | None,
    products: Sequence[ReviewedProduct],
    total: int,
    names: Mapping[str, PlaceName],
    *,
    action: str,
    form_key: str,
) -> ClassBlock:
    """The products of a proposed class, ticked; those without a proposal unticked."""
    found = ocop_class(code) if code else None
    name = f"nhom-{number}"
    rows = tuple(_row(product, names, ticked=found is not None) for product in products)
    count = count_words(total, len(products))
    ticked = sum(row.ticked for row in rows)
    return ClassBlock(
        id=name,
        code=found.code if found else None,
        title=found.shelf if found else say("Tên chưa gợi ý được nhóm nào"),
        detail=f"{found.code} · {found.name} · {count}" if found else count,
        rows=rows,
        bulk=Bulk(
            id=f"{name}-form",
            action=action,
            form_key=form_key,
            label=say("Xếp %(n)s sản phẩm vào nhóm đã chọn", n=ticked)
            if ticked
            else say("Xếp sản phẩm đã đánh dấu vào nhóm đã chọn"),
            words=say("Xếp {n} sản phẩm vào {choice}"),
        )
        if any(row.value for row in rows)
        else None,
    )


def class_choices() -> tuple[ClassChoice, ...]:
    """All classes, in the order of the decision that lists them."""
    return tuple(ClassChoice(c.code, c.shelf, f"{c.shelf} ({c.code})") for c in all_classes())


def _row(product: ReviewedProduct, names: Mapping[str, PlaceName], *, ticked: bool) -> ClassRow:
    found = product.product
    return ClassRow(
        id=f"sp-{found.public_id}",
        product=product.name,
        href=in_language(f"/san-pham/{found.slug}"),
        maker=maker_of(product.supplier_name, product.supplier_slug, product.place_id, names),
        written=product.written_class,
        value=found.public_id if product.may_review else None,
        ticked=ticked and product.may_review,
    )
