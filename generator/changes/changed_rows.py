"""What differs between the rows of a commune that are no figures, before and after, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import zip_longest

from generator.language.quotes import cut, quoted
from generator.language.vietnamese import show_date
from generator.model.choices import PROGRESS
from generator.model.commune import Commune
from generator.model.grouping import grouped
from generator.model.record import Record
from generator.pieces.document_names import called
from generator.pieces.view import View
from generator.tables import kien_nghi, nguon, nhiem_vu, tien_do, van_ban
from generator.tables.table import Column, Table


def row_lines(old: View, new: View, commune: Commune, table: Table) -> Iterator[str]:
    """Rows that came, went or read otherwise; rows of figures only where they hold none."""
    before, after = (_without_figures(view, commune, table) for view in (old, new))
    for row in [*before]:  # what is the same in both, wherever it stands
        twin = next((other for other in after if other.cells == row.cells), None)
        if twin:
            before.remove(row)
            after.remove(twin)
    if not (before or after):
        return
    words = {**_words(old, commune), **_words(new, commune)}
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
    tasks = {row["ma"]: cut(row["noi_dung"], 80) for name in (nhiem_vu.TABLE.name, kien_nghi.TABLE.name)
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
