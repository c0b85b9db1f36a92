"""The lists of what people look for in their own words: places that help, words with one meaning."""

from __future__ import annotations

import datetime as dt
import gzip
from pathlib import Path

import pytest
from support import ROOT, lay_over
from whole_country import of, project

from generator.commune.survey import survey
from generator.country.site_pages import HELP, home
from generator.model.problem import Problem
from generator.notice.notice import board
from generator.pages.commune_page import overview
from generator.pieces.views import view_of
from generator.publishing import render
from generator.reading.catalogue_files import FOLDER
from generator.reading.search_files import PLACES, WORDINGS

LIGHT = 68_000
"""Bytes, compressed, of the index of the project's own data and its script."""
GOOD_PLACE = """- ma: noi-nay
  ten: Nơi này
  viec: Giúp bà con.
  nguon: Báo cáo 1
  ngay: "18/05/2026"
"""


def laid(tmp_path: Path, file: str, text: str) -> Path:
    """The clean folder with a list of its own."""
    data = lay_over("co-so", tmp_path)
    (data / FOLDER / file).write_text(text, encoding="utf-8")
    return data


def errors(data: Path) -> list[Problem]:
    return [problem for problem in survey(data).problems if problem.severity == "error"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("  trang_mang: http://vi-du.vn\n", "bắt đầu bằng https://"),
        ("  trang_mang: javascript:alert(1)\n", "bắt đầu bằng https://"),
        ("  doc_o_dau: vi-du.vn\n", "trường doc_o_dau “vi-du.vn” không phải một địa chỉ"),
        ("  ai_giup: khong\n", "trường ai_giup chỉ ghi co"),
        ("  dien_thoai: x\n", "không có trường nào tên dien_thoai"),
        ("  ten_thuong_goi: ['…']\n", "không có chữ nào để tìm"),
        ("  duong_day: x\n", "phải là một danh sách"),
    ],
)
def test_a_faulty_place_is_told(tmp_path: Path, more: str, said: str) -> None:
    """File, line and what to do; no traceback."""
    (problem,) = errors(laid(tmp_path, PLACES, GOOD_PLACE + GOOD_PLACE.replace("nay", "kia") + more))
    assert (problem.file, problem.line, problem.code) == (f"{FOLDER}/{PLACES}", 6, "danh-muc-sai")
    assert said in problem.message
    assert "Thêm hoặc sửa trường ấy" in problem.remedy


@pytest.mark.parametrize("day", ["hôm qua", "31/02/2026"])
def test_a_place_has_a_day(tmp_path: Path, day: str) -> None:
    (problem,) = errors(laid(tmp_path, PLACES, GOOD_PLACE.replace("18/05/2026", day)))
    assert f"trường ngay “{day}” không phải một ngày" in problem.message


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- ma: a\n  cung_y: [một]\n", "từ hai lời trở lên"),
        ("- ma: a\n  cung_y: [một, hai]\n  bo_qua: [ba]\n", "đúng một trong hai trường"),
        ("- ma: a\n", "đúng một trong hai trường"),
        ("- ma: a\n  bo_qua: [hai tiếng]\n", "phải là một tiếng"),
        ("- ma: a\n  cung_y: [một, '?']\n", "không có chữ nào để tìm"),
    ],
)
def test_a_faulty_wording_is_told(tmp_path: Path, text: str, said: str) -> None:
    (problem,) = errors(laid(tmp_path, WORDINGS, text))
    assert (problem.file, problem.line, problem.code) == (f"{FOLDER}/{WORDINGS}", 1, "danh-muc-sai")
    assert said in problem.message


def test_a_folder_without_lists_has_the_usual_ones(tmp_path: Path) -> None:
    """One of its own takes the place of the usual one, an empty one too."""
    usual = survey(lay_over("co-so", tmp_path / "a")).shared.catalogue
    own = survey(laid(tmp_path / "b", PLACES, GOOD_PLACE)).shared.catalogue
    assert usual
    assert own
    assert "cong-dich-vu-cong-quoc-gia" in [place.id for place in usual.places]
    assert [place.id for place in own.places] == ["noi-nay"]
    assert own.wordings == usual.wordings != ()


def test_a_line_of_an_office_is_public(tmp_path: Path) -> None:
    """A telephone in `duong_day` is no personal number and is shown; elsewhere in the same file it is one."""
    number = "0233 3" + "1" * 6
    listed = f'{GOOD_PLACE}  ai_giup: co\n  duong_day: ["{number}"]\n'
    data = laid(tmp_path / "a", PLACES, listed)
    assert errors(data) == []
    view = view_of(survey(data), dt.date(2026, 7, 1))
    (commune,) = view.dataset.communes
    assert f"điện thoại {number}" in str(overview(view, commune)).lower()
    (problem,) = errors(laid(tmp_path / "b", PLACES, GOOD_PLACE.replace("Giúp bà con", f"Gọi {number}")))
    assert problem.code == "thong-tin-ca-nhan"


def test_a_source_says_where_it_is_read(tmp_path: Path) -> None:
    """By its site, after the document; and no list of ours names what others do as its source."""
    data = laid(tmp_path, PLACES, f"{GOOD_PLACE}  ai_giup: co\n  doc_o_dau: https://vi-du.vn/bai/1\n")
    view = view_of(survey(data), dt.date(2026, 7, 1))
    (commune,) = view.dataset.communes
    assert "Theo Báo cáo 1 (đọc ở vi-du.vn), tính đến 18/05/2026." in str(overview(view, commune))
    country, _ = project()
    assert all(place.dated for place in country.catalogue.places)  # none of their documents tells up to its day
    office = next(place for place in country.catalogue.places if place.id == "bo-phan-mot-cua")
    assert "118/2025/NĐ-CP" in office.origin
    assert office.read_at


def test_a_day_on_which_a_source_was_issued_is_called_so(tmp_path: Path) -> None:
    data = laid(tmp_path, PLACES, f"{GOOD_PLACE}  ai_giup: co\n  ngay_in: ban hành ngày 18/05/2026\n")
    view = view_of(survey(data), dt.date(2026, 7, 1))
    (commune,) = view.dataset.communes
    assert "Theo Báo cáo 1, ban hành ngày 18/05/2026." in str(overview(view, commune))


def test_no_dead_end_where_nobody_helps() -> None:
    """A commune that names no place of its own says which ones help everybody, with document and day: on its page, its
    notice, at home.
    """
    country, index = project()
    view = view_of(survey(ROOT / "data"), dt.date(2026, 11, 22))
    for commune in view.dataset.communes:
        shown = str(overview(view, commune))
        notes = {note.title: note.text for note in board(view, commune, "binh-dan-hoc-vu-so").notes}
        for place in country.catalogue.places:
            assert (place.name in shown) == place.helps
            if place.helps:
                assert place.origin in shown
                assert place.origin in notes.get(place.name, place.origin)  # on paper as far as there is room
    (section,) = (section for section in home(country).sections if section.id == HELP)
    assert all(place.name in str(section) for place in country.catalogue.places)
    assert [place[0] for place in index["places"]] == [place.web or f"#{HELP}" for place in country.catalogue.places]


def test_documents_are_found_by_number_and_title() -> None:
    _, index = project()
    names = {name: title for _, name, title in index["documents"]}
    assert "Báo cáo 230-BC/ĐU, xã Vĩnh Thủy" in names
    assert any("635/KH-UBND" in title for title in names.values())


def test_a_first_search_of_our_own_data_is_light() -> None:
    script = (ROOT / "site_src" / "assets" / "tim-kiem.js").read_text(encoding="utf-8")
    texts = render.script_text("mucLuc", of(project()[0])), script
    assert sum(len(gzip.compress(text.encode(), 9)) for text in texts) < LIGHT
