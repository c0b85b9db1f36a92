"""Rules on days and periods of a row; a docstring is its rule."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from generator.checking.of_rows import Context, Rule
from generator.language.period_words import read_period
from generator.language.vietnamese import fold, read_date, show_date
from generator.model.dataset import Dataset
from generator.model.grouping import grouped
from generator.model.problem import Problem
from generator.model.record import Record
from generator.tables import nguon
from generator.tables.all_tables import BY_NAME, TABLES
from generator.tables.table import Table

_YEARS = range(1945, 2101)
_EXCEL_DAY_ZERO = dt.date(1899, 12, 30)


def readable_dates(row: Record, table: Table, _: Context) -> Iterator[Problem]:
    """A date is written 2026-05-31 or 31/05/2026, exists, and lies in a year that documents speak of."""
    for column in table.columns:
        value = row[column.name]
        if column.kind != "date" or not value:
            continue
        date = read_date(value)
        if date is None:
            why, day = _meant(value)
            write = f"Nếu đúng thì viết {day:%d/%m/%Y}" if day else "Viết đủ ngày, tháng, năm"
            yield row.problem(
                column.name, "ngay-sai", f"“{value}” không phải một ngày có thật.{why}",
                f"{write} vào cột {column.name}{'' if day else ', ví dụ 31/05/2026'} (ngày trước, tháng sau).",
            )  # fmt: skip
        elif date.year not in _YEARS:
            yield row.problem(
                column.name, "ngay-sai",
                f"“{date.day:02}/{date.month:02}/{date.year:04}” là năm {date.year}, có lẽ gõ nhầm năm.",
                f"Gõ lại vào cột {column.name} năm đủ bốn chữ số, ví dụ 31/05/2026.",
            )  # fmt: skip


_DAY_MONTH_YEAR = re.compile(
    r"[0-9]{1,2}[/.-]([0-9]{1,2})[/.-]([0-9]{4})|([0-9]{4})-([0-9]{1,2})-[0-9]{1,2}(?: 00:00:00)?"
)


def _meant(text: str) -> tuple[str, dt.date | None]:
    """Why a text is no day, and the day that it may stand for: a spreadsheet's number, an American date, a year of
    two digits.
    """
    if re.fullmatch(r"[34][0-9]{4}", text):
        day = _EXCEL_DAY_ZERO + dt.timedelta(days=int(text))
        return f" Excel đã đổi ngày thành số; có phải ý là {day:%d/%m/%Y}?", day
    if short := re.fullmatch(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{2})", text):
        meant = read_date(f"{short[1]}/{short[2]}/20{short[3]}")
        return " Năm phải đủ bốn chữ số.", meant
    if found := _DAY_MONTH_YEAR.fullmatch(text):
        month, year = int(found[1] or found[4]), int(found[2] or found[3])
        if 1 <= month <= 12 and year in _YEARS:
            return f" Tháng {month}/{year} chỉ có {calendar.monthrange(year, month)[1]} ngày.", None
    day_first = read_date(re.sub(r"^([0-9]{1,2})/([0-9]{1,2})/", r"\2/\1/", text))
    return (f" Có phải ý là {day_first:%d/%m/%Y}?", day_first) if day_first else ("", None)


def period_in_order(row: Record, _: Table, __: Context) -> Iterator[Problem]:
    """A period ends on or after the day it starts."""
    start, end = read_date(row["tu_ngay"]), read_date(row["den_ngay"])
    if start and end and start > end and end.year in _YEARS:
        yield row.problem(
            "den_ngay", "ky-nguoc",
            f"Kỳ kết thúc ngày {show_date(row['den_ngay'])}, trước ngày bắt đầu {show_date(row['tu_ngay'])}.",
            "Ghi ngày bắt đầu vào cột tu_ngay, ngày kết thúc vào cột den_ngay; hai ngày có thể đã đổi chỗ, hoặc một "
            "năm gõ nhầm.",
        )  # fmt: skip


def not_after_document(row: Record, table: Table, context: Context) -> Iterator[Problem]:
    """A measured figure is not later than the day its document can know."""
    if not table.measures(row):
        return
    source = context.sources.get((row.commune, row["nguon"]))
    end, known = read_date(row["den_ngay"]), read_date(source["ngay_biet"]) if source else None
    if end and known and end > known:
        yield row.problem(
            "den_ngay", "ky-sau-van-ban",
            f"Số liệu đến {show_date(row['den_ngay'])}, muộn hơn ngày {show_date(known.isoformat())} mà văn bản "
            f"“{row['nguon']}” có thể biết.",
            f"{_later(row, context)}Sửa den_ngay cho không quá ngày đó; hoặc sửa ngay_biet (và ngay, nếu cũng sai) của "
            "văn bản trong nguon.csv.",
        )  # fmt: skip


def not_after_check(row: Record, table: Table, context: Context) -> Iterator[Problem]:
    """Nothing was measured, issued or finished after the day of the check."""
    whats = table.past_days
    if table.measures(row):
        whats = {"den_ngay": "Số liệu đến ngày", "tu_ngay": "Số liệu từ ngày"}
    elif _FINISHED.search(fold(row["trang_thai"])):
        whats = {"tu_ngay": "Nhiệm vụ ghi là đã xong mà bắt đầu ngày"}
    future = [name for name in whats if (day := read_date(row[name])) and day > context.day]
    if future:
        yield _not_yet(row, future[0], f"{whats[future[0]]} {show_date(row[future[0]])}")


def finished_before_check(row: Record, _: Table, context: Context) -> Iterator[Problem]:
    """The state of a task that says when it was finished names no day after the check."""
    state = row["trang_thai"]
    days = [read_date(found) for found in _DAYS.findall(state)] if _FINISHED.search(fold(state)) else []
    if any(day and day > context.day for day in days):
        yield _not_yet(row, "trang_thai", f"Nhiệm vụ ghi là “{state}”")


_FINISHED = re.compile(r"^(hoan thanh|xong|ban hanh|hoan tat)|\bda (hoan thanh|xong|lam xong|ban hanh|hoan tat)")
_DAYS = re.compile(r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _not_yet(row: Record, column: str, what: str) -> Problem:
    return row.problem(
        column, "sau-ngay-kiem-tra", f"{what}, sau ngày kiểm tra: việc chưa xảy ra thì chưa thể báo cáo.",
        f"Gõ nhầm năm hay tháng: sửa ô {column}. Chính văn bản in như vậy: chép nguyên văn lời in vào cột ky hoặc "
        "ghi_chu, và để trống ô ngày.",
    )  # fmt: skip


def _later(row: Record, context: Context) -> str:
    """The first thing to think of where another document of the commune knows the day: the source was not changed."""
    found = [
        source["nguon"] for (commune, id), source in context.sources.items()
        if commune == row.commune and id == source["nguon"] and row["den_ngay"] <= source["ngay_biet"]
    ]  # fmt: skip
    return f"Nếu quên đổi cột nguon: ghi {' hoặc '.join(f'“{id}”' for id in found[:3])}. Nếu không: " if found else ""


def days_in_period(row: Record, table: Table, _: Context) -> Iterator[Problem]:
    """The days of a row lie inside the period that its words name, or from the 15th before it, as periodic reports
    of the state do (Nghị định 09/2019/NĐ-CP, art. 12; to be checked against the original). A total may begin
    earlier. A warning: a document may call a period by a name that is not quite its own. Days of which none is in the
    period are those of another row: an error, until the row says that it is printed so.
    """
    period = read_period(row["ky"]) if table.has_period else None
    start, end = row["tu_ngay"] if row["loai_ky"] != "luy_ke" else "", row["den_ngay"]
    apart = bool(period and ((read_date(end) and end < period.start) or (read_date(start) and start > period.end)))
    late = bool(period and read_date(end) and end > period.end)
    early = bool(period and read_date(start) and start < _fifteenth(period.start))
    if period and (apart or late or early):
        said = " đến ".join(filter(None, (show_date(start), show_date(end))))
        named = " đến ".join(filter(None, (show_date(period.start), show_date(period.end))))
        keep = "; nếu văn bản in như vậy: ghi “co” vào cột dung_nhu_van_ban của dòng này" if apart else ""
        yield row.problem(
            "den_ngay", "ngay-ngoai-ky", f"Kỳ “{row['ky']}” là {named}, nhưng số liệu ghi ngày {said}.",
            f"Sửa tu_ngay, den_ngay cho nằm trong kỳ, hoặc sửa cột ky cho đúng như văn bản in{keep}.",
            "error" if apart and row["dung_nhu_van_ban"] != "co" else "warning",
        )  # fmt: skip


def _fifteenth(start: str) -> str:
    """The 15th of the month before a period's first day."""
    first = read_date(start)
    return (first - dt.timedelta(days=first.day)).replace(day=15).isoformat() if first else start


def known_not_after_issue(row: Record, _: Table, __: Context) -> Iterator[Problem]:
    """A document knows nothing that is later than its own date."""
    issued, known = read_date(row["ngay"]), read_date(row["ngay_biet"])
    if issued and known and known > issued:
        yield row.problem(
            "ngay_biet", "biet-sau-ngay-ky",
            f"Văn bản ban hành ngày {show_date(row['ngay'])} không thể biết số liệu đến "
            f"{show_date(row['ngay_biet'])}.",
            f"Ghi vào cột ngay_biet ngày {show_date(row['ngay'])} hoặc sớm hơn; ngày ban hành sai thì sửa cột ngay.",
        )  # fmt: skip


def years_agree(dataset: Dataset) -> Iterator[Problem]:
    """A figure whose last day is that of its document but for the year stands beside a figure of the document's year:
    then it is the year before, printed for comparison. Alone it looks mistyped. A warning: nothing proves it.
    """
    known = {_document(row): row["ngay_biet"] for row in dataset.records if row.table == nguon.TABLE.name}
    rows = [row for row in dataset.records if row.table in _MEASURED and row["nguon"]]
    there = {(*_document(row), row["den_ngay"], *_subject(row)) for row in rows}
    days = {document: {row["den_ngay"] for row in own} for document, own in grouped(rows, _document).items()}
    for row in rows:
        day = read_date(row["den_ngay"])
        later = f"{day.year + 1}{row['den_ngay'][4:]}" if day else ""
        said = str(day.year) in row["ky"] if day else False
        earlier = re.search("nam truoc|cung ky", fold(row["ky"]))
        if not day or said or earlier or row["tu_ngay"] > row["den_ngay"] or row["dung_nhu_van_ban"]:
            continue
        alone = (*_document(row), later, *_subject(row)) not in there
        if alone and (later in days[_document(row)] or later == known.get(_document(row))):
            yield row.problem(
                "den_ngay", "nam-khac",
                f"Một số liệu ở bảng {BY_NAME[row.table].title} ghi đến ngày {show_date(row['den_ngay'])}, "
                f"trong khi văn bản của nó nói về ngày {show_date(later)}; có thể năm bị gõ nhầm.",
                f"Nếu gõ nhầm: ghi {show_date(later)} vào cột den_ngay (và sửa năm ở tu_ngay nếu cũng nhầm). Nếu đúng "
                f"là số liệu năm {day.year}: ghi “co” vào cột dung_nhu_van_ban của dòng này, lời nhắc sẽ thôi.",
                "warning",
            )  # fmt: skip


_MEASURED = frozenset(table.name for table in TABLES if table.has("loai_ky"))
"""Tables of what was measured; a budget speaks of several years."""


def _document(row: Record) -> tuple[str, str]:
    return row.commune, row["nguon"]


def _subject(row: Record) -> tuple[str, ...]:
    return row.table, row["chi_tieu"], row["phan_to"], row["linh_vuc"], row["nhom"]


DAY_RULES: tuple[Rule, ...] = (
    readable_dates,
    period_in_order,
    not_after_document,
    not_after_check,
    finished_before_check,
    days_in_period,
    known_not_after_issue,
)
