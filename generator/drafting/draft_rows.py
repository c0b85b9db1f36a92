"""Rows of a commune's tables made of what is beyond doubt, each of their cells marked as a draft."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.drafting.decide import Decided, State
from generator.drafting.found import Found
from generator.drafting.passages import Passage
from generator.drafting.when import When, head, iso_day, signed
from generator.drafting.withheld import tells_of_secrets
from generator.forms.words import DRAFT
from generator.language.places import together
from generator.language.vietnamese import fold, slug
from generator.model.commune import Commune
from generator.model.record import Record
from generator.tables import bdhvs, chi_tieu, nguon, tthc
from generator.tables.all_tables import TABLES
from generator.tables.table import LONGEST_ID, Column, Table

FILE = "bản thảo"
"""What stands in the place of a file in rows that no file holds."""
_WIDE = {column.melts_to: (table, column) for table in TABLES for column in table.columns if column.melts_to}
_WHOLE = re.compile(r"|tong(?: cong| so)?|cong|cap xa|(?:ubnd )?(?:xa|phuong|dac khu)\b.*|toan xa")
_AROUND = 90
"""Letters of a sentence that are quoted on either side of a number."""
_NUMBER = re.compile(r"S[ốỐ]\s*:?\s*(\d+\s*[-/]\s*[A-ZĐ][\w/Đ-]*)")


def quoted(found: Found) -> str:
    """The place of a number as a row names it, with the words in which it stands."""
    passage = found.passage
    if passage.in_cell:
        return f"{passage.place}: “{passage.text}”"
    words = _window(passage.text, found.start, found.end)
    if tells_of_secrets(words):
        words = f"{found.before} {passage.text[found.start : found.end]} {found.behind}".strip()
    return f"{passage.place}: “{words.replace('“', '‘').replace('”', '’')}”"


def _window(text: str, first: int, last: int) -> str:
    """Whole words around a number, no further than its part of a sentence."""
    start = max(text.rfind(";", 0, first) + 1, first - _AROUND)
    start = start if not start or text[start - 1] in " ;" else text.find(" ", start) + 1
    end = text.find(";", last)
    end = min(end if end >= 0 else len(text), last + _AROUND)
    end = end if end == len(text) or text[end] in " ;" else max(last, text.rfind(" ", 0, end))
    return text[start:end].strip()


def draft_rows(decided: Sequence[Decided], document: str, commune: Commune, kinds: Mapping[str, str]) -> list[Record]:
    """Rows for the tables, in their order: counts of a wide form side by side, every other number on its own.

    `kinds` says of which kind of period each indicator was in the commune's last report: else an officer says it.
    """
    rows: dict[tuple[str, ...], tuple[Table, dict[str, str]]] = {}
    for one in decided:
        if one.state is not State.FILLED or one.topic is None:
            continue
        table, column = _home(one)
        own = _own_cells(one, table)
        when = _when(one, kinds)
        key = (table.name, when["loai_ky"], when["tu_ngay"], when["den_ngay"], *own.values())
        _, cells = rows.setdefault(key, (table, {**when, **own, "nguon": document}))
        cells.setdefault(column.name, f"{DRAFT}{one.found.printed}")
        cells["vi_tri"] = together(filter(None, (cells.get("vi_tri", ""), quoted(one.found))))
    made = [(table, cells) for table, cells in rows.values()]
    order = [table.name for table in TABLES]
    made.sort(key=lambda pair: order.index(pair[0].name))
    return [Record(table.name, commune.code, FILE, 0, cells) for table, cells in made]


def _home(one: Decided) -> tuple[Table, Column]:
    """The table and column of a number: those of a wide form, else the table of all other numbers."""
    assert one.topic is not None
    table, column = _WIDE.get(one.topic.indicator, (chi_tieu.TABLE, chi_tieu.TABLE.column("gia_tri")))
    if table is bdhvs.TABLE and not one.topic.breakdown:
        return chi_tieu.TABLE, chi_tieu.TABLE.column("gia_tri")
    return table, column


def _own_cells(one: Decided, table: Table) -> dict[str, str]:
    """What else a row is known by: its indicator and part, its field, its group."""
    assert one.topic is not None
    if table is chi_tieu.TABLE:
        return {"chi_tieu": one.topic.indicator, "phan_to": one.topic.breakdown}
    if table is tthc.TABLE:
        return {"linh_vuc": "" if _WHOLE.fullmatch(fold(one.field).strip()) else one.field}
    return {"nhom": one.topic.breakdown} if table.has("nhom") else {}


def _when(one: Decided, kinds: Mapping[str, str]) -> dict[str, str]:
    """The period's cells. A number of a period that is no wide form's is one of that kind that it was last time."""
    assert one.topic is not None
    when: When = one.when
    wide = one.topic.indicator in _WIDE
    kind = when.kind if wide or when.kind == "luy_ke" else kinds.get(one.topic.indicator, "")
    return {
        "ky": f"{DRAFT}{when.words}" if when.words else DRAFT.strip(),
        "loai_ky": kind,
        "tu_ngay": when.start if kind != "thoi_diem" else "",
        "den_ngay": when.end,
    }


def source_row(passages: Sequence[Passage], file: str, commune: Commune, when: When, known: Sequence[Record]) -> Record:
    """The row that registers the report; its id is made of the file's name, apart from those that are `known`. Who
    issued it and where it may be read is what the last known document of that office's numbers says.
    """
    base = slug(file)[: LONGEST_ID - 4].strip("-") or "bao-cao"
    taken = {row["nguon"] for row in known}
    id = next(one for one in (base, *(f"{base}-{n}" for n in range(2, 10_000))) if one not in taken)
    top = head(passages)
    number = next((found[1] for text in top if (found := _NUMBER.search(text))), "")
    day, office = signed(passages), _office(number)
    alike = [row for row in known if office and _office(row["so_hieu"]) == office]
    last = max(alike, key=lambda row: row["ngay_biet"], default=None)
    cells = {
        "nguon": id,
        "so_hieu": f"{DRAFT}{number}" if number else "",
        "ngay": iso_day(day),
        "ngay_in": day,
        "ten": f"{DRAFT}{_title(top)}",
        "tinh_trang": "co_so" if number and day else "",
        "ky": f"{DRAFT}{when.words}" if when.words else "",
        "tu_ngay": when.start,
        "den_ngay": when.end,
        "ngay_biet": iso_day(day),
        **{name: f"{DRAFT}{last[name]}" for name in ("co_quan", "doc_o_dau") if last and last[name]},
    }
    return Record(nguon.TABLE.name, commune.code, FILE, 0, cells)


def _office(number: str) -> str:
    """The office that a document's number names: `UBND` of `152/BC-UBND`, `ĐU` of `230-BC/ĐU`."""
    parts = re.split(r"[-/]", number)
    return parts[-1].strip() if len(parts) > 1 else ""


def _title(top: Sequence[str]) -> str:
    """The report's title: the line that says what it is, with the next."""
    for at, text in enumerate(top):
        if re.match(r"(?:BÁO CÁO|KẾ HOẠCH|BIỂU)\b", text):
            rest = top[at + 1] if text in ("BÁO CÁO", "KẾ HOẠCH") and at + 1 < len(top) else ""
            return f"{text.capitalize() if text.isupper() else text} {rest}".strip()
    return "tên văn bản"
