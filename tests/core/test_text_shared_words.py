"""A product's name beside its maker's."""

import pytest

from marketplace.core.text import without_shared_ending


@pytest.mark.parametrize(
    ("name", "beside", "expected"),
    [
        ("Bún khô Hồng Luân", "HTX Hồng Luân", "Bún khô"),
        ("Bún khô 20-10", "HTX 20-10", "Bún khô"),
        ("Mật ong rừng Nam Xuân Lạc", "THT Nam Xuân Lạc", "Mật ong rừng"),
        ("Bún khô Hồng Luân", "Bưu điện Chợ Đồn", "Bún khô Hồng Luân"),
        ("Rượu men lá Bằng Phúc", "HTX Rượu men lá Bằng Phúc", "Rượu men lá Bằng Phúc"),
        ("Trà hoa", "HTX Sản xuất hoa", "Trà hoa"),
        ("Vải Bó Lù", "THT Dệt Bó Lù", "Vải Bó Lù"),
        ("", "HTX Hồng Luân", ""),
    ],
)
def test_without_shared_ending(name: str, beside: str, expected: str) -> None:
    assert without_shared_ending(name, beside) == expected
