"""Where lists are handed in: what is taken, what is refused and how that is said, and the earlier lists."""

import io
from collections.abc import Callable

import pytest

from marketplace.catalogue.models import ImportRow, ImportRun
from marketplace.core.db import session, transaction
from tests import factories
from tests.browse import Browser
from tests.cast import Cast
from tests.catalogue.handed_lists import OFFICER, OWN, PRODUCTS, cells_of, hand_in, handed_in, plain
from tests.catalogue.lists import all_of, count

SignIn = Callable[[str], Browser]
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20


def test_a_list_is_kept_with_its_rows_and_nothing_is_written(sign_in: SignIn, cast: Cast) -> None:
    answer = hand_in(sign_in("commune_officer"))
    (run,) = all_of(ImportRun)
    assert (answer.status_code, answer.location) == (303, f"{OFFICER}/{run.public_id}")
    assert (run.state, run.kind, run.file_name, run.row_count) == ("uploaded", "products", "hàng 2026.csv", 4)
    assert (run.account_id, run.supplier_id) == (cast.accounts["commune_officer"].id, None)
    assert count(ImportRow) == 4


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [(PICTURE, "ảnh.xlsx", "ảnh"), (b"", "trống.csv", "trống"), ("xin chào\n" * 5, "thư.txt", "Tên sản phẩm")],
)
def test_a_wrong_file_is_refused_with_the_reason_beside_the_field(
    sign_in: SignIn, content: bytes, name: str, reason: str
) -> None:
    answer = hand_in(sign_in("commune_officer"), content, name)
    assert answer.status_code == 422
    beside = answer.text.split('id="file-error"')[1].split("</p>")[0]
    assert "hidden" not in beside.split(">")[0] and reason in beside
    assert "Còn 1 chỗ cần sửa" in plain(answer)
    assert count(ImportRun) == 0


def test_a_refused_form_keeps_the_kind_chosen(sign_in: SignIn) -> None:
    answer = hand_in(sign_in("commune_officer"), PICTURE, kind="suppliers")
    assert answer.status_code == 422
    assert 'value="suppliers" checked' in answer.text and 'value="products" checked' not in answer.text


@pytest.mark.parametrize("at", [OFFICER, OWN])
def test_a_form_without_a_file(sign_in: SignIn, at: str) -> None:
    client = sign_in("commune_officer" if at == OFFICER else "member")
    for fields in ({"file": (io.BytesIO(b""), "")}, {}):
        answer = client.submit(at, {"kind": "products", **fields})
        assert answer.status_code == 422 and "Hãy chọn một tệp." in plain(answer)


def test_a_kind_that_nobody_offers(sign_in: SignIn) -> None:
    answer = hand_in(sign_in("commune_officer"), kind="leads")
    assert answer.status_code == 422 and "Hãy chọn trong các ý ở đây." in plain(answer)
    assert count(ImportRun) == 0


@pytest.mark.parametrize("at", [OFFICER, OWN])
def test_a_file_beyond_what_is_read_at_all(sign_in: SignIn, at: str) -> None:
    client = sign_in("commune_officer" if at == OFFICER else "member")
    answer = hand_in(client, b"a" * (21 * 1024 * 1024), at=at)
    assert answer.status_code == 413
    assert "20\u00a0MB" in answer.text.split('id="file-error"')[1].split("</p>")[0]


def test_a_large_list_may_be_sent(sign_in: SignIn) -> None:
    """Larger than other forms, and than what is kept in memory of a form."""
    filler = "x" * 30_000
    lines = [f"Bún khô {number};HTX Hồng Luân;{filler}" for number in range(100)]
    answer = hand_in(sign_in("commune_officer"), "\n".join(["Tên sản phẩm;Chủ thể;Mô tả", *lines]))
    assert answer.status_code == 303 and count(ImportRow) == 100


def test_a_double_tap_makes_one_list(sign_in: SignIn) -> None:
    client = sign_in("commune_officer")
    answers = [hand_in(client, form_key="the-same-key") for _ in range(2)]
    assert answers[0].location == answers[1].location
    other = hand_in(client, PRODUCTS + "Gạo;HTX Hồng Luân;Quảng Bạch;;;;\n", form_key="the-same-key")
    assert other.location != answers[0].location, "the same key with another file is another list"
    assert count(ImportRun) == 2


def test_who_may_not_has_no_file_read(sign_in: SignIn, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is read before rights are looked at with what is loaded; reading costs seconds."""

    def read(*_args: object) -> None:
        raise AssertionError("read")

    monkeypatch.setattr("marketplace.catalogue.routes.handing_in.read_list", read)
    for person, at in (("trader", OFFICER), ("member", OFFICER), ("trader", OWN), ("commune_officer", OWN)):
        assert hand_in(sign_in(person), at=at).status_code == 403, person


def test_a_member_hands_in_for_the_own_supplier(sign_in: SignIn, cast: Cast) -> None:
    client = sign_in("member")
    assert 'name="supplier"' not in client.get(OWN).text
    assert handed_in(client, at=OWN).startswith(f"{OWN}/")
    (run,) = all_of(ImportRun)
    assert (run.supplier_id, run.kind) == (cast.hong_luan.id, "products")


def test_one_who_speaks_for_several_says_for_which(sign_in: SignIn, cast: Cast) -> None:
    with transaction(write=True):
        factories.join(cast.accounts["member"], session.merge(cast.hong_ha))
        foreign = factories.make_supplier("HTX Mường Khương")
    client = sign_in("member")
    shown = client.get(OWN).text
    assert cast.hong_ha.public_id in shown and foreign.public_id not in shown
    handed_in(client, at=OWN, supplier=cast.hong_ha.public_id)
    assert [run.supplier_id for run in all_of(ImportRun)] == [cast.hong_ha.id]
    for wrong in (foreign.public_id, ""):
        assert hand_in(client, at=OWN, supplier=wrong).status_code == 422
    assert count(ImportRun) == 1


def test_a_refused_form_keeps_the_supplier_chosen(sign_in: SignIn, cast: Cast) -> None:
    with transaction(write=True):
        factories.join(cast.accounts["member"], session.merge(cast.hong_ha))
    answer = hand_in(sign_in("member"), PICTURE, at=OWN, supplier=cast.hong_ha.public_id)
    assert f'value="{cast.hong_ha.public_id}" selected' in answer.text


def test_earlier_lists_with_their_state(sign_in: SignIn, drain: Callable[[], int]) -> None:
    client = sign_in("commune_officer")
    assert "Chưa gửi danh sách nào" in plain(client.get(OFFICER))
    handed_in(client)
    drain()
    handed_in(client, name="chưa xem.csv")
    read = plain(client.get(OFFICER))
    assert "Đã gửi 2" in read
    assert "4 dòng" in read and "2 thêm mới · 2 không nhận" in read
    assert read.index("chưa xem.csv") < read.index("Đang xem") < read.index("hàng 2026.csv") < read.index("Chờ bạn")


def test_earlier_lists_are_paged_and_an_administrator_sees_whose_they_are(sign_in: SignIn) -> None:
    client = sign_in("commune_officer")
    for number in range(21):
        handed_in(client, name=f"số {number}.csv")
    assert "số 0.csv" not in client.get(OFFICER).text and "số 0.csv" in client.get(f"{OFFICER}?trang=2").text
    assert "Commune Officer" not in plain(client.get(OFFICER))
    assert "Commune Officer" in plain(sign_in("administrator").get(OFFICER))


def test_the_template_is_a_list_that_can_be_handed_in(sign_in: SignIn) -> None:
    client = sign_in("member")
    answer = client.get("/nhap-danh-sach/mau.xlsx")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="mau-danh-sach.xlsx"'
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Tên sản phẩm" in cells_of(answer.data)[0][0]
    assert client.get(OWN).text.count('href="/nhap-danh-sach/mau.xlsx"') == 1


@pytest.mark.parametrize(
    ("person", "there"), [("commune_officer", OFFICER), ("administrator", OFFICER), ("member", OWN)]
)
def test_the_bench_leads_there(sign_in: SignIn, person: str, there: str) -> None:
    start = "/ban-hang/" if there == OWN else "/can-bo/bao-cao"
    assert f'href="{there}"' in sign_in(person).get(start).text
