"""Files to text: tables as rows of text cells, YAML as plain values. No meaning is given here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from generator.language.vietnamese import clean, fold, read_date
from generator.model.problem import Problem
from generator.model.record import Record
from generator.reading.cell_text import Changes, old_coding
from generator.reading.decode import Undecodable, decode
from generator.reading.folders import Folder, Unread
from generator.reading.header import column_of, faults_of_header, is_header
from generator.reading.old_fonts import coding_of
from generator.reading.ragged import ragged
from generator.reading.split import RawTable, Unsplit
from generator.reading.swallowed import swallowed
from generator.reading.yaml_faults import fault_of
from generator.reading.yaml_shape import Misshapen, must_be_plain
from generator.tables.table import Table

_TITLE_LINES = 15
"""A header stands among the first lines of a table; titles may stand above it."""
_TITLE_CELLS = 2
"""A title fills so many cells at most: the name of the office, and what it calls the table."""
_TOTALS = frozenset({"tong", "cong", "tong cong", "tong so", "tong cong:", "cong:", "tong:"})
COMMENT = "# "
"""What the first cell of a row begins with that is for people only."""
LINE = "_dong"
"""The field under which each mapping of a YAML file carries the line it begins on."""
_TYPED: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Gives every value as the text that stands there, so that 01981 keeps its zero without quotes."""


class _Lined(_TYPED):  # type: ignore[misc]
    """Values with their types; each mapping carries its line."""

    def construct_mapping(self, node: Any, deep: bool = False) -> Any:
        return {**super().construct_mapping(node, deep), LINE: node.start_mark.line + 1}


def read_text(folder: Folder, name: str, problems: list[Problem]) -> str | None:
    """The text of a file, or None and a problem where it cannot be taken."""
    where = f"{folder.place}/{name}"
    refused = folder.unread.get(name)
    if content := folder.files.get(name):
        try:
            return decode(content)
        except Undecodable as fault:
            problems.append(Problem(where, fault.line, "", "sai-bang-ma", "error", fault.message, fault.remedy))
    elif content is not None:
        return ""
    elif refused in (Unread.LINK, Unread.LARGE):
        what = "là một liên kết tới nơi khác" if refused is Unread.LINK else "lớn hơn 20 MB"
        problems.append(
            Problem(where, 1, "", "tep-khong-nhan", "error", f"Tệp “{name}” {what} nên không được đọc.",
                    "Xóa tệp này, thay bằng một tệp thường cùng tên, chỉ chứa bảng số liệu.")
        )  # fmt: skip
    elif refused is Unread.CLOSED:
        problems.append(
            Problem(where, 1, "", "tep-khong-nhan", "error", f"Máy không mở được tệp “{name}”.",
                    "Cho phép mọi người đọc tệp này (chmod a+r), hoặc thay nó bằng một bản chép mới cùng tên.")
        )  # fmt: skip
    else:
        problems.append(
            Problem(where, 1, "", "thieu-tep", "error", f"Thiếu tệp “{name}”.",
                    f"Chép lại tệp này từ bản trước của thư mục {folder.place}.")
        )  # fmt: skip
    return None


def read_table(where: str, raw: RawTable, table: Table, commune: str, problems: list[Problem]) -> Iterator[Record]:
    """The rows of a table; faults of file, header and row, and notes on what was made regular, are
    added to `problems`.

    Takes UTF-8 and UTF-16, `,` `;` or tab, any line end; skips blank lines, comments and titles above the header.
    """
    changes = Changes(where)
    rows = raw.lines()
    try:
        header = find_header(rows, table, changes)
        if header is None:
            problems += faults_of_header(where, 1, [], table)
            return
        at, names, width = header
        if faults := faults_of_header(where, at, names, table):
            problems += faults
            return
        known = [column_of(table, name) for name in names]
        columns = [table.column(name) for name in known]
        for line, cells_raw in rows:
            if fault := swallowed(where, line, cells_raw, columns, raw.mark):  # also of a remark, which would hide them
                problems.append(fault)
                continue
            if is_aside(cells_raw):
                continue
            if len(cells_raw) != width or any(cell.strip() for cell in cells_raw[len(known) :]):
                problems.append(ragged(where, line, cells_raw, len(known), raw.mark))
                continue
            cells = [changes.cell(line, name, cell) for name, cell in zip(known, cells_raw, strict=False)]
            if _again(changes, line, cells, table):
                continue
            named = dict(zip(known, cells, strict=True))
            if _is_total(named, cells):
                problems.append(_total(where, line, cells))
                continue
            yield Record(table.name, commune, where, line, _with_days(named, table))
    except Unsplit as fault:
        problems.append(
            Problem(where, fault.args[0], "", "csv-hong", "error",
                    "Dấu ngoặc kép \" ở dòng này mở mà không đóng, hoặc đứng giữa chữ, nên không tách được các ô.",
                    "Dùng ngoặc cong “…” cho lời trích trong ô; dấu \" chỉ đặt ở hai đầu một ô có dấu phẩy. Hoặc mở "
                    "tệp bằng Excel, gõ lại ô ấy rồi lưu.")
        )  # fmt: skip
    finally:
        problems += changes.problems()


def is_aside(raw: Sequence[str]) -> bool:
    """Whether a row is blank or a comment."""
    return not any(clean(cell) for cell in raw) or raw[0].startswith(COMMENT)


def find_header(
    rows: Iterator[tuple[int, list[str]]], table: Table, changes: Changes
) -> tuple[int, list[str], int] | None:
    """Line, names and number of cells of the header, which may end in empty cells; titles above it are noted, rows
    of data there are told.
    Where no line looks like a header, the first is taken.
    """
    above: list[tuple[int, list[str], int]] = []
    for line, raw in rows:
        if is_aside(raw):
            continue
        cells = [clean(cell) for cell in raw]
        while not cells[-1]:
            cells.pop()
        if is_header(cells, table):
            for number, titles, _ in above:
                changes.note("dong-tren", number, "")
                if sum(map(bool, titles)) > _TITLE_CELLS:
                    changes.refuse(
                        number, "dong-tren-tieu-de",
                        "Dòng này nằm trên dòng tên cột nên không được đọc, mà trông như một dòng số liệu.",
                        "Đưa dòng tên cột lên trên mọi dòng số liệu; nếu dòng này chỉ là tên bảng thì xóa đi.",
                    )  # fmt: skip
            for name in cells:
                if column_of(table, name) not in (name, ""):
                    changes.note("tieu-de", line, f"“{name}” là {column_of(table, name)}")
            return line, cells, len(raw)
        above.append((line, cells, len(raw)))
        if line > _TITLE_LINES:
            break
    return above[0] if above else None


def _again(changes: Changes, line: int, cells: Sequence[str], table: Table) -> bool:
    """Whether a row repeats the header, as pasted tables do on each page."""
    if not is_header([cell for cell in cells if cell], table):
        return False
    changes.note("tieu-de-lap", line, "")
    return True


def _is_total(named: Mapping[str, str], cells: Sequence[str]) -> bool:
    first = next((cell for cell in cells if cell), "")
    return fold(first) in _TOTALS and not named.get("nguon")


def _total(where: str, line: int, cells: Sequence[str]) -> Problem:
    first = next(cell for cell in cells if cell)
    return Problem(
        where, line, "", "dong-tong", "error",
        f"Dòng “{first}” là dòng cộng của bảng, không phải số liệu của một văn bản.",
        "Xóa dòng này, máy tự cộng. Nếu chính văn bản in con số tổng này thì điền đủ các cột như một dòng khác, nhất "
        "là nguon và vi_tri.",
    )  # fmt: skip


def _with_days(named: Mapping[str, str], table: Table) -> dict[str, str]:
    """The cells of a row with its dates as 2026-05-31: all ways to write a day are one day."""
    names = [column.name for column in table.columns if column.kind == "date"]
    read = {name: read_date(named[name]) for name in names if named.get(name)}
    return {**named, **{name: date.isoformat() for name, date in read.items() if date}}


def read_yaml(folder: Folder, name: str, problems: list[Problem], *, as_text: bool = False) -> Any:
    """The plain values of a YAML file, or None and a problem. Mappings carry their line under `LINE`; or, with
    `as_text`, every value is text and nothing is added.
    """
    where, text = f"{folder.place}/{name}", read_text(folder, name, problems)
    if text is None:
        return None
    for number, written in enumerate(text.split("\n"), 1):
        if coding := coding_of(written):
            problems.append(old_coding(where, number, "", written, coding))
            return None
    try:
        must_be_plain(text, _TYPED)
        return yaml.load(text, Loader=_PLAIN if as_text else _Lined)  # noqa: S506 (both are safe)
    except Misshapen as fault:
        told = (fault.line, fault.message, fault.remedy)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        told = fault_of(text, min(mark.line, text.count("\n")) + 1 if mark else 1)
    line, message, remedy = told
    problems.append(Problem(where, line, "", "yaml-hong", "error", message, remedy))
    return None


def scalars(text: str) -> list[tuple[int, str]]:
    """Every word and value of a YAML text, with its line, as escapes and folded lines mean them; as far as it can
    be read.
    """
    found: list[tuple[int, str]] = []
    try:
        found.extend(
            (event.start_mark.line + 1 if event.start_mark else 1, clean(event.value))
            for event in yaml.parse(text, Loader=_PLAIN)
            if isinstance(event, yaml.ScalarEvent)
        )
    except (yaml.YAMLError, ValueError, RecursionError):
        return found  # what is no YAML is told by others
    return found
