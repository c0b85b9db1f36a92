"""What people call a document: its kind with its number or its month, told apart from its namesakes by their dates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from generator.language.period_words import read_period
from generator.language.vietnamese import fold, inside, show_date
from generator.model import choices
from generator.model.commune import Commune
from generator.model.grouping import grouped
from generator.model.record import Record
from generator.pieces.paper import shortened

_KINDS = ("báo cáo", "kế hoạch")
_PRINTED_MONTH = re.compile(r"thang (\d{1,2}) nam (\d{4})")


def issued_number(record: Record) -> str:
    """The number of a document; empty where it was left to fill in, as in `/BC-UBND`."""
    number = record["so_hieu"].strip()
    return "" if number.startswith("/") else number


def day_of(record: Record) -> str:
    """The day (ISO) by which a document stands among others: of its issue, else the last that it tells of."""
    return record["ngay"] or record["ngay_biet"]


def month(record: Record) -> str:
    """The month (ISO) that an unnumbered document carries: of its day as printed, else of the last day it tells of."""
    printed = _PRINTED_MONTH.search(fold(record["ngay_in"]))
    return f"{printed[2]}-{int(printed[1]):02}" if printed else day_of(record)[:7]


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


_LETTERS = 90
"""Letters of a title that a line of the list of documents has room for."""


def in_short(record: Record) -> str:
    """What a document is about: the period that it reports, then its title without what its name and this period say,
    cut where it is long.
    """
    told, title = record["ky"], record["ten"]
    named = next((kind for kind in _KINDS if title.lower().startswith(f"{kind} ")), "")
    words = title[len(named) :].split()
    first, after = _said_in(words, told)
    mark = ";" if first < after < len(words) and words[after - 1].endswith(";") else ""
    about = shortened(" ".join((" ".join(words[:first]) + mark, *words[after:])).strip(" ,;"), _LETTERS)
    parts = (about,) if fold(told) in fold(about) else (told, about)
    return "; ".join(inside(part) for part in parts if part)


def _said_in(words: Sequence[str], period: str) -> tuple[int, int]:
    """Where words name the same days as a period; nowhere (twice the end) where they do not or it names none."""
    days, end = read_period(period), len(words)
    ends = (number for number, word in enumerate(words, 1) if days and days.end[:4] in word)
    stretches = ((start, after) for after in ends for start in range(after))
    named = (one for one in stretches if read_period(" ".join(words[slice(*one)]).rstrip(",;")) == days)
    return next(named, (end, end))


def agency(printed: str) -> str:
    """Who reports a figure by its document, with short names written out; that it names nobody."""
    for short, full in choices.AGENCY_WORDS.items():
        printed = printed.replace(short, full)
    return printed or "văn bản không ghi cơ quan nào"


def source_path(commune: Commune, source: str) -> str:
    """Site address of a document's page."""
    return f"{commune.address}nguon-so-lieu/{source}/"
