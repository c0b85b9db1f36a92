"""Warnings are told to readers too, where the row stands that they are about; notes are not."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from composing import pages
from support import COMMUNE, lay_over

from generator.commune.outcome import Survey
from generator.commune.survey import survey
from generator.model.problem import Problem
from generator.pieces.blocks import Items, Link, Page, Section
from generator.pieces.views import view_of

WORDS = "Con số này lệch hẳn các số khác."
ADDRESS = "thanh-hoa/hoang-son-15910/"
QUALITY = "chat-luong-so-lieu/"


def odd(data: Path, *places: tuple[str, int], severity: str = "warning") -> Survey:
    """The clean commune with one odd thing in rows of its tables (file name, line)."""
    found = survey(data)
    told = tuple(Problem(f"{COMMUNE}/{f}", n, "", "la", severity, WORDS, "Xem lại ô này.") for f, n in places)  # type: ignore[arg-type]
    return telling(found, *told)


def telling(found: Survey, *told: Problem) -> Survey:
    """The survey of one commune in which only these things are told."""
    (one,) = found.outcomes
    assert one.shown
    return replace(found, outcomes=(replace(one, shown=replace(one.shown, problems=told), problems=told),))


def made(examined: Survey) -> dict[str, Page]:
    return {page.path: page for page in pages(view_of(examined, dt.date(2026, 7, 1)))}


def saying(examined: Survey, words: str = WORDS) -> set[str]:
    return {path for path, page in made(examined).items() if words in repr(page)}


@pytest.mark.parametrize(
    ("file", "line", "below"),
    [
        ("tthc.csv", 2, ["thu-tuc-hanh-chinh/"]),
        ("ngan-sach.csv", 3, ["ngan-sach/"]),
        ("muc-tieu.csv", 2, ["muc-tieu-nhiem-vu/"]),
        ("chi-tieu.csv", 2, ["thu-tuc-hanh-chinh/"]),
        ("nguon.csv", 3, ["nguon-so-lieu/", "nguon-so-lieu/bc-6/"]),
        ("diem-ho-tro.csv", 1, ["binh-dan-hoc-vu-so/"]),
        ("xa.yml", 1, []),
    ],
)
def test_a_warning_stands_where_its_row_does(file: str, line: int, below: list[str], tmp_path: Path) -> None:
    """The page of the row's table or indicator, the page of data quality, and no other, say it."""
    examined = odd(lay_over("co-so", tmp_path), (file, line))
    assert saying(examined) == {QUALITY, *(f"{ADDRESS}{page}" for page in below)}


def test_it_is_one_small_block_at_the_end(tmp_path: Path) -> None:
    """The last section before the notice, each sentence once, without file or column, and the way to the whole list."""
    examined = odd(lay_over("co-so", tmp_path), ("tthc.csv", 2), ("tthc.csv", 2), ("chi-tieu.csv", 2))
    *_, last, _notice = made(examined)[f"{ADDRESS}thu-tuc-hanh-chinh/"].sections
    assert isinstance(last, Section)
    notes, more = last.blocks
    assert isinstance(notes, Items)
    assert [note.text for note in notes.items] == [WORDS]
    assert more.link == Link("Mọi điều máy thấy lạ ở xã", "../../../chat-luong-so-lieu/#xa-15910")  # type: ignore[union-attr]
    assert "tthc.csv" not in repr(last)


def test_many_wait_behind_a_line(tmp_path: Path) -> None:
    """More notes than a reader's patience are folded away, and counted."""
    examined = odd(lay_over("co-so", tmp_path), ("tthc.csv", 2))
    many = tuple(replace(examined.warnings[0], message=f"{number}. {WORDS}") for number in range(9))
    last = made(telling(examined, *many))[f"{ADDRESS}thu-tuc-hanh-chinh/"].sections[-2]
    assert not any(isinstance(block, Items) for block in last.blocks)
    assert (len(last.folded), last.fold) == (1, "Xem 9 điều")


def test_the_list_names_document_and_date(tmp_path: Path) -> None:
    """On the page of data quality each thing has its document and date, under its commune."""
    examined = odd(lay_over("co-so", tmp_path), ("tthc.csv", 2), ("nguon.csv", 3), ("xa.yml", 1))
    page = made(examined)[QUALITY]
    section = next(section for section in page.sections if section.id == "xa-15910")
    grid = next(block for block in section.blocks if getattr(block, "caption", "").startswith("Điều máy thấy lạ"))
    rows = [(cells[1].text, cells[2].text) for cells in grid.rows]  # type: ignore[union-attr, index]
    assert rows == [
        ("Báo cáo 05/BC-UBND", "31/05/2026"),
        ("Báo cáo 06/BC-UBND", "30/06/2026"),
        ("không thuộc văn bản nào", "không nêu"),
    ]


def test_a_note_is_for_the_officer_only(tmp_path: Path) -> None:
    """What is no warning is on no page."""
    assert saying(odd(lay_over("co-so", tmp_path), ("tthc.csv", 2), severity="note")) == set()


def test_a_real_warning_reaches_the_pages(tmp_path: Path) -> None:
    """A document that spells the commune's name with other marks: told to the officer, and to readers."""
    examined = survey(lay_over("nhac-ten-xa-sai-dau", tmp_path))
    assert not examined.broken
    below = f"{ADDRESS}nguon-so-lieu/"
    assert saying(examined, "khác dấu với tên của xã") == {QUALITY, below, f"{below}bc-5/"}


def test_what_all_communes_share_has_its_own_list(tmp_path: Path) -> None:
    """A warning about a catalogue is on the page of data quality, under no commune."""
    examined = odd(lay_over("co-so", tmp_path), ("tthc.csv", 2))
    warning = replace(examined.warnings[0], file="danh-muc/chi-tieu.yml")
    found = telling(examined)
    assert saying(replace(found, shared=replace(found.shared, problems=(warning,)))) == {QUALITY}


def test_a_name_printed_otherwise_is_left_in_peace(tmp_path: Path) -> None:
    """A row that says that it is printed so is no warning; one that does not is."""
    data = lay_over("co-so", tmp_path)
    path = data / COMMUNE / "chi-tieu.csv"
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    agencies = ["UBND xã Hoàng Sơn", "UBND XÃ HOẰNG SƠN"]
    table = [f"{header},don_vi_bao_cao", *(f"{row},{agency}" for row, agency in zip(rows, agencies, strict=True))]
    path.write_text("\n".join(table) + "\n", encoding="utf-8")
    assert [(p.code, p.line) for p in survey(data).warnings] == [("ten-xa-sai-dau", 2)]
    path.write_text("\n".join(table).replace("Mục 2,,", "Mục 2,co,") + "\n", encoding="utf-8")
    assert survey(data).warnings == ()
