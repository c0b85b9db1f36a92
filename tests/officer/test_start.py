"""`portal new`: a commune's empty folder that passes the check, and pages that say that nothing is there yet."""

from __future__ import annotations

import csv
import datetime as dt
import shutil
from pathlib import Path

import pytest
from composing import pages
from support import BASE, COMMUNE, replace, tree

from generator.cli import main
from generator.commune.survey import survey
from generator.pieces.blocks import Notice
from generator.pieces.views import view_of
from generator.publishing.faults import faults
from generator.publishing.mkdocs_site import own_scripts
from generator.reading.catalogue_files import read_units
from generator.standing import workplace
from generator.tables.all_tables import TABLES

NEW = {
    "01981": ("01981-vinh-thong", "Xã Vĩnh Thông", "thai-nguyen/vinh-thong-01981/"),
    "00004": ("00004-ba-dinh", "Phường Ba Đình", "ha-noi/ba-dinh-00004/"),
    "31078": ("31078-phu-quoc", "Đặc khu Phú Quốc", "an-giang/phu-quoc-31078/"),
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with one commune that has figures; its catalogues are the project's."""
    shutil.copytree(BASE / "xa", tmp_path / "data" / "xa")
    return tmp_path / "data"


def new(data: Path, *code: str) -> int:
    return main(["new", *code, "--data", str(data)])


@pytest.mark.parametrize("code", NEW)
def test_a_new_commune_is_valid_and_empty(code: str, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Folder, code and name are the official ones, zeros kept; the check passes and asks for a document."""
    folder, name, address = NEW[code]
    assert new(data, code) == 0
    assert "nguon.csv" in capsys.readouterr().out
    examined = survey(data)
    assert not examined.broken
    assert [(p.code, p.severity) for p in examined.problems] == [("thieu-nguon", "warning")]
    (one,) = [one for one in examined.communes if one.commune and one.commune.code == code]
    assert one.commune
    made = one.commune
    assert (made.folder, made.name, made.address) == (folder, name, address)
    assert not one.records


def test_every_table_explains_its_columns(data: Path) -> None:
    """Each table has its header and one comment with a cell for every column; Excel reads its letters."""
    new(data, "01981")
    for table in TABLES:
        path = data / "xa" / "01981-vinh-thong" / table.file
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        with path.open(encoding="utf-8-sig", newline="") as file:
            header, comment = csv.reader(file)
        assert header == [column.name for column in table.columns]
        assert len(comment) == len(header)
        assert comment[0].startswith("# ")
        assert all(cell.startswith(column.heading) for cell, column in zip(comment[1:], table.columns[1:], strict=True))


def test_rows_below_the_comment_are_read(data: Path) -> None:
    """The comment is skipped, lines are counted with it; a row under it counts."""
    path = data / COMMUNE / "chi-tieu.csv"
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([header, "# ví dụ,Mục 1", *rows]) + "\n", encoding="utf-8")
    assert survey(data).problems == ()
    replace(path, "99%", "99.00%")
    assert [problem.line for problem in survey(data).problems] == [3]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["15910"], "đã có thư mục xa/15910-hoang-son"),
        (["1981"], "01981  Xã Vĩnh Thông, Tỉnh Thái Nguyên"),
        (["19406"], "19405  Xã Vĩnh Thủy"),
        (["vinh", "thuy"], "19405  Xã Vĩnh Thủy, Tỉnh Quảng Trị"),
        (["Phú Quốc"], "31078  Đặc khu Phú Quốc"),
        (["vinh thui"], "19405  Xã Vĩnh Thủy"),
        (["01"], "mã của Thành phố Hà Nội"),
        (["19402"], "xã Vĩnh Thủy (huyện Vĩnh Linh, tỉnh Quảng Trị cũ):\n  19405  Xã Vĩnh Thủy, Tỉnh Quảng Trị"),
        (["xa", "vinh", "lam"], "xã Vĩnh Lâm (huyện Vĩnh Linh, tỉnh Quảng Trị cũ):\n  19405  Xã Vĩnh Thủy"),
        (["Phường Ngọc Hà, Ba Đình"], "  00004  Phường Ba Đình, Thành phố Hà Nội\n  00008  Phường Ngọc Hà"),
        (["huyện Vĩnh Linh"], "19363  Xã Vĩnh Linh, Tỉnh Quảng Trị\n  19366  Xã Bến Quan"),
        (["464"], "huyện Vĩnh Linh (tỉnh Quảng Trị cũ):"),
        (["Bắc Kạn"], "tỉnh Bắc Kạn cũ:\n  37 xã, phường, đặc khu; gõ tên huyện cũ hoặc xã cũ."),
        (["xã tân thành"], "nơi khác cùng tên; gõ thêm huyện, tỉnh sau dấu phẩy."),
        (["tan thanh, thoi lai"], "xã Tân Thạnh (huyện Thới Lai, thành phố Cần Thơ cũ):\n  31288  Xã Trường Thành"),
        (["xã mò óo"], "xã Mò Ó (huyện Đa Krông, tỉnh Quảng Trị cũ):\n  19555  Xã Hướng Hiệp"),
        (["không có đâu nhé"], "Tìm mã trong"),
        ([""], "Tìm mã trong"),
    ],
)
def test_what_is_no_new_code_is_refused(
    asked: list[str], said: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder that is there, a code or name that is none: exit 2, the codes that may be meant, nothing written."""
    before = tree(data)
    assert new(data, *asked) == 2
    assert said in capsys.readouterr().err
    assert tree(data) == before


def test_another_slug_is_the_same_commune(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A commune whose folder has another slug is not made twice."""
    (data / "xa" / "01981-ten-cu").mkdir()
    assert new(data, "01981") == 2
    assert "xa/01981-ten-cu" in capsys.readouterr().err


@pytest.mark.slow
def test_every_commune_of_the_list_has_a_folder_name(tmp_path: Path) -> None:
    """No official name is without a slug that the check takes: one of each letter that names begin with."""
    (tmp_path / "xa").mkdir()
    odd = [unit for unit in read_units() if unit.province and not unit.name.replace(" ", "").isalpha()]
    some = [*odd, *(unit for unit in read_units() if unit.province)][: len(odd) + 20]
    for code in dict.fromkeys(unit.code for unit in some):
        assert new(tmp_path, code) == 0
    assert not survey(tmp_path).broken


# --- its pages --------------------------------------------------------------------------------


def test_pages_say_that_nothing_is_there_yet(data: Path) -> None:
    """Every page of the commune opens with it; none counts to nothing, none blames a document never read."""
    new(data, "01981")
    made = {page.path: page for page in pages(view_of(survey(data), dt.date(2026, 7, 1)))}
    own = {path: page for path, page in made.items() if path.startswith("thai-nguyen/vinh-thong-01981/")}
    assert len(own) == 12
    for path, page in own.items():
        assert "Chưa có số liệu của xã Vĩnh Thông" in [b.title for b in page.opening if isinstance(b, Notice)], path
        assert "đã đọc" not in repr(page), path
        assert "'0" not in repr(page), path
    assert "chưa có số liệu" in repr(made[""])
    assert "Chưa nơi nào trong" in repr(made["thai-nguyen/"])
    assert "Cần xem lại" not in repr(own)


@pytest.mark.slow
def test_a_site_of_empty_communes_is_built(tmp_path: Path) -> None:
    """Also alone: MkDocs accepts every page, and every link leads somewhere."""
    data, out = tmp_path / "data", tmp_path / "site"
    (data / "xa").mkdir(parents=True)
    for code in NEW:
        assert new(data, code) == 0
    assert main(["build", "--data", str(data), "--out", str(out), "--date", "2026-07-01"]) == 0
    assert list(faults(out, own_scripts())) == []
    assert all((out / address / "index.html").is_file() for _, _, address in NEW.values())
    shutil.rmtree(workplace(out))
