"""Tables with bars: rates beside the same period a year ago, and whose work a result is."""

from __future__ import annotations

from told_months import Data

from generator.pieces.blocks import Block
from generator.pieces.charted import change, target_bullets
from generator.pieces.drawn_tables import Bullets

RATES = ("ty_le_so_hoa_dau_vao", "ty_le_so_hoa_dau_ra")
NINE = ("9 tháng đầu năm {}", "{}-01-01", "{}-09-30")
WHOLE = ("Năm {}", "{}-01-01", "{}-12-31")


def tell(data: Data, name: str, year: int, form: tuple[str, str, str], rate: int) -> Data:
    period, first, last = (text.format(year) for text in form)
    for id in RATES:
        data.row("chi-tieu", chi_tieu=id, ky=period, tu_ngay=first, den_ngay=last, gia_tri=f"{rate}%",
                 co_so="không nêu", nguon=name)  # fmt: skip
    return data


def table(data: Data) -> Bullets:
    view, commune = data.view()
    (made,) = change(view, commune, view.sayable(commune), *RATES)
    assert isinstance(made, Bullets)
    return made


def both_years() -> Data:
    """A document that prints nine months and the whole year before."""
    data = Data().document("bc-9", "2026-10-05")
    return tell(tell(data, "bc-9", 2026, NINE, 80), "bc-9", 2025, WHOLE, 70)


def test_nine_months_stand_beside_nine_months() -> None:
    data = tell(both_years().document("bc-cu", "2025-10-05"), "bc-cu", 2025, NINE, 60)
    made = table(data)
    assert made.head[1:] == ("9 tháng đầu năm 2026 (đến 30/09/2026)", "9 tháng đầu năm 2025 (đến 30/09/2025)")
    assert [cell.text for cell in made.rows[0].cells[1:]] == ["80%", "60%"]
    assert "dài ngắn khác nhau" not in made.below


def test_without_the_same_months_a_year_is_compared_and_called_longer() -> None:
    made = table(both_years())
    assert made.head[2] == "Năm 2025"
    assert "Hai kỳ có thể dài ngắn khác nhau." in made.below


def test_the_newest_year_goes_before_what_is_more_alike() -> None:
    data = tell(both_years().document("bc-24", "2025-01-05"), "bc-24", 2024, WHOLE, 50)
    assert table(data).head[1] == "9 tháng đầu năm 2026 (đến 30/09/2026)"


def test_a_computed_result_is_called_so_and_not_the_verdict() -> None:
    data = Data().to_date(2026, 6, 400, 4).document("kh", "2026-01-05").row(
        "muc-tieu", ma="kh-1", chi_tieu="ty_le_dung_han", giai_doan="Năm 2026", tu_ngay="2026-01-01",
        den_ngay="2026-12-31", so_sanh=">=", gia_tri="98%", noi_dung="Đúng hẹn từ 98%", nhu_in="98%", nguon="kh",
    )  # fmt: skip
    view, commune = data.view()
    made: Block = target_bullets(view, commune, commune.address, "", view.targets_of(commune))[0]
    assert isinstance(made, Bullets)
    name, result, _, state = made.rows[0].cells
    assert (name.small, result.text) == ("Biểu 1. Kết quả trang tự tính", "99%")
    assert (state.text, state.small) == ("đạt", "theo số đến 30/06/2026")
