"""What would change on the site between two states of the data, in words for officers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from generator.changes.changed_figures import about, figure_lines, paired, said, step
from generator.commune.examine import Examined
from generator.language.quotes import cut, quoted
from generator.language.vietnamese import show_date
from generator.model.catalogue import Catalogue
from generator.model.choices import PROGRESS
from generator.model.commune import Commune
from generator.model.dataset import Dataset
from generator.model.difference import Difference
from generator.model.figure import Kind
from generator.model.grouping import grouped
from generator.model.problem import Problem
from generator.model.record import Record
from generator.pieces.document_names import called
from generator.pieces.view import View
from generator.tables import nguon, tien_do, van_ban
from generator.tables.all_tables import OF_A_PROVINCE, TABLES
from generator.tables.table import Column, Table

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
    yield from _rows(old, new, two, nguon.TABLE)
    kept, ours = ([f for f in view.figures if f.kind is not Kind.COMPUTED] for view in (old, new))
    yield from figure_lines(old, new, paired(kept, ours))
    for table in TABLES:
        if table is not nguon.TABLE:
            yield from _rows(old, new, two, table)
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


# --- rows that are no figures -----------------------------------------------------------------


def _rows(old: View, new: View, commune: Commune, table: Table) -> Iterator[str]:
    """Rows that came, went or read otherwise; rows of figures only where they hold none."""
    before, after = (_without_figures(view, commune, table) for view in (old, new))
    words = {**_words(old, commune), **_words(new, commune)}
    for row in [*before]:  # what is the same in both, wherever it stands
        twin = next((other for other in after if other.cells == row.cells), None)
        if twin:
            before.remove(row)
            after.remove(twin)
    key = table.change_key or table.key
    keys = [grouped(rows, lambda row: tuple(row[column] for column in key)) for rows in (before, after)]
    for known_by in dict.fromkeys([*keys[1], *keys[0]]):
        for one, two in zip_longest(*(own.get(known_by, []) for own in keys)):
            if line := _row(one, two, table, words):
                yield line


def _without_figures(view: View, commune: Commune, table: Table) -> list[Record]:
    with_figures = {(figure.trace.file, figure.trace.line) for figure in view.of(commune)}
    return [row for row in view.records(commune, table.name) if (row.file, row.line) not in with_figures]


def _words(view: View, commune: Commune) -> dict[str, str]:
    """What documents and tasks are called, by the codes that rows know them by."""
    documents = {row["nguon"]: called(row) for row in view.records(commune, nguon.TABLE.name)}
    tasks = {row["ma"]: cut(row["noi_dung"], 80) for name in ("nhiem-vu", "kien-nghi")
             for row in view.records(commune, name)}  # fmt: skip
    return documents | tasks


def _row(old: Record | None, new: Record | None, table: Table, words: Mapping[str, str]) -> str:
    row = new or old
    assert row
    noun = table.noun or f"dòng chưa có số của bảng “{table.title}”"
    if old is None:
        return f"{noun[:1].upper()}{noun[1:]} mới: {_named(row, words)}"
    if new is None:
        return f"Bỏ {noun}: {_named(row, words)}"
    changed = []
    for column in table.columns:
        one, two = (_cell(side, column, words) for side in (old, new))
        if one != two:
            changed.append(f"{column.heading[:1].lower()}{column.heading[1:]}: {quoted(one, two)}")
    return f"Sửa {noun} {_named(row, words)}, {'; '.join(changed)}" if changed else ""


def _cell(row: Record, column: Column, words: Mapping[str, str]) -> str:
    text = row[column.name]
    if column.kind in ("source", "thing"):
        return words.get(text, text)
    return show_date(text) if column.kind == "date" else (column.choices or {}).get(text, text)


def _named(row: Record, words: Mapping[str, str]) -> str:
    """A row as people call it: a document by number and date, anything else by its first words."""
    if row.table == nguon.TABLE.name:
        return f"{called(row)} ngày {show_date(row['ngay'])}" if row["ngay"] else called(row)
    if row.table == van_ban.TABLE.name:
        number = f"{row['loai']} {row['so_hieu']}".strip()
        return f"{number} ngày {show_date(row['ngay'])}" if row["ngay"] else f"{number} “{cut(row['trich_yeu'], 80)}”"
    said = f"“{cut(row['noi_dung'] or row['ten'] or row['ky'], 80)}”"
    if row.table == tien_do.TABLE.name:
        day = f" đến {show_date(row['ngay'])}" if row["ngay"] else ""
        said = f"“{cut(row['noi_dung'].strip('“”'), 80)}”"
        state = PROGRESS.get(row["trang_thai"], row["trang_thai"])
        return f"“{words.get(row['viec'], row['viec'])}”, {state}{day}: {said}"
    return said


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
