"""What the table of rights can't say: lists and files keep to the own area, links to their purpose, rights end."""

from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from sqlalchemy import update

from marketplace.accounts.models import Account, GrantRow
from marketplace.core.clock import now
from marketplace.core.db import session, transaction
from marketplace.core.links import private_token
from marketplace.suppliers.models import MembershipRow
from tests import factories
from tests.browse import Browser, browser
from tests.cast import LAO_CAI, QUANG_BACH, THAI_NGUYEN
from tests.house.requesting import PASSWORD, address_of, form_of, section_routes
from tests.house.scene import HONG_LUAN, NOODLES, QUESTION, Scene
from tests.house.scene_lists import OFFICERS, list_form

REPORT = "/can-bo/bao-cao"
OPENED = f"{REPORT}/mo/nhan-duoc"
CSV = f"{OPENED}/danh-sach.csv"
LINES = (OPENED, CSV)
FIGURES = (f"{REPORT}/xuat.json", f"{REPORT}/xuat.csv", REPORT)
ACCOUNTS = "/can-bo/nguoi-dung"  # the administrator's
WAITING = ("/can-bo/chung-nhan", "/can-bo/phan-nhom", "/can-bo/cho-duyet", "/can-bo/danh-sach-goi")
LISTS = ("/can-bo/chu-the", *WAITING)


def engaged(scene: Scene, *grants: tuple[str, str]) -> Browser:
    """The browser of a further officer, with these areas and levels."""
    with transaction(write=True):
        account = factories.make_account("further_officer")
        for place_id, level in grants:
            factories.appoint(account, place_id, level)
        return browser(scene.app, factories.begin_session_of(account))


@pytest.mark.parametrize("grants", [((QUANG_BACH, "viewer"),), ((QUANG_BACH, "viewer"), (LAO_CAI, "reviewer"))])
def test_a_viewer_looks_and_changes_nothing(scene: Scene, grants: tuple[tuple[str, str], ...]) -> None:
    """Not even when he may change things elsewhere."""
    viewer = engaged(scene, *grants)
    for route in section_routes(scene.app):
        if not route.rule.startswith("/can-bo/") or route.rule.startswith((OFFICERS, ACCOUNTS)):
            continue
        address = address_of(scene, route)
        if route.method == "GET":
            assert viewer.get(address).status_code in (200, 303), route
        else:
            assert viewer.submit(address, form_of(scene, route)).status_code == 403, route


def test_a_viewer_has_no_list_to_hand_in(scene: Scene) -> None:
    """Unlike all else there a list is its officer's, and no area's; who reviews no area has none."""
    viewer = engaged(scene, (QUANG_BACH, "viewer"))
    assert viewer.get(OFFICERS).status_code == 403
    assert viewer.submit(OFFICERS, list_form(OFFICERS)).status_code == 403
    assert OFFICERS not in viewer.get("/can-bo/bao-cao").text


def test_a_viewer_is_offered_nothing_to_send(scene: Scene) -> None:
    looked = engaged(scene, (QUANG_BACH, "viewer")), scene.browser("commune_officer")
    for page in (*WAITING, f"/can-bo/chu-the/{HONG_LUAN}"):
        texts = (client.get(page).text.split("</header>")[-1] for client in looked)
        offers = [text.count('method="post" action="/can-bo/') for text in texts]
        assert offers[0] == 0 < offers[1], page


@pytest.mark.parametrize("at", LINES)
def test_lines_of_figures_keep_to_the_area(scene: Scene, at: str) -> None:
    near, far = (scene.browser(person).get(at).text for person in ("commune_officer", "other_officer"))
    assert "HTX Hồng Luân" in near and "Mường Khương" not in near
    assert "HTX Mường Khương" in far and "Hồng Luân" not in far


def test_a_file_of_lines_holds_the_own_leads_only(scene: Scene) -> None:
    read = {person: scene.browser(person).get(CSV).text for person in ("commune_officer", "other_officer")}
    assert scene.lead in read["commune_officer"] and scene.far_lead not in read["commune_officer"]
    assert scene.far_lead in read["other_officer"] and scene.lead not in read["other_officer"]
    everything = scene.browser("administrator").get(CSV).text
    assert scene.lead in everything and scene.far_lead in everything


def test_figures_keep_to_the_area(scene: Scene) -> None:
    values = {}
    for person in ("commune_officer", "other_officer", "province_officer", "administrator"):
        report = scene.browser(person).get(f"{REPORT}/xuat.json").json
        assert report is not None
        values[person] = (report["area"], report["indicators"][0]["value"])
    assert values == {
        "commune_officer": (QUANG_BACH, 2),
        "other_officer": (LAO_CAI, 1),
        "province_officer": (THAI_NGUYEN, 2),
        "administrator": (None, 3),
    }


@pytest.mark.parametrize("at", [*LINES, *FIGURES])
@pytest.mark.parametrize(
    ("person", "area"),
    [("other_officer", QUANG_BACH), ("other_officer", "pre2025:06"), ("commune_officer", THAI_NGUYEN)],
)
def test_another_area_is_refused(scene: Scene, at: str, person: str, area: str) -> None:
    assert scene.browser(person).get(f"{at}?{urlencode({'vung': area})}").status_code == 403


@pytest.mark.parametrize("at", LINES)
def test_a_part_of_a_figure_is_no_way_into_another_area(scene: Scene, at: str) -> None:
    read = scene.browser("other_officer").get(f"{at}?{urlencode({'xa': QUANG_BACH})}").text
    assert scene.lead not in read and "Hồng Luân" not in read


@pytest.mark.parametrize("at", LISTS)
def test_officers_lists_keep_to_the_area(scene: Scene, at: str) -> None:
    assert "Hồng Luân" in scene.browser("commune_officer").get(at).text
    assert "Hồng Luân" in scene.browser("province_officer").get(at).text
    assert "Hồng Luân" not in scene.browser("other_officer").get(at).text
    assert "Hồng Luân" not in scene.browser("other_officer").get(f"{at}?q=hong+luan").text


def test_a_bench_shows_the_own_leads_only(scene: Scene) -> None:
    for page in ("/ban-hang/", "/ban-hang/dau-moi"):
        assert scene.lead in scene.browser("member").get(page).text
        assert scene.lead not in scene.browser("other_member").get(page).text


def test_a_link_opens_its_own_purpose_only(scene: Scene) -> None:
    tokens = {"theo-doi": scene.track, "tra-loi": scene.answer, "dat-mat-khau": scene.invitation}
    for path in tokens:
        answers = {kind: scene.browser("stranger").get(f"/{path}/{token}") for kind, token in tokens.items()}
        assert {kind: answer.status_code for kind, answer in answers.items()} == {
            kind: 200 if kind == path else 404 for kind in tokens
        }
        for token in (tokens[path][:-1], tokens[path] + "A", private_token("another", scene.lead), scene.lead):
            assert scene.browser("stranger").get(f"/{path}/{token}").status_code == 404


@pytest.mark.parametrize(("way", "fields"), [("nhan", {"words": "Chào"}), ("quyet-dinh", {"decision": "no"})])
def test_a_thread_reaches_its_own_leads_only(scene: Scene, way: str, fields: dict[str, str]) -> None:
    sent = scene.browser("stranger").submit(f"/theo-doi/{scene.track}/{way}", {"lead": scene.far_lead, **fields})
    assert sent.status_code in (404, 422)


def test_only_who_sells_it_is_asked(scene: Scene) -> None:
    form = {**QUESTION, "suppliers": "htx-hong-ha"}
    assert scene.browser("stranger").submit(f"/san-pham/{NOODLES}/hoi-hang", form).status_code == 422


def end_membership(scene: Scene) -> None:
    session.execute(update(MembershipRow).values(ended_at=now()))


def revoke_grants(scene: Scene) -> None:
    session.execute(update(GrantRow).values(revoked_at=now()))


def disable_accounts(scene: Scene) -> None:
    session.execute(update(Account).values(disabled_at=now()))


def close_supplier(scene: Scene) -> None:
    session.merge(scene.cast.hong_luan).state = "closed"


@pytest.mark.parametrize(
    ("person", "at", "ending", "then"),
    [
        ("member", "/ban-hang/dau-moi/{lead}", end_membership, 404),
        ("member", "/ban-hang/", end_membership, 403),
        ("member", "/ban-hang/dau-moi/{lead}", close_supplier, 404),
        ("member", "/ban-hang/dau-moi/{lead}", disable_accounts, 303),
        ("commune_officer", "/can-bo/chu-the/htx-hong-luan", revoke_grants, 404),
        ("commune_officer", REPORT, revoke_grants, 403),
        ("administrator", REPORT, revoke_grants, 403),
        ("administrator", REPORT, disable_accounts, 303),
    ],
)
def test_rights_end_with_what_gave_them(
    scene: Scene, person: str, at: str, ending: Callable[[Scene], None], then: int
) -> None:
    """At once, in a session that is open."""
    client, address = scene.browser(person), at.format(lead=scene.lead)
    assert client.get(address).status_code == 200
    with transaction(write=True):
        ending(scene)
    assert client.get(address).status_code == then


def test_an_invitation_is_used_once(scene: Scene) -> None:
    page = f"/dat-mat-khau/{scene.invitation}"
    assert scene.browser("stranger").fill(page, password=PASSWORD).status_code == 303
    assert scene.browser("stranger").get(page).status_code == 404
