"""A report may give people, a share that it prints, or both of one group: each number has its place on the page."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest
from composing import commune_pages
from support import COMMUNE, ROOT, lay_over
from told_months import Data

from generator.commune.survey import survey
from generator.model.figure import MEASURED
from generator.pages.subject_pages import subject_pages
from generator.pieces.addresses import anchor, figure_page
from generator.pieces.blocks import Figure
from generator.pieces.view import View
from generator.pieces.views import view_of
from generator.subjects import literacy
from generator.subjects.literacy_groups import COUNTS, people_over_time

FORM = "ky,loai_ky,tu_ngay,den_ngay,nhom,doi_tuong,da_hoc,hoan_thanh,nguon,vi_tri\n"
PEOPLE = "nay,thoi_diem,,2026-05-31,can_bo,66,60,57,bc-5,Biểu 4\n"
STRETCH = "tháng 5,trong_ky,2026-05-01,2026-05-31,can_bo,66,6,5,bc-5,Biểu 5\n"
PRINTED = "bdhvs_ty_le,{},nay,thoi_diem,,2026-05-31,{},,,bc-5,Biểu 4,\n"
OFFICIALS, PUPILS = PRINTED.format("can_bo", '"86,36%"'), PRINTED.format("hoc_sinh", "81%")


def told(folder: Path, people: str, printed: str) -> View:
    data = lay_over("co-so", folder)
    shutil.copytree(ROOT / "data" / "danh-muc", data / "danh-muc", dirs_exist_ok=True)
    (data / COMMUNE / "bdhvs.csv").write_text(FORM + people, encoding="utf-8")
    with (data / COMMUNE / "chi-tieu.csv").open("a", encoding="utf-8") as table:
        table.write(printed)
    examined = survey(data)
    assert not [problem for problem in examined.problems if problem.severity == "error"], examined.problems
    return view_of(examined, dt.date(2026, 7, 1))


def section(view: View) -> tuple[object, ...]:
    (page,) = [page for page in subject_pages(view, view.dataset.communes[0]) if page.path.endswith(f"{literacy.ID}/")]
    groups = next(section for section in page.sections if section.id == "bon-nhom")
    return (*groups.blocks, *groups.folded)


COMBINED = {
    "people": (PEOPLE, ""), "both": (PEOPLE, OFFICIALS), "both and a share": (PEOPLE, OFFICIALS + PUPILS),
    "a share alone": ("", PUPILS), "two periods": (PEOPLE + STRETCH, ""),
    "two periods and a share": (PEOPLE + STRETCH, OFFICIALS),
}  # fmt: skip


@pytest.mark.parametrize(("people", "printed"), COMBINED.values(), ids=COMBINED)
def test_every_number_has_its_place(people: str, printed: str, tmp_path: Path) -> None:
    """What links to a figure of a group finds it, once."""
    view = told(tmp_path, people, printed)
    own = [f for f in view.figures if f.topic.indicator in COUNTS and f.kind in MEASURED]
    assert own
    commune, texts = view.dataset.communes[0], {page.path: repr(page) for page in commune_pages(view)}
    there = {f.id: texts[figure_page(view, commune, f)].count(repr(anchor(f.id))) for f in own}
    assert there == dict.fromkeys(there, 1)


def drawn(view: View) -> Figure:
    (figure,) = [block for block in section(view) if isinstance(block, Figure)]
    return figure


@pytest.mark.parametrize(
    ("people", "printed", "columns", "below"),
    [
        (PEOPLE, "", ["Tỷ lệ (tự tính)"], "trang tự tính từ số người."),
        (PEOPLE, OFFICIALS, ["Tỷ lệ (tự tính)", "Tỷ lệ (văn bản in)"], "trang tự tính từ số người."),
        (PEOPLE, PUPILS, ["Tỷ lệ (tự tính)", "Tỷ lệ (văn bản in)"], "thì theo tỷ lệ văn bản in."),
        ("", PUPILS, ["Tỷ lệ (văn bản in)"], "như văn bản in, không kèm số người."),
    ],
    ids=["people", "both", "one of each", "a share alone"],
)
def test_it_says_who_computed(people: str, printed: str, columns: list[str], below: str, tmp_path: Path) -> None:
    """A share is called the page's own only where the page computed it."""
    figure = drawn(told(tmp_path, people, printed))
    assert list(figure.table.head[4:]) == columns
    assert figure.below.endswith(below)
    assert len(figure.chart.rows) == (2 if people and printed == PUPILS else 1)


def test_what_is_computed_speaks(tmp_path: Path) -> None:
    """Of one group that has both, the bar is that of the people counted."""
    (row,) = drawn(told(tmp_path, PEOPLE, PRINTED.format("can_bo", "86%"))).chart.rows
    assert row["said"].startswith("86,36% (57/66 người)")


def test_the_same_people_are_drawn_however_many_reports_there_are() -> None:
    """Adults taught, whether others have as many reports or none."""
    for groups in (("nguoi_truong_thanh",), ("nguoi_truong_thanh", "xac_nhan_vneid")):
        data = Data()
        for quarter, day in enumerate(("2026-03-31", "2026-06-30", "2026-09-30")):
            data.document(f"bc-{day}", day)
            for group in groups:
                data.row("bdhvs", ky="nay", loai_ky="thoi_diem", den_ngay=day, nhom=group, doi_tuong=100,
                         da_hoc=60 + quarter, hoan_thanh=50 + quarter, nguon=f"bc-{day}")  # fmt: skip
        (chart,) = people_over_time(*data.view())
        assert isinstance(chart, Figure)
        assert chart.chart.title.startswith("Số người đã học, ")
