"""Lists that come again with other words: what they may change, and what stands above them."""

import pytest
from flask import Flask

from marketplace.catalogue.models import Certificate, Offer, Pack, Product, ProductVersion
from marketplace.catalogue.services import revise_product, verify_certificate
from marketplace.catalogue.vocabulary import Words
from marketplace.core.actor import STRANGER
from marketplace.core.db import session, transaction
from marketplace.core.texts import say
from marketplace.places.vocabulary import PlaceRef
from marketplace.suppliers.models import Mailbox, Supplier
from marketplace.suppliers.queries import mailboxes_of
from marketplace.suppliers.services import put_place, verify_supplier
from tests.cast import Cast
from tests.catalogue.lists import all_of, count, reasons, supplier, take, words

HEADER = "Tên sản phẩm;Chủ thể;Xã;Tỉnh;Sao;Quyết định;Ngày;Mô tả"
NOODLES = "Bún khô;HTX Hồng Luân;Tân Lập;Bắc Kạn;3;QĐ 15;2021-12-29;Sợi nhỏ"


def claim_supplier(name: str) -> None:
    with transaction(write=True):
        session.get_one(Supplier, supplier(name).id).state = "claimed"


def test_other_words_make_a_new_version_and_the_old_one_stays(app: Flask) -> None:
    take(HEADER, NOODLES)
    first = words()
    assert take(HEADER, NOODLES.replace("Sợi nhỏ", "Sợi to")).counts == {"changed": 1}
    assert (words().number, words().description) == (2, "Sợi to")
    assert all_of(ProductVersion)[0].id == first.id


def test_silence_takes_nothing_away(app: Flask) -> None:
    take(HEADER, NOODLES)
    assert take("Tên sản phẩm;Chủ thể;Tỉnh", "Bún khô;HTX Hồng Luân;Bắc Kạn").counts == {"unchanged": 1}
    assert words().description == "Sợi nhỏ"


def test_a_corrected_spelling_keeps_product_and_address(app: Flask) -> None:
    take(HEADER, NOODLES.replace("Bún khô", "Bun kho").replace("Hồng Luân", "Hong Luan"))
    before = all_of(Product)[0].slug
    assert take(HEADER, NOODLES).counts == {"changed": 1}
    assert (words().name, supplier("HTX Hồng Luân").short_name) == ("Bún khô", "Hồng Luân")
    assert [product.slug for product in all_of(Product)] == [before]


def test_a_written_out_legal_form_is_no_other_supplier(app: Flask) -> None:
    take(HEADER, NOODLES)
    assert take(HEADER, NOODLES.replace("HTX", "Hợp tác xã")).counts == {"unchanged": 1}
    assert count(Supplier) == 1


def test_once_claimed_a_supplier_speaks_for_itself(app: Flask) -> None:
    take(HEADER + ";Giá", NOODLES + ";38k")
    claim_supplier("HTX Hồng Luân")
    with transaction(write=True):
        product = session.get_one(Product, all_of(Product)[0].id)
        revise_product(STRANGER, product, Words("Bún khô Hồng Luân", description="Phơi nắng"))
        product.match_key = "bun kho"
    report = take(HEADER + ";Giá;Tên tiếng Anh", NOODLES + ";30k;Dried noodles")
    assert report.counts == {"changed": 1}
    kept = (words().name, words().description, words().name_en)
    assert kept == ("Bún khô Hồng Luân", "Phơi nắng", "Dried noodles"), "only what was missing is added"
    assert [offer.price for offer in all_of(Offer)] == [38_000]


def test_a_corrected_decision_is_no_second_paper(app: Flask) -> None:
    take(HEADER, NOODLES)
    assert take(HEADER, NOODLES.replace("2021-12-29", "2022-02-28")).counts == {"changed": 1}
    (paper,) = all_of(Certificate)
    assert (str(paper.issued_on), str(paper.expires_on), paper.rule_version) == ("2022-02-28", "2025-02-28", "1048")


def test_another_number_of_the_same_day_is_a_corrected_one(app: Flask) -> None:
    take(HEADER, NOODLES)
    assert take(HEADER, NOODLES.replace("QĐ 15", "QĐ 51")).counts == {"changed": 1}
    assert [paper.decision_no for paper in all_of(Certificate)] == ["QĐ 51"]


def test_a_decision_fills_in_what_a_year_began(app: Flask) -> None:
    take(HEADER, NOODLES.replace("QĐ 15;2021-12-29", ";2021"))
    assert all_of(Certificate)[0].decision_no == "năm 2021"
    take(HEADER, NOODLES)
    assert [(paper.decision_no, paper.issued_on.year) for paper in all_of(Certificate)] == [("QĐ 15", 2021)]


def test_another_decision_is_another_paper(app: Flask) -> None:
    take(HEADER, NOODLES)
    take(HEADER, NOODLES.replace("3;QĐ 15;2021", "4;QĐ 77;2024"))
    assert [(paper.stars, paper.decision_no) for paper in all_of(Certificate)] == [(3, "QĐ 15"), (4, "QĐ 77")]


def test_what_an_officer_verified_is_not_overwritten(app: Flask) -> None:
    take(HEADER, NOODLES)
    with transaction(write=True):
        verify_certificate(STRANGER, session.get_one(Certificate, all_of(Certificate)[0].id))
    upgraded = NOODLES.replace("Bắc Kạn;3;", "Bắc Kạn;4;")
    assert take(HEADER, upgraded).counts == {"changed": 1}
    papers = all_of(Certificate)
    assert [(paper.stars, paper.verified_at is not None) for paper in papers] == [(3, True), (4, False)]
    assert take(HEADER, upgraded).counts == {"unchanged": 1}


def test_a_nearer_place_replaces_a_vaguer_one_but_not_the_other_way(app: Flask) -> None:
    vague = NOODLES.replace("Tân Lập", "")
    take(HEADER, vague)
    assert supplier("HTX Hồng Luân").place_id is None
    assert take(HEADER, NOODLES).counts == {"changed": 1}
    assert take(HEADER, vague).counts == {"unchanged": 1}
    assert supplier("HTX Hồng Luân").place_id == "2025:02038"


def test_a_verified_supplier_stays_where_it_is(app: Flask) -> None:
    take(HEADER, NOODLES)
    with transaction(write=True):
        verify_supplier(STRANGER, session.get_one(Supplier, supplier("HTX Hồng Luân").id))
    assert take(HEADER, NOODLES.replace("Tân Lập", "Bằng Phúc")).counts == {"unchanged": 1}
    assert supplier("HTX Hồng Luân").legacy_place_id == "pre2025:02032"


def test_a_place_that_an_officer_chose_stands_above_a_list(app: Flask, cast: Cast) -> None:
    take(HEADER, NOODLES)
    with transaction(write=True):
        chosen = session.get_one(Supplier, supplier("HTX Hồng Luân").id)
        put_place(cast.actor("province_officer"), chosen, PlaceRef("2025:01933", "pre2025:02041"), "")
    report = take(HEADER, NOODLES)
    assert report.counts == {"unchanged": 1}
    assert [say(r.message, **r.params) for r in report.remarked[0].remarks] == [
        "Cán bộ đã chọn xã của HTX Hồng Luân: giữ xã ấy."
    ]
    assert supplier("HTX Hồng Luân").place_id == "2025:01933"


def test_a_claimed_supplier_keeps_its_place_and_phone(app: Flask) -> None:
    take(HEADER + ";Điện thoại", NOODLES + ";0900 000 012")
    claim_supplier("HTX Hồng Luân")
    moved = NOODLES.replace("Tân Lập", "Bằng Phúc") + ";0900 000 099"
    assert take(HEADER + ";Điện thoại", moved).counts == {"unchanged": 1}
    found = supplier("HTX Hồng Luân")
    assert (found.legacy_place_id, found.phone) == ("pre2025:02032", "+84900000012")


def test_the_name_of_today_of_the_same_commune_takes_no_former_one_away(app: Flask) -> None:
    take(HEADER, NOODLES)
    today = NOODLES.replace("Tân Lập;Bắc Kạn", "Quảng Bạch;Thái Nguyên")
    report = take(HEADER, today, today.replace("Bún khô", "Gạo"))
    assert not report.remarked and supplier("HTX Hồng Luân").legacy_place_id == "pre2025:02032"


def test_the_first_row_about_a_supplier_says_where_it_is(app: Flask) -> None:
    lines = (HEADER, NOODLES, NOODLES.replace("Bún khô", "Gạo").replace("Tân Lập", "Bằng Phúc"))
    take(*lines)
    assert supplier("HTX Hồng Luân").legacy_place_id == "pre2025:02032"
    assert take(*lines).counts == {"unchanged": 2}


def test_two_rows_about_one_product_are_two_papers(app: Flask) -> None:
    bare = NOODLES.replace("QĐ 15;2021-12-29", ";")
    lines = (HEADER, bare, bare.replace("Bắc Kạn;3", "Bắc Kạn;4"))
    take(*lines)
    assert [paper.stars for paper in all_of(Certificate)] == [3, 4]
    assert take(*lines).counts == {"unchanged": 2} and count(Certificate) == 2


def test_contacts_are_added_where_there_were_none(app: Flask) -> None:
    take(HEADER, NOODLES)
    lines = ("Chủ thể;Tỉnh;Điện thoại;Thư điện tử", "HTX Hồng Luân;Bắc Kạn;0900 000 012;htx@example.org")
    assert take(*lines, kind="suppliers").counts == {"changed": 1}
    assert take(*lines, kind="suppliers").counts == {"unchanged": 1}
    take(lines[0], "HTX Hồng Luân;Bắc Kạn;0900 000 012;khac@example.org", kind="suppliers")
    with transaction(write=False):
        assert mailboxes_of(supplier("HTX Hồng Luân").id) == ("htx@example.org",)
    assert count(Mailbox) == 1 and supplier("HTX Hồng Luân").phone == "+84900000012"


@pytest.mark.parametrize("prices", [("38k", "40k"), ("38k", "38k")])
def test_rows_of_one_list_do_not_undo_each_other(app: Flask, prices: tuple[str, str]) -> None:
    lines = [f"Bún khô;HTX Hồng Luân;Bắc Kạn;gói 500 g;{price}" for price in prices]
    header = "Tên sản phẩm;Chủ thể;Tỉnh;Quy cách;Giá"
    report = take(header, *lines)
    differ = prices[0] != prices[1]
    assert reasons(report) == (["Cùng một mặt hàng, dòng 2 đã ghi giá khác."] if differ else [])
    assert take(header, *lines).counts["changed"] == 0
    assert [offer.price for offer in all_of(Offer)] == [38_000]


def test_two_sizes_of_one_product_are_two_packs(app: Flask) -> None:
    lines = ("Tên sản phẩm;Chủ thể;Giá", "Bún khô 500g;HTX Hồng Luân;38k", "Bún khô 1kg;HTX Hồng Luân;70k")
    assert take(*lines).counts == {"created": 1, "changed": 1}
    assert take(*lines).counts == {"unchanged": 2}
    assert count(Product) == 1 and [offer.price for offer in all_of(Offer)] == [38_000, 70_000]


def test_a_product_of_two_sizes_has_neither_in_its_name(app: Flask) -> None:
    lines = ("Tên sản phẩm;Chủ thể;Giá", "Bun kho 500g;HTX Hồng Luân;38k", "BUN KHO - túi 1kg;HTX Hồng Luân;70k")
    report = take(*lines)
    assert words().name == "Bun kho" and not report.remarked, "case and size are no other name"
    assert take(*lines).counts == {"unchanged": 2}
    assert take(lines[0], lines[1].replace("Bun kho", "Bún khô"), lines[2]).counts == {"changed": 1, "unchanged": 1}
    assert words().name == "Bún khô"
    assert [pack.label.replace("\u00a0", " ") for pack in all_of(Pack)] == ["500 g", "túi 1 kg"]


def test_a_price_that_nobody_asks_is_missed_aloud_and_its_pack_kept(app: Flask) -> None:
    lines = ("Tên sản phẩm;Giá", "Bún khô 500g;38k", "Bún khô 1kg;70k", "Miến;Liên hệ", "Quýt;20k")
    report = take(*lines)
    assert report.counts == {"created": 3, "changed": 1}
    said = [(row.number, say(remark.message, **remark.params)) for row in report.remarked for remark in row.remarks]
    assert said == [
        (line, f"Chưa rõ ai bán nên chưa ghi giá {price}\u00a0₫: xin thêm chủ thể hoặc bên bán.")
        for line, price in ((2, "38.000"), (3, "70.000"), (5, "20.000"))
    ]
    assert [pack.grams for pack in all_of(Pack)] == [500, 1000] and not count(Offer)
    assert take(*lines).counts == {"unchanged": 4}
    take("Tên sản phẩm;Bên bán;Giá", "Bún khô 500g;Bưu điện tỉnh;38k")
    assert [offer.price for offer in all_of(Offer)] == [38_000] and count(Pack) == 2


def test_a_list_that_is_silent_of_a_price_leaves_it_and_one_that_asks_takes_it_away(app: Flask) -> None:
    header = "Tên sản phẩm;Chủ thể;Quy cách;Giá;Số lượng tối thiểu"
    take(header, "Bún khô;HTX Hồng Luân;gói 500 g;38k;20 gói")
    assert take(header, "Bún khô;HTX Hồng Luân;gói 500 g;;").counts == {"unchanged": 1}
    assert take(header, "Bún khô;HTX Hồng Luân;gói 500 g;40k;").counts == {"changed": 1}
    assert [(offer.price, offer.least_packs) for offer in all_of(Offer)] == [(40_000, 20)]
    assert take(header, "Bún khô;HTX Hồng Luân;gói 500 g;Liên hệ;").counts == {"changed": 1}
    assert [(offer.price_kind, offer.price, offer.least_packs) for offer in all_of(Offer)] == [("lien_he", None, 20)]
