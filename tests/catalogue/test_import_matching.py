"""Whom and what a row finds again, and what it enters."""

from flask import Flask

from marketplace.catalogue.models import Offer, Product
from marketplace.suppliers.models import Supplier
from tests.catalogue.lists import all_of, count, reasons, supplier, take

HEADER = "Tên sản phẩm;Chủ thể;Tỉnh;Mã số thuế"


def test_the_same_name_in_two_provinces_is_two_suppliers(app: Flask) -> None:
    take(HEADER, "Chè;HTX Hồng Hà;Bắc Kạn;", "Chè;HTX Hồng Hà;Lào Cai;")
    assert sorted(found.province_id or "" for found in all_of(Supplier)) == ["2025:15", "2025:19"]
    assert count(Product) == 2


def test_a_tax_code_finds_a_supplier_under_another_name(app: Flask) -> None:
    take(HEADER, "Chè;HTX Hồng Hà;Bắc Kạn;4700123456")
    take(HEADER, "Gạo;Hợp tác xã chè Hồng Hà;Bắc Kạn;4700 123 456")
    assert count(Supplier) == 1 and count(Product) == 2


def test_two_tax_codes_are_two_suppliers(app: Flask) -> None:
    take(HEADER, "Chè;HTX Hồng Hà;Bắc Kạn;4700123456", "Chè;HTX Hồng Hà;Bắc Kạn;4700999999")
    assert count(Supplier) == 2
    report = take(HEADER, "Gạo;HTX Hồng Hà;Bắc Kạn;")
    assert reasons(report) == ["Có 2 nơi cùng tên “HTX Hồng Hà” trong tỉnh; cần mã số thuế để phân biệt."]


def test_kinds_come_from_the_column_else_from_the_name(app: Flask) -> None:
    header = "Tên sản phẩm;Chủ thể;Loại hình"
    take(header, "Chè;Hoàng Hải;DN", "Gạo;Công ty TNHH Hà Diệp;", "Quýt;Nông Thị Lan;", "Miến;Đại Thắng;Tổ hợp tác")
    assert [found.kind for found in all_of(Supplier)] == ["dn", "dn", "hkd", "tht"]


def test_a_kind_that_nobody_knows_is_told(app: Flask) -> None:
    report = take("Tên sản phẩm;Chủ thể;Loại hình", "Chè;HTX Hoàng Hải;Cá thể", "Gạo;HTX Hồng Hà;HTX")
    (told,) = report.remarked
    assert told.remarks[0].message % told.remarks[0].params == (
        "Chưa hiểu loại hình “Cá thể”, nên đọc theo tên chủ thể: Hợp tác xã."
    )


def test_the_price_of_a_row_with_a_seller_is_the_sellers(app: Flask) -> None:
    lines = ("Tên sản phẩm;Chủ thể;Bên bán;Giá;Tỉnh", "Bún khô;HTX Hồng Luân;Bưu điện Bắc Kạn;42k;Bắc Kạn")
    assert take(*lines).counts == {"created": 1}
    outlet = supplier("Bưu điện Bắc Kạn")
    assert (outlet.kind, outlet.is_outlet, outlet.is_producer) == ("diem_ban", True, False)
    assert [(offer.supplier_id, offer.price) for offer in all_of(Offer)] == [(outlet.id, 42_000)]
    assert take(*lines).counts == {"unchanged": 1}


def test_who_makes_and_sells_is_one_supplier(app: Flask) -> None:
    header = "Tên sản phẩm;Chủ thể;Bên bán;Giá;Tỉnh"
    take(header, "Bún khô;HTX Hồng Luân;htx hồng luân;42k;Bắc Kạn", "Chè;HTX Hồng Hà;HTX Hồng Luân;90k;Bắc Kạn")
    assert count(Supplier) == 2
    assert supplier("HTX Hồng Luân").is_producer and supplier("HTX Hồng Luân").is_outlet
    assert not supplier("HTX Hồng Hà").is_outlet


def test_an_outlet_that_turns_out_to_make_things_is_a_producer_too(app: Flask) -> None:
    header = "Tên sản phẩm;Chủ thể;Bên bán;Giá;Tỉnh"
    take(header, "Chè;HTX Hồng Hà;HTX Hồng Luân;90k;Bắc Kạn", "Bún khô;HTX Hồng Luân;;38k;Bắc Kạn")
    assert supplier("HTX Hồng Luân").is_producer and count(Supplier) == 2


def test_products_without_producer_are_found_again_within_the_province(app: Flask) -> None:
    lines = ("Tên sản phẩm;Tỉnh", "Quýt;Bắc Kạn", "Quýt;Lào Cai")
    assert take(*lines).counts == {"created": 2}
    assert take(*lines).counts == {"unchanged": 2}


def test_a_place_that_no_era_knows_keeps_its_text(app: Flask) -> None:
    take("Tên sản phẩm;Chủ thể;Xuất xứ", "Quýt;HTX Toàn Thắng;Bản Xa Xôi")
    found = supplier("HTX Toàn Thắng")
    assert (found.place_id, found.province_id, found.place_text) == (None, None, "Bản Xa Xôi")


def test_a_class_may_be_named_or_proposed(app: Flask) -> None:
    header = "Tên sản phẩm;Nhóm sản phẩm"
    take(header, "Bún khô;", "Thứ lạ;I.5.a", "Thứ khác;mật ong rừng", "Chưa ai biết;")
    found = [(product.class_code, product.proposed_class) for product in all_of(Product)]
    assert found == [(None, "I.3.b"), ("I.5.a", None), (None, "I.2.b"), (None, None)]


def test_a_class_that_a_later_list_knows_is_taken(app: Flask) -> None:
    take("Tên sản phẩm", "Bún khô")
    assert take("Tên sản phẩm;Nhóm sản phẩm", "Bún khô;I.3.b").counts == {"changed": 1}
    assert [(p.class_code, p.proposed_class) for p in all_of(Product)] == [("I.3.b", None)]
    assert take("Tên sản phẩm;Nhóm sản phẩm", "Bún khô;I.3.a").counts == {"changed": 1}
    assert [p.class_code for p in all_of(Product)] == ["I.3.a"]


def test_odd_rows_are_refused_and_the_rest_is_taken(app: Flask) -> None:
    report = take(
        "Tên sản phẩm;Chủ thể;Giá từ;Giá đến;Ngày cấp;Ngày hết hạn",
        f"{'Bún ' * 60};HTX Một;;;;",
        "Gạo;HTX Một;50k;40k;;",
        "Chè;HTX Một;;;1/6/2025;1/5/2025",
        "Quýt;HTX Một;50k;60k;;",
    )
    assert reasons(report) == [
        "Dài quá 200 ký tự.",
        "Giá đến thấp hơn giá từ.",
        "Ngày hết hạn đứng trước ngày cấp.",
    ]
    assert report.counts == {"refused": 3, "created": 1}


def test_a_dry_run_of_many_portions_says_what_would_happen(app: Flask) -> None:
    rows = [f"Hàng {number};HTX Số {number};gói;{number + 1}000" for number in range(250)]
    lines = ("Tên sản phẩm;Chủ thể;ĐVT;Giá", *rows)
    assert take(*lines, dry_run=True).counts == {"created": 250}
    assert count(Product) == 0
    assert take(*lines).recounted == 250
