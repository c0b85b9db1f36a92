"""What people call a document: its kind with its number or its month, told apart from its namesakes by their dates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from generator.language.vietnamese import fold, show_date
from generator.model import choices
from generator.model.grouping import grouped
from generator.model.record import Record

_KINDS = ("báo cáo", "kế hoạch")
_PRINTED_MONTH = re.compile(r"thang (\d{1,2}) nam (\d{4})")


def issued_number(record: Record) -> str:
    """The number of a document; empty where it was left to fill in, as in `/BC-UBND`."""
    number = record["so_hieu"].strip()
    return "" if number.startswith("/") else number


def month(record: Record) -> str:
    """The month (ISO) that an unnumbered document carries: of its day as printed, else of the last day it tells of."""
    printed = _PRINTED_MONTH.search(fold(record["ngay_in"]))
    return f"{printed[2]}-{int(printed[1]):02}" if printed else (record["ngay"] or record["ngay_biet"])[:7]


def document_names(records: Sequence[Record]) -> Mapping[str, str]:
    """The names of one commune's documents by their ids, no two alike: where number or month is the same, the day of
    issue tells them apart, and where that is the same too, the id.
    """
    names = {record["nguon"]: called(record) for record in records}
    for same in grouped(records, lambda record: names[record["nguon"]]).values():
        days = Counter(record["ngay"] for record in same)
        for record in same if len(same) > 1 else ():
            alone = record["ngay"] and days[record["ngay"]] == 1
            names[record["nguon"]] += f", ngày {show_date(record['ngay'])}" if alone else f", mã {record['nguon']}"
    return names


def called(record: Record) -> str:
    """A document by its kind and its number, or its month where it has none."""
    kind = next((kind for kind in _KINDS if record["ten"].lower().startswith(kind)), "văn bản").capitalize()
    if number := issued_number(record):
        return f"{kind} {number}"
    year, _, number_of_month = month(record).partition("-")
    blank = "chưa đánh số" if record["so_hieu"] else "không ghi số"
    return f"{kind} tháng {int(number_of_month)}/{year} ({blank})"


def agency(printed: str) -> str:
    """Who reports a figure by its document, with short names written out; that it names nobody."""
    for short, full in choices.AGENCY_WORDS.items():
        printed = printed.replace(short, full)
    return printed or "văn bản không ghi cơ quan nào"
