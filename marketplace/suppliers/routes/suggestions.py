"""What forms ask while one types: which suppliers are probably here already."""

from dataclasses import replace

from flask import Response, jsonify, render_template, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.core.errors import Refused
from marketplace.core.permissions import signed_in
from marketplace.core.text import TextRefused, normalise, parse_phone
from marketplace.places.queries import is_choice, place
from marketplace.places.vocabulary import PlaceRef, place_ref_of
from marketplace.suppliers.presenters.doubles import double_lines
from marketplace.suppliers.queries import Double, probable_doubles
from marketplace.suppliers.routes.registry import section
from marketplace.suppliers.vocabulary.likeness import Traits, Why

LONGEST_NAME = 200
_NOWHERE = PlaceRef(None, None)


@section.page("/goi-y/chu-the", allow=signed_in)
def suggest_suppliers() -> ResponseReturnValue:
    """``html``: suppliers that are probably the one with the name ``ten`` in the commune ``xa``, empty where none is.

    ``dien-thoai`` and ``ma-so-thue`` count too. A household is not told by its tax code, which is a person's number.
    """
    asked = _asked()
    coded = [each for each in probable_doubles(asked) if each.why is Why.TAX_CODE and each.supplier.kind != "hkd"]
    known = {each.supplier.id for each in coded}
    named = probable_doubles(replace(asked, tax_code=None))
    shown = [*coded, *(each for each in named if each.supplier.id not in known)]
    answer: Response = jsonify(html=render_template("suppliers/doubles.html", found=double_lines(shown, _href)))
    return answer


def _asked() -> Traits:
    ref = _place()
    return Traits(
        name=normalise(request.args.get("ten", ""))[:LONGEST_NAME],
        place_id=ref.place_id,
        legacy_place_id=ref.legacy_place_id,
        province_id=place(ref.place_id).province_id if ref.place_id else None,
        phone=_phone(),
        tax_code=request.args.get("ma-so-thue", "").strip()[:16] or None,
    )


def _place() -> PlaceRef:
    try:
        ref = place_ref_of(request.args.get("xa", ""))
    except Refused:
        return _NOWHERE
    return ref if ref.place_id and is_choice(ref) else _NOWHERE


def _phone() -> str | None:
    try:
        return parse_phone(request.args.get("dien-thoai", ""))
    except TextRefused:
        return None


def _href(each: Double) -> str | None:
    return url_for("catalogue.supplier", slug=each.supplier.slug) if each.is_public else None
