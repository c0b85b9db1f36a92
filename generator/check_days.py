"""Rules on days and periods of a row; a docstring is its rule."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from generator import schema
from generator.check_rows import Context, Rule
from generator.model import Problem, Record
from generator.periods import read_period
from generator.vietnamese import read_date, show_date

_KNOWN_BY_DOCUMENT = frozenset({"tthc", "bdhvs", "to-cong-nghe-so", "chi-tieu", "ngan-sach"})
_YEARS = range(1945, 2101)
_EXCEL_DAY_ZERO = dt.date(1899, 12, 30)


def readable_dates(row: Record, table: schema.Table, _: Context) -> Iterator[Problem]:
    """A date is written 2026-05-31 or 31/05/2026, exists, and lies in a year that documents speak of."""
    for column in table.columns:
        value = row[column.name]
        if column.kind != "date" or not value:
            continue
        date = read_date(value)
        if date is None:
            yield row.problem(
                column.name, "ngay-sai", f"“{value}” không phải một ngày có thật.{_meant(value)}",
                "Viết ngày dạng 2026-05-31 hoặc 31/05/2026 (ngày trước, tháng sau).",
            )  # fmt: skip
        elif date.year not in _YEARS:
            yield row.problem(
                column.name, "ngay-sai", f"“{value}” là năm {date.year}, có lẽ gõ nhầm năm.",
                "Gõ lại năm đủ bốn chữ số, ví dụ 31/05/2026.",
            )  # fmt: skip


def _meant(text: str) -> str:
    """The day that a spreadsheet's number or an American date stands for, as a question."""
    if re.fullmatch(r"[34][0-9]{4}", text):
        day = _EXCEL_DAY_ZERO + dt.timedelta(days=int(text))
        return f" Excel đã đổi ngày thành số; có phải ý là {day:%d/%m/%Y}?"
    day_first = read_date(re.sub(r"^([0-9]{1,2})/([0-9]{1,2})/", r"\2/\1/", text))
    return f" Có phải ý là {day_first:%d/%m/%Y}?" if day_first else ""


def period_in_order(row: Record, _: schema.Table, __: Context) -> Iterator[Problem]:
    """A period ends on or after the day it starts."""
    start, end = read_date(row["tu_ngay"]), read_date(row["den_ngay"])
    if start and end and start > end and end.year in _YEARS:
        yield row.problem(
            "den_ngay", "ky-nguoc", f"Kỳ kết thúc {row['den_ngay']} trước ngày bắt đầu {row['tu_ngay']}.",
            "Kiểm tra lại hai cột tu_ngay và den_ngay.",
        )  # fmt: skip


def not_after_document(row: Record, table: schema.Table, context: Context) -> Iterator[Problem]:
    """A measured figure is not later than the day its document can know."""
    if table.name not in _KNOWN_BY_DOCUMENT or row["loai"] not in ("", "bao_cao"):
        return
    if table.name == "ngan-sach" and row["giai_doan"] != "thuc_hien":
        return
    source = context.sources.get((row.commune, row["nguon"]))
    end, known = read_date(row["den_ngay"]), read_date(source["ngay_biet"]) if source else None
    if end and known and end > known:
        yield row.problem(
            "den_ngay", "ky-sau-van-ban",
            f"Số liệu đến {row['den_ngay']} muộn hơn ngày {known.isoformat()} mà văn bản "
            f"“{row['nguon']}” có thể biết.",
            "Sửa den_ngay cho không quá ngày đó, hoặc sửa ngay_biet của văn bản trong nguon.csv.",
        )  # fmt: skip


def days_in_period(row: Record, table: schema.Table, _: Context) -> Iterator[Problem]:
    """The days of a row lie inside the period that its words name. A warning: a document may call a period
    by a name that is not quite its own.
    """
    period = read_period(row["ky"]) if table.name != "nguon" else None
    start, end = row["tu_ngay"], row["den_ngay"]
    if period and ((read_date(end) and end > period.end) or (read_date(start) and start < period.start)):
        said = " đến ".join(filter(None, (show_date(start), show_date(end))))
        named = " đến ".join(filter(None, (show_date(period.start), show_date(period.end))))
        yield row.problem(
            "den_ngay", "ngay-ngoai-ky", f"Kỳ “{row['ky']}” là {named}, nhưng số liệu ghi ngày {said}.",
            "Sửa tu_ngay, den_ngay cho nằm trong kỳ, hoặc sửa cột ky cho đúng như văn bản in.", "warning",
        )  # fmt: skip


def known_not_after_issue(row: Record, table: schema.Table, _: Context) -> Iterator[Problem]:
    """A document knows nothing that is later than its own date."""
    issued, known = read_date(row["ngay"]), read_date(row["ngay_biet"])
    if table.name == "nguon" and issued and known and known > issued:
        yield row.problem(
            "ngay_biet", "biet-sau-ngay-ky",
            f"Văn bản ban hành ngày {show_date(row['ngay'])} không thể biết số liệu đến "
            f"{show_date(row['ngay_biet'])}.",
            "Sửa ngay_biet cho không quá ngày ban hành, hoặc sửa cột ngay.",
        )  # fmt: skip


DAY_RULES: tuple[Rule, ...] = (
    readable_dates,
    period_in_order,
    not_after_document,
    days_in_period,
    known_not_after_issue,
)
