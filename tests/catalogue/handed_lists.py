"""Lists as officers and suppliers hand them in on a page, and what their pages say."""

import io
import re
from html import unescape
from typing import Any

from openpyxl import Workbook, load_workbook
from werkzeug.test import TestResponse

from tests.browse import Browser

OFFICER, OWN = "/can-bo/nhap-danh-sach", "/ban-hang/nhap-danh-sach"
# Two good rows, one whose stars nobody gives, one whose price nobody can read, and a column that means nothing.
PRODUCTS = """Danh sách hàng năm 2026
Tên sản phẩm;Chủ thể;Xã;Tỉnh;Giá từ;Quy cách;Mã vạch
Bún khô;HTX Hồng Luân;Quảng Bạch;Thái Nguyên;38.000;gói 500 g;893
Bún gạo lứt;HTX Hồng Luân;Quảng Bạch;Thái Nguyên;42k;gói 400 g;
Miến dong;HTX Hồng Luân;Quảng Bạch;Thái Nguyên;bốn mươi nghìn;gói 500 g;
Cốm nếp;HTX Hồng Luân;Quảng Bạch;Thái Nguyên;rẻ;hộp 300 g;
"""


def hand_in(
    client: Browser, content: str | bytes = PRODUCTS, name: str = "hàng 2026.csv", at: str = OFFICER, **fields: str
) -> TestResponse:
    """Send a list with the form of the page at ``at``."""
    data = content.encode() if isinstance(content, str) else content
    given = {"kind": "products"} if at == OFFICER else {}
    answer = client.submit(at, {**given, **fields, "file": (io.BytesIO(data), name)})
    answer.request.environ["wsgi.input"].close()  # the client keeps a large body in a file, and leaves it open
    return answer


def handed_in(client: Browser, content: str | bytes = PRODUCTS, at: str = OFFICER, **more: Any) -> str:
    """The address of a list that was handed in."""
    answer = hand_in(client, content, at=at, **more)
    assert answer.status_code == 303, plain(answer)
    return answer.location


def plain(answer: TestResponse) -> str:
    """What a person reads on a page."""
    body = answer.text.split("<main")[-1].split("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def figures(answer: TestResponse) -> dict[str, str]:
    """Label → number of the headline figures."""
    found = re.findall(r'figure-number"[^>]*>([^<]*)<.*?figure-label"[^>]*>([^<]*)<', answer.text, re.DOTALL)
    return {label: number for number, label in found}


def rows(answer: TestResponse) -> list[str]:
    """The rows that the page shows, in words."""
    body = answer.text.split("list-rows")[-1].split("</table>")[0] if "list-rows" in answer.text else ""
    found = re.findall(r"<tr.*?</tr>", body, re.DOTALL)
    return [" ".join(unescape(re.sub(r"<[^>]+>", " ", row)).split()) for row in found][1:]


def cells_of(content: bytes) -> list[list[str]]:
    """The first sheet of a workbook as texts."""
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    return [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]


def workbook_of(table: list[list[str]]) -> bytes:
    """A workbook with these cells."""
    book, buffer = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in table:
        sheet.append(row)
    book.save(buffer)
    return buffer.getvalue()
