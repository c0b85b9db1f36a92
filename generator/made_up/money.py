"""`ngan-sach.csv`, of digital transformation: each line with one code from plan to settlement; what is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.made_up.character import Character
from generator.made_up.course import Course
from generator.made_up.months import Month
from generator.made_up.papers import Papers
from generator.made_up.rows import Row, from_place, since_new_year

_TOTAL = ("kinh-phi", "Kinh phí chuyển đổi số")
_PARTS = {
    "thiet-bi": ("Mua máy tính, máy quét", 0.42), "phan-mem": ("Thuê phần mềm dùng chung", 0.26),
    "tap-huan": ("Tập huấn, hướng dẫn người dân", 0.18), "so-hoa": ("Số hóa hồ sơ lưu trữ", 0.14),
}  # fmt: skip
_SPENT = {3: 0.14, 6: 0.4, 9: 0.66, 12: 0.95}
"""What share is spent by the end of a month; in between as much as it follows."""


def share_spent(month: Month) -> float:
    """What share of a year's money is usually spent by the end of a month."""
    return _SPENT.get(month.number) or 0.066 * month.number


def rows(commune: Character, _: Course, papers: Papers) -> Iterator[Row]:
    """Each year's plan, allocation, spending by the quarter and settlement; those of the newest year with all parts."""
    chance = commune.chance("money")
    newest = papers.newest.month.year
    given: dict[int, int] = {}
    spent: dict[int, int] = {}
    for year, paper in papers.estimates.items():
        planned = round(220 + commune.staff * 5 * chance.uniform(0.7, 1.3) + 25 * (year - 2023))
        given[year] = planned - planned // 20
        yield _line(*_TOTAL, "du_toan", planned, of_year(year), from_place(paper.id, "Điều 1"))
    for year, paper in papers.allocations.items():
        place = from_place(paper.id, "Điều 1")
        yield from _with_parts("duoc_phan_bo", given[year], of_year(year), place, parts=year == newest)
    for month, paper in papers.full.items():
        spent[month.year] = round(given[month.year] * share_spent(month) * chance.uniform(0.97, 1.03))
        place = from_place(paper.id, "Biểu 5")
        yield from _with_parts("thuc_hien", spent[month.year], to_date(month), place, parts=month.year == newest)
    for year, paper in papers.settlements.items():
        yield _line(*_TOTAL, "quyet_toan", spent[year], of_year(year), from_place(paper.id, "Điều 2"))
    words = f"Thay máy tính cũ, lắp điểm truy cập mạng ở nhà văn hóa {commune.hamlet}"
    place, amount = from_place(papers.newest.id, "Mục 7: đề xuất"), 10 * chance.randint(14, 48)
    yield _line("thay-may-tinh", words, "nhu_cau", amount, of_year(newest + 1), place, about="khoảng ")


def of_year(year: int) -> Row:
    """All of a year."""
    return {"ky": f"Năm {year}", "tu_ngay": Month(year, 1).start, "den_ngay": Month(year, 12).end}


def to_date(month: Month) -> Row:
    """From new year to the end of a month, in a table that knows no kinds of period."""
    return {name: cell for name, cell in since_new_year(month).items() if name != "loai_ky"}


def shared_out(amount: int, parts: Mapping[str, float]) -> dict[str, int]:
    """An amount by shares that are together one: whole numbers that add up to it."""
    made = {name: round(amount * share) for name, share in parts.items()}
    last = next(reversed(made))
    return made | {last: made[last] + amount - sum(made.values())}


def _line(
    code: str, words: str, stage: str, amount: int, days: Row, place: Row, *, above: str = "", about: str = ""
) -> Row:
    return days | place | {
        "ma_dong": code, "ma_cha": above, "noi_dung": words, "giai_doan": stage,
        "so_tien": f"{about}{amount} triệu đồng",
    }  # fmt: skip


def _with_parts(stage: str, amount: int, days: Row, place: Row, *, parts: bool) -> Iterator[Row]:
    total = _line(*_TOTAL, stage, amount, days, place)
    yield total | {"du_dong_con": "co"} if parts else total
    if parts:
        own = shared_out(amount, {name: share for name, (_, share) in _PARTS.items()})
        for name, part in own.items():
            yield _line(name, _PARTS[name][0], stage, part, days, place, above=_TOTAL[0])
