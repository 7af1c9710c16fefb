"""What is kept of a buyer: read, copied, corrected and deleted from the private page, whose link is the only key."""

import json

from flask import Response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.core.errors import Refused
from marketplace.core.settings import settings
from marketplace.core.texts import N_
from marketplace.inquiries.forms import PersonForm
from marketplace.inquiries.policies import holds_the_link
from marketplace.inquiries.presenters.personal import personal_copy, personal_page
from marketplace.inquiries.queries import Kept, kept_by_token
from marketplace.inquiries.routes.registry import form_key, section
from marketplace.inquiries.services import correct_person, erase_person, note_copy
from marketplace.leads.vocabulary import Contact
from marketplace.web.language import translate
from marketplace.web.pages import page
from marketplace.web.signin import current_actor

DATA = "/theo-doi/<token>/du-lieu"
_CORRECTED = N_("Đã sửa. Nơi bán thấy liên hệ mới từ bây giờ.")


@section.page(DATA, load=kept_by_token, allow=holds_the_link, private=True)
def personal(kept: Kept) -> ResponseReturnValue:
    """What is kept of me, in plain words."""
    return _personal_page(kept, _filled(kept), 200)


@section.page(f"{DATA}/ban-sao.json", load=kept_by_token, allow=holds_the_link, records=True)
def personal_data(kept: Kept) -> ResponseReturnValue:
    """The same as a file; that it was taken is written down."""
    note_copy(current_actor(), kept)
    text = json.dumps(personal_copy(kept), ensure_ascii=False, indent=2)
    headers = {"Content-Disposition": "attachment; filename=du-lieu-cua-toi.json"}
    return Response(text + "\n", mimetype="application/json", headers=headers)


@section.action(f"{DATA}/sua", load=kept_by_token, allow=holds_the_link)
def correct_data(kept: Kept) -> ResponseReturnValue:
    """Another name, phone, address."""
    form = PersonForm(request.form)
    if not form.validate():
        return _personal_page(kept, form, 422)
    contact = Contact(
        name=form.name.data or None,
        organisation=kept.party.organisation,
        phone=form.phone.data or None,
        email=form.email.data or None,
        place_text=form.place.data or None,
    )
    try:
        correct_person(current_actor(), kept, contact)
    except Refused as error:
        form.refuse(error)
        return _personal_page(kept, form, 422)
    return redirect(url_for("inquiries.personal", token=kept.token, sua=1), 303)


@section.page(f"{DATA}/xoa", load=kept_by_token, allow=holds_the_link, private=True)
def erasing(kept: Kept) -> ResponseReturnValue:
    """Asks once before everything goes."""
    return page("inquiries/erasing.html", page=_hrefs(kept), form_key=form_key())


@section.action(f"{DATA}/xoa", load=kept_by_token, allow=holds_the_link)
def erase_data(kept: Kept) -> ResponseReturnValue:
    """Delete it, or withdraw the consent, which does the same."""
    erase_person(current_actor(), kept, request.form.get("kind", ""))
    return redirect(url_for("inquiries.track", token=kept.token), 303)


def _hrefs(kept: Kept) -> dict[str, str]:
    token = kept.token
    return {
        "back": url_for("inquiries.track", token=token),
        "data": url_for("inquiries.personal", token=token),
        "copy": url_for("inquiries.personal_data", token=token),
        "correct": url_for("inquiries.correct_data", token=token),
        "erase": url_for("inquiries.erasing", token=token),
        "privacy": url_for("site.privacy"),
    }


def _filled(kept: Kept) -> PersonForm:
    party = kept.party
    return PersonForm(data={"name": party.name, "phone": party.phone, "email": party.email, "place": party.place_text})


def _personal_page(kept: Kept, form: PersonForm, status: int) -> ResponseReturnValue:
    versions = {asked.inquiry.consent_version for asked in kept.inquiries}
    shown = personal_page(
        kept,
        months=settings().keep_contacts_months,
        hrefs=_hrefs(kept),
        consent_hrefs={version: url_for("site.privacy", ban=version) for version in versions},
    )
    said = translate(_CORRECTED) if "sua" in request.args else None
    return page("inquiries/personal.html", status=status, page=shown, form=form, said=said, form_key=form_key())
