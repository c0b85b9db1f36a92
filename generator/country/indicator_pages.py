"""Pages of indicators: what each is, how it is computed, its values by commune."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.country import frame
from generator.country.country import Country, home_crumb
from generator.country.frame import Row
from generator.country.summary import Summary
from generator.language.value import State
from generator.model.catalogue import Indicator
from generator.model.choices import STAGES
from generator.model.figure import Kind
from generator.pieces.blocks import Grid, Items, Page, Prose, Section
from generator.pieces.document_names import source_path
from generator.pieces.row_blocks import Cell, Link

PATH = "chi-tieu/"
"""Site address of the list of indicators; the page of each stands below it."""
FILE = "so-lieu.json"
"""Beside the page of an indicator: its figures for programs."""


def used(country: Country) -> list[Indicator]:
    """The indicators that have a figure or target, in the order of the catalogue."""
    there = frame.indicators(country.frames)
    return [indicator for indicator in country.catalogue.indicators.values() if indicator.id in there]


def index(country: Country) -> Page:
    """All indicators in use, by subject."""
    here = PATH
    sections = []
    for subject in country.catalogue.subjects.values():
        rows = tuple(
            Prose(indicator.question, "", Link(indicator.name, country.link(here, f"{here}{indicator.id}/")))
            for indicator in used(country)
            if indicator.subject == subject.id
        )
        if rows:
            title, fold = f"{subject.name} ({len(rows)})", f"Xem {len(rows)} chỉ tiêu"
            sections.append(Section(title, subject.id, (), (Items(rows),), fold))
    return Page(
        path=here,
        title="Các chỉ tiêu",
        description="Mỗi chỉ tiêu trả lời câu hỏi gì, tính thế nào, căn cứ vào đâu.",
        crumbs=home_crumb(country, here),
        opening=(Prose("Mỗi con số trên trang thuộc một chỉ tiêu. Ở đây nói chỉ tiêu ấy là gì.", "lead"),),
        sections=tuple(sections),
    )


def indicator_pages(country: Country) -> Iterator[Page]:
    """One page an indicator in use."""
    communes = {one.commune.code: one for one in country.communes}
    indicators = {indicator.id: indicator for indicator in used(country)}
    for id, rows in frame.by_indicator(country.frames, list(indicators)):
        yield _indicator(country, indicators[id], rows, communes)


_BETTER = {"cao": "càng cao càng tốt", "thap": "càng thấp càng tốt", "khong": "không có chiều tốt xấu"}
_KINDS: Mapping[str, str] = {
    Kind.REPORTED: "báo cáo", Kind.COMPUTED: "tự tính", Kind.TARGET: "mục tiêu", Kind.NEED: "nhu cầu",
    Kind.ALLOCATED: "phân bổ",
}  # fmt: skip


def _indicator(country: Country, indicator: Indicator, figures: Sequence[Row], communes: Mapping[str, Summary]) -> Page:
    here = f"{PATH}{indicator.id}/"
    facts = [("Câu hỏi", indicator.question)]
    if indicator.everyday:
        facts.append(("Có thể tìm bằng", ", ".join(indicator.everyday)))
    facts.append(("Đơn vị", indicator.unit or "không có"))
    if indicator.base:
        facts.append(("Tính trên", indicator.base))
    facts += [("Cao hay thấp là tốt", _BETTER[indicator.better]), ("Căn cứ hoặc nguồn gốc", indicator.basis)]
    facts += [(f"Cách tính lại {number}", formula.words) for number, formula in enumerate(indicator.formulas, 1)] or [
        ("Cách tính lại", "không tính lại được từ số đếm")
    ]
    rows = tuple(_row(country, here, communes[figure.commune], figure) for figure in figures)
    note = "Kỳ và cách tính của các xã có thể khác nhau nên trang không xếp hạng."
    return Page(
        path=here,
        title=indicator.name,
        kicker="Chỉ tiêu",
        description=f"{indicator.name}: {indicator.question}",
        crumbs=(*home_crumb(country, here), Link("Các chỉ tiêu", country.link(here, PATH))),
        opening=(
            Prose(indicator.question, "lead"),
            Grid("Định nghĩa", ("", ""), tuple((Cell(a), Cell(b)) for a, b in facts)),
        ),
        sections=(
            Section(
                "Số liệu theo xã",
                "theo-xa",
                (
                    Prose(note, "small"),
                    Grid(indicator.name, ("Xã", "Giá trị", "Kỳ, nguồn"), rows),
                    Prose("", "", Link("Tải số liệu này (JSON)", FILE)),
                ),
            ),
        ),
    )


def _row(country: Country, here: str, about: Summary, figure: Row) -> tuple[Cell, ...]:
    commune, id = about.commune, figure.document
    there = country.link(here, f"{commune.address}{figure.page}", figure.anchor)
    source = Link(about.documents[id], country.link(here, source_path(commune, id))) if id else None
    return (
        Cell(commune.name, "", figure.part, Link(commune.name, there)),
        Cell(
            figure.value,
            "number" if figure.state == State.GIVEN else "missing",
            STAGES.get(figure.stage, _KINDS[figure.kind]),
        ),
        Cell(figure.period, "", "", source),
    )
