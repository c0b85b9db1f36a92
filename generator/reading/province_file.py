"""A province's own file, tinh.yml: which province a folder is of, held against the official list and its name."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.language.vietnamese import own_name, same_name, slug
from generator.model.commune import AdminUnit, Province
from generator.model.problem import Problem
from generator.reading.commune_file import CONTACT, LINES, office_named, province_slug, straight
from generator.reading.entries import NOT_FIELDS, BadField, several, words
from generator.reading.folders import Folder, Unread
from generator.reading.text_files import read_text, read_yaml
from generator.reading.yaml_faults import line_of

OWN_FILE = "tinh.yml"
_FIELDS = {
    "ma": "",
    "ten": "",
    "cong": 'cong: "https://…" (địa chỉ trang chủ của cổng thông tin tỉnh)',
    CONTACT: 'dau_moi: "Sở …" (tên cơ quan, không ghi tên người)',
    LINES: "mỗi dòng sau nó là “  - số máy của cơ quan”",
    "ghi_chu": 'ghi_chu: "lời ghi chú"',
}
"""The fields of tinh.yml, `ma` and `ten` always, and how the others are written."""


class _Fault(BadField):
    """A field that cannot be so, with its code and what to do."""

    def __init__(self, field: str, code: str, fault: str, remedy: str) -> None:
        super().__init__(field, fault)
        self.code, self.remedy = code, remedy


def read_province(folder: Folder, units: Mapping[str, AdminUnit], problems: list[Problem]) -> Province | None:
    """The province that a folder is of; None, and a problem, where its file does not say so."""
    if OWN_FILE not in folder.files and folder.unread.get(OWN_FILE) in (None, Unread.FOLDER, Unread.OTHER):
        problems.append(Problem(
            f"{folder.place}/{OWN_FILE}", 1, "", "thieu-tep", "error", f"Thiếu tệp “{OWN_FILE}” nói đây là tỉnh nào.",
            f"Tạo tệp {OWN_FILE} trong thư mục này với hai dòng {_meant(folder.name, units)}.",
        ))  # fmt: skip
        return None
    before = len(problems)
    read = read_yaml(folder, OWN_FILE, problems, as_text=True)
    if len(problems) > before:
        return None
    try:
        return _province(read, folder.name, units)
    except BadField as fault:
        problems.append(_problem(folder, fault, units))
        return None


def _province(read: object, folder: str, units: Mapping[str, AdminUnit]) -> Province:
    if not isinstance(read, dict):
        raise BadField("", f"tệp {NOT_FIELDS}")
    for field in read:
        if field not in _FIELDS:
            known = ", ".join(_FIELDS)
            raise _Fault(field, "xa-sai", f"Không có trường tên “{field}”.", f"Xóa dòng ấy; các trường: {known}.")
    code, name = straight(read, "ma"), straight(read, "ten")
    unit = units.get(code)
    if unit is None or unit.province:
        raise _Fault(
            "ma", "ma-xa-la", f"Mã “{code}” không phải mã của tỉnh, thành phố nào.",
            "Tra mã hai chữ số của tỉnh trong danh-muc/don-vi-hanh-chinh.csv (dòng để trống cột ma_tinh) rồi ghi vào "
            f"dòng ma; {_meant(folder, units)}.",
        )  # fmt: skip
    if not same_name(unit.name, name):
        raise _Fault(
            "ten", "ten-xa-khac", f"Mã {code} trong danh mục là “{unit.name}”, nhưng {OWN_FILE} ghi “{name}”.",
            f'Kiểm tra lại mã; nếu mã đúng, ghi ten: "{unit.name}" (đủ dấu như danh mục).',
        )  # fmt: skip
    if folder != code:
        raise _Fault(
            "ma", "ten-thu-muc", f"Thư mục tên là “{folder}”, nhưng {OWN_FILE} ghi mã {code}.",
            f"Đổi tên thư mục thành “{code}”, hoặc sửa ma trong {OWN_FILE}.",
        )  # fmt: skip
    return Province(
        code=code, name=unit.name, slug=slug(own_name(unit.name)), folder=folder, province=unit,
        province_slug=province_slug(unit),
        note=words(read, "ghi_chu", may_be_empty=True) if "ghi_chu" in read else "",
        lines=tuple(words({LINES: line}, LINES) for line in several(read, LINES)),
        contact=office_named(read) if CONTACT in read else "",
        portal=_portal(read) if "cong" in read else "",
    )  # fmt: skip


def _portal(read: Mapping[str, object]) -> str:
    """The address of the province's portal. Raises BadField where it is none."""
    there = words(read, "cong")
    if not re.fullmatch(r"https?://[\w-]+(\.[\w-]+)+(/[^\s\"<>]*)?", there):
        raise BadField("cong", f"trường cong “{there}” không phải địa chỉ của một trang web")
    return there


def _meant(folder: str, units: Mapping[str, AdminUnit]) -> str:
    """The two lines that tinh.yml should have, as far as the folder's name tells."""
    code = folder.partition("-")[0]
    unit = units.get(code)
    known = unit if unit and not unit.province else None
    return f'“ma: "{code if known else "…"}"” và “ten: "{known.name if known else "Tỉnh …"}"”'


def _problem(folder: Folder, fault: BadField, units: Mapping[str, AdminUnit]) -> Problem:
    field, text = fault.field, read_text(folder, OWN_FILE, []) or ""
    code, said = "xa-sai", f"Tệp {OWN_FILE} không dùng được: {fault}."
    if isinstance(fault, _Fault):
        code, said, remedy = fault.code, str(fault), fault.remedy
    elif _FIELDS.get(field):
        remedy = f"Sửa dòng {field} như sau, hoặc xóa nó: {_FIELDS[field]}."
    else:
        remedy = f"Ghi trong {OWN_FILE} hai dòng {_meant(folder.name, units)}."
    return Problem(f"{folder.place}/{OWN_FILE}", line_of(text, field), field, code, "error", said, remedy)
