"""What would change on the site between two states of the data, in words for officers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from generator.changes.changed_figures import about, figure_lines, paired, said, step
from generator.commune.examine import Examined
from generator.figures import melt
from generator.language.quotes import cut, quoted
from generator.language.vietnamese import show_date
from generator.model.commune import Commune
from generator.model.difference import Difference
from generator.model.figure import Figure
from generator.model.grouping import grouped
from generator.model.problem import Problem
from generator.model.record import Record
from generator.pages.document_names import called
from generator.pages.view import View
from generator.tables import nguon, van_ban
from generator.tables.all_tables import TABLES
from generator.tables.table import Column, Table

UNREADABLE_BEFORE = "Bản cũ có lỗi nên không so được với bản mới"
UNREADABLE_AFTER = "Bản mới còn lỗi nên chưa biết trang sẽ đổi thế nào"


def in_words(before: Examined, after: Examined) -> list[str]:
    """What changes from `before` to `after`, a line each in Vietnamese; empty where nothing does.

    With more than one commune concerned, a line `Xã …:` opens each commune's lines.
    """
    told = by_commune(before, after)
    if len(told) == 1:
        return next(iter(told.values()))
    return [line for heading, lines in told.items() for line in (f"{heading}:", *lines)]


def by_commune(before: Examined, after: Examined) -> dict[str, list[str]]:
    """The lines of `in_words` by the name of the commune; '' for what concerns none or all.

    A commune without changes is left out.
    """
    if after.dataset is None:
        return {"": [UNREADABLE_AFTER]}
    new = _view(after)
    if before.dataset is None:
        sources = sum(record.table == nguon.TABLE.name for record in after.dataset.records)
        return {"": [f"{UNREADABLE_BEFORE}; bản mới có {_count(new.figures)} số liệu từ {sources} văn bản nguồn"]}
    old = _view(before)
    made = {"Danh mục chung": list(_catalogue(old, new))}
    there = {c.code: c for c in (*before.dataset.communes, *after.dataset.communes)}
    problems = [_by_commune(examined) for examined in (before, after)]
    for code, commune in sorted(there.items()):
        lines = [*_commune(old, new, commune), *_warnings(*(own.get(commune.folder, []) for own in problems))]
        made[f"{commune.name} ({code})"] = lines
    return {heading: lines for heading, lines in made.items() if lines}


def _view(examined: Examined) -> View:
    """The figures and rows of a state; no day, since nothing here depends on it."""
    assert examined.dataset is not None
    return View(examined.dataset, melt.rows(examined.figures), (), examined.differences, dt.date.min)


def _count(figures: Iterable[Figure]) -> int:
    return sum(figure.loai != "tinh_lai" for figure in figures)


def _by_commune(examined: Examined) -> dict[str, list[Problem]]:
    """Warnings and notes by commune folder."""
    told = (p for p in examined.problems if p.severity != "error" and p.file.count("/") > 1)
    return grouped(told, lambda problem: problem.file.split("/")[1])


def _commune(old: View, new: View, commune: Commune) -> Iterator[str]:
    one, two = (next((c for c in view.dataset.communes if c.code == commune.code), None) for view in (old, new))
    if one is None:
        sources = len(new.records(commune, nguon.TABLE.name))
        yield f"Xã mới trên trang: {_count(new.of(commune))} số liệu, {sources} văn bản nguồn"
        return
    if two is None:
        yield f"Xã không còn trên trang: mất {_count(old.of(commune))} số liệu"
        return
    yield from _about_commune(one, two)
    yield from _rows(old, new, commune, nguon.TABLE)
    kept, ours = ([f for f in view.of(commune) if f.loai != "tinh_lai"] for view in (old, new))
    yield from figure_lines(old, new, paired(kept, ours))
    for table in TABLES:
        if table is not nguon.TABLE:
            yield from _rows(old, new, commune, table)
    yield from _recomputed(old, new, commune)
    yield from _differences(*([d for d in view.differences if d.commune == commune.code] for view in (old, new)))


def _about_commune(old: Commune, new: Commune) -> Iterator[str]:
    parts = (
        ("tên xã", old.name, new.name),
        ("địa chỉ trang", old.address, new.address),
        ("các xã có thể là", "; ".join(old.candidates), "; ".join(new.candidates)),
        ("ghi chú về xã", old.note, new.note),
    )
    yield from (f"{words[:1].upper()}{words[1:]}: {quoted(one, two)}" for words, one, two in parts if one != two)


# --- rows that are no figures -----------------------------------------------------------------


def _rows(old: View, new: View, commune: Commune, table: Table) -> Iterator[str]:
    """Rows that came, went or read otherwise; rows of figures only where they hold none."""
    before, after = (_without_figures(view, commune, table) for view in (old, new))
    for row in [*before]:  # what is the same in both, wherever it stands
        twin = next((other for other in after if other.cells == row.cells), None)
        if twin:
            before.remove(row)
            after.remove(twin)
    key = table.change_key or table.key
    keys = [grouped(rows, lambda row: tuple(row[column] for column in key)) for rows in (before, after)]
    for known_by in dict.fromkeys([*keys[1], *keys[0]]):
        for one, two in zip_longest(*(own.get(known_by, []) for own in keys)):
            if line := _row(one, two, table):
                yield line


def _without_figures(view: View, commune: Commune, table: Table) -> list[Record]:
    with_figures = {(figure.tep, figure.dong) for figure in view.of(commune)}
    return [row for row in view.records(commune, table.name) if (row.file, row.line) not in with_figures]


def _row(old: Record | None, new: Record | None, table: Table) -> str:
    row = new or old
    assert row
    noun = table.noun or f"dòng chưa có số của bảng “{table.title}”"
    if old is None:
        return f"{noun[:1].upper()}{noun[1:]} mới: {_named(row)}"
    if new is None:
        return f"Bỏ {noun}: {_named(row)}"
    changed = []
    for column in table.columns:
        one, two = (_cell(side, column) for side in (old, new))
        if one != two:
            changed.append(f"{column.heading[:1].lower()}{column.heading[1:]}: {quoted(one, two)}")
    return f"Sửa {noun} {_named(row)}, {'; '.join(changed)}" if changed else ""


def _cell(row: Record, column: Column) -> str:
    text = row[column.name]
    return show_date(text) if column.kind == "date" else (column.choices or {}).get(text, text)


def _named(row: Record) -> str:
    """A row as people call it: a document by number and date, anything else by its first words."""
    if row.table == nguon.TABLE.name:
        return f"{called(row)} ngày {show_date(row['ngay'])}" if row["ngay"] else called(row)
    if row.table == van_ban.TABLE.name:
        number = f"{row['loai']} {row['so_hieu']}".strip()
        return f"{number} ngày {show_date(row['ngay'])}" if row["ngay"] else f"{number} “{cut(row['trich_yeu'], 80)}”"
    return f"“{cut(row['noi_dung'] or row['ten'] or row['ky'], 80)}”"


# --- what follows -----------------------------------------------------------------------------


def _recomputed(old: View, new: View, commune: Commune) -> Iterator[str]:
    """Rates that the site computes itself and that become others."""
    kept, ours = ([f for f in view.of(commune) if f.loai == "tinh_lai"] for view in (old, new))
    for one, two in paired(kept, ours):
        if one and two and said(one) != said(two):
            yield f"Kéo theo: {about(new, two)}: {step(one, two)}"
        elif two and not one:
            yield f"Kéo theo: trang tính thêm {about(new, two)}: {said(two)}"
        elif one and not two:
            yield f"Kéo theo: trang không còn tính được {about(old, one)} (trước là {said(one)})"


def _differences(old: Sequence[Difference], new: Sequence[Difference]) -> Iterator[str]:
    """Differences by rule and figures: new ones, those that read otherwise, those that are gone."""
    before, after = ({(d.rule, d.figures): d.sentence for d in own} for own in (old, new))
    for key, sentence in after.items():
        if key not in before:
            yield f"Chỗ lệch mới, trang sẽ nêu: {sentence}"
        elif sentence != before[key]:
            yield f"Chỗ lệch nay là: {sentence}"
    yield from (f"Không còn chỗ lệch: {sentence}" for key, sentence in before.items() if key not in after)


def _warnings(old: Sequence[Problem], new: Sequence[Problem]) -> Iterator[str]:
    before, after = ({(p.file, p.message) for p in own} for own in (old, new))
    yield from (f"Lưu ý mới: {p.message}" for p in new if (p.file, p.message) not in before)
    yield from (f"Không còn lưu ý: {p.message}" for p in old if (p.file, p.message) not in after)


def _catalogue(old: View, new: View) -> Iterator[str]:
    """What changes for all communes: indicators, relations, national targets, words."""
    one, two = old.dataset.catalogue, new.dataset.catalogue
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
