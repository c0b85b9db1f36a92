"""What the form of one month asks: what the documents of last time gave, again, and what is not over yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.forms.cells import Value, shown
from generator.forms.coming_documents import Document, coming_documents, month_of
from generator.forms.names import Names, names_in
from generator.forms.next_period import name_of, next_period, retitled
from generator.forms.open_matters import points, unfinished
from generator.forms.questions import Mark, MonthForm, Part, Question, place_again
from generator.language.vietnamese import read_date
from generator.model.catalogue import Catalogue
from generator.model.commune import Commune
from generator.model.period import Period, PeriodKind
from generator.model.record import Record
from generator.tables import chi_tieu, ngan_sach, nguon, tthc
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
    for document in coming:
        parts.append(Part(_about(document), tuple(_of_document(document, commune, records))))
        parts += _shortened(list(_of_tables(document, records, names, catalogue)))
    first = coming[0].id
    parts += unfinished(first, records)
    parts += points(first, records)
    before = coming[0].last_period
    return MonthForm(name_of(month_of(month)), before.printed if before else "", tuple(_explained_once(parts)))


def _shortened(parts: Sequence[Part]) -> Iterator[Part]:
    """A heading that begins as the one before goes on where they part: `Hồ sơ thủ tục hành chính`, `Hộ tịch`."""
    before = ""
    for part in parts:
        table, _, rest = part.heading.partition(": ")
        yield part._replace(heading=rest) if rest and table == before else part
        before = table


def _explained_once(parts: Iterable[Part]) -> Iterator[Part]:
    """What helps is said where it is needed first."""
    said: set[str] = set()
    for part in parts:
        questions: list[Question] = []
        for question in part.questions:
            questions.append(replace(question, explained="") if question.explained in said else question)
            said.add(question.explained)
        yield Part(part.heading, tuple(questions))


# --- documents ----------------------------------------------------------------------------------


def _about(document: Document) -> str:
    return f"Văn bản, {document.period.printed}" if document.last else "Văn bản của tháng"


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
    yield asked("ngay", read_date(last["ngay"]) if last else None, explained="Ngày ký.", must=True)
    yield asked("ten", None, title, "" if title else "Chép như in.", must=True)
    yield asked("ky", None, period.printed)
    yield asked("tu_ngay", None, period.start)
    yield asked("den_ngay", None, period.end, "Ngày chốt số; văn bản ghi khác thì sửa.")
    yield asked("doc_o_dau", None, last["doc_o_dau"] if last else None, "" if last else "Ví dụ: Bảng tin UBND xã.",
                must=True)  # fmt: skip
    if old:
        yield asked("thay_the", None, None, "Chỉ chọn nếu văn bản này thay một văn bản cũ.", tuple(reversed(old)))


# --- tables -------------------------------------------------------------------------------------


def _of_tables(document: Document, records: Sequence[Record], names: Names, catalogue: Catalogue) -> Iterator[Part]:
    """What the document before gave for its own period, asked for the next."""
    if document.last is None or document.last_period is None:
        yield _first_part(document)
        return
    for table in TABLES:
        if not table.has_period or table is nguon.TABLE:
            continue
        own = [row for row in records if row.table == table.name and row["nguon"] == document.last["nguon"]]
        told = [row for row in own if table.measures(row) and read_date(row["den_ngay"]) == document.last_period.end]
        rows = [(row, period) for row in told if (period := next_period(_period(row, table), document.step))]
        if table in _NAMED_BY_ROW:
            yield from _alike(table, (_of_row(row, period, table, document, names, catalogue) for row, period in rows))
        else:
            for row, period in rows:
                if questions := tuple(_of_row(row, period, table, document, names, catalogue)):
                    yield Part(_heading(table, row, period, names, document), questions)


_NAMED_BY_ROW = (chi_tieu.TABLE, ngan_sach.TABLE)
"""Tables of one number a row, which the row names."""


def _alike(table: Table, rows: Iterable[Iterable[Question]]) -> Iterator[Part]:
    """Such rows stand below one heading."""
    if questions := tuple(question for row in rows for question in row):
        yield Part(table.title, questions)


def _period(row: Record, table: Table) -> Period:
    kind = PeriodKind(row["loai_ky"]) if table.has("loai_ky") and row["loai_ky"] else PeriodKind.WITHIN
    start = None if kind is PeriodKind.AT else read_date(row["tu_ngay"])
    return Period(kind, start, read_date(row["den_ngay"]), row["ky"])


def _heading(table: Table, row: Record, period: Period, names: Names, document: Document) -> str:
    """`Hồ sơ thủ tục hành chính: Hộ tịch`; the period where it is not that of the document."""
    which = [str(shown(row, column, names)) for column in table.columns
             if row[column.name] and column.name == table.category[0]]  # fmt: skip
    own = period.printed if period.span != document.period.span else ""
    rest = ", ".join(filter(None, [*which, own]))
    return f"{table.title}: {rest}" if rest else table.title


def _of_row(
    row: Record, period: Period, table: Table, document: Document, names: Names, catalogue: Catalogue
) -> Iterator[Question]:
    known = {
        column.name: row[column.name] for column in table.columns
        if row[column.name] and column.name not in _NOT_AGAIN and column.kind not in _ASKED
        and (column.required or not column.long)
    }  # fmt: skip
    known |= _of_period(period, document, table)
    for column in table.columns:
        if column.kind in _ASKED and row[column.name] and column.unit != "%":
            mark = Mark(document.id, table.name, column.name, known)
            label = _label(row, names) if table in _NAMED_BY_ROW else column.heading
            unit = catalogue.indicators[row["chi_tieu"]].unit if row["chi_tieu"] in catalogue.indicators else ""
            if unit and unit not in row[column.name]:
                label = f"{label} ({unit})"
            before, place = shown(row, column, names), place_again(row["vi_tri"])
            yield Question(label, column, mark, before, None, _help(column), place)


def _of_period(period: Period, document: Document, table: Table) -> dict[str, str]:
    """The cells of a row's period that the lines of its document do not say."""
    made = {"ky": period.printed} if period.printed != document.period.printed else {}
    if period.start != document.period.start:
        made["tu_ngay"] = period.start.isoformat() if period.start else ""
    return made | ({"loai_ky": period.kind.value} if table.has("loai_ky") else {})


def _label(row: Record, names: Names) -> str:
    if row.table == ngan_sach.TABLE.name:
        return row["noi_dung"]
    part = names.breakdowns.get(row["chi_tieu"], {}).get(row["phan_to"], row["phan_to"])
    name = names.indicators.get(row["chi_tieu"], row["chi_tieu"])
    return f"{name}: {part}" if part else name


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
