"""The shared catalogues (`danh-muc/`), read and typed; a faulty entry becomes a problem."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from generator.model.catalogue import Catalogue, Formula, Indicator, Relation
from generator.model.choices import INCLUDES
from generator.model.commune import AdminUnit, Centre
from generator.model.duty import Duty
from generator.model.former import Former
from generator.model.law import Law
from generator.model.problem import Problem
from generator.model.record import Record
from generator.reading.centres_file import read_centres
from generator.reading.duty_file import DUTIES, read_duties
from generator.reading.entries import NOT_FIELDS, entries, id_of, one_of, several, words
from generator.reading.folders import Folder, on_disk
from generator.reading.former_file import fitting as former_fitting
from generator.reading.former_file import read_former
from generator.reading.law_file import LAWS, fitting, read_laws
from generator.reading.search_files import PLACES, WORDINGS, Sought, either, phrase, read_sought
from generator.reading.split import split
from generator.reading.subject_files import SUBJECTS, WORDS, Lists, read_lists, together
from generator.reading.text_files import LINE, read_table, read_text
from generator.reading.values import with_values
from generator.tables import don_vi_hanh_chinh, muc_tieu_quoc_gia
from generator.tables.all_tables import OF_ALL_COMMUNES, OPTIONAL
from generator.tables.table import Table

DATA = Path(__file__).resolve().parents[2] / "data"
"""The project's own data folder; its catalogues serve data folders that bring none."""
FOLDER = "danh-muc"
FILES = (
    "chi-tieu.yml", "quan-he.yml", "thuat-ngu.yml", SUBJECTS, WORDS, PLACES, WORDINGS, DUTIES, LAWS,
    *(table.file for table in (*OF_ALL_COMMUNES, *OPTIONAL)),
)  # fmt: skip
RELATION_KINDS = frozenset({
    "tong", "phan_cua", "chong", "tong_phan_to", "cong_ky", "so_cuoi_ky", "hai_co_so", "chi_tiet", "gan_ten",
    "chuyen_ky", "du_cho", "noi_khac", "van_ban_noi_co", "lam_va_dinh", "moi_lan_mot_viec", "chia_rieng",
})  # fmt: skip
_OF_WORDS = frozenset({"noi_khac", "van_ban_noi_co", "lam_va_dinh"})
"""Relations that look for words in a text."""


def catalogue_home(data: Path, fallback: Path = DATA) -> Path:
    """The data folder whose catalogues serve `data`: its own where it brings them."""
    return data if (data / FOLDER).is_dir() else fallback


@cache
def _usual_lists() -> tuple[Lists, Sought, tuple[Duty, ...], tuple[Law, ...]]:
    """What the project's own catalogues say of subjects, of looking for them, of what is due and of what laws ask, for
    folders that do not say it themselves.
    """
    home = on_disk(DATA / FOLDER, FOLDER)
    return read_lists(home, []), read_sought(home, []), read_duties(home, []) or (), read_laws(home, []) or ()


@cache
def _usual_former() -> Former:
    """What the project's own catalogues say of before July 2025, for folders that do not say it themselves."""
    return read_former(on_disk(DATA / FOLDER, FOLDER), {unit.code: unit for unit in read_units()}, []) or {}


@cache
def _centres() -> Mapping[str, Centre]:
    """The project's own centres."""
    home = on_disk(DATA / FOLDER, FOLDER)
    codes = {unit.code for unit in read_units() if unit.province}
    return read_centres(home, codes, []) or {}


def _usual_centres(codes: Collection[str]) -> Mapping[str, Centre]:
    """The usual centres of the communes that other catalogues have."""
    return {code: centre for code, centre in _centres().items() if code in codes}


def read_units(home: Path = DATA) -> list[AdminUnit]:
    """The official list of provinces and communes, in the order of their codes."""
    return list(_units(on_disk(home / FOLDER, FOLDER).files.get(don_vi_hanh_chinh.TABLE.file, b"")))


def former_units(home: Path = DATA) -> Former:
    """What was before July 2025, as far as a data folder's own list of today knows what it is now."""
    folder, units = on_disk(home / FOLDER, FOLDER), {unit.code: unit for unit in read_units(home)}
    own = read_former(folder, units, [])
    return former_fitting(_usual_former(), units) if own is None else own


@lru_cache(maxsize=2)
def _units(content: bytes) -> tuple[AdminUnit, ...]:
    folder = Folder(FOLDER, {don_vi_hanh_chinh.TABLE.file: content})
    return tuple(_unit(row) for row in _rows(folder, don_vi_hanh_chinh.TABLE, []))


def _rows(folder: Folder, table: Table, problems: list[Problem]) -> list[Record]:
    text = read_text(folder, table.file, problems)
    where = f"{folder.place}/{table.file}"
    return [] if text is None else list(read_table(where, split(text, table), table, "", problems))


def load_catalogue(folder: Folder, problems: list[Problem]) -> tuple[Catalogue | None, int]:
    """The catalogues of a folder and how many files they are; None where one is faulty."""
    catalogue, files, found = _loaded(folder)
    problems += found
    return catalogue, files


@lru_cache(maxsize=4)
def _loaded(folder: Folder) -> tuple[Catalogue | None, int, tuple[Problem, ...]]:
    """The same, with what is wrong: who compares, imports or serves examines many times with the same catalogues."""
    problems = list[Problem]()
    indicators = {one.id: one for one in entries(folder, "chi-tieu.yml", _indicator, problems)}
    relations = tuple(entries(folder, "quan-he.yml", _relation, problems))
    glossary = tuple(entries(folder, "thuat-ngu.yml", _term, problems))
    tables = {table.name: _rows(folder, table, problems) for table in OF_ALL_COMMUNES}
    problems += _bad_units(tables[don_vi_hanh_chinh.TABLE.name])
    own, own_sought = read_lists(folder, problems), read_sought(folder, problems)
    own_duties, own_laws = read_duties(folder, problems), read_laws(folder, problems)
    units = {row["ma"]: _unit(row) for row in tables[don_vi_hanh_chinh.TABLE.name]}
    own_former = read_former(folder, units, problems)
    codes = {row["ma"] for row in tables[don_vi_hanh_chinh.TABLE.name] if row["ma_tinh"]}
    own_centres = read_centres(folder, codes, problems)
    if any(problem.severity == "error" for problem in problems):
        return None, 0, tuple(problems)
    usual, usual_sought, usual_duties, usual_laws = _usual_lists()
    subjects, said = together(own, usual, indicators)
    sought = either(own_sought, usual_sought)
    duties = own_duties if own_duties is not None else _fitting(usual_duties, indicators, subjects)
    laws = own_laws
    if laws is None:
        laws = fitting(usual_laws, indicators, subjects, {duty.id for duty in duties})
    made = Catalogue(
        indicators, relations, units, glossary, (), subjects, said, sought.places or (), sought.wordings or (),
        sought.idle, duties, laws,
        former=former_fitting(_usual_former(), units) if own_former is None else own_former,
        centres=own_centres if own_centres is not None else _usual_centres(codes),
    )  # fmt: skip
    national = (with_values(row, muc_tieu_quoc_gia.TABLE, made) for row in tables[muc_tieu_quoc_gia.TABLE.name])
    optional = (*own_sought[:2], own_duties, own_laws, own_former, own_centres)
    count = 3 + len(tables) + sum(map(bool, own)) + sum(one is not None for one in optional)
    return replace(made, national_targets=tuple(national)), count, tuple(problems)


def _fitting(duties: Sequence[Duty], indicators: Collection[str], subjects: Collection[str]) -> tuple[Duty, ...]:
    """The usual duties of what other catalogues have."""
    return tuple(one for one in duties if one.subject in subjects and {*one.indicators} <= {*indicators})


def _part(part: object) -> str:
    return words({"phan": part}, "phan")


def _bad_units(rows: Sequence[Record]) -> Iterator[Problem]:
    """Rows of the official list whose code or province is not one: 2 digits a province, 5 digits a commune."""
    provinces = {row["ma"] for row in rows if not row["ma_tinh"]}
    short = [row for row in rows if row["ma"].isdecimal() and len(row["ma"]) == (4 if row["ma_tinh"] else 1)]
    short += [row for row in rows if row["ma_tinh"].isdecimal() and len(row["ma_tinh"]) == 1]
    for row in short[:1]:
        column = "ma_tinh" if len(row["ma_tinh"]) == 1 else "ma"
        more = f" Cùng lỗi này ở {len(short) - 1} mã nữa." if len(short) > 1 else ""
        yield row.problem(
            column, "danh-muc-sai", f"Mã “{row[column]}” của “{row['ten']}” mất số 0 ở đầu.{more}",
            f"Ghi 0{row[column]}; nếu nhiều mã cùng mất số 0 thì chép lại cả tệp từ bản trước. Trong Excel, chọn kiểu "
            "ô Văn bản (Text) cho cột mã trước khi dán.",
        )  # fmt: skip
    seen: dict[str, int] = {}
    for row in rows if not short else ():
        if not re.fullmatch(r"\d{5}" if row["ma_tinh"] else r"\d{2}", row["ma"]):
            yield row.problem(
                "ma", "danh-muc-sai", f"Mã “{row['ma']}” của “{row['ten']}” không đúng số chữ số.",
                "Mã xã có 5 chữ số và ô ma_tinh ghi mã tỉnh; mã tỉnh có 2 chữ số và ô ma_tinh để trống.",
            )  # fmt: skip
        elif row["ma_tinh"] and row["ma_tinh"] not in provinces:
            yield row.problem(
                "ma_tinh", "danh-muc-sai", f"Không có tỉnh nào mang mã “{row['ma_tinh']}” của “{row['ten']}”.",
                "Sửa ma_tinh theo ô ma của dòng tỉnh trong cùng tệp.",
            )  # fmt: skip
        elif (first := seen.setdefault(row["ma"], row.line)) != row.line:
            yield row.problem(
                "ma", "danh-muc-sai", f"Mã “{row['ma']}” đã dùng ở dòng {first} của cùng tệp.",
                "Giữ một dòng cho mỗi mã, xóa dòng kia.",
            )  # fmt: skip


def _unit(row: Record) -> AdminUnit:
    return AdminUnit(row["ma"], row["ten"], row["loai"], row["ma_tinh"])


def _relation(item: Mapping[str, Any]) -> Relation:
    kind = one_of(item, "loai", sorted(RELATION_KINDS))
    parts, optional = (tuple(map(_part, several(item, field))) for field in ("phan", "co_the"))
    condition = words(item, "khi") if "khi" in item else ""
    said = tuple(tuple(map(_part, group)) if isinstance(group, list) else () for group in several(item, "tu"))
    if (kind in _OF_WORDS) != bool(said) or not all(said):
        raise ValueError("trường tu là danh sách các nhóm từ, mỗi nhóm một danh sách; chỉ quan hệ về lời văn mới có")
    if kind == "du_cho" and len(parts) != 2:
        raise ValueError("trường phan của quan hệ du_cho gồm đúng hai mã: số thứ được đếm, rồi số người")
    if kind == "lam_va_dinh" and len(said) != 2:
        raise ValueError("trường tu của quan hệ lam_va_dinh gồm đúng hai nhóm: lời nói đã làm, rồi lời nói mới định")
    whole = "" if kind == "lam_va_dinh" else words(item, "tong")
    otherwise = words(item, "cach_hieu_khac") if "cach_hieu_khac" in item else ""
    return Relation(kind, whole, parts, words(item, "loi"), otherwise, said, item[LINE], optional, condition)


def _term(item: Mapping[str, Any]) -> tuple[str, str, str]:
    return words(item, "tu"), words(item, "day_du"), words(item, "nghia")


def _formula(item: object) -> Formula:
    if not isinstance(item, dict):
        raise ValueError(f"một công thức {NOT_FIELDS}")
    condition = one_of(item, "khi", INCLUDES) if "khi" in item else ""
    unless, base = (words(item, field) if field in item else "" for field in ("tru_khi", "co_so"))
    printed = _named(item, "co_so_in")
    return Formula(
        words(item, "ten"), words(item, "tu"), words(item, "mau"), condition, unless, base, item[LINE],
        tuple(printed.items()),
    )  # fmt: skip


def _named(item: Mapping[str, Any], field: str) -> dict[str, str]:
    """Words by ids."""
    named = item.get(field) or {}
    if not isinstance(named, dict):
        raise ValueError(f"trường {field} {NOT_FIELDS}")
    return {id_of(str(id)): words(named, id) for id in named if id != LINE}


def _indicator(item: Mapping[str, Any]) -> Indicator:
    breakdowns = _named(item, "phan_to")
    if type(item.get("so_le")) is not int or not 0 <= item["so_le"] <= 6:
        raise ValueError("trường so_le phải là một số nguyên từ 0 đến 6")
    return Indicator(
        id=id_of(words(item, "ma")),
        name=words(item, "ten"),
        question=words(item, "cau_hoi"),
        unit=words(item, "don_vi", may_be_empty=True),
        decimals=item["so_le"],
        better=words(item, "tot_khi"),
        subject=words(item, "chu_de"),
        base=words(item, "co_so", may_be_empty=True) if "co_so" in item else "",
        basis=words(item, "can_cu"),
        others=words(item, "con_lai") if "con_lai" in item else "",
        formulas=tuple(_formula(formula) for formula in several(item, "cong_thuc")),
        breakdowns=breakdowns,
        everyday=tuple(phrase(one, "ten_thuong_goi") for one in several(item, "ten_thuong_goi")),
        written=tuple(phrase(one, "cach_viet") for one in several(item, "cach_viet")),
        line=item[LINE],
    )
