"""A new commune's folder: its `xa.yml` and every table, empty, with a row that says what goes in."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path

from generator.language.disk_faults import why
from generator.language.vietnamese import office, own_name, slug
from generator.model.commune import AdminUnit
from generator.model.problem import Refused
from generator.officer.which_commune import not_a_commune
from generator.reading.catalogue_files import catalogue_home, former_units, read_units
from generator.reading.data_folder import COMMUNE_FOLDER, commune_folders
from generator.reading.province import Province
from generator.reading.text_files import COMMENT
from generator.tables.all_tables import TABLES
from generator.tables.table import Column, Table

_XA_YML = """\
# Mã xã: 5 chữ số của danh mục chính thức. Ngoặc kép giữ số 0 ở đầu. Không đổi.
ma: {code}

# Tên chính thức, đủ dấu, có chữ Xã, Phường hoặc Đặc khu ở đầu.
ten: {name}

# Phần tên trong địa chỉ trang: chữ thường, không dấu. Không đổi nữa, kể cả khi xã đổi tên.
slug: {slug}

# Cơ quan được báo khi số liệu có lỗi. Chỉ ghi tên cơ quan, không ghi tên người hay số điện thoại.
# Nếu không phải {office} thì bỏ dấu # ở dòng dưới và sửa tên:
# dau_moi: {desk}

# Điều người đọc cần biết về dữ liệu của xã, nếu có (bỏ dấu # rồi viết):
# ghi_chu: "..."
"""

_KINDS: Mapping[str, str] = {
    "text": "",
    "date": "ngày, ví dụ 31/05/2026",
    "count": "số đếm như in, ví dụ 2.842; bỏ trống nếu văn bản không nêu",
    "quantity": "số như in kèm đơn vị, ví dụ 99,89% hoặc 275,4 triệu đồng",
    "indicator": "mã chỉ tiêu, tìm ở trang Các chỉ tiêu",
    "breakdown": "mã phân tổ của chỉ tiêu, nếu có",
    "source": "mã văn bản đã ghi ở nguon.csv",
    "thing": "mã của việc",
    "subject": "mã chủ đề, tức là địa chỉ trang của nó, ví dụ thu-tuc-hanh-chinh",
}
"""What goes into a cell of each kind of column, in words; a choice lists its own."""


def write_commune(data: Path, asked: str) -> Path:
    """Make `xa/{code}-{slug}` in a data folder for a code of the official list; returns the folder.

    Raises Refused, with what to write instead, where `asked` is no code of a commune, the commune has
    a folder already, or the folder cannot be written. Nothing that exists is touched.
    """
    home = catalogue_home(data)
    units = {unit.code: unit for unit in read_units(home)}
    unit = units.get(asked.strip())
    if unit is None or not unit.province:
        raise Refused(not_a_commune(asked.strip(), units, former_units(home)))
    there = [name for name in commune_folders(data) if name.split("-", 1)[0] == unit.code]
    if there:
        raise Refused(f"{unit.name} (mã {unit.code}) đã có thư mục {COMMUNE_FOLDER}/{there[0]}; không ghi đè.")
    return _written(data, unit)


def write_communes(data: Path, province: Province) -> list[Path]:
    """Make the folder of each commune of a province that has none; returns those that were made.

    Raises Refused where one cannot be written: those before it stand, and the same command makes the rest.
    """
    return [_written(data, unit) for unit in province.without_folder]


def _written(data: Path, unit: AdminUnit) -> Path:
    folder = data / COMMUNE_FOLDER / f"{unit.code}-{slug(own_name(unit.name))}"
    try:
        folder.mkdir(parents=True)
        for name, text in _files(unit).items():
            # by its first mark, Excel knows a table's letters for Vietnamese
            encoding = "utf-8-sig" if name.endswith(".csv") else "utf-8"
            (folder / name).write_text(text, encoding=encoding, newline="")
    except OSError as fault:
        raise Refused(f"Không ghi được vào thư mục {folder}: {why(fault)}.") from None
    return folder


def _files(unit: AdminUnit) -> dict[str, str]:
    """The files of a commune that has told nothing yet."""
    quoted = {"code": unit.code, "name": unit.name, "desk": f"Văn phòng HĐND và {office(unit.name)}"}
    words = {name: json.dumps(text, ensure_ascii=False) for name, text in quoted.items()}
    own_slug = slug(own_name(unit.name))
    made = {"xa.yml": _XA_YML.format(**words, slug=own_slug, office=office(unit.name))}
    return made | {table.file: _empty(table) for table in TABLES}


def _empty(table: Table) -> str:
    """The header of a table and, below it, a comment with as many cells."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(column.name for column in table.columns)
    first, *others = (_meaning(column) for column in table.columns)
    writer.writerow([f"{COMMENT}Dòng mẫu, máy bỏ qua. {first}", *others])
    return out.getvalue()


def _meaning(column: Column) -> str:
    """What goes into a column, in plain words."""
    hint = column.example or _KINDS.get(column.kind, "")
    if column.choices:
        hint = "chọn " + " hoặc ".join(f"{id} ({words})" for id, words in column.choices.items())
    must = " (bắt buộc)" if column.required else ""
    return f"{column.heading}{must}{': ' if hint else ''}{hint}"
