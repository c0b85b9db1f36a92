"""The page of corrections: what was put right or withdrawn, when and why, and what is not known."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from told_months import Data, work

from generator.model.history import Correction, History, Span, Told, Version
from generator.model.published_columns import COLUMNS, published
from generator.pages.corrections_page import corrections_page
from generator.pieces.blocks import Items, Page, Prose
from generator.pieces.view import View

FIRST, THEN = Version(dt.date(2026, 2, 3), "a" * 40), Version(dt.date(2026, 2, 9), "b" * 40, "chép nhầm dòng")
LATER = Version(dt.date(2026, 3, 1), "c" * 40)


def dossiers() -> View:
    view, _ = Data().months([work(0, late=3)]).view()
    return view


def told(view: View, *spans: Span, gap: str = "", corrections: tuple[Correction, ...] = ()) -> Page:
    (commune,) = view.dataset.communes
    return corrections_page(replace(view, history=History(spans, FIRST.day, gap, corrections)), commune)


def changed(view: View, **cells: str) -> tuple[str, ...]:
    figure = next(f for f in view.figures if f.topic.indicator == "ho_so_qua_han")
    return tuple(cells.get(column, cell) for column, cell in zip(COLUMNS, published(figure), strict=True))


def lines(page: Page) -> dict[str, list[str]]:
    return {
        part.title: [line.text for block in (*part.blocks, *part.folded) for line in
                     (block.items if isinstance(block, Items) else [block] if isinstance(block, Prose) else [])]
        for part in page.sections
    }  # fmt: skip


def test_corrections_are_told_newest_first() -> None:
    view = dossiers()
    old, mid, now = changed(view, gia_tri="7", nhu_in="7"), changed(view, gia_tri="5", nhu_in="05"), changed(view)
    page = told(view, Span(old, FIRST, THEN), Span(mid, THEN, LATER), Span(now, LATER))
    assert lines(page) == {
        "Ngày 01/03/2026: 1 số": ["Không ghi lý do.", "“05” sửa thành “3”"],
        "Ngày 09/02/2026: 1 số": ["Lý do: chép nhầm dòng.", "“7” sửa thành “05”"],
    }
    assert "Đã đính chính 2 số từ 03/02/2026: 2 số đổi giá trị." in str(page.opening)


def test_what_was_withdrawn_and_came_again_is_told() -> None:
    view = dossiers()
    row, unit = changed(view), changed(view, don_vi="người")
    page = told(
        view,
        Span(row, FIRST, THEN),
        Span(row, LATER),
    )
    assert list(lines(page).values()) == [["Không ghi lý do.", "“3” đăng lại"]]
    page = told(view, Span(unit, FIRST, THEN), Span(row, THEN))
    assert list(lines(page).values()) == [
        ["Lý do: chép nhầm dòng.", "“3”: đơn vị sửa từ “người” thành “hồ sơ”"],
    ]  # fmt: skip


def test_what_went_is_told_with_what_took_its_place() -> None:
    """By the commune's own table, also outside of git."""
    view = dossiers()
    figure = next(f for f in view.figures if f.topic.indicator == "ho_so_qua_han")
    old = figure.id.replace("20260131", "20260130")
    moved = Correction(old, figure.id, THEN.day, "chép nhầm ngày")
    gone = Correction(figure.id.replace("20260131", "20260129"), "", THEN.day, "chép nhầm ngày")
    assert list(lines(told(view, corrections=(moved, gone))).values()) == [
        [
            "Lý do: chép nhầm ngày.",
            "3 hồ sơ: trước ghi từ 01/01/2026 đến 30/01/2026, nay tháng 01/2026 (đến 31/01/2026)",
            "số ghi từ 01/01/2026 đến 29/01/2026: rút, không còn đăng",
        ],
    ]  # fmt: skip


def test_an_explanation_is_no_correction() -> None:
    view = dossiers()
    figure = next(f for f in view.figures if f.topic.indicator == "ho_so_qua_han")
    explained = Correction(figure.id, figure.id, THEN.day, "bão lớn", Told.EXPLAINED)
    assert lines(told(view, corrections=(explained,))) == {}


def test_what_is_not_known_is_said() -> None:
    """Outside of git, or where older versions are gone."""
    view = dossiers()
    assert "Chưa có số nào phải đính chính từ 03/02/2026." in str(told(view).opening)
    page = told(view, gap="lịch sử không đầy đủ, chỉ biết từ 03/02/2026")
    assert "Lưu ý: lịch sử không đầy đủ, chỉ biết từ 03/02/2026." in str(page.opening)
    (commune,) = view.dataset.communes
    assert "không có lịch sử, nên trang chỉ biết những lần sửa mà xã tự ghi" in str(
        corrections_page(view, commune).opening
    )
