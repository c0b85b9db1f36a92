"""The list of indicators: what each is called and asks."""

from __future__ import annotations

from collections.abc import Iterator

from generator.country import frame_of_indicators
from generator.country.country import Country, home_crumb
from generator.model.catalogue import Indicator
from generator.pieces.blocks import Items, Page, Prose, Section
from generator.pieces.row_blocks import Link

PATH = "chi-tieu/"
"""Site address of the list of indicators; the page of each stands below it."""
FILE = "so-lieu.json"
"""Beside the page of an indicator: its figures for programs."""


def used(country: Country) -> list[Indicator]:
    """The indicators that have a figure or target, in the order of the catalogue."""
    there = frame_of_indicators.indicators(country.frames)
    return [indicator for indicator in country.catalogue.indicators.values() if indicator.id in there]


def _answered_by_tables(country: Country) -> Iterator[Section]:
    """The questions by which communes are compared that no indicator asks."""
    own = [q for q in country.catalogue.headlines if q.id in country.asked and q.id not in country.catalogue.indicators]
    rows = tuple(Prose(q.words, "", Link(q.name, country.link(PATH, f"{PATH}{q.id}/"))) for q in own)
    if rows:
        yield Section("Câu hỏi tính từ các bảng", "tu-bang", (Items(rows),))


def index(country: Country) -> Page:
    """All indicators in use, by subject."""
    here = PATH
    sections = list(_answered_by_tables(country))
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
