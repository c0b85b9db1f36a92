"""One cell of the form and of the file: how a text of the file is shown, what a cell of the form means.

The form speaks to people (words, names, real dates and numbers), the file keeps ids and printed texts.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from generator.forms.names import BEHIND, Names, key
from generator.forms.number_formats import seen, words_of_text
from generator.language.numbers import COUNT_UNIT, MONEY
from generator.language.unreadable import Unreadable
from generator.language.vietnamese import clean, read_date
from generator.model.catalogue import Catalogue
from generator.model.record import Record
from generator.reading.codes import code_of
from generator.reading.values import read, unit_of
from generator.tables.table import Column, Table

WHOLE = re.compile(r"\d{1,15}|\d{1,3}(\.\d{3}){1,4}")
"""A plain whole number; 15 digits are what a spreadsheet keeps."""
_LONGEST_FRACTION = 6
_ESCAPED = re.compile(r"_x00[01][0-9A-Fa-f]_")
"""How Excel stores a line end pasted from elsewhere."""
_SIGNIFICANT = 15
"""Digits of a number that a spreadsheet vouches for; what follows is noise of its arithmetic."""

_AS_TEXT = re.compile("^['‘’](?=[^'‘’]+$)")
"""The apostrophe by which a cell is told to keep what is typed; where a cell is for text already, it stays in it."""
_NEVER_NUMBERS: Mapping[str, str] = {
    "duong_day": "Gõ lại đủ số, cả số 0 ở đầu, với dấu nháy đơn (') ở ngay trước.",
    "gio": "Gõ lại thành lời, ví dụ: 7 giờ 30 đến 17 giờ.",
}
"""Columns of texts that a spreadsheet makes numbers of, and what to do then."""
_OF_SERVICE = re.compile("1[0-9]{3,7}")
"""A line of a service (1022, 1900...): it has no 0 that could be lost."""
_LEAST_MONEY = 1_000_000
"""Đồng of a number that its cell shows with “đ” alone; below, thousands or millions may be meant and not written."""
_DONG = re.compile("đồng|đ|₫|vnđ|vnd", re.IGNORECASE)
_SCALE = re.compile(r"tỷ|tỉ|triệu|nghìn|ngàn|\btr\b", re.IGNORECASE)


Value = str | int | dt.date | None
"""What stands in a cell of the form."""


class Cell(NamedTuple):
    """What a cell of the form says, in the words of the file; `number`: it was a real number there."""

    text: str
    number: bool = False


class Misread(ValueError):
    """A cell that the spreadsheet changed or left without one meaning: what is wrong, what to write."""

    def __init__(self, code: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.remedy = remedy


# --- from the file to the form ----------------------------------------------------------------


def shown(row: Record, column: Column, names: Names) -> Value:
    """A text of the file as people see it in the form; what has no better form stays as it is."""
    text = row[column.name]
    if not text:
        return None
    if column.kind == "date":
        return read_date(text) or text
    if column.kind == "count" and WHOLE.fullmatch(text):
        return int(text.replace(".", ""))
    if column.unit == MONEY:
        exact = _exact(text, MONEY)
        return int(exact[0]) if exact and exact[0] >= _LEAST_MONEY else text
    return _words(column, row["chi_tieu"], names).get(text, text)


def _words(column: Column, indicator: str, names: Names) -> Mapping[str, str]:
    """Id to words of a column whose cells hold ids."""
    if column.kind == "indicator":
        return names.indicators
    if column.kind == "breakdown":
        return names.breakdowns.get(indicator, {})
    if column.kind == "subject":
        return names.subjects
    if column.kind == "thing":
        return names.things
    return column.choices or {}


# --- from the form to the file ----------------------------------------------------------------


def ids(cells: Mapping[str, Cell], table: Table, names: Names) -> dict[str, Cell]:
    """The cells of a row with ids for words; words that nobody knows stay, for the rules to refuse."""
    made = dict(cells)
    for column in table.columns:  # the indicator stands before its breakdown
        cell = cells.get(column.name)
        if cell and column.kind == "date" and (date := read_date(cell.text)):
            made[column.name] = Cell(date.isoformat())
        elif cell and column.kind == "thing":
            made[column.name] = cell._replace(text=cell.text.partition(BEHIND)[0].strip())
        elif cell:
            words = _words(column, made.get("chi_tieu", Cell("")).text, names)
            made[column.name] = cell._replace(text=_id(cell.text, words))
    return made


def _id(text: str, words: Mapping[str, str]) -> str:
    """The id that a text is or says in words; a name that may mean two stays unless it bears its id, as shown."""
    plain = {id: name.removesuffix(f" [{id}]") for id, name in words.items()}
    marked = {key(name): id for id, name in words.items() if name != plain[id]}
    return marked.get(key(text)) or code_of(text, plain)


def same(old: str, new: Cell, column: Column, unit: str) -> bool:
    """Whether a cell of the form says what the file already says: 2842 is “2.842”, a day is a day.

    A number is compared by what it counts; a text that is more than a plain number, word by word.
    """
    old = clean(old)
    if new.text in (old, as_typed(old)):
        return True
    if column.kind == "date":
        return read_date(old) is not None and read_date(old) == read_date(new.text)
    if column.kind in ("count", "quantity") and (new.number or (WHOLE.fullmatch(old) and WHOLE.fullmatch(new.text))):
        return _exact(old, unit) is not None and _exact(old, unit) == _exact(new.text, unit)
    return False


def unit_in(cells: Mapping[str, str], column: Column, catalogue: Catalogue) -> str:
    """The unit by which the rules read a cell of this row."""
    return unit_of(Record("", "", "", 0, cells), column, catalogue) or COUNT_UNIT


def _exact(text: str, unit: str) -> tuple[Decimal, int] | None:
    """Value and printed decimals where the text is one exact number; money has no printed decimals."""
    found = read(text, unit)
    if isinstance(found, Unreadable) or found.number is None or not any(char.isdigit() for char in text):
        return None
    plain = found.compared == "=" and found.upper is None and found.part is None
    return (found.number, 0 if unit == MONEY else found.decimals) if plain else None


def said(value: object, format: str, column: Column) -> Cell:
    """What a value of a spreadsheet says, in the words of the file.

    `format` is the cell's number format. Raises `Misread` where the spreadsheet has made something
    else of what was typed, or the value has no one meaning.
    """
    if isinstance(value, bool):
        raise Misread("bieu-o-sai", f"Ô chứa giá trị {str(value).upper()} của Excel, không phải chữ hay số.",
                      "Gõ lại nội dung của ô đúng như văn bản in.")  # fmt: skip
    if isinstance(value, (int, float, Decimal)):
        exact = _plain(Decimal(f"{value:.{_SIGNIFICANT}g}"))
        if column.name in _NEVER_NUMBERS and not _OF_SERVICE.fullmatch(exact):
            raise Misread(
                "bieu-so-la", f"Bảng tính đã đổi điều vừa gõ thành con số {exact}.", _NEVER_NUMBERS[column.name]
            )
        return Cell(_number(Decimal(f"{value:.{_SIGNIFICANT}g}"), format, column), number=True)
    if isinstance(value, (dt.date, dt.time, dt.timedelta)):
        return Cell(_moment(value, format, column))
    return Cell(as_typed(clean(words_of_text(_ESCAPED.sub(" ", str(value)), format))))


def as_typed(text: str) -> str:
    """A text without the apostrophe that only said that it is one: `'07/10` is `07/10`."""
    return _AS_TEXT.sub("", text)


def _number(value: Decimal, format: str, column: Column) -> str:
    if not value.is_finite():
        raise Misread("bieu-so-la", "Ô chứa một giá trị không phải con số.", "Gõ lại đúng con số văn bản in.")
    bare = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", format).split(";")[0]
    if "?/" in bare or "#/" in bare:
        raise Misread("bieu-so-la", f"Ô hiện số {_plain(value)} dưới dạng phân số của Excel.",
                      "Đổi định dạng ô thành Văn bản (Text) rồi gõ lại đúng như in, ví dụ 07/10.")  # fmt: skip
    shown = seen(value, format)
    words = clean(shown.words)
    if shown.hidden and value == 0 and not words.strip("-–— đ₫"):
        return "0"  # the dash of accountants
    if shown.hidden and words:
        return words
    if shown.hidden or shown.torn or (shown.thousands and not _SCALE.search(words)):
        made = f"chia nó cho {1000**shown.thousands:,}".replace(",", ".") if shown.thousands else "làm ô hiện khác đi"
        raise Misread("bieu-so-la", f"Ô chứa số {_plain(value)}, nhưng định dạng của ô {made}.",
                      "Đổi định dạng ô thành Văn bản (Text) rồi gõ lại đúng như in, kèm đơn vị.")  # fmt: skip
    value = value.scaleb(2 * shown.percent - 3 * shown.thousands)
    needed = max(0, -int(value.normalize().as_tuple().exponent))
    if needed > _LONGEST_FRACTION and not shown.places and not shown.percent:
        raise Misread("bieu-so-la", f"Số {_plain(value)} có phần lẻ quá dài, như kết quả một phép chia.",
                      "Gõ lại đúng con số văn bản in, với số chữ số lẻ như in, ví dụ 99,86%.")  # fmt: skip
    places = shown.places if needed > _LONGEST_FRACTION else max(shown.places, needed)
    text = f"{value:.{places}f}".replace(".", ",")
    if _DONG.fullmatch(words) and column.unit == MONEY and abs(value) < _LEAST_MONEY and value:
        raise Misread("bieu-so-la", f"Ô hiện {text} {words}, nhưng “{words}” là của định dạng ô, không phải chữ đã gõ: "
                      f"có thể là {text} đồng, {text} nghìn đồng hoặc {text} triệu đồng.",
                      f"Gõ số kèm đơn vị thành chữ như văn bản in, ví dụ {text} triệu đồng.")  # fmt: skip
    if _DONG.fullmatch(words):
        return f"{text} {MONEY}" if column.unit == MONEY else text
    return clean(f"{shown.before.strip('-()')}{text}{shown.behind.rstrip('()')}")


def _plain(value: Decimal) -> str:
    return f"{value:f}".replace(".", ",")


def _moment(value: dt.date | dt.time | dt.timedelta, format: str, column: Column) -> str:
    if isinstance(value, dt.date):
        day = value.strftime("%d/%m/%Y")
        in_full = all(re.search(part, format, re.IGNORECASE) for part in ("d", "m", "yy"))
        if column.kind == "date":
            return f"{value:%Y-%m-%d}"
        if column.kind == "text" and in_full and "mmm" not in format.casefold():
            return day
        raise Misread(
            "bieu-thanh-ngay", f"Ô này là ngày {day}: Excel đã đổi điều vừa gõ thành ngày.",
            "Đổi định dạng ô thành Văn bản (Text) rồi gõ lại đúng như in, ví dụ 07/10; hoặc gõ dấu nháy đơn trước: "
            "'07/10.",
        )  # fmt: skip
    if isinstance(value, dt.time) and column.kind == "text":
        return f"{value.hour}:{value.minute:02}"
    raise Misread("bieu-thanh-ngay", "Ô này là một khoảng thời gian: Excel đã đổi điều vừa gõ thành giờ.",
                  "Đổi định dạng ô thành Văn bản (Text) rồi gõ lại đúng như in.")  # fmt: skip


_SO_PRINTED = re.compile(r"[\s,;(]*đúng như (văn bản )?in[\s.)]*$", re.IGNORECASE)
"""`AS_PRINTED`, as people type it."""


def without_declaration(text: str) -> str:
    """A number without the words behind it that declare it as printed; '' where there are none, or no number."""
    number = _SO_PRINTED.sub("", clean(text))
    return "" if number == clean(text) else number
