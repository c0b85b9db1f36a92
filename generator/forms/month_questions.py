"""What the form of one month asks: what the documents of last time gave, again, and what is not over yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.forms.cells import Value, shown
from generator.forms.coming_documents import Document, coming_documents, month_of
from generator.forms.month_labels import named
from generator.forms.names import Names, names_in
from generator.forms.next_period import name_of, next_period, retitled
from generator.forms.open_matters import points, teams, unfinished
from generator.forms.questions import Mark, MonthForm, Part, Question, place_again
from generator.language.numbers import MONEY, PERCENT, WHOLE_UNITS_EXCEPT
from generator.language.vietnamese import read_date
from generator.model.catalogue import Catalogue
from generator.model.commune import Commune
from generator.model.grouping import grouped
from generator.model.period import Period, PeriodKind
from generator.model.record import Record
from generator.tables import chi_tieu, ngan_sach, nguon, to_cong_nghe_so, tthc
from generator.tables.all_tables import TABLES
from generator.tables.table import Column, Table

_ASKED = ("count", "quantity")
_NOT_AGAIN = frozenset({"nhan_dinh", "dung_nhu_van_ban", "nguon", "vi_tri", "ky", "tu_ngay", "den_ngay"})
"""Columns that speak of one document alone."""
_FIRST_TIME = (
    "tiep_nhan", "moi", "ky_truoc", "truc_tuyen", "truc_tiep_buu_chinh", "da_giai_quyet", "truoc_han", "dung_han",
    "qua_han", "dang_giai_quyet", "dang_trong_han", "dang_qua_han",
)  # fmt: skip
"""Counts of dossiers that the first form of a commune asks: those that the sums of the check need."""


def month_form(commune: Commune, records: Sequence[Record], catalogue: Catalogue, month: dt.date) -> MonthForm:
    """The form for the documents that end within the month of a day."""
    names = names_in(catalogue, records)
    coming = coming_documents(records, month)
    parts: list[Part] = []
    for number, document in enumerate(coming, 1):
        called = f"Văn bản {number}" if len(coming) > 1 else "Văn bản"
        called = called if document.step else f"{called} (thay thế)"
        parts.append(Part(f"{called}, {document.period.printed}", tuple(_of_document(document, commune, records))))
        parts += _of_tables(document, records, names, catalogue)
    first = coming[0].id
    if not any(question.mark.table == to_cong_nghe_so.TABLE.name for part in parts for question in part.questions):
        parts += teams(first, records)
    parts += unfinished(first, records)
    parts += points(first, records)
    before = coming[0].last_period
    return MonthForm(name_of(month_of(month)), before.printed if before else "", tuple(_said_once(parts)))


def _said_once(parts: Iterable[Part]) -> Iterator[Part]:
    """What helps is said where it is needed first; a place once for the lines below one heading that share it."""
    said: set[str] = set()
    for part in parts:
        questions: list[Question] = []
        place = ""
        for question in part.questions:
            same = place and question.place == place
            explained = "" if question.explained in said else question.explained
            questions.append(replace(question, explained=explained, place=None if same else question.place))
            said.add(question.explained)
            place = question.place or place
        yield Part(part.heading, tuple(questions))


# --- documents ----------------------------------------------------------------------------------


def _of_document(document: Document, commune: Commune, records: Sequence[Record]) -> Iterator[Question]:
    period, last = document.period, document.last
    office = last["co_quan"] if last else f"UBND {commune.name[:1].lower()}{commune.name[1:]}"
    mark = Mark(document.id, nguon.TABLE.name, "", {"nguon": document.id, "co_quan": office})

    def asked(name: str, before: Value = None, filled: Value = None, explained: str = "",
              words: tuple[str, ...] = (), *, must: bool = False) -> Question:  # fmt: skip
        column, own = nguon.TABLE.column(name), mark._replace(column=name)
        return Question(column.heading, column, own, before, filled, explained, None, words, must)

    title = retitled(last["ten"], document.last_period, period) if last and document.last_period else None
    old = [row["nguon"] for row in records if row.table == nguon.TABLE.name][-6:]
    yield asked("so_hieu", last["so_hieu"] if last else None, must=True)
    yield asked("ngay", read_date(last["ngay"]) if last else None, must=True)
    yield asked("ten", None, title, "" if title else "Chép như in.", must=True)
    yield asked("ky", None, period.printed)
    yield asked("tu_ngay", None, period.start)
    yield asked("den_ngay", None, period.end, "Ngày chốt số.")
    yield asked("doc_o_dau", None, last["doc_o_dau"] if last else None, "" if last else "Ví dụ: Bảng tin UBND xã.",
                must=True)  # fmt: skip
    replaced = last["nguon"] if last and not document.step else None
    if old:
        words = tuple(dict.fromkeys([*filter(None, [replaced]), *reversed(old)]))
        explained = "Không thay thì xóa." if replaced else "Nếu thay một văn bản cũ."
        yield asked("thay_the", None, replaced, explained, words)


# --- tables -------------------------------------------------------------------------------------


class _Headed(NamedTuple):
    """Questions with what their heading may say: the table, which of its rows, the period ('' for the document's)."""

    table: str
    which: str
    period: str
    questions: tuple[Question, ...]


def _of_tables(document: Document, records: Sequence[Record], names: Names, catalogue: Catalogue) -> Iterator[Part]:
    """What the document before gave for its own period, asked for the next."""
    if document.last is None or document.last_period is None:
        yield _first_part(document)
        return
    before = _Headed("", "", "", ())
    for table in TABLES:
        if not table.has_period or table is nguon.TABLE:
            continue
        own = [row for row in records if row.table == table.name and row["nguon"] == document.last["nguon"]]
        told = [row for row in own if table.measures(row) and read_date(row["den_ngay"]) == document.last_period.end]
        rows = [(row, period) for row in told if (period := next_period(_period(row, table), document.step))]
        for part in (_alike if table in _NAMED_BY_ROW else _row_by_row)(table, rows, document, names, catalogue):
            if part.questions:
                yield Part(_heading(part, before, document), part.questions)
                before = part


_NAMED_BY_ROW = (chi_tieu.TABLE, ngan_sach.TABLE)
"""Tables of one number a row, which the row names."""
_Rows = Sequence[tuple[Record, Period]]
"""Rows of last time, each with the period that it is asked for now."""


def _row_by_row(table: Table, rows: _Rows, document: Document, names: Names, catalogue: Catalogue) -> Iterator[_Headed]:
    """A heading for each row of a form that officers know."""
    for row, period in rows:
        which = [str(shown(row, column, names)) for column in table.columns
                 if row[column.name] and column.name == table.category[0]]  # fmt: skip
        questions = tuple(_of_row(row, period, table, document, names, catalogue))
        yield _Headed(table.title, ", ".join(which), _period_words(period, document), questions)


def _alike(table: Table, rows: _Rows, document: Document, names: Names, catalogue: Catalogue) -> Iterator[_Headed]:
    """Rows of one number, those of one period and one kind below one heading."""
    for words, own in grouped(rows, lambda pair: _period_words(pair[1], document)).items():
        periods = {row.line: period for row, period in own}
        for which, lines in grouped(named([row for row, _ in own], names, catalogue), lambda one: one.heading).items():
            questions = (
                question
                for one in lines
                for question in _of_row(one.row, periods[one.row.line], table, document, names, catalogue, one.label)
            )
            yield _Headed(table.title, which, words, tuple(questions))


def _period(row: Record, table: Table) -> Period:
    kind = PeriodKind(row["loai_ky"]) if table.has("loai_ky") and row["loai_ky"] else PeriodKind.WITHIN
    start = None if kind is PeriodKind.AT else read_date(row["tu_ngay"])
    return Period(kind, start, read_date(row["den_ngay"]), row["ky"])


def _period_words(period: Period, document: Document) -> str:
    """What a heading says of a period: nothing of the document's own, and of its last day."""
    at_its_end = period.kind is PeriodKind.AT and period.end == document.period.end
    return "" if at_its_end or period.span == document.period.span else period.printed


def _heading(part: _Headed, before: _Headed, document: Document) -> str:
    """What differs from the heading before: `Hồ sơ thủ tục hành chính`, `11 tháng đầu năm 2026`, `Hộ tịch, Tháng
    11/2026`, `Đất đai`.
    """
    new = part.table != before.table
    period = part.period if new or part.period != before.period else ""
    if not new and before.period and not part.period:
        period = document.period.printed
    rest = ", ".join(filter(None, [part.which, period]))
    return ": ".join(filter(None, [part.table if new else "", rest])) or part.table


def _of_row(
    row: Record, period: Period, table: Table, document: Document, names: Names, catalogue: Catalogue, label: str = ""
) -> Iterator[Question]:  # fmt: skip
    """A question for each number of a row; `label` names that of a row of one number."""
    known = {
        column.name: row[column.name] for column in table.columns
        if row[column.name] and column.name not in _NOT_AGAIN and column.kind not in _ASKED
        and (column.required or not column.long)
    }  # fmt: skip
    known |= _of_period(period, document, table)
    place = place_again(row["vi_tri"])
    known |= {"vi_tri": place} if place else {}
    for column in table.columns:
        if column.kind in _ASKED and row[column.name] and column.unit != PERCENT:
            mark = Mark(document.id, table.name, column.name, known)
            called = f"{label}{_unit(row, column, catalogue)}" if label else column.heading
            explained = _MONEY_WORDS if column.unit == MONEY else ""
            yield Question(called, column, mark, shown(row, column, names), None, explained, place)


def _unit(row: Record, column: Column, catalogue: Catalogue) -> str:
    """` (ngày)`: in what a number is measured, where that of last time does not say it; a count has its name."""
    indicator = catalogue.indicators.get(row["chi_tieu"])
    unit = indicator.unit if indicator and indicator.unit in WHOLE_UNITS_EXCEPT else ""
    return f" ({unit})" if unit and unit not in row[column.name] else ""


_MONEY_WORDS = "Theo đồng, hoặc gõ như in: 275,4 triệu đồng."


def _of_period(period: Period, document: Document, table: Table) -> dict[str, str]:
    """The cells of a row's period that the lines of its document do not say."""
    made = {"ky": period.printed} if period.printed != document.period.printed else {}
    if period.start != document.period.start:
        made["tu_ngay"] = period.start.isoformat() if period.start else ""
    return made | ({"loai_ky": period.kind.value} if table.has("loai_ky") else {})


def _help(column: Column) -> str:
    """What is told of a column beyond what holds for every number."""
    first, _, _ = column.explained.partition(". ")
    return "" if first.startswith(("Số đếm, chép như", "Chép đúng như in")) else f"{first.removesuffix('.')}."


def _first_part(document: Document) -> Part:
    known = {"loai_ky": PeriodKind.WITHIN.value}
    return Part(tthc.TABLE.title, tuple(
        Question(column.heading, column, Mark(document.id, tthc.TABLE.name, name, known), explained=_help(column),
                 place="" if name == _FIRST_TIME[0] else None, must=name in ("tiep_nhan", "da_giai_quyet"))
        for name in _FIRST_TIME
        for column in (tthc.TABLE.column(name),)
    ))  # fmt: skip
