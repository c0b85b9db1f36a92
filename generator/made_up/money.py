"""`ngan-sach.csv`: money planned, allocated, spent by the quarter, and asked for."""

from __future__ import annotations

from collections.abc import Iterator

from generator.made_up.character import Character
from generator.made_up.course import Course
from generator.made_up.months import Month
from generator.made_up.papers import Papers
from generator.made_up.rows import Row, from_place

_TOTAL = "Kinh phí chuyển đổi số"
_PARTS = {
    "thiet-bi": ("Mua máy tính, máy quét", 0.42), "phan-mem": ("Thuê phần mềm dùng chung", 0.26),
    "tap-huan": ("Tập huấn, hướng dẫn người dân", 0.18), "so-hoa": ("Số hóa hồ sơ lưu trữ", 0.14),
}  # fmt: skip
_SPENT = {3: 0.14, 6: 0.4, 9: 0.66, 12: 0.95}
"""What share is spent by the end of a month; in between as much as it follows."""


def rows(commune: Character, _: Course, papers: Papers) -> Iterator[Row]:
    """Each year's plan, allocation and spending; the newest of them with all parts, others as a total."""
    chance = commune.chance("money")
    amounts: dict[int, int] = {}
    for year, paper in papers.estimates.items():
        amounts[year] = amount = round(220 + commune.staff * 5 * chance.uniform(0.7, 1.3) + 25 * (year - 2023))
        yield _line(f"du-toan-{year}", _TOTAL, "du_toan", amount, _of_year(year), from_place(paper.id, "Điều 1"))
    for year, paper in papers.allocations.items():
        newest = year == max(papers.allocations)
        allocated = amounts[year] - amounts[year] // 20
        place = from_place(paper.id, "Điều 1")
        yield from _with_parts(f"phan-bo-{year}", "duoc_phan_bo", allocated, _of_year(year), place, parts=newest)
    for month, paper in papers.full.items():
        share = _SPENT.get(month.number) or 0.066 * month.number
        spent = (amounts[month.year] - amounts[month.year] // 20) * share * chance.uniform(0.97, 1.03)
        days: Row = {"ky": month.to_date_words, "tu_ngay": month.new_year.start, "den_ngay": month.end}
        place = from_place(paper.id, "Biểu 5")
        id = f"da-chi-{month.year}-{month.number:02}"
        yield from _with_parts(id, "thuc_hien", round(spent), days, place, parts=paper is papers.newest)
    year = papers.newest.month.year + 1
    yield _line(
        f"nhu-cau-{year}", f"Thay máy tính cũ, lắp điểm truy cập mạng ở nhà văn hóa {commune.hamlet}", "nhu_cau",
        10 * chance.randint(14, 48), _of_year(year), from_place(papers.newest.id, "Mục 7: đề xuất"), about="khoảng ",
    )  # fmt: skip


def _of_year(year: int) -> Row:
    return {"ky": f"Năm {year}", "tu_ngay": Month(year, 1).start, "den_ngay": Month(year, 12).end}


def _line(
    id: str, words: str, stage: str, amount: int, days: Row, place: Row, *, above: str = "", about: str = ""
) -> Row:
    return days | place | {
        "ma_dong": id, "ma_cha": above, "noi_dung": words, "giai_doan": stage,
        "so_tien": f"{about}{amount} triệu đồng",
    }  # fmt: skip


def _with_parts(id: str, stage: str, amount: int, days: Row, place: Row, *, parts: bool) -> Iterator[Row]:
    total = _line(id, _TOTAL, stage, amount, days, place)
    yield total | {"du_dong_con": "co"} if parts else total
    if parts:
        for name, (words, part) in zip(_PARTS, _shared_out(amount), strict=True):
            yield _line(f"{id}-{name}", words, stage, part, days, place, above=id)


def _shared_out(amount: int) -> Iterator[tuple[str, int]]:
    """An amount by its parts, which add up to it."""
    left = amount
    for number, (words, share) in enumerate(_PARTS.values(), 1):
        part = left if number == len(_PARTS) else round(amount * share)
        left -= part
        yield words, part
