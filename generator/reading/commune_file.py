"""A commune's own file, xa.yml: which commune a folder is of, held against the official list and the folder's name."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Mapping

from generator.language.vietnamese import own_name, same_name, slug
from generator.model.commune import AdminUnit, Commune
from generator.model.former import Former
from generator.model.problem import Problem
from generator.reading.entries import NOT_FIELDS, BadField, several, words
from generator.reading.folders import Folder, Unread
from generator.reading.old_commune import of_old_code, of_old_name
from generator.reading.text_files import read_text, read_yaml
from generator.reading.yaml_faults import line_of
from generator.tables.table import LONGEST_ID

OWN_FILE = "xa.yml"
LINES = "duong_day"
"""The field of xa.yml for the telephone lines and mailboxes of the office, which may be public."""
CONTACT = "dau_moi"
"""The field of xa.yml for the office that is told of faults."""
UNCONFIRMED = "chua-xac-dinh"
_NAMES = ("ma", "ten", "slug")
_FIELDS = {
    **dict.fromkeys(_NAMES, ""),
    "ung_vien": "mỗi dòng sau nó là “  - tên xã có thể là”",
    "ghi_chu": 'ghi_chu: "lời ghi chú"',
    CONTACT: 'dau_moi: "UBND xã …" (tên cơ quan, không ghi tên người)',
    LINES: "mỗi dòng sau nó là “  - số máy của cơ quan”",
}
"""The fields of xa.yml: those it must have, and how the others are written."""


def read_commune(
    folder: Folder, units: Mapping[str, AdminUnit], former: Former, problems: list[Problem]
) -> Commune | None:
    """The commune that a folder is of; None, and a problem, where its file does not say so."""
    if OWN_FILE not in folder.files and folder.unread.get(OWN_FILE) in (None, Unread.FOLDER, Unread.OTHER):
        problems.append(_missing_own_file(f"{folder.place}/{OWN_FILE}", folder.name, units))
        return None
    before = len(problems)
    read = read_yaml(folder, OWN_FILE, problems, as_text=True)
    if len(problems) > before:
        return None
    try:
        if not isinstance(read, dict):
            raise BadField("", f"tệp {NOT_FIELDS}")
        _only_known(read)
        code, name, own_slug = (straight(read, field) for field in _NAMES)
        note = words(read, "ghi_chu", may_be_empty=True) if "ghi_chu" in read else ""
        candidates = tuple(words({"ung_vien": line}, "ung_vien") for line in several(read, "ung_vien"))
        lines = tuple(words({LINES: line}, LINES) for line in several(read, LINES))
        contact = office_named(read) if CONTACT in read else ""
        _agree((code, name, own_slug), folder.name, units, former)
    except BadField as fault:
        problems.append(_bad_own_file(folder, fault, units))
        return None
    unit = units.get(code)
    province = units[unit.province] if unit else None
    return Commune(
        code=code,
        name=name,
        slug=own_slug,
        folder=folder.name,
        province=province,
        province_slug=province_slug(province),
        candidates=candidates,
        note=note,
        lines=lines,
        contact=contact,
    )


def _missing_own_file(where: str, folder: str, units: Mapping[str, AdminUnit]) -> Problem:
    lines = ", ".join(f"“{_meant(field, folder, units)}”" for field in _NAMES)
    return Problem(
        where, 1, "", "thieu-tep", "error", f"Thiếu tệp “{OWN_FILE}” nói đây là xã nào.",
        f"Tạo tệp {OWN_FILE} trong thư mục này với ba dòng {lines}.",
    )  # fmt: skip


def _meant(field: str, folder: str, units: Mapping[str, AdminUnit]) -> str:
    """The line that a field of xa.yml should have, as far as the folder's name tells."""
    code, _, own_slug = folder.partition("-")
    code = _with_zero(code, units) or code
    name = units[code].name if code in units else "Xã …"
    return {"ma": f'ma: "{code}"', "ten": f'ten: "{name}"', "slug": f"slug: {own_slug}"}[field]


def _with_zero(code: str, units: Mapping[str, AdminUnit]) -> str:
    """The official code that has lost the zeros before it, as Excel does with numbers; '' where there is none."""
    whole = code.zfill(5)
    return whole if code.isdecimal() and whole != code and whole in units else ""


def _bad_own_file(folder: Folder, fault: BadField, units: Mapping[str, AdminUnit]) -> Problem:
    field, text = fault.field, read_text(folder, OWN_FILE, []) or ""
    code, said = "xa-sai", f"Tệp {OWN_FILE} không dùng được: {fault}."
    if isinstance(fault, _Disagrees):
        code, said, remedy = fault.code, str(fault), fault.remedy
    elif field in _NAMES:
        remedy = f"Ghi trong {OWN_FILE} một dòng: {_meant(field, folder.name, units)}"
    elif field:
        remedy = f"Sửa dòng {field} như sau, hoặc xóa nó: {_FIELDS[field]}."
    else:
        remedy = f"Viết mỗi dòng một trường: {', '.join(_meant(name, folder.name, units) for name in _NAMES)}."
    return Problem(f"{folder.place}/{OWN_FILE}", line_of(text, field), field, code, "error", said, remedy)


def _only_known(read: Mapping[str, object]) -> None:
    """Raises BadField at a field that is none of ours."""
    for field in read:
        if field not in _FIELDS:
            near = difflib.get_close_matches(field, _FIELDS, 1, 0.6)
            remedy = f"Sửa “{field}” thành “{near[0]}”" if near else "Xóa dòng ấy"
            every = ", ".join(_FIELDS)
            raise _Disagrees(field, "xa-sai", f"Không có trường tên “{field}”.", f"{remedy}; các trường: {every}.")


def straight(read: Mapping[str, object], field: str) -> str:
    """A field without the quotation marks of a text program. Raises BadField where it has them, or is missing."""
    text = words(read, field)
    if text[0] in "“”‘’'":
        raise BadField(field, f'giá trị của {field} nằm trong dấu ngoặc {text[0]}, phải là dấu ngoặc kép thẳng "')
    return text


def office_named(read: Mapping[str, object]) -> str:
    """The office that is told of faults. Raises BadField where a person or a number stands there."""
    named = words(read, CONTACT)
    if re.search(r"(\d[ .-]?){7}|@|^(ông|bà|anh|chị|đồng chí|đ/c)\b", named, re.IGNORECASE):
        fault = "trường dau_moi có tên người, số điện thoại hoặc thư riêng, chỉ được ghi tên cơ quan"
        raise BadField(CONTACT, fault)
    return named


class _Disagrees(BadField):
    """What xa.yml says is not what the official list or the folder's name say."""

    def __init__(self, field: str, code: str, fault: str, remedy: str) -> None:
        super().__init__(field, fault)
        self.code, self.remedy = code, remedy


def _agree(said: tuple[str, str, str], folder: str, units: Mapping[str, AdminUnit], former: Former) -> None:
    """Raises BadField where what xa.yml says (code, name, slug) contradicts the official list or the folder's name."""
    code, name, own_slug = said
    unit = units.get(code)
    if whole := _with_zero(code, units):
        raise _Disagrees(
            "ma", "ma-xa-la", f"Mã “{code}” mất số 0 ở đầu: mã của {units[whole].name} là {whole}.",
            f'Ghi ma: "{whole}"' + ("." if folder == f"{whole}-{own_slug}" else
                                   f", rồi đổi tên thư mục “{folder}” thành “{whole}-{own_slug}”."),
        )  # fmt: skip
    if code not in units and (told := of_old_code(code, units, former)):
        raise _Disagrees("ma", "ma-xa-la", *told)
    if (unit is None or not unit.province) and not code.startswith("x"):
        near = difflib.get_close_matches(code, units, 1, 0.8)
        guess = f" Mã gần nhất: {near[0]} ({units[near[0]].name})." if near else ""
        raise _Disagrees(
            "ma", "ma-xa-la", f"Mã “{code}” không có trong danh mục đơn vị hành chính.{guess}",
            "Tra mã 5 chữ số của xã trong danh-muc/don-vi-hanh-chinh.csv rồi ghi vào dòng ma, ví dụ "
            f'{_example(near, units)}; xã chưa xác định được mã thì dùng ma: "x0001".',
        )  # fmt: skip
    if not re.fullmatch(r"\d{5}|x\d{4}", code):
        raise _Disagrees(
            "ma", "xa-sai", f"Mã “{code}” viết sai kiểu.",
            'Ghi chữ x và bốn chữ số cho xã chưa xác định được mã, ví dụ ma: "x0001"; xã đã có mã thì ghi năm chữ số.',
        )  # fmt: skip
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", own_slug):
        raise _Disagrees(
            "slug", "xa-sai", f"Tên không dấu (slug) “{own_slug}” có dấu, chữ hoa, khoảng trắng hoặc ký hiệu.",
            f"Ghi slug: {slug(own_slug)}",
        )  # fmt: skip
    if len(own_slug) > LONGEST_ID:
        raise _Disagrees(
            "slug", "xa-sai", f"Tên không dấu (slug) “{own_slug}” dài {len(own_slug)} chữ; nhiều nhất là {LONGEST_ID}.",
            f"Ghi slug ngắn hơn, ví dụ slug: {slug(own_name(name))[:40].strip('-')}, rồi đổi tên thư mục cho khớp.",
        )  # fmt: skip
    if unit and not same_name(unit.name, name):
        if told := of_old_name(unit, name, units, former):
            raise _Disagrees("ten", "ten-xa-khac", *told)
        raise _Disagrees(
            "ten", "ten-xa-khac", f"Mã {code} trong danh mục là “{unit.name}”, nhưng {OWN_FILE} ghi “{name}”.",
            f'Kiểm tra lại mã; nếu mã đúng, ghi ten: "{unit.name}" (đủ dấu như danh mục).',
        )  # fmt: skip
    if folder != f"{code}-{own_slug}":
        lost = _with_zero(folder.partition("-")[0], units) == code
        raise _Disagrees(
            "ma" if folder.partition("-")[2] == own_slug else "slug", "ten-thu-muc",
            f"Thư mục tên là “{folder}”" + (", mã mất số 0 ở đầu; " if lost else ", nhưng ") +
            f"{OWN_FILE} ghi mã {code} và slug {own_slug}.",
            f"Đổi tên thư mục thành “{code}-{own_slug}”" + ("." if lost else f", hoặc sửa ma, slug trong {OWN_FILE}."),
        )  # fmt: skip


def _example(near: Collection[str], units: Mapping[str, AdminUnit]) -> str:
    return next((f'ma: "{code}" cho {units[code].name}' for code in near), 'ma: "01981"')


def province_slug(province: AdminUnit | None) -> str:
    """`Tỉnh Quảng Trị` gives `quang-tri`; no province gives the address of the unconfirmed."""
    if province is None:
        return UNCONFIRMED
    return slug(own_name(province.name))
