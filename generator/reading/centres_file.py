"""The list of centres: `toa-do-xa.csv`, a point and an area for each commune of the official list."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from generator.model.commune import Centre
from generator.model.problem import Problem
from generator.model.record import Record
from generator.reading.folders import Folder
from generator.reading.split import split
from generator.reading.text_files import read_table, read_text
from generator.tables.toa_do_xa import TABLE

CENTRES = TABLE.file
_FORMS = {
    "vi_do": (re.compile(r"(?:[6-9]|1\d|2[0-3])\.\d{3}", re.ASCII), "độ vĩ bắc từ 6 đến 24, như 16.568"),
    "kinh_do": (re.compile(r"1(?:0[2-9]|1[0-7])\.\d{3}", re.ASCII), "độ kinh đông từ 102 đến 118, như 112.135"),
    "dien_tich": (re.compile(r"(?:\d{1,4}\.\d)?", re.ASCII), "số km² với một chữ số lẻ, như 15.1, hoặc để trống"),
}
"""How each number is written, and within which bounds: those of the country with its islands. A point divides, as in
the published tables; a spreadsheet that takes it for a mark of thousands leaves none.
"""


def read_centres(folder: Folder, units: Collection[str], problems: list[Problem]) -> Mapping[str, Centre] | None:
    """The centres of communes by their codes, as a folder of catalogues gives them, whose official list has the codes
    `units`; None where it does not bring the list.
    """
    if CENTRES not in folder.names:
        return None
    text = read_text(folder, CENTRES, problems)
    rows = read_table(f"{folder.place}/{CENTRES}", split(text, TABLE), TABLE, "", problems) if text is not None else ()
    centres: dict[str, Centre] = {}
    lines: dict[str, int] = {}
    for row in rows:
        code = row["ma"]
        first = lines.setdefault(code, row.line)
        if first != row.line:
            problems.append(row.problem(
                "ma", "danh-muc-sai", f"Mã “{code}” đã có tọa độ ở dòng {first} của cùng tệp.",
                "Giữ một dòng cho mỗi mã, xóa dòng kia.",
            ))  # fmt: skip
        elif code not in units:
            problems.append(row.problem(
                "ma", "danh-muc-sai", f"Tệp don-vi-hanh-chinh.csv không có xã nào mang mã “{code}”.",
                "Ghi đúng mã xã gồm 5 chữ số, kể cả số 0 ở đầu; xã không còn trong danh mục thì xóa dòng.",
            ))  # fmt: skip
        elif faulty := next((name for name in _FORMS if not _FORMS[name][0].fullmatch(row[name])), ""):
            problems.append(row.problem(
                faulty, "danh-muc-sai",
                f"Ô {faulty} của mã “{code}” ghi “{row[faulty]}”, không phải {_FORMS[faulty][1]}.",
                "Sửa lại ô ấy, dùng dấu chấm; nhiều dòng cùng sai thì chép lại cả tệp từ bản trước.",
            ))  # fmt: skip
        else:
            centres[code] = _centre(row)
    return centres


def _centre(row: Record) -> Centre:
    area = float(row["dien_tich"]) if row["dien_tich"] else None
    return Centre(float(row["vi_do"]), float(row["kinh_do"]), area)
