"""The list of indicators: what each is called and asks."""

from __future__ import annotations

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
