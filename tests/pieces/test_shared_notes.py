"""A note that numbers of a section share is said once, and each of them leads to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from communes import made, viewed
from told_months import Data

from generator.pages.subject_pages import subject_pages
from generator.pieces.addresses import subject_path
from generator.pieces.blocks import Prose
from generator.pieces.count_note import note_on
from generator.pieces.row_blocks import Row, Rows, Told
from generator.pieces.shared_notes import said_once

LONG = "Văn bản in “(5 tháng đầu năm)” nhưng ký giữa tháng, nên kỳ được ghi đến ngày ký."
OTHER = "Văn bản không nêu lũy kế tính từ ngày nào và không in tổng số hồ sơ tiếp nhận."
SHORT = "Văn bản in lặp chữ."


def line(anchor: str, *notes: str, period: str = "Tháng 6") -> Told:
    return Told(anchor, "1", "", "co", period, None, notes=notes)


def test_a_note_of_all_rows_needs_no_names() -> None:
    """What is short, or a row's own, stays with it."""
    rows, notes = said_once([Row("Đúng hẹn", (line("a", LONG, SHORT),)), Row("Trễ hẹn", (line("b", LONG, OTHER),))])
    assert [note.text for note in notes] == [f"Ghi chú chung: {LONG}"]
    assert [row.figures[0].notes for row in rows] == [
        ("Xem ghi chú chung ở cuối mục này.", SHORT),
        ("Xem ghi chú chung ở cuối mục này.", OTHER),
    ]


def test_a_note_of_some_rows_names_them() -> None:
    """Several notes have numbers, and a row may lead to two."""
    rows, notes = said_once(
        [
            Row("Qua mạng", (line("a", OTHER), line("b", LONG))),
            Row("UBND nhận", (line("c", OTHER), line("d", LONG))),
            Row("Trả", (line("e"),)),
        ]
    )
    assert [note.text for note in notes] == [
        f"Ghi chú 1, cho qua mạng; UBND nhận: {OTHER}",
        f"Ghi chú 2, cho qua mạng; UBND nhận: {LONG}",
    ]
    assert [told.notes for told in rows[1].figures] == [
        ("Xem ghi chú 1 ở cuối mục này.",),
        ("Xem ghi chú 2 ở cuối mục này.",),
    ]
    assert rows[2].figures[0].notes == ()


def test_within_a_row_a_note_stands_with_the_first_line() -> None:
    """The next ones name the line in which it stands."""
    (row,), notes = said_once([Row("Đúng hẹn", (line("a", LONG), line("b", LONG, period="Tháng 5")))])
    assert notes == ()
    assert [told.notes for told in row.figures] == [(LONG,), ("Ghi chú như ở dòng “Tháng 6” phía trên.",)]


def test_a_page_says_the_note_of_a_table_row_once_a_section(tmp_path: Path) -> None:
    """At its end, behind a line that names it where the rows stand open."""
    counts = {"tiep_nhan": "120", "moi": "100", "ky_truoc": "20", "truc_tuyen": "90", "truc_tiep_buu_chinh": "30"}
    settled = {"da_giai_quyet": "100", "truoc_han": "90", "dung_han": "8", "qua_han": "2", "dang_giai_quyet": "20"}
    view = viewed(made(tmp_path, tthc=[counts | settled | {"ghi_chu": LONG, "gom_ky_truoc": "co"}]))
    (commune,) = view.dataset.communes
    path = subject_path(commune, "thu-tuc-hanh-chinh")
    page = next(page for page in subject_pages(view, commune) if page.path == path)
    sections = [section for section in page.sections if LONG in repr(section)]
    assert len(sections) == 3
    for section in sections:
        assert repr(section).count(LONG) == 1
        last = section.folded[-1]
        assert isinstance(last, Prose)
        assert LONG in last.text
        assert ("ghi chú chung" in section.fold) == any(isinstance(block, Rows) for block in section.blocks)


@pytest.mark.parametrize(
    ("indicator", "said"),
    [("ho_so_truc_tuyen", "Ký ngày 18/5. Chưa tính kỳ trước."),
     ("ho_so_qua_han", "Ký ngày 18/5. Hai hồ sơ: cùng lĩnh vực."), ("ho_so_tiep_nhan", "Ký ngày 18/5.")],
)  # fmt: skip
def test_a_note_on_one_count_stands_under_no_other(indicator: str, said: str) -> None:
    """It begins with the heading of its count; a note without one is on the whole row."""
    note = "Ký ngày 18/5. | Nộp trực tuyến: Chưa tính kỳ trước. | Quá hạn: Hai hồ sơ: cùng lĩnh vực."
    data = Data().document("bc-5", "2026-05-18")
    data.row("tthc", ky="5 tháng", tu_ngay="2026-01-01", den_ngay="2026-05-18", nguon="bc-5", tiep_nhan=9,
             truc_tuyen=8, da_giai_quyet=7, qua_han=2, ghi_chu=note)  # fmt: skip
    view, commune = data.view()
    figure = next(f for f in view.of(commune) if f.topic.indicator == indicator)
    assert note_on(figure) == said
