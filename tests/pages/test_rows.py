"""The row of an indicator: newest value, what it was before, what was aimed at; and where all its periods stand."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from functools import cache
from pathlib import Path

import pytest
from communes import made, viewed
from composing import CHARTS, each
from plain_sample import write_sample
from support import CASES, ROOT, lay_over

from generator.commune.survey import survey
from generator.model.commune import Commune
from generator.model.figure import Kind
from generator.pages.all_periods import all_periods
from generator.pages.subject_pages import OPEN, subject_pages
from generator.pieces.addresses import anchor, figure_page
from generator.pieces.figure_rows import rows
from generator.pieces.picking import pick
from generator.pieces.row_blocks import Blanks, Row, Rows
from generator.pieces.view import SHOWN, View
from generator.pieces.views import view_of
from generator.publishing.contents import commune_files

DAY = dt.date(2026, 11, 22)
RATE = "ty_le_dung_han"


@cache
def of_months(months: int, folder: Path) -> View:
    data = folder / str(months)
    if not data.exists():
        write_sample(data, 1, months, 1)
    return view_of(survey(data), DAY)


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("samples")


def rows_of(view: View, commune: Commune, *indicators: str) -> list[Row]:
    here = f"{commune.address}thu-tuc-hanh-chinh/"
    shown = pick(view.of(commune), *indicators, kinds=(Kind.REPORTED, Kind.COMPUTED))
    return [row for block in rows(view, commune, here, shown) if isinstance(block, Rows) for row in block.rows]


@pytest.mark.parametrize("months", [1, 2, 12, 36])
def test_a_year_makes_a_better_page_not_a_longer_one(months: int, samples: Path) -> None:
    """One row an indicator, however many months there are; the newest speaks, with the last ones behind it."""
    view = of_months(months, samples)
    (commune,) = view.dataset.communes
    (row,) = rows_of(view, commune, "ho_so_tiep_nhan")
    assert len(row.figures) == (months if months <= SHOWN else 2)
    assert row.value == row.figures[0].value
    assert bool(row.change) == (months > 1)
    assert bool(row.spark) == (months >= 12)


def test_a_change_says_what_it_is_beside(samples: Path) -> None:
    """The month before and the same one a year ago, each with its number."""
    view = of_months(36, samples)
    (commune,) = view.dataset.communes
    (row,) = rows_of(view, commune, "ho_so_tiep_nhan")
    assert re.search(r"so với [^(;]+\(\d[\d.]*\)", row.change)


def test_what_is_common_is_said_once() -> None:
    """Document and period of most rows stand before them; a row of another document says which."""
    view = view_of(survey(CASES / "mot-xa"), DAY)
    (commune,) = view.dataset.communes
    page = next(p for p in subject_pages(view, commune) if p.path.endswith("thu-tuc-hanh-chinh/"))
    blocks = [b for s in page.sections for b in (*s.blocks, *s.folded) if isinstance(b, Rows) and b.source]
    assert blocks
    for block in blocks:
        usual = [row for row in block.rows if not row.period]
        assert usual
        sources = [row.figures[0].source for row in usual]
        assert {source.text for source in sources if source} == {block.source and block.source.text}
        assert all(source and block.source and source.href.startswith(block.source.href) for source in sources)


@pytest.mark.parametrize(("months", "said"), [((5, 5, 6), True), ((5, 6), False), ((5, 6, 7), False)])
def test_a_period_that_most_share_is_said_once(months: tuple[int, ...], said: bool, tmp_path: Path) -> None:
    """Before the rows; only those of another period say theirs."""
    names = ("may_tinh", "may_in", "may_quet")
    rows_told = [
        {"chi_tieu": name, "gia_tri": "5", "ky": f"tháng {month}", "loai_ky": "thoi_diem", "tu_ngay": "",
         "den_ngay": f"30/0{month}/2026", "nguon": "bc-9"}
        for name, month in zip(names, months, strict=False)
    ]  # fmt: skip
    view = viewed(made(tmp_path, chi_tieu=rows_told))
    (commune,) = view.dataset.communes
    (block,) = (block for block in rows(view, commune, commune.address, view.of(commune)) if isinstance(block, Rows))
    assert block.period == ("tháng 5 (đến 30/05/2026)" if said else "")
    assert [bool(row.period) for row in block.rows] == [not said or month != 5 for month in months]


def test_what_nobody_gives_is_one_sentence(tmp_path: Path) -> None:
    """Blank indicators are named together, with who owes them; each keeps its id for links."""
    data = lay_over("co-so", tmp_path)
    shutil.copytree(ROOT / "data" / "danh-muc", data / "danh-muc", dirs_exist_ok=True)
    with (data / "xa/15910-hoang-son/chi-tieu.csv").open("a", encoding="utf-8") as table:
        table.write("so_dn_khcn,,nay,thoi_diem,,2026-05-31,,,,bc-5,Phụ lục 2,\n")
    view = view_of(survey(data), DAY)
    (commune,) = view.dataset.communes
    blank = [f for f in view.of(commune) if not f.has_value and f.topic.indicator == "so_dn_khcn"]
    blocks = rows(view, commune, commune.address, blank)
    (block,) = [block for block in blocks if isinstance(block, Blanks)]
    assert [ids for _, ids in block.names] == [(anchor(blank[0].id),)]
    assert not any(isinstance(block, Rows) for block in blocks)


@pytest.mark.parametrize(("months", "own"), [(SHOWN, False), (SHOWN + 1, True)])
def test_more_than_a_row_shows_has_a_page(months: int, own: bool, samples: Path) -> None:
    view = of_months(months, samples)
    (commune,) = view.dataset.communes
    assert ("ho_so_tiep_nhan" in view.long_told(commune)) == own
    pages = {page.path for page in all_periods(view, commune)}
    assert (f"{commune.address}thu-tuc-hanh-chinh/ho_so_tiep_nhan/" in pages) == own


def test_only_so_many_rows_stand_open() -> None:
    """The rest waits behind a line; nothing is left out."""
    view = view_of(survey(ROOT / "data"), DAY)
    for commune in view.dataset.communes:
        for page in subject_pages(view, commune):
            assert sum(count(section.blocks) for section in page.sections) <= OPEN, page.path


def count(blocks: tuple[object, ...]) -> int:
    return sum(len(block.rows) for block in blocks if isinstance(block, Rows))


@pytest.mark.parametrize("months", [0, 36])
def test_every_figure_stands_on_its_page(months: int, samples: Path) -> None:
    """Once, under its id: whoever is given an address finds the number there. (0 months: the real data.)"""
    whole = of_months(months, samples) if months else view_of(survey(ROOT / "data"), DAY)
    for view in each(whole):
        (commune,) = view.dataset.communes
        files = {name: str(text) for name, text in commune_files(view, CHARTS)[0].items() if name.endswith("index.md")}
        for figure in view.of(commune):
            text = files[f"{figure_page(view, commune, figure)}index.md"]
            assert text.count(f'id="{anchor(figure.id)}"') == 1, figure.id
