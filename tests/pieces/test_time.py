"""Days that no document gives are not given; the newest document speaks for a period."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from composing import commune_pages, pages
from support import COMMUNE, lay_over, replace

from generator.commune.outcome import Survey
from generator.commune.survey import survey
from generator.country import open_data
from generator.figures.due import newest_day
from generator.model.figure import Figure, Kind
from generator.pieces import newest
from generator.pieces.blocks import Page
from generator.pieces.view import View
from generator.pieces.views import view_of

ADDRESS = "thanh-hoa/hoang-son-15910/"
DOSSIERS = f"{ADDRESS}thu-tuc-hanh-chinh/"
RATE = "ty_le_dung_han,,5 tháng,trong_ky,2026-01-01,2026-05-31,99%"
SOURCES = f"{COMMUNE}/nguon.csv"


def seen(found: Survey) -> View:
    assert not found.broken, found.told
    return view_of(found, dt.date(2026, 7, 1))


def figures(data: Path) -> list[Figure]:
    return list(seen(survey(data)).figures)


def page(view: View, path: str) -> Page:
    return next(made for made in commune_pages(view) if made.path == path)


@pytest.mark.parametrize("written", ["", "không ghi ngày", "Không ghi", "không nêu ngày"])
def test_a_day_that_is_not_given_is_not_given(written: str, tmp_path: Path) -> None:
    """Published without a day, said to have none, beside no other figure, and newest by nothing."""
    data = lay_over("co-so", tmp_path)
    replace(data / COMMUNE / "chi-tieu.csv", "so_tthc,,tại thời điểm báo cáo,thoi_diem,,2026-05-31",
            f"so_tthc,,tại thời điểm báo cáo,thoi_diem,,{written}")  # fmt: skip
    found = survey(data)
    told = [problem for problem in found.problems if "không ghi ngày" in problem.message]
    assert [problem.severity for problem in told] == ([] if written else ["note"])
    view = seen(found)
    (count,) = [figure for figure in view.figures if figure.topic.indicator == "so_tthc"]
    assert (count.period.end, count.day) == (None, dt.date(2026, 5, 31))
    assert "(không ghi ngày)" in repr(page(view, DOSSIERS))
    table = open_data.figures_text(view, *view.dataset.communes)
    row = next(line for line in table.splitlines() if ".so_tthc." in line)
    assert ",tại thời điểm báo cáo,thoi_diem,,,=,400," in row


def test_words_that_name_a_period_give_its_days_unless_the_row_says_otherwise(tmp_path: Path) -> None:
    """An empty cell beside “Năm 2025” means the year; “không ghi ngày” beside it means what it says."""
    days = {}
    for number, written in enumerate(("", "không ghi ngày")):
        data = lay_over("co-so", tmp_path / str(number))
        replace(data / COMMUNE / "chi-tieu.csv", "so_tthc,,tại thời điểm báo cáo,thoi_diem,,2026-05-31",
                f"so_tthc,,Năm 2025,thoi_diem,,{written}")  # fmt: skip
        days[written] = next(f.period.end for f in figures(data) if f.topic.indicator == "so_tthc")
    assert days == {"": dt.date(2025, 12, 31), "không ghi ngày": None}


def _second_report(data: Path, day: str, share: str, replaces: str = "") -> None:
    """Another document gives the rate of the same period, its rows first in the file."""
    path = data / SOURCES
    lines = path.read_text(encoding="utf-8").splitlines()
    new = f"bc-5b,05a/BC-UBND,{day},UBND xã Hoằng Sơn,Báo cáo giả tháng 5 sửa,co_so,2026-05-31,Không có thật,{replaces}"
    lines = [f"{lines[0]},thay_the", new, *(f"{line}," for line in lines[1:])]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    row = f"{RATE.replace('99%', share)},,,bc-5b,Mục 2,\n{RATE}"
    replace(data / COMMUNE / "chi-tieu.csv", RATE, row)


@pytest.mark.parametrize(("day", "speaks"), [("2026-06-02", "bc-5b"), ("2026-05-31", "bc-5"), ("", "bc-5")])
def test_the_newest_document_speaks_for_a_period(day: str, speaks: str, tmp_path: Path) -> None:
    """By its day, else by the last day that it can know; never by the order of rows."""
    data = lay_over("co-so", tmp_path)
    replace(data / SOURCES, "05/BC-UBND,2026-05-31", "05/BC-UBND,2026-06-01")
    _second_report(data, day, "97%")
    first = newest.wholes(figures(data), "ty_le_dung_han")[0]
    assert first.source == speaks


def test_a_replaced_document_does_not_speak(tmp_path: Path) -> None:
    """Its figures stay, are said to be replaced, and are neither the newest nor a difference."""
    data = lay_over("co-so", tmp_path)
    _second_report(data, "2026-05-31", "97%", replaces="bc-5")
    view = seen(survey(data))
    rates = newest.wholes(view.figures, "ty_le_dung_han")
    assert [(figure.source, figure.stands) for figure in rates] == [("bc-5b", True), ("bc-5", False)]
    assert not [d for d in view.differences if d.rule == "hai-nguon"]
    assert "đã được thay bằng" in repr(page(view, DOSSIERS))


def test_an_older_document_of_the_same_period_stands_beside(tmp_path: Path) -> None:
    """The card leads with the newest document and names the other one's value."""
    data = lay_over("co-so", tmp_path)
    _second_report(data, "2026-06-02", "97%")
    said = repr(page(seen(survey(data)), ADDRESS).opening)
    assert "Văn bản khác cho cùng kỳ này" in said
    assert "Báo cáo 05/BC-UBND" in said


def test_where_no_day_decides_both_values_stand(tmp_path: Path) -> None:
    """Two documents of one day: the large number is both."""
    data = lay_over("co-so", tmp_path)
    path = data / COMMUNE / "tthc.csv"
    path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    _second_report(data, "2026-05-31", "97%")
    assert " hoặc 9" in repr(page(seen(survey(data)), ADDRESS).opening)


def test_the_newest_day_is_that_of_a_measured_figure(tmp_path: Path) -> None:
    """Neither a plan's day, nor an allocation's, nor the day of signing."""
    data = lay_over("co-so", tmp_path)
    view = seen(survey(data))
    measured = [f.day for f in view.figures if f.kind is Kind.REPORTED]
    latest = max(f.day for f in view.figures)
    assert str(latest) > str(newest_day(view.figures)) == str(max(measured))
    day = f"{newest_day(view.figures)}"
    shown = f"{day[8:]}/{day[5:7]}/{day[:4]}"
    assert f"Kết quả mới nhất: đến {shown}." in repr(page(view, ADDRESS))
    (home,) = (made for made in pages(view) if not made.path)
    assert f"kết quả mới nhất đến {shown}" in repr(home)


def test_the_same_days_of_the_year_before_are_told_beside(tmp_path: Path) -> None:
    """Two years in one document give the change, each value with its own period."""
    data = lay_over("co-so", tmp_path)
    path = data / COMMUNE / "tthc.csv"
    path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    replace(
        data / COMMUNE / "chi-tieu.csv",
        RATE,
        'ty_le_dung_han,,5 tháng đầu năm 2025,trong_ky,2025-01-01,2025-05-31,"97,1%",,,bc-5,Mục 2,\n' + RATE,
    )
    said = repr(page(seen(survey(data)), ADDRESS).opening)
    assert "Cùng kỳ năm ngoái 97,1%, kỳ này tăng 1,9 điểm phần trăm." in said
    assert "Trước đó" not in said
