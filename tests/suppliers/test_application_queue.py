"""The officers' queue of applications: what stands first, who sees what, and several passed at once."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from marketplace.core.clock import StoppedClock
from tests.browse import Browser
from tests.cast import DONG_PHUC
from tests.suppliers.applying import QUEUE, applied, supplier_of

SignIn = Callable[[str], Browser]
pytestmark = pytest.mark.usefixtures("clock")


def test_the_queue_stands_by_what_was_promised(sign_in: SignIn, clock: StoppedClock) -> None:
    applied(sign_in("trader"))
    clock.advance(timedelta(days=4))
    applied(sign_in("other_member"), name="HTX Bản Thi")
    text = sign_in("province_officer").get(QUEUE).text
    assert text.index("Tổ hợp tác Nà Lọc") < text.index("HTX Bản Thi")
    assert "1 hồ sơ quá hạn" in text and "Quá hạn từ 27/11/2026, 9:00" in text
    assert "Hẹn trước 1/12/2026, 9:00" in text


def test_several_are_passed_at_once(sign_in: SignIn) -> None:
    rows = [applied(sign_in("trader")), applied(sign_in("other_member"), name="HTX Bản Thi", place=DONG_PHUC)]
    officer = sign_in("province_officer")
    assert officer.submit(f"{QUEUE}/thong-qua", {"way": "known"}).status_code == 422
    ticked = {"ho-so": [row.public_id for row in rows], "way": "known"}
    assert officer.submit(f"{QUEUE}/thong-qua", ticked).status_code == 303
    assert {supplier_of(row).state for row in rows} == {"claimed"}


def test_of_several_what_another_officer_settled_meanwhile_is_passed_over(sign_in: SignIn) -> None:
    rows = [applied(sign_in("trader")), applied(sign_in("other_member"), name="HTX Bản Thi", place=DONG_PHUC)]
    ticked = {"ho-so": [row.public_id for row in rows], "way": "known"}
    assert sign_in("commune_officer").submit(f"{QUEUE}/{rows[0].public_id}/thong-qua", ticked).status_code == 303
    officer = sign_in("province_officer")
    assert officer.submit(f"{QUEUE}/thong-qua", ticked).status_code == 303
    assert supplier_of(rows[1]).state == "claimed"
    assert "Đã thông qua 1 hồ sơ." in officer.get(QUEUE).text
    late = officer.submit(f"{QUEUE}/thong-qua", ticked)
    assert late.status_code == 422 and "vừa có người xem xong" in late.text


def test_officers_see_their_own_areas_alone(sign_in: SignIn) -> None:
    row = applied(sign_in("trader"), place=DONG_PHUC, name="HTX Bản Thi")
    commune, province = sign_in("commune_officer"), sign_in("province_officer")
    assert "HTX Bản Thi" not in commune.get(QUEUE).text and "HTX Bản Thi" in province.get(QUEUE).text
    assert commune.get(f"{QUEUE}/{row.public_id}").status_code == 404
    ticked = {"ho-so": [row.public_id], "way": "known"}
    assert commune.submit(f"{QUEUE}/thong-qua", ticked).status_code == 404
