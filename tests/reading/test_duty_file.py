"""The list of what is due: read, refused with what is wrong, held against the rest of the catalogue."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from officer import catalogue
from support import ROOT

from generator.checking.of_catalogue import sound_catalogue
from generator.model.duty import Duty, Rhythm
from generator.model.problem import Problem
from generator.reading.catalogue_files import load_catalogue
from generator.reading.duty_file import DUTIES, read_duties
from generator.reading.folders import Folder

WHOLE = {"ma": "m", "ten": "Hằng tháng", "chu_de": "ngan-sach", "nhip": "thang", "can_cu": "Nghị định 1", "han": 9}


def text(**fields: Any) -> bytes:
    """A list of one entry; a field that is None is left out."""
    cells = {name: value for name, value in (WHOLE | fields).items() if value is not None}
    return ("- " + "\n  ".join(f"{name}: {value}" for name, value in cells.items()) + "\n").encode()


def read(**fields: Any) -> tuple[tuple[Duty, ...] | None, list[Problem]]:
    problems: list[Problem] = []
    return read_duties(Folder("danh-muc", {DUTIES: text(**fields)}), problems), problems


def test_an_entry_is_read_whole() -> None:
    found, problems = read(
        han=10,
        loai_ngay="lam_viec",
        chi_tieu="[chi_ngan_sach]",
        giai_doan="thuc_hien",
        tinh="['44']",
        nhip="3_6_9_thang",
        nhip_cua_trang="co",
        hieu_luc='"01/01/2026"',
    )
    assert not problems
    assert found == (
        Duty("m", "Hằng tháng", "ngan-sach", Rhythm.THREE_SIX_NINE, "Nghị định 1", 10, working=True, ours=True,
             indicators=("chi_ngan_sach",), stage="thuc_hien", provinces=("44",), in_force=dt.date(2026, 1, 1)),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"nhip": "tuan"}, "nhip “tuan” không có; chọn một trong thang, quy, 3_6_9_thang, 6_thang, nam"),
        ({"giai_doan": "tam"}, "giai_doan “tam” không có"),
        ({"han": None}, "đúng một trong hai trường han"),
        ({"han_loi": "30 ngày"}, "đúng một trong hai trường han"),
        ({"han": -1}, "han phải là một số nguyên từ 0 đến 366"),
        ({"han": '"9"'}, "han phải là một số nguyên"),
        ({"loai_ngay": "lich"}, "loai_ngay chỉ ghi lam_viec"),
        ({"tu_dau_ky": "khong"}, "tu_dau_ky chỉ ghi co"),
        ({"can_cu": None}, "thiếu trường can_cu"),
        ({"hieu_luc": "sau này"}, "hieu_luc “sau này” không phải một ngày"),
        ({"hang": "x"}, "không có trường nào tên hang"),
        ({"chi_tieu": "chi_ngan_sach"}, "trường chi_tieu phải là một danh sách"),
    ],
)
def test_a_faulty_entry_is_refused(fields: dict[str, Any], said: str) -> None:
    """With its line, what is wrong and what there could be."""
    found, problems = read(**fields)
    assert found == ()
    (problem,) = problems
    assert (problem.file, problem.line, problem.code) == ("danh-muc/han-bao-cao.yml", 1, "danh-muc-sai")
    assert said in problem.message


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"chu_de": "ngan-sac"}, "có chu_de “ngan-sac” không thuộc danh sách"),
        ({"chi_tieu": "[chi_ngan]"}, "không phải một chỉ tiêu"),
        ({"chi_tieu": "[ho_so_moi]"}, "kể chỉ tiêu ho_so_moi của chủ đề thu-tuc-hanh-chinh"),
        ({"tinh": "['19405']"}, "kể tỉnh “19405” không có trong danh sách"),
        ({"tinh": "['99']"}, "kể tỉnh “99” không có"),
        ({"giai_doan": "thuc_hien"}, "mà không kể chỉ tiêu ngân sách nào"),
        ({"tinh": "['44']", "chi_tieu": "[chi_ngan_sach]"}, ""),
    ],
)
def test_what_it_names_exists(fields: dict[str, Any], said: str) -> None:
    duties, problems = read(**fields)
    assert duties
    assert not problems
    made = catalogue()
    found = [p.message for p in sound_catalogue(type(made)(**{**_fields(made), "duties": duties, "laws": ()}))]
    assert len(found) == bool(said)
    assert all(said in message for message in found)


def _fields(made: Any) -> dict[str, Any]:
    return {name: getattr(made, name) for name in made.__slots__}


def test_a_folder_without_the_list_gets_the_usual_one() -> None:
    """As far as its own indicators and subjects go; a list of its own stands alone."""
    own = load_catalogue(_folder_with({}), [])[0]
    assert own
    assert {duty.id for duty in own.duties} >= {"tthc-thang", "quyet-toan"}
    other = load_catalogue(_folder_with({DUTIES: text()}), [])[0]
    assert other
    assert [duty.id for duty in other.duties] == ["m"]


def _folder_with(more: dict[str, bytes]) -> Folder:
    names = ("chi-tieu.yml", "quan-he.yml", "thuat-ngu.yml", "don-vi-hanh-chinh.csv", "muc-tieu-quoc-gia.csv")
    return Folder("danh-muc", {name: (ROOT / "data" / "danh-muc" / name).read_bytes() for name in names} | more)
