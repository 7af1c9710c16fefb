"""Products of the demonstration that its suppliers write on the sheet themselves, as everybody does."""

from datetime import timedelta

from marketplace.app.demonstration.files import Row
from marketplace.app.demonstration.pictures import Drawings
from marketplace.catalogue.forms.product_forms import kept_form, written_product
from marketplace.catalogue.models import Product, ProductDraft
from marketplace.catalogue.services.product_forms import (
    add_picture,
    begin_draft,
    begin_edit,
    hand_in_draft,
    put_scan,
    save_draft,
)
from marketplace.core.actor import Actor
from marketplace.core.clock import today


def hand_in(actor: Actor, supplier_id: int, row: Row, drawings: Drawings) -> Product:
    """Write a new product with its pictures and its paper, and hand it in."""
    draft = begin_draft(actor, supplier_id)
    for name in row["drawings"]:
        add_picture(actor, draft, drawings[name])
    if row["scan"]:
        put_scan(actor, draft, drawings[row["scan"]])
    fields = dict(row["fields"])
    if row["issued_days_ago"]:
        issued = today() - timedelta(days=row["issued_days_ago"])
        fields["issued_on"] = f"{issued.day}/{issued.month}/{issued.year}"
    return _send(actor, draft, fields)


def hand_in_change(actor: Actor, product: Product, fields: Row) -> Product:
    """Open what is shown, write these fields anew, and hand it in."""
    return _send(actor, begin_edit(actor, product), fields)


def _send(actor: Actor, draft: ProductDraft, fields: Row) -> Product:
    save_draft(draft, {**draft.fields, **{name: [words] for name, words in fields.items()}}, {}, draft.number)
    form = kept_form(draft.fields)
    assert form.validate(), form.errors
    return hand_in_draft(actor, draft, written_product(form))
