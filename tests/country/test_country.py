"""A commune alone gives its part of the whole; the country is made of what communes publish and hand over."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from composing import CHARTS, compose, each
from support import ROOT, tree

from generator.commune.held_back import HeldBack
from generator.commune.survey import survey
from generator.country import csv_text, frame, frame_of_indicators, frame_of_news, open_data, summary
from generator.country.frame import Frames
from generator.country.frame_of_indicators import Row
from generator.country.handed_over import (
    NEWS,
    NEWS_COLUMNS,
    PLACED,
    PLACED_COLUMNS,
    WORD_COLUMNS,
    WORDED,
    handed_over,
)
from generator.country.published_tables import DIFFERENCES, SOURCES
from generator.country.published_tables import FIGURES as FIGURE_TABLE
from generator.model.commune import AdminUnit, Commune
from generator.pieces.addresses import anchor
from generator.pieces.view import View
from generator.pieces.views import view_of
from generator.publishing import contents, fragments
from generator.publishing.docs_dir import DOCS, HANDED

DATE = dt.date(2026, 11, 22)


def view(*codes: str) -> View:
    """The real communes, or some of them, with an address, so that nothing is left out."""
    return view_of(survey(ROOT / "data", codes), DATE, "https://vi-du.vn/")


# --- alone ------------------------------------------------------------------------------------


def test_a_commune_alone_gives_its_part_of_the_whole(tmp_path: Path) -> None:
    """Byte for byte: all that stands below its address, and all that it hands over."""
    compose(view(), tmp_path / "whole")
    whole, handed = tree(tmp_path / "whole" / DOCS), tree(tmp_path / "whole" / HANDED)
    for commune in view().dataset.communes:
        alone = tmp_path / commune.code
        compose(view(commune.code), alone)
        own = {name: content for name, content in whole.items() if name.startswith(commune.address)}
        assert len(own) > 15
        assert {n: c for n, c in tree(alone / DOCS).items() if n.startswith(commune.address)} == own
        parts = {name: content for name, content in handed.items() if name.startswith(f"{commune.code}/")}
        assert {n: c for n, c in tree(alone / HANDED).items() if n.startswith(f"{commune.code}/")} == parts


def test_the_country_writes_nothing_below_a_commune(tmp_path: Path) -> None:
    """Its other files stand outside: a commune can be counted, moved or left out as a folder. What they show of other
    communes has a folder of its own.
    """
    seen = view()
    compose(seen, tmp_path)
    whole = {name for name in tree(tmp_path / DOCS) if not name.startswith(fragments.FOLDER)}
    communes = list(seen.dataset.communes)
    own = {name for one in each(seen) for name in contents.commune_files(one, CHARTS)[0]}
    below = {name for name in whole if name.startswith(tuple(commune.address for commune in communes))}
    assert own == below
    assert not [name for name in whole - own for commune in communes if commune.code in name]


def test_composing_again_changes_nothing_and_less_leaves_nothing(tmp_path: Path) -> None:
    """The docs_dir holds exactly the site: what a commune no longer has, or had alone, is gone."""
    assert compose(view(), tmp_path)
    assert compose(view(), tmp_path) == 0
    assert compose(view("19405"), tmp_path)
    assert compose(view("19405"), tmp_path / "alone")
    assert tree(tmp_path / DOCS) == tree(tmp_path / "alone" / DOCS)


# --- what is handed over ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "one",
    [
        summary.Summary(Commune("x0001", "Xã A", "a", "a", None, "chua-xac-dinh", ("B", "C"), "…"), True, 0, 0, {}),
        summary.Summary(
            Commune("19405", "Xã A", "a", "a", AdminUnit("44", "Tỉnh B", "Tỉnh", ""), "b", lines=("0233 1",)),
            False, 2, 1, {"bc-1": "Báo cáo 1"}, HeldBack("19405", "Xã A", "2026-05-01", ("một lỗi", "hai"), "nơi ấy"),
        ),
    ],
)  # fmt: skip
def test_a_summary_survives_its_text(one: summary.Summary) -> None:
    assert summary.from_json(summary.as_json(one)) == one


def test_words_stand_beside_their_figures() -> None:
    """Row by row, how a commune words its figures is about the figures that it publishes."""
    for own in each(view()):
        (commune,) = own.dataset.communes
        table = open_data.figures_text(own, commune)
        ids = [row["ma_so"] for row in rows(table)]
        words = rows(handed_over(own, commune, table)[WORDED])
        assert [row["anchor"] for row in words] == list(map(anchor, ids))
        assert sorted(int(row["order"]) for row in words) == list(range(len(ids)))


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


# --- frames -------------------------------------------------------------------------------------

LOOKED_AT = "ma_xa,chi_tieu,den_ngay,loai,tinh_trang,nguon"
FIGURES = """\
00004,ty_le,2026-06-30,bao_cao,co,bc-6
00004,ty_le,2026-05-31,bao_cao,co,bc-5
00004,ty_le,2026-06-30,tinh_lai,co,bc-6
00010,so_may,,bao_cao,co,NA
00010,so_may,2026-12-31,muc_tieu,co,NA
00010,ty_le,2026-09-30,bao_cao,chua_co,bc-9
00010,ty_le,2026-07-31,bao_cao,co,bc-cu
"""
WORDS = """\
a/,s-1,NA,98%,tháng 6,2
a/,s-2,,97%,tháng 5,0
a/,s-3,,98%,tháng 6,1
a/,s-4,null,5 máy,không ghi ngày,0
a/,s-5,Mục tiêu,6 máy,năm 2026,1
a/,s-6,,Chưa có số liệu,tháng 9,3
a/,s-7,,99%,tháng 7,2
"""
DOCUMENTS = """\
00004,bc-5,2026-06-01,
00004,bc-6,2026-07-01,
00010,bc-9,2026-10-01,
00010,bc-cu,2026-08-01,
00010,bc-moi,2026-08-01,bc-cu
00010,NA,2026-07-01,
"""


NEW = """\
00010,2026-05-01,True,2,Xã A: đính chính 2 số,Lý do: cộng nhầm.,a: “1” sửa thành “2”.,tinh-a/a/dinh-chinh/
00010,2026-06-01,False,9,Xã A: 9 số liệu từ báo cáo 1,Kỳ: tháng 5/2026.,,tinh-a/a/nguon-so-lieu/bc/
00020,2026-05-20,True,1,Xã B: đính chính 1 số,Không ghi lý do.,b: “3” sửa thành “4”.,tinh-b/b/dinh-chinh/
"""


def table(path: Path, columns: Sequence[str], looked_at: str, lines: str) -> None:
    """A CSV file of all columns, of which those looked at are filled."""
    path.parent.mkdir(parents=True, exist_ok=True)
    found = csv.DictReader(io.StringIO(f"{looked_at}\n{lines}"))
    path.write_text(csv_text.rows_text(columns, ([row.get(c, "") for c in columns] for row in found)))


def pieces(table: bytes) -> list[bytes]:
    """The bytes of a table in pieces that end anywhere."""
    return [table[start : start + 7] for start in range(0, len(table), 7)]


def frames(
    folder: Path, figures: str = FIGURES, words: str = WORDS, documents: str = DOCUMENTS, news: str = NEW
) -> Frames:
    table(folder / FIGURE_TABLE.file, FIGURE_TABLE.columns, LOOKED_AT, figures)
    table(folder / WORDED, WORD_COLUMNS, ",".join(WORD_COLUMNS), words)
    table(folder / SOURCES.file, SOURCES.columns, "ma_xa,nguon,ngay_biet,thay_the", documents)
    table(folder / DIFFERENCES.file, DIFFERENCES.columns, "ma_xa", "00010\n00010\n" if figures else "")
    table(folder / NEWS, NEWS_COLUMNS, ",".join(NEWS_COLUMNS), news)
    told = pieces((folder / FIGURE_TABLE.file).read_bytes())
    (folder / PLACED).write_text(",".join(PLACED_COLUMNS) + "\n")
    return frame.read(told, folder, folder / WORDED, folder / NEWS, folder / PLACED)


def test_news_are_told_newest_first(tmp_path: Path) -> None:
    """Of the whole site or below an address, corrections alone if asked for; corrected figures counted by commune."""
    known = frames(tmp_path)
    assert [one.title for one in frame_of_news.news(known, 9)] == [
        "Xã A: 9 số liệu từ báo cáo 1", "Xã B: đính chính 1 số", "Xã A: đính chính 2 số",
    ]  # fmt: skip
    assert [one.day.isoformat() for one in frame_of_news.news(known, 1)] == ["2026-06-01"]
    assert [one.figures for one in frame_of_news.news(known, 9, corrections=True)] == [1, 2]
    assert [one.named for one in frame_of_news.news(known, 9, below="tinh-a/")] == ["", "a: “1” sửa thành “2”."]
    assert frame_of_news.corrected(known) == {"00010": 2, "00020": 1}


def test_every_published_column_has_a_type() -> None:
    assert tuple(frame.FIGURES) == FIGURE_TABLE.columns


def test_counts_are_of_communes(tmp_path: Path) -> None:
    """Codes keep their zeros; what is computed or missing was not copied."""
    found = frames(tmp_path)
    assert frame.copied(found) == {"00004": 2, "00010": 3}
    assert frame.differing(found) == {"00010": 2}


def test_the_newest_is_measured_and_stands(tmp_path: Path) -> None:
    """No target, nothing missing, nothing of a document that another replaces; a day that is not given is none."""
    found = frames(tmp_path)
    assert frame.newest_day(found) == dt.date(2026, 6, 30)
    assert frame.newest_day(frame.of_document(found, "00004", "bc-5")) == dt.date(2026, 5, 31)
    undated = frame.of_document(found, "00010", "NA")
    assert (frame.newest_day(undated), frame.measures(undated)) == (None, True)
    assert not frame.measures(frame.of_document(found, "00010", "bc-moi"))


def test_documents_come_by_what_they_can_know(tmp_path: Path) -> None:
    """The newest first, of one day by their ids."""
    found = frame.newest_documents(frames(tmp_path), 4)
    assert found == [("00010", "bc-9"), ("00010", "bc-moi"), ("00010", "bc-cu"), ("00004", "bc-6")]


def test_an_indicator_lists_its_figures_by_commune_and_time(tmp_path: Path) -> None:
    """In the order asked for; words such as NA stay words."""
    found = frames(tmp_path)
    assert frame_of_indicators.indicators(found) == {"ty_le", "so_may"}
    (one, shares), (two, machines) = frame_of_indicators.by_indicator(found, ["ty_le", "so_may"])
    assert (one, [row.anchor for row in shares]) == ("ty_le", ["s-2", "s-3", "s-1", "s-7", "s-6"])
    assert (two, [row.part for row in machines]) == ("so_may", ["null", "Mục tiêu"])
    assert shares[2] == Row("00004", "bao_cao", "", "co", "bc-6", "a/", "s-1", "NA", "98%", "tháng 6")


def test_a_country_that_has_told_nothing(tmp_path: Path) -> None:
    """Tables without rows are frames without rows."""
    found = frames(tmp_path, "", "", "")
    assert (frame.copied(found), frame.newest_day(found), frame_of_indicators.indicators(found)) == (
        {},
        None,
        frozenset(),
    )
    assert (frame.newest_documents(found, 6), list(frame_of_indicators.by_indicator(found, []))) == ([], [])


def test_tables_of_many_are_joined_under_one_header(tmp_path: Path) -> None:
    """A value may hold a line break or the words of the header."""
    for name, cell in (("a", "x\ny"), ("b", "c"), ("c", "")):
        (tmp_path / name).write_text(csv_text.rows_text(("a", "b"), [(cell, name), ("a", "b")]))
    joined = b"".join(csv_text.joined(("a", "b"), [tmp_path / name for name in "abc"])).decode()
    assert [tuple(row.values()) for row in rows(joined)] == [
        ("x\ny", "a"), ("a", "b"), ("c", "b"), ("a", "b"), ("", "c"), ("a", "b"),
    ]  # fmt: skip
