"""A second reading of tables and numbers, written apart from the generator's and stricter: what it reads
otherwise is a fault of one of the two. It knows the columns of a table, nothing else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path

from generator.tables.all_tables import BY_NAME
from generator.tables.table import Table

SINCE = {"buoi_tuyen_truyen": "so_buoi", "to_cnsc": "so_to", "to_cnsc_thanh_vien": "thanh_vien",
         "to_cnsc_da_tap_huan": "da_tap_huan", "bdhvs_doi_tuong": "doi_tuong", "bdhvs_da_hoc": "da_hoc",
         "bdhvs_hoan_thanh": "hoan_thanh"}  # fmt: skip
"""The column in which a form's indicator stands; of dossiers it is the name without `ho_so_`."""


def seen(text: str) -> str:
    """What a person sees of a cell: no invisible signs, single blanks."""
    shown = "".join(" " if c.isspace() or unicodedata.category(c) in ("Zs", "Zl", "Zp") else c
                    for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) not in ("Cc", "Cf", "Cn")
                    or c.isspace())  # fmt: skip
    return " ".join(shown.split())


# --- tables -----------------------------------------------------------------------------------


def text_of(path: Path) -> str:
    """The text of a file. Raises UnicodeDecodeError."""
    content = path.read_bytes()
    return content.decode("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")


def rows_of(text: str, mark: str) -> Iterator[tuple[int, list[str]]]:
    """Rows with the line on which each begins; a quote opens a cell only as its first sign."""
    cells: list[str] = []
    cell, line, begun, quoted, closed = "", 1, 1, False, False
    for at, char in enumerate(text):
        following = text[at + 1 : at + 2]
        if char == "\n" or (char == "\r" and following != "\n"):
            line += 1
        if quoted:
            quoted, closed = char != '"', char == '"'
            cell += "" if closed else char
        elif char == '"' and (closed or not cell):
            quoted, cell, closed = True, cell + ('"' if closed else ""), False
        elif char in (mark, "\n", "\r"):
            closed = False
            if char == "\r" and following == "\n":
                continue
            cells.append(cell)
            cell = ""
            if char != mark:
                yield begun, cells
                cells, begun = [], line
        else:
            cell += char
    if cell or cells:
        yield begun, [*cells, cell]


@lru_cache(maxsize=20_000)
def _plain(heading: str) -> str:
    letters = unicodedata.normalize("NFD", seen(heading).replace("đ", "d").replace("Đ", "d"))
    return re.sub("[^a-z0-9]+", " ", "".join(c for c in letters if not unicodedata.combining(c)).lower()).strip()


def column_named(table: Table, heading: str) -> str:
    """The column that a heading means, or ''."""
    return _names(table).get(_plain(heading), "") if len(heading) < 100 else ""


@cache
def _names(table: Table) -> dict[str, str]:
    return {_plain(text): column.name for column in table.columns for text in (column.name, column.heading)}


@dataclass(frozen=True)
class Row:
    """A row of data: the line on which it begins, its cells as a person sees them."""

    line: int
    cells: dict[str, str]


def data_rows(path: Path) -> list[Row] | None:
    """The rows of a table below its header without blank ones, comments and repeated headers; None where
    there is no header.
    """
    table = BY_NAME[path.stem]
    best: tuple[int, list[Row]] = (1, [])
    for mark in ",;\t":
        columns: list[str] = []
        rows: list[Row] = []
        for line, raw in rows_of(text_of(path), mark):
            shown = [seen(cell) for cell in raw]
            named = [column_named(table, cell) for cell in shown]
            found = sum(map(bool, named))
            if not any(shown) or raw[0].startswith("# "):
                continue
            if found >= 2 and 2 * found >= sum(map(bool, shown)):
                columns = columns or named
            elif columns:
                rows.append(Row(line, dict(zip(columns, shown, strict=False))))
        if len(columns) > best[0]:
            best = len(columns), rows
    return best[1] if best[0] > 1 else None


def swallowing(path: Path) -> list[int]:
    """The lines of rows that run over several lines and have the marks of as many rows, set tight."""
    found: list[int] = []
    for mark in ",;\t":
        width = 0
        for line, raw in rows_of(text_of(path), mark):
            if not width and sum(bool(column_named(BY_NAME[path.stem], seen(cell))) for cell in raw) >= 2:
                width = len(raw)
            ends = sum(len(re.findall("\r\n|\r|\n", cell)) for cell in raw)
            tight = sum(len(re.findall(f"{mark}(?! )", cell)) for cell in raw)
            if width > 3 and ends and len(raw) - 1 + tight >= (ends + 1) * (width - 1):
                found.append(line)
    return found


# --- numbers ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Reading:
    """What a cell says: `state` co | chua_co; a ratio has both its counts, a range its second end."""

    state: str
    value: Decimal | None = None
    second: Decimal | None = None
    counts: tuple[Decimal, Decimal] | None = None
    comparison: str = "="


_NOTHING = ("", "-", "–", "—", "n/a", "n.a", "n.a.")
_KNOWN_BY_NOBODY = (
    "cập nhật|tổng hợp|thống kê|đánh giá|báo cáo|rà soát|xác định|thu thập|khảo sát|nêu|rõ|áp dụng|có báo cáo"
    "|có thông tin|thông tin|có dữ liệu|dữ liệu|có số liệu|số liệu"
)
_WORDS = {
    "=": ("", "đạt"), "khoang": ("khoảng", "xấp xỉ", "gần", "~"), ">": ("trên", "hơn", ">"), "<": ("dưới", "<"),
    ">=": ("ít nhất", "tối thiểu", "≥", ">=", "từ ≥", "từ >=", "ít nhất ≥", "tối thiểu ≥"),
    "<=": ("không quá", "tối đa", "≤", "<="),
}  # fmt: skip
_COMPARED = {word: sign for sign, words in _WORDS.items() for word in words}
_MONEY = {"tỷ": 10**9, "tỉ": 10**9, "ty": 10**9, "ti": 10**9, "triệu": 10**6, "trieu": 10**6, "tr": 10**6,
          "nghìn": 1000, "ngàn": 1000, "nghin": 1000, "ngan": 1000, "": 1}  # fmt: skip
_BROKEN = ("%", "ngày", "giờ", "cấp độ", "điểm số", "Mbps")
_FIGURE = "[0-9][0-9.,]*"
_SHAPE = re.compile(
    rf"(?P<before>[^0-9]*?)\s*(?P<one>{_FIGURE})(?P<between>[^0-9]+(?P<two>{_FIGURE}))?(?P<after>[^0-9]*)"
)


def reading(text: str, unit: str) -> Reading | None:
    """The one reading of a cell in a unit; None where there is none, or more than one."""
    low = seen(text).lower()
    dashes = low.replace(" ", "")
    bare = set(dashes) <= set("-–—/") and "/" not in dashes[:1] + dashes[-1:] and "//" not in dashes
    if low in _NOTHING or bare:
        return Reading("chua_co")
    if re.fullmatch(f"(đang|chưa|không)( được)? ({_KNOWN_BY_NOBODY})( được| xong)?( số liệu)?", low):
        return Reading("chua_co")
    if re.fullmatch(r"(0+ ?\()?(không|chưa)( [a-zà-ỹ,]+)*( ?\(0+\)|\))?", low):
        return Reading("co", Decimal(0))
    shape = _SHAPE.fullmatch(low)
    return _shaped(shape, unit) if shape else None


def _shaped(shape: re.Match[str], unit: str) -> Reading | None:
    before, after = shape["before"].strip(), shape["after"].strip()
    if before == "từ" and after.endswith("trở lên"):
        before, after = "≥", after.removesuffix("trở lên").strip()
    sign, scale = _COMPARED.get(before), _scale(after, unit)
    figures = [figure for figure in (shape["one"], shape["two"]) if figure]
    between = "".join(shape["between"].split()).removesuffix(shape["two"]) if shape["two"] else ""
    if unit != "đồng" and between and _is_time(shape["one"], shape["two"], between):
        return None
    amounts = [amount for figure in figures if (amount := _amount(figure, unit, scale or 0)) is not None]
    if sign is None or scale is None or len(amounts) < len(figures):
        return None
    one, *others = amounts
    if not others:
        return Reading("co", one, comparison=sign)
    between = between.replace("%", "")
    if between == "/":
        return (
            _ratio(one, others[0], unit, sign)
            if after in ("", unit, unit.removesuffix(" số")) and unit != "đồng"
            else None
        )
    return Reading("co", one, others[0], None, sign) if between in ("-", "–", "đến") and one <= others[0] else None


def _is_time(one: str, two: str, between: str) -> bool:
    """Whether two numbers are a month and its year, or years one after the other."""
    years = [bool(re.fullmatch("(19|20)[0-9][0-9]", number)) for number in (one, two)]
    if between in ("/", "-", "–") and years[1] and re.fullmatch("[0-9]{1,2}", one):
        return 1 <= int(one) <= 12
    return all(years) and (between in ("-", "–", "đến") or (between == "/" and int(two) - int(one) == 1))


def _ratio(one: Decimal, two: Decimal, unit: str, sign: str) -> Reading | None:
    whole_things = unit not in ("%", "điểm số")
    if (whole_things and (one != int(one) or two != int(two))) or not 0 < two >= one:
        return None
    return Reading("co", one * 100 / two if unit == "%" else one, None, (one, two), sign)


def _scale(after: str, unit: str) -> int | None:
    """What the words behind a number multiply it by; None for words that do not belong there."""
    if unit != "đồng":
        counted = re.fullmatch(rf"(tỷ|tỉ|triệu|tr|nghìn|ngàn)( ?{re.escape(unit.lower())})?", after)
        if counted and unit not in _BROKEN:
            return _MONEY[counted[1]]
        return 1 if after in ("", unit.lower(), unit.lower().removesuffix(" số")) else None
    found = re.fullmatch(rf"({'|'.join(_MONEY)})\.?\s*(đồng|dong|đ|vnđ|vnd|)", after)
    return _MONEY[found[1]] if found and any(found.groups()) else None


def _amount(figure: str, unit: str, scale: int) -> Decimal | None:
    """The number that digits and marks mean where a dot may only part thousands and a comma decimals."""
    if not re.fullmatch(r"([0-9]+|[1-9][0-9]{0,2}(\.[0-9]{3})+)(,[0-9]+)?", figure):
        return None
    broken = unit in _BROKEN or scale > 1
    if re.fullmatch("[1-9][0-9]{0,2},[0-9]{3}", figure) and (
        (figure.endswith(",000") and unit != "%") or (unit == "đồng" and scale == 1)
    ):
        return None
    if ("," in figure and not broken and unit != "đồng") or (broken and figure.count(".") == 1 and "," not in figure):
        return None
    made = Decimal(figure.replace(".", "").replace(",", ".")) * scale
    whole = unit == "đồng" or scale > 1
    return made if not whole or made == made.to_integral_value() else None
