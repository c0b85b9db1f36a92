"""What was before July 2025: the data file's counts and well-known facts, how it is read, how it is made again."""

from __future__ import annotations

import doctest
import json
import sqlite3
import zipfile
from collections import Counter
from pathlib import Path

import former_units as recipe
import pytest

from generator.model.commune import AdminUnit
from generator.model.former import Former, called, is_the_same, placed
from generator.model.problem import Problem
from generator.reading.catalogue_files import DATA, FOLDER, former_units, load_catalogue, read_units
from generator.reading.folders import Folder, on_disk
from generator.reading.former_file import fitting, read_former
from generator.tables.don_vi_cu import TABLE

UNITS = {unit.code: unit for unit in read_units()}
FORMER = former_units()
SMALL = {
    "45": AdminUnit("45", "Tỉnh Một", "tinh", ""),
    "10001": AdminUnit("10001", "Xã Ba", "xa", "45"),
    "10002": AdminUnit("10002", "Xã Bốn", "xa", "45"),
}
HEAD = "ma,ten,thuoc,xa\n45,Tỉnh Một,,\n"


def read(text: str, units: dict[str, AdminUnit] | None = None) -> tuple[Former, list[Problem]]:
    problems: list[Problem] = []
    folder = Folder(FOLDER, {TABLE.file: (HEAD + text).encode()})
    return read_former(folder, units or SMALL, problems) or {}, problems


def test_the_list_is_whole() -> None:
    """63 provinces, 696 districts, and 10,040 places below them: 10,035 communes, and five island districts without
    any; they lie in all of today's 3,321 communes and in no other.
    """
    count = Counter(map(len, FORMER))
    islands = [one.name for one in FORMER.values() if len(one.code) == 3 and one.code not in within()]
    assert (count[2], count[3], count[5], len(islands)) == (63, 696, 10_035, 5)
    assert count[5] + len(islands) == 10_040
    assert {code for one in FORMER.values() for code in one.now} == {u.code for u in UNITS.values() if u.province}
    assert len({code for one in FORMER.values() for code in one.now}) == 3_321
    assert not [one for one in FORMER.values() if not one.now]


def within() -> set[str]:
    return {one.within for one in FORMER.values() if len(one.code) == 5}


def test_each_lies_in_one_province() -> None:
    """No commune of then lies in two provinces, of then or of today; no commune of today was made of two provinces."""
    for one in FORMER.values():
        assert len({UNITS[code].province for code in one.now}) == 1, one
    made_of: dict[str, set[str]] = {}
    for one in FORMER.values():
        for code in one.now if len(one.code) == 5 else ():
            made_of.setdefault(code, set()).add(FORMER[one.within].within)
    assert not {code: provinces for code, provinces in made_of.items() if len(provinces) > 1}


@pytest.mark.parametrize(
    ("name", "where", "now"),
    [
        ("Xã Vĩnh Lâm", "xã Vĩnh Lâm (huyện Vĩnh Linh, tỉnh Quảng Trị cũ)", "Xã Vĩnh Thủy"),
        ("Thị trấn Hồ Xá", "thị trấn Hồ Xá (huyện Vĩnh Linh, tỉnh Quảng Trị cũ)", "Xã Vĩnh Linh"),
        ("Huyện Vĩnh Linh", "huyện Vĩnh Linh (tỉnh Quảng Trị cũ)",
         "Xã Vĩnh Linh, Xã Bến Quan, Xã Vĩnh Hoàng, Xã Vĩnh Thủy, Xã Cửa Tùng"),
        ("Phường Bến Nghé", "phường Bến Nghé (quận 1, thành phố Hồ Chí Minh cũ)", "Phường Sài Gòn"),
        ("Quận 1", "quận 1 (thành phố Hồ Chí Minh cũ)",
         "Phường Tân Định, Phường Sài Gòn, Phường Bến Thành, Phường Cầu Ông Lãnh"),
        ("Huyện Côn Đảo", "huyện Côn Đảo (tỉnh Bà Rịa - Vũng Tàu cũ)", "Đặc khu Côn Đảo"),
        ("Xã Pa Ủ", "xã Pa Ủ (huyện Mường Tè, tỉnh Lai Châu cũ)", "Xã Pa Ủ"),
    ],
)  # fmt: skip
def test_well_known_places(name: str, where: str, now: str) -> None:
    (one,) = called(FORMER, name)
    assert placed(FORMER, one) == where
    assert ", ".join(UNITS[code].name for code in one.now) == now


@pytest.mark.parametrize(
    ("name", "now"),
    [("Tỉnh Bắc Kạn", "19"), ("Tỉnh Quảng Bình", "44"), ("Tỉnh Quảng Nam", "48"), ("Thành phố Hà Nội", "01")],
)
def test_provinces_that_are_no_more(name: str, now: str) -> None:
    (one,) = (one for one in called(FORMER, name) if not one.within)
    assert {UNITS[code].province for code in one.now} == {now}


def test_namesakes_from_afar_are_no_parts() -> None:
    """Cao Lãnh is made of its own Phường 4, not of those of Mỹ Tho, Sa Đéc and Cai Lậy."""
    (cao_lanh,) = (unit.code for unit in UNITS.values() if unit.name == "Phường Cao Lãnh")
    parts = [one for one in FORMER.values() if cao_lanh in one.now and len(one.code) == 5]
    assert {FORMER[one.within].name for one in parts} == {"Thành phố Cao Lãnh"}


def test_a_name_that_stays_is_known() -> None:
    """Today's list answers for some; not for Ngọc Hà, of which a part is elsewhere, nor for a name that is gone."""
    same = {one.name for one in FORMER.values() if is_the_same(one, UNITS)}
    assert 1_700 < sum(is_the_same(one, UNITS) for one in FORMER.values()) < 1_800
    assert "Xã Vĩnh Thủy" in same
    assert not is_the_same(FORMER["00016"], UNITS)
    assert not is_the_same(FORMER["19405"], UNITS)


def test_marks_tell_names_apart() -> None:
    assert {one.name for one in called(FORMER, "Vĩnh Lâm")} == {"Xã Vĩnh Lâm"}
    assert {"Xã Tân Thành", "Xã Tân Thạnh", "Huyện Tân Thạnh"} <= {one.name for one in called(FORMER, "tan thanh")}
    assert "Xã Tân Thạnh" not in {one.name for one in called(FORMER, "Tân Thành")}


# --- reading ----------------------------------------------------------------------------------


def test_only_what_differs_is_written() -> None:
    """A code that is today's, a name that stays, two codes, a district that was a commune, names of several words."""
    former, problems = read(
        "001,Huyện Hai,45,10001; 10002 Xã Cũ; 10003 Thị trấn Nông trường Năm > 10001 và 10002\n"
        "002,Huyện Đảo,45,> 10002\n"
    )
    assert problems == []
    told = {one.code: (one.name, one.within, one.now) for one in former.values()}
    assert told == {
        "45": ("Tỉnh Một", "", ("10001", "10002")),
        "001": ("Huyện Hai", "45", ("10001", "10002")),
        "10001": ("Xã Ba", "001", ("10001",)),
        "10002": ("Xã Cũ", "001", ("10002",)),
        "10003": ("Thị trấn Nông trường Năm", "001", ("10001", "10002")),
        "002": ("Huyện Đảo", "45", ("10002",)),
    }


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("001,Huyện Hai,45,10003 Xã Cũ > 10009", "Mã “10009” trong “10003 Xã Cũ > 10009” không có trong danh mục"),
        ("001,Huyện Hai,45,10003 Xã Cũ", "Mã “10003” trong “10003 Xã Cũ” không có trong danh mục"),
        ("001,Huyện Hai,45,10003 Xã Cũ > 45", "Không đọc được “10003 Xã Cũ > 45”"),
        ("001,Huyện Hai,45,10003 > 10001", "“10003 > 10001” thiếu tên cũ"),
        ("001,Huyện Hai,45,Xã Cũ", "Không đọc được “Xã Cũ”"),
        ("001,Huyện Hai,45,10001 Xã A; 10001 Xã B", "Mã “10001” có hai chỗ"),
        ("001,Huyện Hai,46,10001", "Không có dòng nào ở trên của tỉnh mang mã “46”"),
        ("01,Huyện Hai,45,10001", "Mã “01” của “Huyện Hai” không đúng"),
        ("45,Tỉnh Một,,", "Mã “45” có hai dòng"),
    ],
)
def test_a_faulty_row_is_told(row: str, said: str) -> None:
    _, (problem,) = read(f"{row}\n")
    assert (problem.file, problem.line, problem.code) == (f"{FOLDER}/{TABLE.file}", 3, "danh-muc-sai")
    assert said in problem.message
    assert "mã cũ, tên cũ, dấu >, mã ngày nay" in problem.remedy


def test_a_folder_without_the_list_has_what_fits() -> None:
    """Communes of then that lie in the folder's alone, with what is above them; one that brings a list has its own."""
    units = {code: unit for code, unit in UNITS.items() if code in ("45", "44", "19363", "19405")}
    kept = fitting(FORMER, units)
    assert {one.name for one in kept.values() if len(one.code) == 2} == {"Tỉnh Quảng Trị"}
    assert "19402" in kept
    assert kept["464"].now == ("19363", "19405")
    assert all(units.keys() >= {*one.now} for one in kept.values())
    catalogue, _ = load_catalogue(on_disk(DATA / FOLDER, FOLDER), [])
    assert catalogue
    assert catalogue.former == FORMER


# --- made again -------------------------------------------------------------------------------


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    """A package like the one that tells, with few units: an island, a divided commune, and namesakes from afar."""
    old = [  # province, district, commune: code and name each
        ("45", "Tỉnh Một", "001", "Huyện Hai", "10001", "Xã Ba"),
        ("45", "Tỉnh Một", "001", "Huyện Hai", "10003", "Xã Xa"),
        ("45", "Tỉnh Một", "002", "Huyện Đảo", None, None), ("46", "Tỉnh Kia", "003", "Thị Xã Sáu", "10004", "Xã Xa"),
    ]  # fmt: skip
    database = sqlite3.connect(tmp_path / "dataset.db")
    database.execute(
        "CREATE TABLE admin_units_legacy (provinceCode, province, districtCode, district, wardCode, ward, provinceKey, "
        "districtKey, wardKey)"
    )
    database.execute("CREATE TABLE admin_units (provinceKey, wardKey, wardCode)")
    rows = [(*row, row[0], row[2], row[5] and row[5].replace(" ", "").lower()) for row in old]
    database.executemany("INSERT INTO admin_units_legacy VALUES (?,?,?,?,?,?,?,?,?)", rows)
    database.executemany(
        "INSERT INTO admin_units VALUES ('moi', ?, ?)", [("ba", "10001"), ("bon", "10002"), ("nam", "10005")]
    )
    database.commit()
    database.close()
    divided = {"45_001_xãxa": ["ba", "bon"], "46_003_xãxa": ["ba", "nam"]}
    told = {
        "DICT_PROVINCE_WARD_NO_DIVIDED": {"moi": {"ba": ["45_001_xãba"], "bon": ["45_002_"]}},
        "DICT_PROVINCE_WARD_DIVIDED": {
            "moi": {key: [{"newWardKey": ward} for ward in wards] for key, wards in divided.items()}
        },
    }
    with zipfile.ZipFile(tmp_path / "package.whl", "w") as archive:
        archive.write(tmp_path / "dataset.db", "vietnamadminunits/data/dataset.db")
        archive.writestr("vietnamadminunits/data/converter_2025.json", json.dumps(told))
    return tmp_path / "package.whl"


def test_the_file_is_made_again_from_the_package(wheel: Path) -> None:
    """Only what differs from today's list is written; a namesake from another province is told and left out."""
    units = SMALL | {"10005": AdminUnit("10005", "Xã Năm", "xa", "45")}
    old, lying = recipe.read_package(wheel)
    kept, dropped = recipe.without_namesakes(lying)
    assert [(code, one.code) for code, one in dropped] == [("10001", "10004")]
    assert recipe.table(old, kept, units) == (
        "ma,ten,thuoc,xa\n45,Tỉnh Một,,\n46,Tỉnh Kia,,\n001,Huyện Hai,45,10001; 10003 Xã Xa > 10001 và 10002\n"
        "002,Huyện Đảo,45,> 10002\n003,Thị xã Sáu,46,10004 Xã Xa > 10005\n"
    )
    assert doctest.testmod(recipe).failed == 0
