"""The page of a list in each of its states: what it shows, what it offers, and that its figures open."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from sqlalchemy import update

from marketplace.catalogue.models import ImportRow, ImportRun, Product
from marketplace.core.db import session, transaction
from marketplace.core.outbox import OutboxRow
from tests.browse import Browser
from tests.cast import Cast
from tests.catalogue.handed_lists import OFFICER, OWN, PRODUCTS, cells_of, figures, handed_in, plain, rows
from tests.catalogue.lists import all_of, count

SignIn = Callable[[str], Browser]
Drain = Callable[[], int]
HEAD = PRODUCTS.splitlines()[1]


@pytest.fixture
def officer(sign_in: SignIn) -> Browser:
    return sign_in("commune_officer")


@pytest.fixture
def previewed(officer: Browser, drain: Drain) -> str:
    """The address of a list of two good rows and two bad ones, looked at by the worker."""
    address = handed_in(officer)
    drain()
    return address


def put(**values: object) -> None:
    """Set attributes of the only list."""
    with transaction(write=True):
        session.execute(update(ImportRun).values(**values))


def test_while_the_worker_looks_the_page_comes_again_by_itself(officer: Browser) -> None:
    address = handed_in(officer)
    put(rows_seen=3)
    read = officer.get(address)
    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in read.text
    assert "Đang xem 3/4 dòng" in plain(read) and 'max="4" value="3"' in read.text
    assert "Nhận" not in plain(read) and f"{address}/tien-do" in read.text


def test_progress_is_told_to_the_script(officer: Browser) -> None:
    address = handed_in(officer)
    put(rows_seen=3)
    answer = officer.get(f"{address}/tien-do")
    assert answer.json == {"state": "uploaded", "done": 3, "total": 4, "words": "Đang xem 3/4 dòng"}
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_preview_counts_names_and_explains(officer: Browser, previewed: str) -> None:
    read = officer.get(previewed)
    assert figures(read) == {"thêm mới": "2", "sửa": "0", "giữ nguyên": "0", "không nhận": "2", "cần xem lại": "0"}
    words = plain(read)
    assert "Để lại “Mã vạch”" in words
    assert "Không hiểu số tiền “…”. Ví dụ: 45.000, 450k, 1,2 triệu. 2 dòng" in words
    assert [row.split()[0] for row in rows(read)] == ["3", "4", "5", "6"], "lines as a person counts"
    assert "Giá từ" in rows(read)[2] and "“bốn mươi nghìn”" in rows(read)[2]
    assert "Nhận 2 dòng" in words and "2 dòng không nhận được sẽ để lại." in words
    assert "http-equiv" not in read.text
    assert count(Product) == 0, "a preview writes nothing"


def test_every_figure_opens_to_as_many_rows(officer: Browser, previewed: str) -> None:
    remark = {"column": "Xã", "message": "Có 22 xã tên này.", "params": {}}
    with transaction(write=True):
        session.execute(update(ImportRow).where(ImportRow.number == 3).values(remarks=[remark]))
    read = officer.get(previewed)
    assert figures(read)["cần xem lại"] == "1" and "Xã · Có 22 xã tên này. 1 dòng" in plain(read)
    numbers = [number for number in figures(read).values() if number != "0"]
    links = re.findall(r'<a class="figure-number" href="([^"]+)"', read.text)
    assert [str(len(rows(officer.get(unescape(link))))) for link in links] == numbers
    reasons = re.findall(r'class="reason-words" href="([^"]+)"', read.text)
    counts = re.findall(r'class="reason-count number">(\d+)<', read.text)
    assert [str(len(rows(officer.get(unescape(link))))) for link in reasons] == counts


def test_a_figure_of_nought_leads_nowhere_and_an_odd_filter_shows_all(officer: Browser, previewed: str) -> None:
    assert "xem=sua" not in officer.get(previewed).text
    for query in ("?xem=gi-do", "?ly-do=khong-co", "?trang=77", "?trang=x"):
        assert len(rows(officer.get(previewed + query))) == 4, query
    assert "Không có dòng nào như thế." in plain(officer.get(f"{previewed}?xem=sua"))


def test_a_reason_that_is_chosen_stands_above_its_rows(officer: Browser, previewed: str) -> None:
    (link, *_others) = re.findall(r'class="reason-words" href="([^"]+)"', officer.get(previewed).text)
    read = officer.get(unescape(link))
    assert [row.split()[0] for row in rows(read)] == ["5", "6"]
    assert re.search(r'id="cac-dong">Không hiểu số tiền', read.text)


def test_rows_come_by_hundreds(officer: Browser, drain: Drain) -> None:
    lines = [f"Bún số {number};HTX Hồng Luân;Quảng Bạch;Thái Nguyên;;;" for number in range(101)]
    address = handed_in(officer, "\n".join([HEAD, *lines]))
    drain()
    assert len(rows(officer.get(address))) == 100
    assert [row.split()[0] for row in rows(officer.get(f"{address}?trang=2"))] == ["102"]
    assert "Trang 1 / 2" in plain(officer.get(f"{address}?xem=them-moi"))


def test_without_a_good_row_there_is_nothing_to_take(officer: Browser, drain: Drain) -> None:
    address = handed_in(officer, "\n".join([HEAD, *PRODUCTS.splitlines()[4:]]))
    drain()
    read = officer.get(address)
    assert f'action="{address}/nhan"' not in read.text and f'action="{address}/bo"' in read.text
    assert "Không dòng nào nhận được." in plain(read) and "Tải về để sửa (.xlsx)" in plain(read)


def test_taking_shows_progress_and_says_that_one_may_leave(officer: Browser, previewed: str) -> None:
    assert officer.fill(previewed, "/nhan").location == previewed
    read = officer.get(previewed)
    assert "Có thể đóng trang này, việc vẫn chạy" in plain(read) and '<meta http-equiv="refresh"' in read.text
    assert f'action="{previewed}/bo"' not in read.text, "too late to drop it"


def test_a_double_tap_takes_once(officer: Browser, previewed: str, drain: Drain) -> None:
    answers = [officer.submit(f"{previewed}/nhan", {"form_key": "the-same-key"}) for _ in range(2)]
    assert [answer.location for answer in answers] == [previewed] * 2
    assert [row.handler for row in all_of(OutboxRow) if row.done_at is None].count("catalogue.take_list") == 1
    later = officer.submit(f"{previewed}/nhan", {"form_key": "another-key"})
    assert later.location == previewed and "không còn chờ quyết định" in plain(officer.get(previewed))
    drain()
    assert count(Product) == 2


def test_a_list_that_was_dropped_is_not_taken(officer: Browser, previewed: str, drain: Drain) -> None:
    assert officer.fill(previewed, "/bo").location == OFFICER
    assert "Đã bỏ danh sách. Chưa có gì được ghi." in plain(officer.get(OFFICER))
    officer.submit(f"{previewed}/nhan")
    drain()
    assert count(Product) == 0
    assert "Không dòng nào được ghi vào kho." in plain(officer.get(previewed))


def test_the_end_counts_again_and_says_what_comes_next(officer: Browser, previewed: str, drain: Drain) -> None:
    officer.fill(previewed, "/nhan")
    drain()
    read = officer.get(previewed)
    words = plain(read)
    assert "Đã nhận 2 dòng" in words and "4 dòng = 2 thêm mới + 2 không nhận" in words
    assert "Đếm lại trong kho sau khi ghi: 2 sản phẩm" in words and "Đúng như bản xem trước." in words
    for way in ("/can-bo/chung-nhan", "/can-bo/phan-nhom", "/can-bo/chu-the?thieu=xa"):
        assert f'href="{way}"' in read.text
    assert 'href="/san-pham/bun-kho-hong-luan"' in read.text, "rows lead to what they made"
    assert "http-equiv" not in read.text


def test_an_end_that_differs_from_the_preview_says_so(officer: Browser, previewed: str, drain: Drain) -> None:
    officer.fill(previewed, "/nhan")
    drain()
    put(expected={"created": 3, "refused": 1})
    words = plain(officer.get(previewed))
    assert "Khác với bản xem trước" in words and "Đúng như bản xem trước" not in words
    assert "thêm mới 3 2" in words and "không nhận 1 2" in words


def test_until_it_is_counted_again_the_page_waits(officer: Browser, previewed: str, drain: Drain) -> None:
    officer.fill(previewed, "/nhan")
    drain()
    put(recounted=None)
    assert "đang đếm lại trong kho" in plain(officer.get(previewed))
    progress = officer.get(f"{previewed}/tien-do").json
    assert progress is not None and progress["state"] == "counting"


def test_what_remains_when_the_rows_were_dropped(officer: Browser, previewed: str, drain: Drain) -> None:
    officer.fill(previewed, "/nhan")
    drain()
    with transaction(write=True):
        session.query(ImportRow).delete()
    read = officer.get(previewed)
    assert figures(read)["thêm mới"] == "2" and '<a class="figure-number"' not in read.text
    assert "4 dòng = 2 thêm mới + 2 không nhận" in plain(read) and ".xlsx" not in read.text
    for file in ("khong-nhan.xlsx", "ket-qua.xlsx"):
        assert officer.get(f"{previewed}/{file}").status_code == 404


def test_refused_rows_and_results_as_workbooks(officer: Browser, previewed: str, drain: Drain) -> None:
    refused = officer.get(f"{previewed}/khong-nhan.xlsx")
    assert refused.headers["Content-Disposition"] == 'attachment; filename="hang-2026-khong-nhan.xlsx"'
    assert refused.headers["Cache-Control"] == "no-store"
    assert [row[0] for row in cells_of(refused.data)] == ["Tên sản phẩm", "Miến dong", "Cốm nếp"]
    assert "Không hiểu số tiền “rẻ”" in cells_of(refused.data)[2][-1]
    assert officer.get(f"{previewed}/ket-qua.xlsx").status_code == 404, "there is no result yet"
    officer.fill(previewed, "/nhan")
    drain()
    result = cells_of(officer.get(f"{previewed}/ket-qua.xlsx").data)
    assert [(row[0], row[-2]) for row in result[1:]] == [
        ("3", "thêm mới"),
        ("4", "thêm mới"),
        ("5", "không nhận"),
        ("6", "không nhận"),
    ]


def test_what_a_supplier_adds_waits_for_the_officer(sign_in: SignIn, drain: Drain, cast: Cast) -> None:
    member = sign_in("member")
    address = handed_in(member, at=OWN)
    drain()
    member.fill(address, "/nhan")
    drain()
    read = member.get(address)
    assert "Đang chờ cán bộ duyệt." in plain(read) and "Việc tiếp theo" not in plain(read)
    assert 'href="/san-pham/' not in read.text, "nobody can see it there yet"
    assert {product.state for product in all_of(Product)} == {"pending"}


def test_a_list_is_hidden_from_others(officer: Browser, sign_in: SignIn, previewed: str) -> None:
    own = previewed.replace(OFFICER, OWN)
    for person in ("other_officer", "province_officer", "member", "trader"):
        client = sign_in(person)
        for path in ("", "/tien-do", "/khong-nhan.xlsx", "/ket-qua.xlsx"):
            assert client.get(previewed + path).status_code == 404, (person, path)
            assert client.get(own + path).status_code == 404, (person, path)
        assert client.submit(f"{previewed}/nhan").status_code == client.submit(f"{previewed}/bo").status_code == 404
    assert sign_in("administrator").get(previewed).status_code == 200
