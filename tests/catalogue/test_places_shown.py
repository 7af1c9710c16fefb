"""What the public pages say of a place, however much of it is known."""

from typing import Any

import pytest
from flask import Flask

from marketplace.core.db import transaction
from tests.browse import Browser
from tests.factories import make_product, make_supplier

PAGES = ("/chu-the/htx-hong-luan", "/san-pham/bun-kho-hong-luan")
NOW, BEFORE = "Quảng Bạch, tỉnh Thái Nguyên", "Trước 1/7/2025: xã Tân Lập, huyện Chợ Đồn, tỉnh Bắc Kạn"
WRITTEN = "Nơi ghi trong danh sách"

pytestmark = pytest.mark.usefixtures("clock")


def shown(app: Flask, client: Browser, path: str, **place: Any) -> str:
    with transaction(write=True):
        make_product(make_supplier(**{"province_id": None, **place}))
    return client.get(path).text.replace("\u00a0", " ")


@pytest.mark.parametrize("path", PAGES)
def test_both_names_of_a_commune(app: Flask, client: Browser, path: str) -> None:
    text = shown(app, client, path, place_id="2025:02038", legacy_place_id="pre2025:02032", place_text="Tân Lập")
    assert NOW in text and BEFORE in text
    assert WRITTEN not in text  # the names say all of it


@pytest.mark.parametrize("path", PAGES)
def test_only_the_present_name_is_known(app: Flask, client: Browser, path: str) -> None:
    text = shown(app, client, path, place_id="2025:02038", province_id="2025:19")
    assert NOW in text and "Trước 1/7/2025" not in text


@pytest.mark.parametrize("path", PAGES)
def test_only_the_province_is_known(app: Flask, client: Browser, path: str) -> None:
    text = shown(app, client, path, province_id="2025:19", legacy_place_id="pre2025:06", place_text="Bắc Kạn")
    assert "ỉnh Thái Nguyên" in text and "Trước 1/7/2025: tỉnh Bắc Kạn" in text
    assert WRITTEN not in text


@pytest.mark.parametrize("path", PAGES)
def test_the_province_is_known_and_the_words_say_more(app: Flask, client: Browser, path: str) -> None:
    text = shown(app, client, path, province_id="2025:19", place_text="Tân Lập, Thái Nguyên")
    assert "ỉnh Thái Nguyên" in text
    assert WRITTEN in text and "Tân Lập, Thái Nguyên" in text


@pytest.mark.parametrize("path", PAGES)
def test_split_commune_keeps_its_former_name(app: Flask, client: Browser, path: str) -> None:
    text = shown(app, client, path, province_id="2025:01", legacy_place_id="pre2025:00679", place_text="xã Đại Áng, HN")
    assert "Trước 1/7/2025: xã Đại Áng, huyện Thanh Trì, thành phố Hà Nội" in text


@pytest.mark.parametrize("path", PAGES)
def test_only_the_former_unit_is_known(app: Flask, client: Browser, path: str) -> None:
    text = shown(app, client, path, legacy_place_id="pre2025:064")
    assert "Chợ Đồn, tỉnh Bắc Kạn (trước 1/7/2025)" in text


@pytest.mark.parametrize("path", PAGES)
def test_words_that_nobody_understood_stand_as_they_were_written(app: Flask, client: Browser, path: str) -> None:
    text = shown(app, client, path, place_text="Xóm Núi <Đá>")
    assert "Xóm Núi &lt;Đá&gt;" in text
    assert ", ." not in text and "None" not in text


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_known(app: Flask, client: Browser, path: str) -> None:
    text = shown(app, client, path)
    assert "làm tại" not in text and WRITTEN not in text and ", ." not in text
