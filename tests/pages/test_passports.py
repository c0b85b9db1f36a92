"""The passport of a figure: where it stands, what it says, and that every number leads to it."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from composing import commune_pages
from plain_sample import write_sample
from support import CASES, ROOT
from told_months import Data, work

from generator.commune.survey import survey
from generator.language.content_mark import short_code
from generator.model.figure import Kind
from generator.model.history import History, Span, Version
from generator.model.published_columns import COLUMNS, published
from generator.pages.document_pages import document_pages
from generator.pieces.blocks import Block, Page
from generator.pieces.citation import citation
from generator.pieces.document_links import passport_page
from generator.pieces.row_blocks import Passport, Passports
from generator.pieces.view import View
from generator.pieces.views import view_of

DAY = dt.date(2026, 11, 22)


def blocks(page: Page) -> list[Block]:
    return [*page.opening, *(block for part in page.sections for block in (*part.blocks, *part.folded))]


def stated(page: Page) -> list[Passport]:
    return [one for block in blocks(page) if isinstance(block, Passports) for one in block.passports]


def by_code(view: View, whole: bool = True) -> dict[str, Passport]:
    (commune,) = view.dataset.communes
    told = [one for page in document_pages(view, commune) for one in stated(page)]
    return {one.code: one for one in told if bool(one.facts) == whole}


def fact(passport: Passport, name: str) -> str:
    return next((" ".join((one.text, one.code, *(link.text for link in one.links))).strip() for one in passport.facts
                 if one.name == name), "")  # fmt: skip


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> View:
    folder = tmp_path_factory.mktemp("nam") / "du-lieu"
    write_sample(folder, 1, 12, 5)
    return view_of(survey(folder), DAY)


def test_every_published_figure_has_one_passport_and_one_address(year: View) -> None:
    """On its document's page there is its code, for good; its passport stands there or on a page below, once."""
    (commune,) = year.dataset.communes
    pages = {page.path: stated(page) for page in document_pages(year, commune)}
    whole = Counter((path, one.code) for path, own in pages.items() for one in own if one.facts)
    assert set(whole.values()) == {1}
    for figure in year.of(commune):
        code, place = short_code(figure.id), passport_page(year, commune, figure)
        assert (place, code) in whole
        lasting = f"{commune.address}nguon-so-lieu/{figure.source}/"
        (line,) = [one for one in pages[lasting] if one.code == code]
        assert line.facts or f"{lasting}{line.there.removeprefix('./')}" == f"{place}#{code}"
    assert len(whole) == len(year.of(commune))


@pytest.mark.parametrize("folder", [CASES / "mot-xa", ROOT / "data"])
def test_a_passport_says_where_its_value_stands(folder: Path) -> None:
    """Value, print, unit, kind and period, place, row of the data file, how to quote it; on the real data too."""
    everything = survey(folder)
    for outcome in everything.outcomes:
        view = view_of(replace(everything, outcomes=(outcome,)), DAY)
        (commune,) = view.dataset.communes
        passports = by_code(view)
        for figure in view.of(commune):
            told = passports[short_code(figure.id)]
            assert fact(told, "Dòng dữ liệu") == f"{figure.trace.file}:{figure.trace.line} {figure.id}"
            assert f"mã {told.code}" in fact(told, "Trích dẫn")
            assert fact(told, "Loại số")
            if figure.kind is Kind.COMPUTED:
                assert fact(told, "Cách tính")
            elif figure.value.printed:
                said = fact(told, "Văn bản in") or fact(told, "Chép là")
                assert said.startswith(f"“{figure.value.printed}”")
            place = fact(told, "Chỗ in") or fact(told, "Các số gốc in ở")
            assert set(place.split(" | ")) <= set(figure.trace.place.split(" | "))


def test_the_quotation_is_that_of_this_value() -> None:
    """Of two places in one cell, a passport names the one that quotes its number."""
    data = Data().document("bc", "2026-06-10")
    place = "Mục 1: “có 12 máy tính” | Mục 2: “và 3 máy in”"
    for indicator, number in (("may_tinh", 12), ("may_in", 3)):
        data.row("chi-tieu", chi_tieu=indicator, ky="tại thời điểm báo cáo", loai_ky="thoi_diem",
                 den_ngay="2026-05-18", gia_tri=number, don_vi="bộ", nguon="bc", vi_tri=place)  # fmt: skip
    view, commune = data.view()
    told = by_code(view)
    places = {f.topic.indicator: fact(told[short_code(f.id)], "Chỗ in") for f in view.of(commune)}
    assert places == {"may_tinh": "Mục 1: “có 12 máy tính”", "may_in": "Mục 2: “và 3 máy in”"}


def test_a_computed_share_leads_to_its_counts() -> None:
    """Formula and inputs, each with its value and a link to its own passport."""
    view, commune = Data().months([work(0, late=3)]).view()
    rate = next(f for f in view.of(commune) if f.topic.indicator == "ty_le_qua_han" and f.kind is Kind.COMPUTED)
    made = next(one for one in by_code(view)[short_code(rate.id)].facts if one.name == "Cách tính")
    codes = {link.href.partition("#")[2] for link in made.links}
    inputs = {f.topic.indicator for f in view.of(commune) if short_code(f.id) in codes}
    assert inputs == {"ho_so_qua_han", "ho_so_da_giai_quyet"}


def test_its_address_does_not_depend_on_what_stands_beside_it() -> None:
    """Other rows, in another order, change no figure's code and not the page where it is found."""
    one, other = Data().months([work(0, late=3)]), Data().months([work(1), work(0, late=3)])
    (first, commune), (second, _) = one.view(), other.view()
    for figure in first.of(commune):
        there = next(f for f in second.of(commune) if f.id == figure.id)
        assert passport_page(first, commune, figure) == passport_page(second, commune, there)


def test_numbers_lead_to_their_passports(year: View) -> None:
    """Each link into a document's pages leads to the passport of a figure, where it is not one to the document."""
    codes = {short_code(figure.id) for figure in year.figures}
    led = [
        link
        for page in commune_pages(year)
        for link in re.findall(r"nguon-so-lieu/[^'\"#]*#([A-Z2-9]{4}-[A-Z2-9]{4})", repr(page))
    ]
    assert len(set(led)) > len(codes) / 2
    assert set(led) <= codes


def test_what_came_when_is_told() -> None:
    """The day that a value came, each change with its reason, and the citation with the first day."""
    view, commune = Data().months([work(0, late=3)]).view()
    figure = next(f for f in view.of(commune) if f.topic.indicator == "ho_so_qua_han")
    row = published(figure)
    was = tuple("5" if column in ("gia_tri", "nhu_in") else cell for column, cell in zip(COLUMNS, row, strict=True))
    first, then = Version(dt.date(2026, 2, 3), "a" * 40), Version(dt.date(2026, 2, 9), "b" * 40, "cộng nhầm")
    known = replace(view, history=History((Span(was, first, then), Span(row, then)), dt.date(2026, 2, 3), ""))
    told = by_code(known)[short_code(figure.id)]
    assert fact(told, "Đăng") == "Từ 03/02/2026. Ngày 09/02/2026: “5” sửa thành “3”. Lý do: cộng nhầm."
    assert citation(known, commune, figure).endswith(", đăng từ 09/02/2026"), "this value came later"


def then_of(id: str) -> str:
    return f"từ 01/01/2026 đến {'30' if '20260130' in id else '31'}/01/2026"


def test_the_address_of_a_vanished_figure_stays() -> None:
    """On its document's page, or on one kept for a document that is no more, it says what became of it."""
    view, commune = Data().months([work(0, late=3)]).view()
    figure = next(f for f in view.of(commune) if f.topic.indicator == "ho_so_qua_han")
    old = figure.id.replace("20260131", "20260130")
    gone = f"{figure.id.rpartition('.')[0]}.bao-cao-cu"
    first, then = Version(dt.date(2026, 2, 3), "a" * 40), Version(dt.date(2026, 2, 9), "b" * 40, "chép nhầm ngày")
    spans = tuple(
        Span(tuple({"ma_so": id, "nguon": id.rpartition(".")[2]}.get(c, cell)
                   for c, cell in zip(COLUMNS, published(figure), strict=True)), first, then)
        for id in (old, gone)
    )  # fmt: skip
    pages = {p.path: p for p in document_pages(replace(view, history=History(spans, first.day, "")), commune)}
    told = {one.code: (path, one) for path, page in pages.items() for one in stated(page)}
    for id in (old, gone):
        path, passport = told[short_code(id)]
        assert path == f"{commune.address}nguon-so-lieu/{id.rpartition('.')[2]}/"
        assert passport.period == f"Từ 09/02/2026: “3” ghi {then_of(id)}: rút, không còn đăng. Lý do: chép nhầm ngày."
