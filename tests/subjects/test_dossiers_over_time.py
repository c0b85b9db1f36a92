"""The dossiers of three years by field: as much as a page can carry, and nothing that is linked to goes missing."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace
from pathlib import Path

import pytest
from told_months import Data, work, year_of_fields

from generator.charts.draw import draw
from generator.pieces.blocks import Block, Figure, Grid
from generator.pieces.charted import target_bullets
from generator.pieces.drawn_tables import Bullets
from generator.publishing.render import environment
from generator.subjects.dossiers import SUBJECT
from generator.subjects.dossiers_by_field import by_field

pytestmark = pytest.mark.slow
MOST_ELEMENTS, MOST_BYTES = 450, 7168
"""What charts and fields may take of a page's budget."""


def shown(blocks: list[Block], cache: Path) -> str:
    """The HTML of blocks as a page shows them."""
    macros = environment().get_template("blocks.html.j2").module
    drawn = draw([block.chart for block in blocks if isinstance(block, Figure)], cache)
    filled = [replace(b, svg=drawn[b.chart]) if isinstance(b, Figure) else b for b in blocks]
    return "".join(str(getattr(macros, type(block).__name__.lower())(block)) for block in filled)


def test_three_years_of_all_fields_stay_within_their_budget(tmp_path: Path) -> None:
    view, commune = year_of_fields(36)
    blocks = [*SUBJECT.charts(view, commune)]
    for section in by_field(view, commune, ""):
        blocks += [*section.blocks, *section.folded]
    assert {block.chart.kind for block in blocks if isinstance(block, Figure)} == {"columns", "panels"}
    text = shown(blocks, tmp_path)
    assert len(re.findall(r"<[a-z]", text)) <= MOST_ELEMENTS
    assert len(gzip.compress(text.encode())) <= MOST_BYTES


def test_the_only_month_of_fields_is_told_in_full() -> None:
    """All its counts and rates stand here with links to land on: they have no other page."""
    view, commune = year_of_fields(1)
    (section,) = by_field(view, commune, "")
    (grid, _) = section.blocks
    assert isinstance(grid, Grid)
    anchors = {
        cell.anchor
        for block in (grid, *section.folded)
        if isinstance(block, Grid)
        for row in block.rows
        for cell in row
    }
    own = [f for f in view.of(commune) if f.topic.breakdown and f.has_value]
    assert len(anchors - {""}) == len(own)


def test_targets_are_a_table_with_bars() -> None:
    """Result and target in one row, with a mark before the word; what has no result has no bar."""
    data = Data().months([work(month) for month in range(3)]).document("muc-tieu", "2026-01-02")
    for number, (name, level) in enumerate((("ty_le_dung_han", "98%"), ("ty_le_hai_long", "90%")), 1):
        data.row("muc-tieu", ma=f"mt-{number}", chi_tieu=name, giai_doan="Năm 2026", tu_ngay="2026-01-01",
                 den_ngay="2026-12-31", loai_thoi_han="mot_lan", so_sanh=">=", gia_tri=level, noi_dung=f"Từ {level}",
                 nhu_in=level, nguon="muc-tieu")  # fmt: skip
    view, commune = data.view()
    table, source = target_bullets(view, commune, "", "Mục tiêu", view.targets_of(commune))
    assert isinstance(table, Bullets)
    with_result, without = table.rows
    assert with_result.bar
    assert with_result.aims == ("97",)
    assert with_result.cells[-1].mark in "●✕"
    assert without.bar == ""
    assert without.cells[1].text == "chưa có số liệu"
    assert (without.cells[-1].mark, without.cells[-1].text) == ("?", "chưa có số để so")
    assert all(row.cells[0].anchor for row in table.rows)
    assert source.link is not None  # type: ignore[union-attr]
