"""The page of a sheet, and what its script is told of it."""

from collections.abc import Sequence
from typing import Any

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from marketplace.catalogue.forms.product_forms import PACKS, ProductForm
from marketplace.catalogue.models import ProductDraft
from marketplace.catalogue.presenters.doubles import ProductDoubleLine, product_double_lines
from marketplace.catalogue.presenters.product_forms import (
    Given,
    Sheet,
    chosen_class,
    missing_words,
    picture_rows,
    saved_words,
    sectors,
    warnings_of,
)
from marketplace.catalogue.queries.doubles import ProductDouble, probable_product_doubles
from marketplace.catalogue.queries.own_products import OwnProduct, product_of_draft
from marketplace.catalogue.queries.product_forms import draft_pictures
from marketplace.catalogue.vocabulary.product_forms import MOST_PHOTOS
from marketplace.catalogue.vocabulary.returns import LABELS_OF_RETURN
from marketplace.core.clock import today
from marketplace.core.errors import Refused
from marketplace.core.form_keys import fresh_form_key
from marketplace.core.texts import N_
from marketplace.media.vocabulary import MOST_BYTES
from marketplace.suppliers.queries import group_of
from marketplace.web.language import translate
from marketplace.web.pages import page

NEW, EDIT = N_("Thêm sản phẩm"), N_("Sửa %(name)s")
LEAD_NEW = N_("Chỉ cần tên, một quy cách và giá. Tự lưu khi bạn viết; lúc nào viết tiếp cũng được.")
LEAD_EDIT = N_(
    "Ảnh, giá, quy cách, mùa và sức làm đổi ngay. Tên, nhóm, lời giới thiệu và thành phần thì cán bộ xem trước."
)
SEND_NEW, SEND_EDIT = N_("Gửi để đăng"), N_("Gửi bản sửa")


def sheet_page(
    draft: ProductDraft,
    form: ProductForm,
    *,
    status: int = 200,
    notice: str | None = None,
    refusals: Sequence[Refused] = (),
    form_key: str | None = None,
) -> ResponseReturnValue:
    """The sheet; ``refusals`` are about its pictures, ``notice`` about another tab."""
    of = product_of_draft(draft.product_id) if draft.product_id else None
    shown = _sheet(draft, form, of, notice)
    wrong = {error.field: translate(error.message, **error.params) for error in refusals}
    return page(
        "catalogue/product_form/sheet.html",
        status=status,
        page=shown,
        form=form,
        form_key=form_key or fresh_form_key(),
        wrong=wrong,
    )


def draft_state(draft: ProductDraft, form: ProductForm) -> dict[str, Any]:
    """What a script shows after saving: when, the proposed class, what is missing, what should be thought over.

    ``doubles`` is the list of products of the same supplier that are probably this one, as HTML; empty where none is.
    """
    texts = _texts(form)
    chosen = chosen_class(texts.get("class_code"), texts.get("name", ""))
    given = Given(texts, len(draft_pictures(draft)), texts.get("class_code"))
    return {
        "saved": saved_words(draft.saved_at),
        "number": draft.number,
        "proposal": {"code": chosen.code, "name": chosen.name, "detail": chosen.detail} if chosen else None,
        "missing": list(missing_words(given)),
        "warnings": warnings_of(texts),
        "doubles": render_template("catalogue/doubles.html", found=_doubles(draft, texts.get("name", ""))).strip(),
    }


def _sheet(draft: ProductDraft, form: ProductForm, of: OwnProduct | None, notice: str | None) -> Sheet:
    texts, pictures = _texts(form), draft_pictures(draft)
    code = texts.get("class_code")
    lead = LEAD_EDIT if of and of.state == "published" else LEAD_NEW

    def address(endpoint: str) -> str:
        return url_for(f"catalogue.{endpoint}", public_id=draft.public_id)

    return Sheet(
        title=translate(EDIT, name=of.name) if of else translate(NEW),
        lead=translate(lead),
        action=address("hand_in_sheet"),
        save_action=address("save_sheet"),
        picture_action=address("add_sheet_picture"),
        scan_action=address("add_sheet_scan"),
        number=draft.number,
        saved=saved_words(draft.saved_at),
        pictures=picture_rows(pictures, texts.get("name", ""), address("add_sheet_picture")),
        most_pictures=MOST_PHOTOS,
        most_bytes=MOST_BYTES,
        scan_href=address("sheet_scan") if draft.scan_id else None,
        chosen=chosen_class(code, texts.get("name", "")),
        sectors=sectors(code),
        missing=missing_words(Given(texts, len(pictures), code)),
        warnings=warnings_of(texts),
        doubles=_doubles(draft, texts.get("name", "")),
        packs_shown=max((n for n in PACKS if texts.get(f"pack_{n}") or texts.get(f"price_{n}")), default=1),
        reason=translate(LABELS_OF_RETURN[of.reason]) if of and of.reason in LABELS_OF_RETURN else None,
        words=tuple(of.words.splitlines()) if of else (),
        notice=notice,
        send_label=translate(SEND_EDIT if of else SEND_NEW),
        is_shown=bool(of and of.state == "published"),
        month=today().month,
    )


def _doubles(draft: ProductDraft, name: str) -> list[ProductDoubleLine]:
    """What the supplier, or one that was merged into it, has already under such a name."""
    if not name:
        return []
    found = probable_product_doubles(name, group_of(draft.supplier_id), apart_from=draft.product_id)
    return product_double_lines(found, _href_of_double)


def _href_of_double(double: ProductDouble) -> str:
    return url_for("catalogue.product", slug=double.slug) if double.is_public else url_for("catalogue.own")


def _texts(form: ProductForm) -> dict[str, str]:
    """What was typed, by field, without empty ones."""
    found = {field.name: str(field.raw_data[0]).strip() for field in form if field.raw_data}
    return {name: text for name, text in found.items() if text}
