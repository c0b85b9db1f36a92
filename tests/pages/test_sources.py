"""The list of a commune's documents, and the page of one: what a document is about, and nothing told twice."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from composing import CHARTS, commune_pages, each
from plain_sample import write_sample
from support import ROOT

from generator.commune.survey import survey
from generator.model.record import Record
from generator.pieces.blocks import Grid, Items
from generator.pieces.document_names import in_short
from generator.pieces.views import view_of
from generator.publishing.contents import commune_files

DAY = dt.date(2026, 11, 22)


def document(ten: str, ky: str = "") -> Record:
    return Record("nguon", "00001", "nguon.csv", 2, {"ten": ten, "ky": ky})


@pytest.mark.parametrize(
    ("ten", "ky", "told"),
    [
        ("Báo cáo kết quả tháng 10 năm 2026", "Tháng 10/2026", "tháng 10/2026; kết quả"),
        ("Báo cáo kết quả tháng 7 năm 2026 (thay thế)", "Tháng 7/2026", "tháng 7/2026; kết quả (thay thế)"),
        ("Báo cáo năm 2025; việc tháng 6 năm 2026", "Năm 2025", "năm 2025; việc tháng 6 năm 2026"),
        ("Báo cáo tình hình năm 2025; nhiệm vụ mới", "Năm 2025", "năm 2025; tình hình; nhiệm vụ mới"),
        ("Báo cáo sơ kết 01 năm thực hiện", "01 năm thực hiện", "sơ kết 01 năm thực hiện"),
        ("Nghị quyết về dự toán năm 2026", "", "nghị quyết về dự toán năm 2026"),
        ("UBND xã báo cáo", "", "UBND xã báo cáo"),
    ],
)
def test_a_document_in_short(ten: str, ky: str, told: str) -> None:
    """Its period first, then its title without its kind and this period; a first word in capitals stays so."""
    assert in_short(document(ten, ky)) == told


def test_documents_are_found_by_their_month(tmp_path: Path) -> None:
    """A line a document, all in one form: its number, what it is about, its day, how much was taken."""
    write_sample(tmp_path / "du-lieu", 1, 12, 5)
    view = view_of(survey(tmp_path / "du-lieu"), DAY)
    page = next(page for page in commune_pages(view) if page.path.endswith("/nguon-so-lieu/"))
    documents = [section for section in page.sections if section.id.startswith("van-ban-")]
    blocks = [block for section in documents for block in (*section.blocks, *section.folded)]
    lines = [line for block in blocks if isinstance(block, Items) for line in block.items]
    assert sum("tháng 10/2026; " in line.text for line in lines) == 1
    for line in lines:
        assert line.link
        assert ", ngày " not in line.link.text
        assert "ngày" in line.text


def test_a_page_of_a_document_says_nothing_twice() -> None:
    """No day after the word for it, no state that the number tells already."""
    for page in commune_pages(view_of(survey(ROOT / "data"), DAY)):
        if "/nguon-so-lieu/" not in page.path.removesuffix("/nguon-so-lieu/"):
            continue
        about = next(block for block in page.opening if isinstance(block, Grid))
        facts = {name.text: text.text for name, text in about.rows}
        assert not facts["Ngày"].startswith("ngày ")
        assert "Tình trạng" not in facts


def test_no_line_ends_in_a_colon() -> None:
    """A line of a list that is a link alone has nothing after it."""
    for view in each(view_of(survey(ROOT / "data"), DAY)):
        for name, text in commune_files(view, CHARTS)[0].items():
            assert "</a>: </li>" not in str(text), name
