"""A workbook with our columns, to be filled in."""

import io

import xlsxwriter

from marketplace.catalogue.imports.columns import SYNONYMS

_LEFT_OUT = {"seller", "origin"}
_EXAMPLE = {
    "name": "Bún khô",
    "name_en": "Dried rice noodles",
    "supplier": "HTX Hồng Luân",
    "kind": "HTX",
    "commune": "Tân Lập",
    "district": "Chợ Đồn",
    "province": "Bắc Kạn",
    "class_text": "I.3.b",
    "price": "38.000",
    "unit": "gói",
    "pack": "gói 500 g",
    "least": "20 kg",
    "capacity": "3 tấn",
    "season": "9-4",
}


def template_workbook() -> bytes:
    """The workbook: a header row, and the same with an example on a second sheet, which no import reads."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    bold = book.add_format({"bold": True, "bottom": 2})
    for sheet, example in ((book.add_worksheet("Sản phẩm"), {}), (book.add_worksheet("Ví dụ"), _EXAMPLE)):
        for position, name in enumerate(name for name in SYNONYMS if name not in _LEFT_OUT):
            title = SYNONYMS[name][0]
            sheet.write_string(0, position, title, bold)
            if name in example:
                sheet.write_string(1, position, example[name])
            sheet.set_column(position, position, max(12, len(title) + 2))
        sheet.freeze_panes(1, 0)
    book.close()
    return buffer.getvalue()
