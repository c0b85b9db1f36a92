"""What would change on the site between two states of the data, in words for officers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.changes.changed_figures import about, figure_lines, paired, said, step
from generator.changes.changed_rows import row_lines
from generator.commune.examine import Examined
from generator.language.quotes import quoted
from generator.model.catalogue import Catalogue
from generator.model.commune import Commune
from generator.model.dataset import Dataset
from generator.model.difference import Difference
from generator.model.figure import Kind
from generator.model.grouping import grouped
from generator.model.problem import Problem
from generator.pieces.view import View
from generator.tables import nguon
from generator.tables.all_tables import OF_A_PROVINCE, TABLES

UNREADABLE_BEFORE = "Bản cũ có lỗi nên không so được với bản mới"
UNREADABLE_AFTER = "Bản mới còn lỗi nên chưa biết trang sẽ đổi thế nào"


class Side(NamedTuple):
    """A commune in one state of the data, with the catalogue of that state."""

    examined: Examined
    catalogue: Catalogue


def unread_before(*communes: Examined) -> str:
    """That a state before cannot be compared with what these communes are now."""
    figures = sum(figure.kind is not Kind.COMPUTED for one in communes for figure in one.figures)
    sources = sum(record.table == nguon.TABLE.name for one in communes for record in one.records)
    return f"{UNREADABLE_BEFORE}; bản mới có {figures} số liệu từ {sources} văn bản nguồn"


def in_words(before: Examined, after: Examined, catalogue: Catalogue) -> list[str]:
    """What changes of one commune, a line each in Vietnamese; empty where nothing does."""
    if after.stopped:
        return [UNREADABLE_AFTER]
    if before.stopped:
        return [unread_before(after)]
    told = changed_commune(Side(before, catalogue), Side(after, catalogue))
    return [line for lines in told.values() for line in lines]


def changed_commune(before: Side | None, after: Side | None) -> dict[str, list[str]]:
    """What changes of one commune, a line each, under its name; empty where nothing does. A side that is None does not
    have it.
    """
    there = after or before
    if there is None or there.examined.commune is None:
        return {}
    commune = there.examined.commune
    lines = list(_commune(before, after))
    return {f"{commune.name} ({commune.code})": lines} if lines else {}


def changed_catalogue(before: Catalogue, after: Catalogue) -> dict[str, list[str]]:
    """What changes for all communes, under the name of what they share, a province's own too; empty where nothing
    does.
    """
    lines = list(_catalogue(before, after))
    return {**({"Danh mục chung": lines} if lines else {}), **dict(_provinces(before, after))}


def _commune(before: Side | None, after: Side | None) -> Iterator[str]:
    if before is None or after is None:
        yield from _came_or_went(before, after)
        return
    old, new = as_view(before), as_view(after)
    (one,), (two,) = old.dataset.communes, new.dataset.communes
    yield from _about_commune(one, two)
    yield from row_lines(old, new, two, nguon.TABLE)
    kept, ours = ([f for f in view.figures if f.kind is not Kind.COMPUTED] for view in (old, new))
    yield from figure_lines(old, new, paired(kept, ours))
    for table in TABLES:
        if table is not nguon.TABLE:
            yield from row_lines(old, new, two, table)
    yield from _recomputed(old, new)
    yield from _differences(old.differences, new.differences)
    yield from _warnings(before.examined.problems, after.examined.problems)


def _came_or_went(before: Side | None, after: Side | None) -> Iterator[str]:
    there = after or before
    assert there
    figures = sum(figure.kind is not Kind.COMPUTED for figure in there.examined.figures)
    if after:
        sources = sum(record.table == nguon.TABLE.name for record in after.examined.records)
        yield f"Xã mới trên trang: {figures} số liệu, {sources} văn bản nguồn"
    else:
        yield f"Xã không còn trên trang: mất {figures} số liệu"
    yield from _warnings(before.examined.problems if before else (), after.examined.problems if after else ())


def as_view(side: Side) -> View:
    """The figures and rows of a state; no day, since nothing here depends on it."""
    one = side.examined
    assert one.commune
    dataset = Dataset(side.catalogue, (one.commune,), one.records, one.files)
    return View(dataset, one.figures, (), one.differences, dt.date.min)


def _about_commune(old: Commune, new: Commune) -> Iterator[str]:
    parts = (
        ("tên xã", old.name, new.name),
        ("địa chỉ trang", old.address, new.address),
        ("các xã có thể là", "; ".join(old.candidates), "; ".join(new.candidates)),
        ("ghi chú về xã", old.note, new.note),
        ("đường dây công khai của cơ quan", "; ".join(old.lines), "; ".join(new.lines)),
    )
    yield from (f"{words[:1].upper()}{words[1:]}: {quoted(one, two)}" for words, one, two in parts if one != two)


# --- what follows -----------------------------------------------------------------------------


_FOLLOW = ("Kéo theo: ", "Chỗ lệch mới", "Chỗ lệch nay", "Không còn chỗ lệch", "Lưu ý mới", "Không còn lưu ý")


def follows(line: str) -> bool:
    """Whether a line of change tells what only follows from the others, and asks for nothing."""
    return line.startswith(_FOLLOW)


def _recomputed(old: View, new: View) -> Iterator[str]:
    """Rates that the site computes itself and that become others."""
    kept, ours = ([f for f in view.figures if f.kind is Kind.COMPUTED] for view in (old, new))
    for one, two in paired(kept, ours):
        if one and two and said(one) != said(two):
            yield f"Kéo theo: {about(new, two)}: {step(one, two)}"
        elif two and not one:
            yield f"Kéo theo: trang tính thêm {about(new, two)}: {said(two)}"
        elif one and not two:
            yield f"Kéo theo: trang không còn tính được {about(old, one)} (trước là {said(one)})"


def _differences(old: Sequence[Difference], new: Sequence[Difference]) -> Iterator[str]:
    """Differences by rule and figures: new ones, those that read otherwise, those that are gone."""
    before, after = ({(d.rule, d.ids): d.sentence for d in own} for own in (old, new))
    for key, sentence in after.items():
        if key not in before:
            yield f"Chỗ lệch mới, trang sẽ nêu: {sentence}"
        elif sentence != before[key]:
            yield f"Chỗ lệch nay là: {sentence}"
    yield from (f"Không còn chỗ lệch: {sentence}" for key, sentence in before.items() if key not in after)


def _warnings(old: Sequence[Problem], new: Sequence[Problem]) -> Iterator[str]:
    old, new = ([p for p in own if p.severity != "error"] for own in (old, new))
    before, after = ({(p.file, p.message) for p in own} for own in (old, new))
    yield from (f"Lưu ý mới: {p.message}" for p in new if (p.file, p.message) not in before)
    yield from (f"Không còn lưu ý: {p.message}" for p in old if (p.file, p.message) not in after)


def _catalogue(one: Catalogue, two: Catalogue) -> Iterator[str]:
    """What changes for all communes: indicators, relations, national targets, words."""
    for id in [*two.indicators, *(one.indicators.keys() - two.indicators.keys())]:
        before, after = one.indicators.get(id), two.indicators.get(id)
        if after is None:
            yield f"Bỏ chỉ tiêu: {one.indicators[id].name}"
        elif before is None:
            yield f"Chỉ tiêu mới: {after.name}"
        elif replace(before, line=1) != replace(after, line=1):
            named = f", tên: {quoted(before.name, after.name)}" if before.name != after.name else ""
            yield f"Sửa chỉ tiêu: {after.name}{named}"
    targets = [[row.cells for row in side.national_targets] for side in (one, two)]
    relations = [[replace(relation, line=1) for relation in side.relations] for side in (one, two)]
    for words, sides in (
        ("Mục tiêu quốc gia", targets),
        ("Quan hệ giữa các chỉ tiêu", relations),
        ("Thuật ngữ", [one.glossary, two.glossary]),
        ("Danh mục đơn vị hành chính", [one.units, two.units]),
    ):
        if sides[0] != sides[1]:
            yield f"{words} có thay đổi"


def _provinces(one: Catalogue, two: Catalogue) -> Iterator[tuple[str, list[str]]]:
    """What provinces publish of themselves: of each that differs, by its name, which tables do."""
    for code in sorted({*one.provinces, *two.provinces}):
        own = [side.provinces.get(code) for side in (one, two)]
        places = [each.place for each in own if each]
        rows = [grouped(each.records if each else (), lambda row: row.table) for each in own]
        told = [
            f"Bảng {table.title} có thay đổi" for table in OF_A_PROVINCE
            if [r.cells for r in rows[0].get(table.name, ())] != [r.cells for r in rows[1].get(table.name, ())]
        ]  # fmt: skip
        if told:
            yield f"{places[-1].name} ({code})", told
