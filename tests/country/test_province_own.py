"""What a province publishes of itself: told beside its communes, by its own document, and counted as nobody else's."""

from __future__ import annotations

import csv
import datetime as dt
import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace as changed
from pathlib import Path

import pytest
from composing import country, each
from support import COMMUNE, lay_over, replace, tree

from generator.changes.compare import compare
from generator.cli import main
from generator.commune.survey import survey, underway
from generator.country import province_own, province_pages
from generator.model.commune import Commune
from generator.model.figure import Figure
from generator.pages.commune_page import overview
from generator.pages.subject_pages import subject_pages
from generator.pieces.blocks import Grid, Page, Prose, Section
from generator.pieces.provincial import SECTION, aim_of_province, beside
from generator.pieces.row_blocks import Rows
from generator.pieces.view import View
from generator.pieces.views import view_of
from generator.publishing import site_key
from generator.publishing.mkdocs_site import Settings

DAY = dt.date(2026, 7, 10)
PROVINCE = "tinh/38"


def with_province(folder: Path) -> Path:
    return lay_over("mot-tinh", folder)


def seen(data: Path) -> tuple[View, Commune]:
    (view,) = each(view_of(survey(data, day=DAY), DAY))
    return view, view.dataset.communes[0]


def figure(view: View, indicator: str) -> Figure:
    return next(f for f in view.figures if f.topic.indicator == indicator and f.has_value and f.kind != "muc_tieu")


def section(page: Page, id: str) -> Section:
    return next(one for one in page.sections if one.id == id)


def cells(part: Section) -> Iterator[list[str]]:
    """The rows of its tables, each cell with what stands below it."""
    for block in (*part.blocks, *part.folded):
        for row in block.rows if isinstance(block, Grid) else ():
            yield [" | ".join(filter(None, (cell.text, cell.small))) for cell in row]


def page_of(pages: Sequence[Page], path: str) -> Page:
    return next(page for page in pages if page.path == path)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A commune with a target of its own, and its province."""
    return with_province(tmp_path)


def test_a_commune_is_judged_by_its_own_target_first(data: Path) -> None:
    """The province's target stands beside it, and judges only where the commune has none; one of a year long over is
    left with the province.
    """
    view, commune = seen(data)
    judged = {one.standing.target.id: (one.standing.status, len(one.own)) for one in beside(view, commune)}
    assert judged == {"38.mt-1": ("đang đạt", 1), "38.mt-2": ("đang dưới mục tiêu", 0)}
    page = next(one for one in subject_pages(view, commune) if "muc-tieu" in one.path)
    assert list(cells(section(page, SECTION))) == [
        ["Mỗi xã đúng hạn từ 99% hồ sơ | Mục II.1", "từ 99% | Năm 2026",
         "99% | đến 31/05/2026, Báo cáo 05/BC-UBND", "xã có mục tiêu riêng: từ 98% | xét theo mục tiêu riêng"],
        ["Mỗi xã không để trễ quá một trong 200 hồ sơ | Mục II.2", "từ 99,5% | Năm 2026",
         "99,05% | đến 31/05/2026, Báo cáo 05/BC-UBND",
         "đang dưới mục tiêu | còn hạn đến 31/12/2026"],
        ["Cả tỉnh công bố từ 500 thủ tục | Mục II.3", "từ 500 thủ tục", "Năm 2026"],
        ["Mở thêm dịch vụ toàn trình | Mục II.4", "không nêu con số", "Năm 2026"],
    ]  # fmt: skip


def test_its_targets_are_not_counted_as_the_communes(data: Path, tmp_path: Path) -> None:
    """The first page tells as many targets of the commune as without the province; the province's beside them."""
    shutil.copytree(data, tmp_path / "without")
    shutil.rmtree(tmp_path / "without" / "tinh")
    counted = []
    for folder in (data, tmp_path / "without"):
        view, commune = seen(folder)
        part = section(overview(view, commune), "muc-tieu")
        counted.append([b.text or (b.link.text if b.link else "") for b in part.blocks if isinstance(b, Prose)])
    assert counted[0][0] == counted[1][0]
    assert counted[0][0].startswith("Xã có 1 mục tiêu: 1 đang đạt")
    assert counted[0][1:] == ["Mục tiêu của tỉnh cho từng xã (2), xét theo 1: 1 đang dưới mục tiêu", *counted[1][1:]]


def test_beside_a_number_it_is_named_as_the_provinces(data: Path) -> None:
    """With its document; a target of the province as a whole judges no commune."""
    view, commune = seen(data)
    of, each_one = "Tỉnh Thanh Hóa đặt cho", "từng xã, phường, đặc khu"
    assert {name: aim_of_province(view, commune, figure(view, name)) for name in
            ("ty_le_dung_han", "ty_le_dung_han_766", "so_tthc", "ho_so_moi")} == {
        "ty_le_dung_han": "Mục tiêu của tỉnh: từ 99% (Kế hoạch 12/KH-UBND).",
        "ty_le_dung_han_766": f"{of} {each_one}, năm 2026: từ 99,5% (Kế hoạch 12/KH-UBND), đang dưới mục tiêu, còn hạn "
                              "đến 31/12/2026.",
        "so_tthc": f"{of} cả tỉnh, năm 2026: từ 500 thủ tục (Kế hoạch 12/KH-UBND), không xét riêng xã.",
        "ho_so_moi": "",
    }  # fmt: skip
    dossiers = next(one for one in subject_pages(view, commune) if "thu-tuc" in one.path)
    rows = [row for part in dossiers.sections for block in (*part.blocks, *part.folded) if isinstance(block, Rows)
            for row in block.rows]  # fmt: skip
    noted = {note for row in rows for note in row.notes if "ỉnh" in note}
    assert noted == {aim_of_province(view, commune, figure(view, name)) for name in
                     ("ty_le_dung_han", "ty_le_dung_han_766", "so_tthc")}  # fmt: skip
    aims = {row.aim.words for row in rows if row.aim}
    assert aims == {"đang đạt, mục tiêu từ 98% (năm 2026)", "đang dưới mục tiêu, mục tiêu của tỉnh từ 99,5% (năm 2026)"}


def test_the_page_of_the_province_tells_what_is_its_own(data: Path, tmp_path: Path) -> None:
    """Its targets, those for each commune without a judgement of its own result; its newest figures; its documents with
    a passport a figure; nothing of it among the figures of communes.
    """
    whole, _ = country(view_of(survey(data, day=DAY), DAY), tmp_path / "work")
    own = list(province_own.pages(whole))
    assert [page.path for page in own] == [
        "thanh-hoa/nguon-so-lieu/", "thanh-hoa/nguon-so-lieu/kh-2026/", "thanh-hoa/nguon-so-lieu/bc-q2/",
    ]  # fmt: skip
    page = page_of(list(province_pages.provinces(whole)), "thanh-hoa/")
    targets = {row[0].partition(" | ")[0]: row[1:] for row in cells(section(page, SECTION))}
    assert targets["Mỗi xã đúng hạn từ 99% hồ sơ"][1:] == ["từng xã, phường, đặc khu", "xem ở trang từng nơi"]
    assert targets["Cả tỉnh công bố từ 500 thủ tục"][1:] == [
        "cả tỉnh", "480 thủ tục | đang dưới mục tiêu, còn hạn đến 31/12/2026; đến 30/06/2026, Báo cáo 88/BC-UBND",
    ]  # fmt: skip
    assert targets["Mở thêm dịch vụ toàn trình"][1:] == ["cả tỉnh", "chưa có số liệu"]
    assert "Mỗi xã đúng hạn từ 95% hồ sơ" not in targets
    assert [row[:2] for row in cells(section(page, "cua-tinh"))] == [
        ["Số hồ sơ đã giải quyết", "41.200 hồ sơ"], ["Tỷ lệ hồ sơ đúng và trước hạn", "97,5%"],
        ["Số thủ tục", "480 thủ tục"],
    ]  # fmt: skip
    assert "38" not in set(whole.frames.figures["ma_xa"])
    assert len(whole.communes) == 1


def test_its_tables_stand_apart(data: Path, tmp_path: Path) -> None:
    """Figures, targets and documents can be taken away below its address, whom a target is for among them."""
    whole, _ = country(view_of(survey(data, day=DAY), DAY), tmp_path / "work")
    made = {name: list(csv.DictReader(text.splitlines())) for name, text in province_own.files(whole).items()}
    assert {name: len(rows) for name, rows in made.items()} == {
        "thanh-hoa/du-lieu/so-lieu-cua-tinh.csv": 8, "thanh-hoa/du-lieu/nguon-cua-tinh.csv": 2,
        "thanh-hoa/du-lieu/muc-tieu-cua-tinh.csv": 5,
    }  # fmt: skip
    assert {row["cho"] for row in made["thanh-hoa/du-lieu/muc-tieu-cua-tinh.csv"]} == {"tung_xa", "ca_tinh"}
    assert {row["ma_xa"] for row in made["thanh-hoa/du-lieu/so-lieu-cua-tinh.csv"]} == {"38"}


def test_a_province_without_communes_has_a_page(data: Path, tmp_path: Path) -> None:
    """Also before the first of its communes tells anything."""
    whole, _ = country(view_of(survey(data, day=DAY), DAY), tmp_path / "work")
    page = page_of(list(province_own.pages(changed(whole, communes=()))), "thanh-hoa/")
    assert [part.id for part in page.sections] == [SECTION, "cua-tinh"]


def test_the_check_counts_it(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its files and figures are among those read; a fault in it is told with its file and keeps the site from being
    built, while communes are still examined.
    """
    said = []
    for cho in ("tung_xa", "moi_noi"):
        replace(data / PROVINCE / "muc-tieu.csv", "mt-1,tung_xa", f"mt-1,{cho}")
        code = main(["check", "--data", str(data), "--format", "json", "--date", DAY.isoformat()])
        said.append((code, json.loads(capsys.readouterr().out)))
    (sound, whole), (faulty, told) = said
    assert (sound, whole["files"], faulty) == (0, 15, 1)
    assert [(p["file"], p["line"], p["column"]) for p in told["problems"]] == [(f"{PROVINCE}/muc-tieu.csv", 2, "cho")]
    assert whole["figures"] - told["figures"] == 8


def test_a_faulty_province_is_left_out_where_the_last_good_is_kept(data: Path) -> None:
    """Outside of git there is none: its communes are published without it, and it is told why."""
    replace(data / PROVINCE / "muc-tieu.csv", "mt-1,tung_xa", "mt-1,moi_noi")
    kept = underway(data, (), DAY, ())
    assert not kept.shared.broken
    assert [problem.file for problem in kept.shared.set_aside] == [f"{PROVINCE}/muc-tieu.csv"]
    assert (kept.shared.provinces, [one.shown is None for one in kept.outcomes]) == ((), [False])


def test_a_change_in_it_is_a_change_of_the_site(data: Path, tmp_path: Path) -> None:
    """The key of the site covers its folder, and a comparison names the table."""
    shutil.copytree(data, tmp_path / "new")
    replace(tmp_path / "new" / PROVINCE / "muc-tieu.csv", "99%", "98%")
    names = [COMMUNE.removeprefix("xa/")]
    keys = {site_key.key(folder, names, Settings(DAY)) for folder in (data, tmp_path / "new")}
    assert len(keys) == 2
    assert compare(data, tmp_path / "new", DAY).changes == {
        "Tỉnh Thanh Hóa (38)": ["Bảng Mục tiêu của tỉnh có thay đổi"]
    }


def test_only_the_provinces_of_the_communes_built_are_told(data: Path) -> None:
    """A part of a site shows nothing of other provinces."""
    assert [own.place.code for own in underway(data, ["15910"], DAY).shared.provinces] == ["38"]
    shutil.move(data / COMMUNE, data / "xa" / "x0001-hoang-son")
    assert underway(data, ["x0001"], DAY).shared.provinces == ()


def test_without_the_folder_nothing_differs(tmp_path: Path) -> None:
    """A data folder without provinces, or with an empty folder for them, gives the same bytes: those of its communes
    before there was a place for provinces, which `mong-doi` holds.
    """
    made = []
    for name in ("without", "empty"):
        data = lay_over("co-so", tmp_path / name)
        if name == "empty":
            (data / "tinh").mkdir()
        country(view_of(survey(data, day=DAY), DAY), tmp_path / name / "work")
        made.append(tree(tmp_path / name / "work"))
    assert made[0] == made[1]
    assert not [name for name in made[0] if "cua-tinh" in name]
