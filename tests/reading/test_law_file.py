"""The list of what laws ask: read in its order, refused with what is wrong, held against the rest of the catalogue."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from officer import catalogue
from support import ROOT

from generator.checking.of_catalogue import sound_catalogue
from generator.model.figure import Topic
from generator.model.law import Asked, Law
from generator.model.problem import Problem
from generator.reading.catalogue_files import DATA, FOLDER, load_catalogue
from generator.reading.folders import Folder, on_disk
from generator.reading.law_file import LAWS, read_laws

LAW = {
    "ma": "luat-mot", "ten": "Luật một", "chu_de": "ngan-sach", "can_cu": "Luật 1 ngày 1/1/2026, Điều 2",
    "gioi_thieu": "Hỏi về tiền.", "ai_do": "Xã công khai.", "doc_qua": "Bản đăng lại.",
}  # fmt: skip
ITEM = {"ma": "dieu-a", "luat": "luat-mot", "loi": "Tổng chi", "la_gi": "Xã chi bao nhiêu."}


def entry(cells: dict[str, Any]) -> str:
    """An entry of the list; a field that is None is left out."""
    told = {name: value for name, value in cells.items() if value is not None}
    return "- " + "\n  ".join(f"{name}: {value}" for name, value in told.items()) + "\n"


def read(*entries: dict[str, Any]) -> tuple[tuple[Law, ...] | None, list[Problem]]:
    problems: list[Problem] = []
    return read_laws(Folder("danh-muc", {LAWS: "".join(map(entry, entries)).encode()}), problems), problems


def item(**fields: Any) -> tuple[tuple[Law, ...] | None, list[Problem]]:
    """A law that asks one thing."""
    return read(LAW, ITEM | fields)


def test_an_entry_is_read_whole() -> None:
    found, problems = read(
        LAW | {"ten_thuong_goi": "[tiền xã]"},
        ITEM | {"muc": "Điểm a", "chi_tieu": "[so_tthc/cap_xa, so_tthc]", "lien_quan": "[so_dvctt]", "han": "[m]",
                "toi_da": 20, "cach_tinh": "Cộng.", "ai_giu": "Tỉnh.", "phien_ban": "Bản 2", "ghi_chu": "Ghi."},
        ITEM | {"ma": "dieu-b", "thoi_han": "5 ngày"},
    )  # fmt: skip
    assert not problems
    asked = (
        Asked("dieu-a", "Điểm a", "Tổng chi", "Xã chi bao nhiêu.", (Topic("so_tthc", "cap_xa"), Topic("so_tthc", "")),
              (Topic("so_dvctt", ""),), ("m",), "", 20, "Cộng.", "Tỉnh.", "Bản 2", "Ghi.", 9),
        Asked("dieu-b", "", "Tổng chi", "Xã chi bao nhiêu.", until="5 ngày", line=22),
    )  # fmt: skip
    assert found == (
        Law("luat-mot", "Luật một", "ngan-sach", "Luật 1 ngày 1/1/2026, Điều 2", "Hỏi về tiền.", "Xã công khai.",
            "Bản đăng lại.", ("tiền xã",), asked),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"la_gi": None}, "thiếu trường la_gi"),
        ({"loi": "''"}, "trường loi phải là chữ, không để trống"),
        ({"luat": "luat-hai"}, "luat “luat-hai” không phải mã của văn bản luật đứng ngay trước nó"),
        ({"toi_da": 0}, "trường toi_da phải là một số nguyên từ 1 trở lên"),
        ({"toi_da": "'18'"}, "trường toi_da phải là một số nguyên"),
        ({"han": "[m]", "thoi_han": "5 ngày"}, "có cả han và thoi_han"),
        ({"chi_tieu": "[so_tthc/cap_xa]", "lien_quan": "[so_tthc/cap_xa]"}, "kể “so_tthc/cap_xa” hai lần"),
        ({"chi_tieu": "so_tthc"}, "trường chi_tieu phải là một danh sách"),
        ({"diem": 5}, "không có trường nào tên diem"),
        ({"ma": "Điều A"}, "mã “Điều A” phải gồm chữ thường không dấu"),
        ({"ma": "luat-mot"}, "mã đã dùng ở một mục trước"),
    ],
)
def test_a_faulty_item_is_refused(fields: dict[str, Any], said: str) -> None:
    """With its own line, what is wrong and what to do."""
    _, problems = item(**fields)
    (problem,) = problems
    assert (problem.file, problem.line, problem.code) == ("danh-muc/theo-luat.yml", 8, "danh-muc-sai")
    assert said in problem.message
    assert problem.remedy


def test_a_faulty_law_is_told_alone() -> None:
    """Not again for each thing that it asks."""
    found, problems = read(LAW | {"can_cu": None}, ITEM, ITEM | {"ma": "dieu-b"})
    assert found == ()
    assert [(problem.line, "thiếu trường can_cu" in problem.message) for problem in problems] == [(1, True)]
    _, problems = read(ITEM)
    assert ["đứng ngay trước nó" in problem.message for problem in problems] == [True]


@pytest.mark.parametrize(
    ("law", "fields", "said", "remedy"),
    [
        ({"chu_de": "ngan-sac"}, {}, "có chu_de “ngan-sac” không thuộc danh sách", "Ghi chu_de là một trong"),
        ({}, {"chi_tieu": "[chi_ngan]"}, "“chi_ngan” trong danh mục không phải một chỉ tiêu", "Thay “chi_ngan”"),
        ({}, {"lien_quan": "[so_tthc/cap_huyen]"}, "“cap_huyen” không phải một phân tổ của so_tthc", "sau dấu /"),
        ({}, {"han": "[quyet-toa]"}, "kể hạn “quyet-toa” không có", "Gần nhất là “quyet-toan”"),
        ({}, {"han": "[quyet-toan]", "chi_tieu": "[so_tthc/cap_xa]"}, "", ""),
    ],
)
def test_what_it_names_exists(law: dict[str, Any], fields: dict[str, Any], said: str, remedy: str) -> None:
    laws, problems = read(LAW | law, ITEM | fields)
    assert laws
    assert not problems
    found = list(sound_catalogue(replace(catalogue(), laws=laws)))
    assert len(found) == bool(said)
    assert all(said in problem.message and remedy in problem.remedy for problem in found)


def test_a_folder_without_the_list_gets_the_usual_one() -> None:
    """As far as its own indicators go; a list of its own stands alone, and is counted among its files."""
    names = ("chi-tieu.yml", "quan-he.yml", "thuat-ngu.yml", "don-vi-hanh-chinh.csv", "muc-tieu-quoc-gia.csv")
    files = {name: (ROOT / "data" / "danh-muc" / name).read_bytes() for name in names}
    usual, count = load_catalogue(Folder("danh-muc", files), [])
    own, more = load_catalogue(Folder("danh-muc", files | {LAWS: (entry(LAW) + entry(ITEM)).encode()}), [])
    assert usual
    assert own
    assert [law.id for law in usual.laws] == ["nghi-dinh-224", "quyet-dinh-766", "nghi-dinh-73"]
    assert [law.id for law in own.laws] == ["luat-mot"]
    assert more == count + 1


def test_few_indicators_leave_what_is_asked() -> None:
    """A law asks the same of who measures little: what would answer it is not there."""
    small = on_disk(ROOT / "tests" / "cases" / "co-so" / "danh-muc", FOLDER)
    made, _ = load_catalogue(small, [])
    whole, _ = load_catalogue(on_disk(DATA / FOLDER, FOLDER), [])
    assert made
    assert whole
    asked = {one.id: one for law in made.laws for one in law.asked}
    assert set(asked) <= {one.id for law in whole.laws for one in law.asked}
    assert asked["tu-dong-hoa"].topics == ()
    assert {topic.indicator for law in made.laws for topic in law.topics} <= set(made.indicators)


def test_our_own_list_is_in_the_order_of_the_law() -> None:
    """Seven points a, b, c, d, đ, e, g; six groups that may have 100 points together; what a commune publishes."""
    services, index, budget = catalogue().laws
    assert list(dict.fromkeys(one.clause for one in services.asked)) == [f"Điểm {letter}" for letter in "abcdđeg"]
    *groups, total = index.asked
    assert [one.most for one in groups] == [18, 20, 12, 10, 22, 18]
    assert total.most == sum(one.most or 0 for one in groups)
    assert [duty for one in budget.asked for duty in one.duties] == [
        "du-toan-quyet-dinh", "thuc-hien-3-6-9-thang", "thuc-hien-nam", "quyet-toan",
    ]  # fmt: skip
