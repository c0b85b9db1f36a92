"""Files to text: tables as rows of text cells, YAML as plain values. No meaning is given here.

The only module that opens data files and the only one that imports yaml.
"""

from __future__ import annotations

import csv
import difflib
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from generator import schema
from generator.model import Problem, Record
from generator.vietnamese import clean, read_date

_MOST_BYTES = 20_000_000
csv.field_size_limit(_MOST_BYTES)  # a long cell is long, not broken
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_text(data: Path, path: Path, problems: list[Problem]) -> str | None:
    """The text of a file, or None and a problem where it cannot be taken."""
    where = path.relative_to(data).as_posix()
    if not (path.is_file() or path.is_symlink()):
        problems.append(
            Problem(where, 1, "", "thieu-tep", "error", f"Thiếu tệp “{path.name}”.",
                    "Chép tệp mẫu từ một nơi khác rồi sửa nội dung.")
        )  # fmt: skip
        return None
    if path.is_symlink() or path.stat().st_size > _MOST_BYTES:
        problems.append(
            Problem(where, 1, "", "tep-khong-nhan", "error",
                    "Tệp là một liên kết hoặc lớn hơn 20 MB.",
                    "Thay bằng một tệp thường chứa bảng số liệu.")
        )  # fmt: skip
        return None
    content = path.read_bytes()
    try:
        if (nul := content.find(b"\0")) >= 0:
            raise UnicodeDecodeError("utf-8", content, nul, nul + 1, "NUL")
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        problems.append(
            Problem(where, line, "", "sai-bang-ma", "error",
                    "Tệp không phải văn bản Unicode UTF-8 nên chữ tiếng Việt không đọc được.",
                    "Trong Excel chọn Lưu thành (Save As) → “CSV UTF-8 (Comma delimited)” rồi gửi lại.")
        )  # fmt: skip
        return None


def read_table(data: Path, path: Path, table: schema.Table, commune: str, problems: list[Problem]) -> Iterator[Record]:
    """The rows of a table; faults of file, header and row are added to `problems`.

    Takes UTF-8 with or without BOM, `,` `;` or tab, any line end; skips blank lines.
    """
    where = path.relative_to(data).as_posix()
    text = read_text(data, path, problems)
    if text is None:
        return
    if not text.strip():
        problems.append(_header_problem(where, "", "thieu-cot", f"Tệp {path.name} trống.", table))
        return
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        header = [clean(name) for name in next(reader)]
        if not _header_is_good(where, header, table, problems):
            return
        dates = [column.name for column in table.columns if column.kind == "date"]
        before = reader.line_num
        for row in reader:
            line, before = before + 1, reader.line_num
            cells = [clean(cell) for cell in row]
            if not any(cells):
                continue
            if len(cells) != len(header):
                problems.append(_ragged(where, line, len(cells), len(header)))
                continue
            named = dict(zip(header, cells, strict=True))
            yield Record(table.name, commune, where, line, named | _iso_dates(named, dates))
    except csv.Error:
        problems.append(
            Problem(where, reader.line_num, "", "csv-hong", "error",
                    "Dòng này không tách được thành các ô.",
                    "Kiểm tra dấu ngoặc kép: ô có dấu phẩy phải nằm trong một cặp \"…\".")
        )  # fmt: skip


def _iso_dates(cells: Mapping[str, str], names: Sequence[str]) -> dict[str, str]:
    """The cells of date columns as 2026-05-31, where they are dates: both ways to write a day are one day."""
    read = {name: read_date(cells[name]) for name in names if cells.get(name)}
    return {name: date.isoformat() for name, date in read.items() if date}


def _ragged(where: str, line: int, found: int, expected: int) -> Problem:
    return Problem(
        where, line, "", "lech-cot", "error",
        f"Dòng có {found} ô, trong khi tiêu đề có {expected} cột.",
        "Thêm hoặc bớt dấu phẩy cho đủ cột; ô chứa dấu phẩy (ví dụ 99,89%) phải đặt trong \"…\".",
    )  # fmt: skip


def _header_problem(where: str, column: str, code: str, message: str, table: schema.Table) -> Problem:
    names = ",".join(column.name for column in table.columns)
    remedy = f"Các cột của bảng theo thứ tự: {names}. Chèn cột thiếu vào đúng chỗ và điền ô cho mọi dòng."
    return Problem(where, 1, column, code, "error", message, remedy)


def _header_is_good(where: str, header: Sequence[str], table: schema.Table, problems: list[Problem]) -> bool:
    """Every required column is there, none is unknown, none twice."""
    known = [column.name for column in table.columns]
    faults: list[Problem] = []
    meant: set[str] = set()
    for name in dict.fromkeys(header):
        if name not in known:
            near = difflib.get_close_matches(name, known, 1, 0.6)
            meant |= set(near)
            guess = f" Có phải ý là “{near[0]}”?" if near else ""
            faults.append(_header_problem(where, name, "cot-la", f"Không có cột tên “{name}”.{guess}", table))
        elif header.count(name) > 1:
            faults.append(_header_problem(where, name, "cot-lap", f"Cột “{name}” có hai lần.", table))
    for column in table.columns:
        if column.required and column.name not in header and column.name not in meant:
            message = f"Thiếu cột “{column.name}” ({column.heading})."
            faults.append(_header_problem(where, column.name, "thieu-cot", message, table))
    problems += faults
    return not faults


def read_yaml(data: Path, path: Path, problems: list[Problem]) -> Any:
    """The plain values of a YAML file, or None and a problem."""
    where = path.relative_to(data).as_posix()
    text = read_text(data, path, problems)
    if text is None:
        return None
    try:
        return yaml.load(text, Loader=_LOADER)  # noqa: S506 (a safe loader, the C one where there is one)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        problems.append(
            Problem(where, mark.line + 1 if mark else 1, "", "yaml-hong", "error",
                    "Tệp không đúng cách viết YAML ở gần dòng này.",
                    "Kiểm tra khoảng trắng đầu dòng và dấu hai chấm; đặt lời có dấu : trong ngoặc kép.")
        )  # fmt: skip
        return None
