"""`chi-tieu.csv`, of dossiers: rates that reports print beside their counts, or without any."""

from __future__ import annotations

from collections.abc import Iterator

from generator.made_up.character import Character
from generator.made_up.course import Course, Flow
from generator.made_up.growth import Growth
from generator.made_up.months import Month
from generator.made_up.papers import Paper, Papers
from generator.made_up.rows import Row, counted_on, from_place, in_month, percent, since_new_year

GOALS = {
    "ty_le_thanh_toan_truc_tuyen": (48, 97), "ty_le_so_hoa_dau_vao": (58, 99), "ty_le_so_hoa_dau_ra": (50, 98),
    "ty_le_tai_su_dung": (22, 92), "ty_le_hai_long_dvctt": (86, 98),
}  # fmt: skip
_BASES = {"ty_le_thanh_toan_truc_tuyen": "hồ sơ có phí, lệ phí", "ty_le_so_hoa_dau_ra": "hồ sơ đã giải quyết"}
"""What a rate is a share of, where the report says it."""
"""Rates that grow, with where they began and where they tend to (%)."""


def rows(commune: Character, course: Course, papers: Papers) -> Iterator[Row]:
    """What all reports print of dossiers in per cent, and how many procedures there are."""
    chance = commune.chance("rates")
    for month, paper in papers.monthly.items():
        yield _on_time(course.in_all[month], in_month(month), paper)
        yield in_month(month) | from_place(paper.id, "Mục 4: phản ánh, kiến nghị") | {
            "chi_tieu": "pakn_moi", "gia_tri": chance.choice((0, 0, 1, 1, 2, 3)) or "Không phát sinh",
        }  # fmt: skip
    growth = Growth(commune, GOALS)
    procedures = chance.randint(330, 410)
    for month, paper in papers.full.items():
        beside = [Month(month.year - 1, 12)] if paper is papers.newest or month.number == 12 else []
        for end in (month, *beside):
            so_far = course.year_to(end)
            yield _on_time(so_far, since_new_year(end), paper)
            yield _online(so_far, since_new_year(end), paper)
            for place, name in enumerate(GOALS, 3):
                value = percent(round(growth.at(name, end), 1), places=1)
                yield since_new_year(end) | from_place(paper.id, f"Biểu 3: dòng {place}") | {
                    "chi_tieu": name, "gia_tri": value, "co_so": _BASES.get(name, ""),
                }  # fmt: skip
        yield from _procedures(procedures, month, paper)


def _on_time(flow: Flow, period: Row, paper: Paper) -> Row:
    share = percent(flow.settled - flow.late, flow.settled)
    return period | from_place(paper.id, "Biểu 3: dòng 1") | {
        "chi_tieu": "ty_le_dung_han", "gia_tri": share, "co_so": "hồ sơ đã giải quyết",
    }  # fmt: skip


def _online(flow: Flow, period: Row, paper: Paper) -> Row:
    return period | from_place(paper.id, "Biểu 3: dòng 2") | {
        "chi_tieu": "ty_le_truc_tuyen", "gia_tri": percent(flow.online, flow.new),
        "co_so": "hồ sơ nộp mới trong kỳ",
    }  # fmt: skip


def _procedures(count: int, month: Month, paper: Paper) -> Iterator[Row]:
    """How many procedures the commune has, and which of them can be done online; more of them each year."""
    whole_way = count // 2 + 2 * (month.year - 2020) + month.number // 3
    part_way = count // 5
    told = {
        "so_tthc": count, "so_dvctt": whole_way + part_way, "so_dvctt_toan_trinh": whole_way,
        "so_dvctt_mot_phan": part_way,
    }  # fmt: skip
    for name, value in told.items():
        yield counted_on(month) | from_place(paper.id, "Mục 3") | {"chi_tieu": name, "gia_tri": value}
