"""A request for every route: its address about the scene, and a form that the one who may would have taken."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from flask import Flask
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from marketplace.accounts.vocabulary import STOP_MORNINGS
from marketplace.core.links import private_token
from marketplace.suppliers.queries import invitation_token_of
from marketplace.web.sections import Rules, rules_of
from tests.cast import QUANG_BACH
from tests.house.scene import HONG_LUAN, NOODLES, QUESTION, Scene
from tests.house.scene_lists import list_form, list_of
from tests.media.pictures import card, encoded

CALLS = "/can-bo/danh-sach-goi"
PHOTO = encoded(card())
PASSWORD = "mot-mat-khau-dai"

OF_PRODUCTS = ("/san-pham/", "/products/", "/chao-ban/")  # addresses whose slug is a product's


@dataclass(frozen=True)
class Route:
    """An address with a method, and what it states of itself; None for one that no section registered."""

    method: str
    rule: str
    endpoint: str
    rules: Rules | None

    @property
    def writes(self) -> bool:
        """Whether a request may change the data."""
        return self.method != "GET" or (self.rules is not None and self.rules.records)

    def __str__(self) -> str:
        return f"{self.method} {self.rule}"


def routes_of(app: Flask) -> list[Route]:
    """Every route, by address and method."""
    found = [
        Route(_methods(rule), rule.rule, rule.endpoint, rules_of(app.view_functions[rule.endpoint]))
        for rule in app.url_map.iter_rules()
    ]
    return sorted(found, key=lambda route: (route.rule, route.method))


def _methods(rule: Rule) -> str:
    """Without those that follow from GET."""
    return ",".join(sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}))


def section_routes(app: Flask) -> list[Route]:
    """Those that state who may."""
    return [route for route in routes_of(app) if route.rules]


def address_of(scene: Scene, route: Route) -> str:
    """The route's address about HTX Hồng Luân, its product and lead, and the figures of its commune."""
    kind = route.rule.split("/")[1]
    values = {
        "slug": NOODLES if any(part in route.rule for part in OF_PRODUCTS) else HONG_LUAN,
        "token": {
            "theo-doi": scene.track,
            "tra-loi": scene.answer,
            "dat-mat-khau": scene.invitation,
            "xac-nhan": scene.confirming,
            "thu-sang": private_token(STOP_MORNINGS, scene.cast.accounts["other_officer"].public_id),
        }.get(kind)
        or invitation_token_of(scene.claims.invitation),
        "public_id": _public_id(scene, route.rule),
        "account_id": scene.claims.colleague,
        "product_id": scene.unclassed if route.rule.startswith("/can-bo/san-pham/") else scene.pending,
        "photo_id": scene.draft_photo,
        "step": "xuong",
        "offer_id": scene.offer,
        "certificate_id": scene.certificate,
        "list_id": list_of(route.rule, scene.lists),
        "stage": "contract",
        "number": 2,
        "indicator": "nhan-duoc",
        "format": "jpg" if kind == "anh" else "csv",
        "width": 320,
        "subject": "chu-the",
        "one": scene.doubles.one,
        "other": scene.doubles.other,
        "merge_id": scene.doubles.merge,
    }
    rule = next(rule for rule in scene.app.url_map.iter_rules(route.endpoint) if rule.rule == route.rule)
    assert rule.arguments <= set(values), f"{route}: say in tests/house/requesting.py what {rule.arguments} are"
    wanted = {name: values[name] for name in rule.arguments}
    return scene.app.url_map.bind("localhost").build(route.endpoint, wanted, route.method) + _query(route.rule)


def _public_id(scene: Scene, rule: str) -> str:
    """What the address is about; a lead where nothing else is said."""
    known = {
        "/ban-hang/nhap/": scene.draft,
        "/ho-so/": scene.applied.application,
        "/bao-sai/": scene.report,
        "/anh/": scene.photo,
        "/giay/": scene.certificate,
        "/phien/": scene.session,
        "/nguoi-dung/": scene.cast.accounts["other_officer"].public_id,
        CALLS: scene.call,
        "/loi-moi/": scene.claims.invitation.public_id,
        "/thu-lai": scene.claims.approved,
        "/yeu-cau-nhan/": scene.claims.pending,
    }
    return next((found for part, found in known.items() if part in rule), scene.lead)


def _query(rule: str) -> str:
    if rule.startswith("/can-bo/bao-cao"):
        return f"?ky=2026-Q4&vung={QUANG_BACH}"
    if rule == "/goi-y/chu-the":
        return "?ten=HTX Hồng Luân"
    return f"?chu-the={HONG_LUAN}" if rule.startswith("/ban-hang/dau-moi/ghi-moi") else ""


def form_of(scene: Scene, route: Route) -> dict[str, Any]:
    """What is posted to the route; nothing where no form was written down here, which counts as refused for that."""
    forms: dict[str, dict[str, Any]] = {
        "/ban-hang/dau-moi/<public_id>/bao-gia": {"price": "66k", "deliverable": "yes"},
        "/ban-hang/dau-moi/<public_id>/ghi/<stage>": {"value": "45tr", "on": "2026-11-24"},
        "/ban-hang/dau-moi/ghi-moi": {"channel": "phone", "name": "Anh Hà", "phone": "0900 000 046"},
        "/ban-hang/thanh-vien/<slug>/<account_id>/vai-tro": {"role": "manager"},
        "/ban-hang/yeu-cau-nhan/<public_id>/giay": {"photo": (BytesIO(encoded(card(400))), "giay.jpg")},
        "/ban-hang/yeu-cau-nhan/<public_id>/nhan-tin": {"words": "Xin xem giúp."},
        "/can-bo/yeu-cau-nhan/<public_id>/hoi": {"words": "Ai ký giấy này?"},
        "/can-bo/yeu-cau-nhan/<public_id>/thu-lai": {"reason": "left"},
        "/can-bo/yeu-cau-nhan/<public_id>/tu-choi": {"reason": "unproven"},
        "/can-bo/chu-the/<slug>/ma-nhan": {"replaces_holders": "y"},
        "/chu-the/<slug>/nhan": {"position": "kế toán", "reach": "0900 000 044", "words": "Tôi giữ sổ."},
        "/chu-the/<slug>/nhan/ma": {"code": scene.claims.code},
        "/ban-hang/chu-the/<slug>": {"about": "Bún sợi nhỏ, phơi nắng."},
        "/ban-hang/chu-the/<slug>/lien-he": {"emails": "htx@example.org", "phone": "0900 000 012"},
        "/ban-hang/chu-the/<slug>/xin-sua": {"words": "Nay ở thôn khác."},
        "/ban-hang/thanh-vien/<slug>/ban-giao": {"to": "moi@example.org", "drops_mailbox": "y"},
        "/ban-hang/thanh-vien/<slug>/moi": {"to": "0900 000 058", "role": "member"},
        "/ban-hang/anh/<slug>": {"photo": (BytesIO(PHOTO), "anh.jpg")},
        "/ban-hang/anh/<slug>/loi": {"words": "Sân phơi bún"},
        "/ban-hang/nhap-danh-sach": list_form(route.rule),
        "/ban-hang/chao-ban/<slug>": {"pack": "gói 500 g", "price": "42k"},
        "/ban-hang/chao/<offer_id>": {"pack": "gói 500 g", "price": "42k"},
        "/ban-hang/nhap/<public_id>": {"number": 0, "name": "Bún ngô", "pack_1": "gói 500 g", "price_1": "38k"},
        "/can-bo/nhap-danh-sach": list_form(route.rule),
        "/can-bo/cho-duyet/<product_id>/tra-lai": {"ly-do": "label"},
        "/can-bo/san-pham/<product_id>/go": {"reason": "unsafe"},
        "/can-bo/chung-nhan/<certificate_id>/tu-choi": {"ly-do": "stars"},
        "/can-bo/cho-duyet/dang": {"san-pham": scene.pending},
        "/chu-the/<slug>/bao-sai": {"kind": "closed"},
        "/san-pham/<slug>/bao-sai": {"kind": "wrong", "words": "Giá đã khác."},
        "/can-bo/bao-sai/<public_id>": {"outcome": "mended"},
        "/ban-hang/dang-ky": {
            "name": "HTX Bản Thi",
            "trade": "maker",
            "kind": "",
            "place": QUANG_BACH,
            "place-words": "quảng bạch",
            "phone": "0900 000 062",
            "is_another": "y",
        },
        "/ban-hang/ho-so/<public_id>/nhan": {"words": "Tôi gửi thêm ảnh."},
        "/ban-hang/ho-so/noi/<slug>/nhan": {"words": "Chúng tôi đã gửi mẫu."},
        "/can-bo/chu-the/<slug>/dong": {"reason": "stopped"},
        "/can-bo/chu-the/<slug>/tam-an": {"reason": "asked"},
        "/can-bo/ho-so/<public_id>/hoi": {"reason": "papers"},
        "/can-bo/ho-so/<public_id>/mot": {"mot-hang": scene.applied.product},
        "/can-bo/ho-so/<public_id>/thong-qua": {"way": "visit"},
        "/can-bo/ho-so/<public_id>/tu-choi": {"reason": "outside"},
        "/can-bo/ho-so/thong-qua": {"ho-so": scene.applied.application, "way": "visit"},
        "/can-bo/trung/<subject>/<one>/<other>/gop": {"giu": scene.doubles.one},
        "/can-bo/chung-nhan/rut-lai": {"giay": scene.verified},
        "/can-bo/chung-nhan/xac-minh": {"giay": scene.certificate},
        "/can-bo/phan-nhom/xep": {"san-pham": scene.unclassed, "nhom": "I.3.c"},
        "/can-bo/chu-the/<slug>/lien-he": {"emails": "htx@example.org", "phone": "0900 000 012"},
        "/can-bo/chu-the/<slug>/nguoi-dung": {"to": "moi@example.org", "role": "manager"},
        "/can-bo/chu-the/<slug>/ten": {"name": "HTX Hồng Luân Bản Cưa", "kind": "htx"},
        "/can-bo/chu-the/<slug>/noi-lam": {"place": "2025:02020", "place-words": "chợ đồn"},
        f"{CALLS}/<public_id>/ket-qua": {"outcome": "told"},
        f"{CALLS}/<public_id>/loi": {"answer": "quote", "price": "66k"},
        "/tai-khoan/hai-lop": {"code": "000000"},
        "/tai-khoan/hai-lop/ma-du-phong": {"renew-present": PASSWORD},
        "/tai-khoan/hai-lop/tat": {"present": PASSWORD, "code": "000000"},
        "/tai-khoan/lien-lac": {"email": "moi@example.org", "phone": "0900 000 052", "present": PASSWORD},
        "/tai-khoan/mat-khau": {"old": PASSWORD, "password": "mot mat khau moi"},
        "/tai-khoan/ten": {"name": "Hà"},
        "/tai-khoan/xoa": {"present": PASSWORD},
        "/can-bo/nguoi-dung/giao-quyen": {"login": "trader@example.org", "role": "viewer", "place": "2025:02020"},
        "/can-bo/nguoi-dung/<public_id>/rut-quyen": {"quyen": scene.grant},
        "/dang-ky": {"name": "Hà", "login": "ha@example.org", "password": PASSWORD, "rules": "y"},
        "/quen-mat-khau": {"login": "trader@example.org"},
        "/dang-nhap": {"login": "trader@example.org", "password": PASSWORD},
        "/dat-mat-khau/<token>": {"password": PASSWORD},
        "/san-pham/<slug>/hoi-hang": QUESTION,
        "/theo-doi/<token>/du-lieu/sua": {"name": "Chị Thu", "phone": "0900 000 045"},
        "/theo-doi/<token>/du-lieu/xoa": {"kind": "deletion"},
        "/theo-doi/<token>/nhan": {"lead": scene.lead, "words": "Còn hàng không?"},
        "/theo-doi/<token>/quyet-dinh": {"lead": scene.lead, "decision": "buy"},
        "/tra-loi/<token>": {"answer": "quote", "price": "66k", "deliverable": "yes"},
    }
    return forms.get(route.rule, {})


def request_of(scene: Scene, person: str, route: Route) -> TestResponse:
    """Request the route as this person."""
    client, address = scene.browser(person), address_of(scene, route)
    return client.get(address) if route.method == "GET" else client.submit(address, form_of(scene, route))
