"""Titles: no line ends within a word of several syllables, a name, a day or a counted thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.compounds import together
from generator.publishing.render import markdown_text, with_whole_titles


@pytest.mark.parametrize(
    ("title", "held"),
    [
        ("Bốn nhóm của phong trào và xác nhận trên điện thoại", "Bốn nhóm của phong trào và xác nhận trên điện_thoại"),
        ("Số liệu công khai của xã", "Số_liệu công_khai của xã"),
        ("Tỉnh Quảng Trị", "Tỉnh_Quảng_Trị"),
        ("Hồ sơ ở xã Vĩnh Thủy", "Hồ_sơ ở xã_Vĩnh_Thủy"),
        ("Phường Đông Hà, tháng 6/2026", "Phường_Đông_Hà, tháng_6/2026"),
        ("Trong 2.842 hồ sơ, 98,97% đúng hẹn", "Trong 2.842_hồ_sơ, 98,97%_đúng_hẹn"),
        ("Quý II/2026", "Quý_II/2026"),
        ("Kế hoạch chuyển đổi số", "Kế_hoạch chuyển_đổi_số"),
        ("đa mục tiêu hóa", "đa mục_tiêu hóa"),
        ("Thành phố Hồ Chí Minh", "Thành phố Hồ_Chí_Minh"),  # all of it would not fit in a line of a small screen
        ("", ""),
    ],
)
def test_what_belongs_together_stays_together(title: str, held: str) -> None:
    """Each kind of compound once; `_` stands for the no-break space."""
    assert together(title).replace("\u00a0", "_") == held


@given(st.text())
def test_nothing_else_changes(text: str) -> None:
    """Only spaces become no-break spaces, and doing it again changes nothing."""
    made = together(text)
    assert made.replace("\u00a0", " ") == text.replace("\u00a0", " ")
    assert together(made) == made


def test_headings_hold_them() -> None:
    """A heading of a page, before Markdown reads it."""
    assert markdown_text("Số  liệu khác (3)") == "Số\u00a0liệu khác &#40;3&#41;"


def test_headings_written_by_hand_hold_them() -> None:
    """The title and the headings with an anchor; what is typed from a block of code stays as it is."""
    page = "# Gửi số liệu\n\n## Cách 2: văn bản {#van-ban}\n\n```csv\n# số liệu mẫu\n```\n"
    held = "# Gửi số\u00a0liệu\n\n## Cách\u00a02: văn\u00a0bản {#van-ban}\n\n```csv\n# số liệu mẫu\n```\n"
    assert with_whole_titles(page) == held
