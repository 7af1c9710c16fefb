"""Words for the values of filters."""

from marketplace.catalogue.vocabulary import CERTIFICATE_KIND_LABELS, all_classes, ocop_class
from marketplace.core.text import format_money
from marketplace.core.texts import say
from marketplace.search.presenters.places import place_label
from marketplace.search.queries import Shown


def label_of(field: str, value: object, shown: Shown) -> str:
    """What a value of the filter ``field`` is called; its key where nobody knows a name."""
    text = str(value)
    if field == "classes":
        return _class_label(text)
    if field in ("provinces", "communes", "districts"):
        return place_label(text, shown)
    if field == "producers":
        return shown.producers.get(text, text)
    if field == "certificates":
        return say(CERTIFICATE_KIND_LABELS[text]) if text in CERTIFICATE_KIND_LABELS else text
    return say("%(n)s sao", n=text) if field == "stars" else text


def chip_label(field: str, value: object, shown: Shown) -> str:
    """The same where it stands alone and must say what it is."""
    if field == "months":
        return say("Có hàng tháng %(value)s", value=value)
    if field in ("price_min", "price_max"):
        bound = say("từ") if field == "price_min" else say("đến")
        return say("Giá %(bound)s %(what)s", bound=bound, what=format_money(int(str(value))))
    return label_of(field, value, shown)


def _class_label(code: str) -> str:
    """The name on the shelf; of a beginning the group's or sector's."""
    found = ocop_class(code)
    if found:
        return found.shelf
    groups = {item.group: item.group_name for item in all_classes()}
    sectors = {item.sector: item.sector_name for item in all_classes()}
    return groups.get(code) or sectors.get(code) or code
