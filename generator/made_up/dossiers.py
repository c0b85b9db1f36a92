"""`tthc.csv`: dossiers by month, by field of work, and of the year so far."""

from __future__ import annotations

from collections.abc import Iterator

from generator.made_up.character import Character
from generator.made_up.course import Course, Flow
from generator.made_up.months import Month
from generator.made_up.papers import Paper, Papers
from generator.made_up.rows import Row, from_place, in_month, number, since_new_year, within

_COUNTRY = 84
"""Before three numbers of three digits this reads as a telephone number, which no data file may hold."""


def rows(commune: Character, course: Course, papers: Papers) -> Iterator[Row]:
    """What all reports print of dossiers."""
    for month, paper in papers.monthly.items():
        if month != commune.rate_only:
            yield from _of_month(commune, course, month, paper, merged=commune.merged)
    if first_print := papers.mistaken:
        told = _miscounted(course.in_all[first_print.month])
        yield _all(told, in_month(first_print.month), first_print, merged=commune.merged)
    if papers.other_office:
        yield _as_another_office_counts(course.in_all[papers.other_office.month], papers.other_office)
    for month, paper in papers.full.items():
        yield from _of_year_so_far(course, month, paper, merged=commune.merged, newest=paper is papers.newest)


def _of_month(commune: Character, course: Course, month: Month, paper: Paper, *, merged: bool) -> Iterator[Row]:
    yield _all(course.in_all[month], in_month(month), paper, merged=merged)
    if month >= commune.detailed_from and month.number != 1 and month.number % 3:
        so_far = since_new_year(month) | {"loai_ky": "luy_ke"}
        yield _all(course.year_to(month), so_far, paper, merged=merged, place="Biểu 1: cột lũy kế")
    if month >= commune.detailed_from and paper.replaces == "":
        for field, flow in course.by_field[month].items():
            yield in_month(month) | {"linh_vuc": field} | _counts(flow) | from_place(paper.id, f"Biểu 2: dòng {field}")


def _of_year_so_far(course: Course, month: Month, paper: Paper, *, merged: bool, newest: bool) -> Iterator[Row]:
    """The year so far, in June and September its last quarter, the same months a year ago; in the newest, last year."""
    yield _all(course.year_to(month), since_new_year(month), paper, merged=merged) | {
        "dung": "Không phát sinh",
    }  # fmt: skip
    first = month.moved(-2)
    if month.number in (6, 9):
        quarter = within(first.start, month.end, month.quarter_words)
        yield _all(course.over(first, month), quarter, paper, merged=merged, place="Biểu 1: cột trong quý")
    before = month.moved(-12)
    told = course.year_to(before)
    yield since_new_year(before) | _counts(told) | from_place(paper.id, "Biểu 1: cột cùng kỳ năm trước")
    if newest and month.number != 12:
        last_year = Month(month.year - 1, 12)
        told = course.year_to(last_year)
        yield since_new_year(last_year) | _counts(told) | from_place(paper.id, "Biểu 1: cột năm trước")


def _counts(flow: Flow) -> Row:
    """What a short table prints."""
    return {
        "tiep_nhan": number(flow.received), "da_giai_quyet": number(flow.settled), "qua_han": flow.late,
    }  # fmt: skip


def _all(flow: Flow, period: Row, paper: Paper, *, merged: bool, place: str = "Biểu 1: dòng Tổng số") -> Row:
    """Every count of a full table; some communes print early and on the day as one."""
    settled: Row = {"truoc_han": number(flow.early), "dung_han": flow.on_day}
    ways: Row = {
        "truc_tuyen_toan_trinh": number(flow.whole_way), "truc_tuyen_mot_phan": number(flow.part_way),
    }  # fmt: skip
    if merged:
        settled = {"dung_va_truoc_han": number(flow.early + flow.on_day)}
    if flow.carried == _COUNTRY:
        ways = {}
    return period | settled | ways | from_place(paper.id, place) | {
        "tiep_nhan": number(flow.received), "moi": number(flow.new), "ky_truoc": number(flow.carried),
        "truc_tuyen": number(flow.online), "truc_tiep_buu_chinh": number(flow.by_hand),
        "gom_ky_truoc": "khong", "da_giai_quyet": number(flow.settled), "qua_han": flow.late,
        "dang_giai_quyet": number(flow.pending), "dang_trong_han": number(flow.in_time), "dang_qua_han": flow.overdue,
        "tra_lai": flow.returned,
    }  # fmt: skip


def _miscounted(flow: Flow) -> Flow:
    """The first print of a month, before some that were thought pending were found settled."""
    forgotten = min(max(2, flow.early // 30), flow.early)
    return flow._replace(early=flow.early - forgotten, in_time=flow.in_time + forgotten)


def _as_another_office_counts(flow: Flow, paper: Paper) -> Row:
    """The counter of the one-stop shop counts some more, which it settled on the spot."""
    more = max(1, flow.new // 40)
    told = flow._replace(new=flow.new + more, early=flow.early + more)
    return in_month(paper.month) | from_place(paper.id, "Mục 2") | {
        "tiep_nhan": number(told.received), "moi": number(told.new), "da_giai_quyet": number(told.settled),
        "qua_han": told.late, "dang_giai_quyet": number(told.pending),
        "tra_lai": told.returned,
    }  # fmt: skip
