"""The list of centres: read, refused with what is wrong, whole, made again from the package."""

from __future__ import annotations

import sqlite3
import zipfile
from pathlib import Path

import pytest
from centres import lines
from support import ROOT

from generator.model.commune import Centre
from generator.model.problem import Problem
from generator.reading.catalogue_files import DATA, FOLDER, load_catalogue
from generator.reading.centres_file import CENTRES, read_centres
from generator.reading.folders import Folder, on_disk

HEADER = "ma,vi_do,kinh_do,dien_tich"
UNITS = {"00004", "20333", "22736"}


def read(*rows: str) -> tuple[dict[str, Centre], list[Problem]]:
    problems: list[Problem] = []
    folder = Folder("danh-muc", {CENTRES: "\n".join((HEADER, *rows)).encode()})
    return dict(read_centres(folder, UNITS, problems) or {}), problems


def test_rows_are_read() -> None:
    """An area may be missing, as the package has none of two communes."""
    found, problems = read("00004,21.039,105.838,3.0", "20333,16.568,112.135,")
    assert not problems
    assert found == {"00004": Centre(21.039, 105.838, 3.0), "20333": Centre(16.568, 112.135, None)}


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        ("00004,21.039,105.838,3.0", "ma", "Mã “00004” đã có tọa độ ở dòng 2"),
        ("00005,21.039,105.838,3.0", "ma", "không có xã nào mang mã “00005”"),
        ("4,21.039,105.838,3.0", "ma", "không có xã nào mang mã “4”"),
        ("20333,16568,112.135,", "vi_do", "ghi “16568”, không phải độ vĩ bắc từ 6 đến 24"),
        ("20333,24.000,112.135,", "vi_do", "ghi “24.000”"),
        ("20333,5.999,112.135,", "vi_do", "ghi “5.999”"),
        ("20333,16.57,112.135,", "vi_do", "ghi “16.57”"),
        ("20333,112.135,16.568,", "vi_do", "ghi “112.135”"),
        ("20333,16.568,101.999,", "kinh_do", "không phải độ kinh đông từ 102 đến 118"),
        ("20333,16.568,118.000,", "kinh_do", "ghi “118.000”"),
        ("20333,16.568,112.135,305", "dien_tich", "ghi “305”, không phải số km²"),
        ("20333,,112.135,305.0", "vi_do", "ghi “”"),
    ],
)
def test_a_faulty_row_is_refused(row: str, column: str, said: str) -> None:
    """With its line, its column and what to do."""
    found, problems = read("00004,21.039,105.838,3.0", row)
    (problem,) = problems
    assert (problem.file, problem.line, problem.column) == ("danh-muc/toa-do-xa.csv", 3, column)
    assert (problem.code, problem.severity) == ("danh-muc-sai", "error")
    assert said in problem.message
    assert problem.remedy
    assert list(found) == ["00004"]


@pytest.mark.parametrize("row", ["20333,6.000,102.000,0.1", "20333,23.999,117.999,9999.9"])
def test_the_bounds_are_inside(row: str) -> None:
    assert not read(row)[1]


def test_every_commune_of_the_official_list_has_its_centre() -> None:
    """3,321 of them, each in a place of its own; two have no area."""
    problems: list[Problem] = []
    made, _ = load_catalogue(on_disk(DATA / FOLDER, FOLDER), problems)
    assert made
    assert not problems
    assert made.centres.keys() == {code for code, unit in made.units.items() if unit.province}
    assert len(made.centres) == len({one[:2] for one in made.centres.values()}) == 3321
    assert sorted(code for code, one in made.centres.items() if one.area is None) == ["19147", "19159"]
    assert made.centres["20333"] == Centre(16.568, 112.135, 305.0)
    assert made.centres["22736"] == Centre(9.71, 114.45, 7.7)


def test_a_folder_without_the_list_gets_the_usual_one() -> None:
    """As far as its own official list goes; one of its own stands alone, and its faults stop it."""
    small = on_disk(ROOT / "tests" / "cases" / "co-so" / "danh-muc", FOLDER)
    made, count = load_catalogue(small, [])
    assert made
    assert made.centres
    assert made.centres.keys() <= made.units.keys()
    code = min(made.centres)
    own, more = load_catalogue(Folder(FOLDER, {**small.files, CENTRES: f"{HEADER}\n{code},16.5,107.1,".encode()}), [])
    assert own is None
    assert more == 0
    own, more = load_catalogue(
        Folder(FOLDER, {**small.files, CENTRES: f"{HEADER}\n{code},16.500,107.100,".encode()}), []
    )
    assert own
    assert own.centres == {code: Centre(16.5, 107.1)}
    assert more == count + 1


def test_the_list_is_made_from_the_package(tmp_path: Path) -> None:
    """Rounded as a map of dots needs it, in the order of codes."""
    database = sqlite3.connect(tmp_path / "dataset.db")
    database.execute("CREATE TABLE admin_units (wardCode TEXT, wardLat REAL, wardLon REAL, wardAreaKm2 REAL)")
    rows = [("20333", 16.568, 112.135, 305.0), ("00004", 21.0386, 105.8379, 2.97), ("19147", 17.4608, 106.183, None)]
    database.executemany("INSERT INTO admin_units VALUES (?, ?, ?, ?)", rows)
    database.commit()
    database.close()
    wheel = tmp_path / "package.whl"
    with zipfile.ZipFile(wheel, "w") as packed:
        packed.write(tmp_path / "dataset.db", "vietnamadminunits/data/dataset.db")
    assert list(lines(wheel)) == [
        HEADER, "00004,21.039,105.838,3.0", "19147,17.461,106.183,", "20333,16.568,112.135,305.0",
    ]  # fmt: skip
