"""A subject is one thing: pages, notices, cards, search and the loudspeaker walk over subjects, and never ask which one
it is; one that tells its indicators alone is an entry of the catalogue.
"""

from __future__ import annotations

import ast
import datetime as dt
import shutil
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from composing import documents
from support import BASE, COMMUNE, ROOT, SUBJECTS

from generator.commune.survey import survey
from generator.country.search_index import FILE
from generator.notice.notice import board
from generator.pages.cards import cards
from generator.pages.subject_pages import subject_pages
from generator.pieces.row_blocks import Rows
from generator.pieces.view import View
from generator.pieces.views import view_of
from generator.reading.catalogue_files import DATA, FOLDER, load_catalogue
from generator.reading.folders import on_disk
from generator.subjects.all_subjects import ALL, in_order, subject_by
from generator.subjects.summaries import sentences
from generator.tables.all_tables import TABLES

DAY = dt.date(2026, 7, 1)
ITS_OWN = {
    "danh-muc/chu-de.yml": """
- ma: moi-truong
  ten: Môi trường
  cau_hoi: Rác có được thu gom không?
  gioi_thieu: Rác, nước sạch của xã.
  nhom:
    - {ma: rac, ten: Rác, chi_tieu: [ty_le_thu_gom_rac]}
""",
    "danh-muc/loi-noi.yml": """
- ma: ty_le_thu_gom_rac
  niem_yet: rác được thu gom.
  trang: "Trong {xa}, rác được thu gom: {so}."
  thieu: bao nhiêu phần trăm rác được thu gom
""",
    "danh-muc/chi-tieu.yml": """
- {ma: ty_le_thu_gom_rac, ten: Tỷ lệ rác được thu gom, cau_hoi: Rác có được thu gom không?, don_vi: "%", so_le: 0,
   tot_khi: cao, chu_de: moi-truong, co_so: rác thải, can_cu: Ca thử}
- {ma: so_gieng, ten: Số giếng khoan, cau_hoi: Có bao nhiêu giếng?, don_vi: giếng, so_le: 0,
   tot_khi: khong, chu_de: moi-truong, can_cu: Ca thử}
""",
}  # fmt: skip


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The clean folder with a subject of its own, two indicators and a figure of each."""
    made = tmp_path / "data"
    shutil.copytree(BASE, made)
    for name, text in ITS_OWN.items():
        with (made / name).open("a", encoding="utf-8") as file:
            file.write(text)
    head = (made / COMMUNE / "chi-tieu.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
    for id, printed in (("ty_le_thu_gom_rac", "85%"), ("so_gieng", "12")):
        cells = {"chi_tieu": id, "gia_tri": printed, "nguon": "bc-6", "vi_tri": "Mục 1", "ky": "6 tháng"}
        cells |= {"loai_ky": "thoi_diem", "den_ngay": "2026-06-30"}
        with (made / COMMUNE / "chi-tieu.csv").open("a", encoding="utf-8") as file:
            file.write(",".join(cells.get(column, "") for column in head) + "\n")
    return made


def seen(data: Path) -> View:
    examined = survey(data)
    assert not examined.told, examined.told
    return view_of(examined, DAY, "https://vi-du.vn/")


def test_a_subject_needs_no_code(data: Path) -> None:
    """An entry gives it a page with its groups, sentences, a notice and a place in the search, after the others."""
    view = seen(data)
    (commune,) = view.dataset.communes
    assert [subject.id for subject in in_order(view)] == [*SUBJECTS, "moi-truong"]
    pages = {page.path: page for page in subject_pages(view, commune)}
    page = pages[f"{commune.address}moi-truong/"]
    assert page.title == "Môi trường"
    assert all([link.text for link in one.siblings][-5] == "Môi trường" for one in pages.values())
    groups = {section.title: block for section in page.sections for block in section.blocks if isinstance(block, Rows)}
    assert [row.name for row in groups["Rác"].rows] == ["Tỷ lệ rác được thu gom"]
    assert [row.name for row in groups["Số liệu khác"].rows] == ["Số giếng khoan"]
    (said,) = sentences(view, commune, subject_by("moi-truong"))
    assert said.text == "Trong xã, rác được thu gom: 85%."
    notice = board(view, commune, "moi-truong")
    assert notice.question == "Rác có được thu gom không?"
    facts = [fact for group in notice.groups for fact in group.facts]
    told = [(fact.number, fact.sentence.split(".")[0]) for fact in facts]
    assert told == [("85%", "rác được thu gom"), ("12", "là số giếng khoan")]
    assert f"{commune.address}moi-truong/" not in cards(view, commune)
    assert '["moi-truong","Môi trường","Rác, nước sạch của xã.",1]' in documents(replace(view, site_url=""))[FILE]


def test_a_folder_says_only_what_differs(data: Path) -> None:
    """What its own lists leave out stays as the project has it, as far as the folder has the indicators."""
    catalogue, _ = load_catalogue(on_disk(data / FOLDER, FOLDER), [])
    usual, _ = load_catalogue(on_disk(DATA / FOLDER, FOLDER), [])
    assert catalogue
    assert usual
    assert catalogue.subjects["ngan-sach"].name == usual.subjects["ngan-sach"].name
    assert catalogue.said["ho_so_qua_han"].after == usual.said["ho_so_qua_han"].after
    listed = {id for subject in catalogue.subjects.values() for group in subject.groups for id in group.indicators}
    assert {*listed, *catalogue.said} <= set(catalogue.indicators)


def test_each_module_is_of_a_subject() -> None:
    """What has a module stands in the catalogue; the tuple follows its order."""
    assert [id for id in SUBJECTS if id in {subject.id for subject in ALL}] == [subject.id for subject in ALL]


@cache
def words_of(path: Path) -> frozenset[str]:
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return frozenset(node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))


def naming(words: frozenset[str]) -> Iterator[str]:
    for path in sorted((ROOT / "generator").rglob("*.py")):
        name = path.relative_to(ROOT / "generator").with_suffix("").as_posix()
        if words & words_of(path) and not name.startswith(("subjects/", "tables/", "made_up/")):
            yield name


def test_nobody_else_asks_which_subject_it_is() -> None:
    """The id of a subject stands in its module, with the tables that its page shows, and where all targets belong."""
    ids = frozenset(SUBJECTS) - {table.name for table in TABLES}
    assert set(naming(ids)) == {"pieces/addresses"}


def test_an_indicator_needs_no_code() -> None:
    """Python names an indicator only where it computes with it, in the module of its subject, and with the table whose
    column it is; that a budget's lines are one is known to all.
    """
    catalogue, _ = load_catalogue(on_disk(DATA / FOLDER, FOLDER), [])
    assert catalogue
    assert set(naming(frozenset(catalogue.indicators))) == {"model/figure"}
