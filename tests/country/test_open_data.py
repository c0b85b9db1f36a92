"""What leaves the site: every table, in every form the same, described so that other programs understand it.

`frictionless` validates the package, `rdflib` reads the catalogue, openpyxl the workbooks, duckdb and pandas the tables
as the page says.
"""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import html
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pytest
from composing import CHARTS, compose
from frictionless import Package
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import load_workbook
from rdflib import RDF, Graph, Namespace
from support import CASES, ROOT, tree

from generator.commune.survey import survey
from generator.country import commune_downloads, excel_csv
from generator.country.csv_text import published_text
from generator.country.published_table import Published
from generator.country.published_tables import ALL, FIGURES, HANDED, no_figures
from generator.country.workbook import Sheet, workbook
from generator.pieces.downloads import JSON, TABLE, WORKBOOK
from generator.pieces.view import View
from generator.pieces.views import view_of
from generator.publishing.docs_dir import DOCS
from generator.tables.all_tables import OF_A_COMMUNE
from generator.tables.table import Column, Table

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib of itself
DATE, ADDRESS = dt.date(2026, 11, 22), "https://xa.example/so-lieu/"
DCAT, DCT = Namespace("http://www.w3.org/ns/dcat#"), Namespace("http://purl.org/dc/terms/")


@cache
def view() -> View:
    """The real communes."""
    return view_of(survey(ROOT / "data"), DATE, ADDRESS)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What MkDocs is given, of the real communes."""
    work = tmp_path_factory.mktemp("whole")
    compose(view(), work)
    return work / DOCS


@pytest.fixture(scope="module")
def divided(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same where the table of all figures is too large to be one file."""
    work = tmp_path_factory.mktemp("divided")
    compose(view(), work, CHARTS, 1, 1000)
    return work / DOCS


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode())))


# --- which tables -----------------------------------------------------------------------------


def test_every_table_that_is_no_figures_leaves_the_site() -> None:
    """Tasks, progress, targets, recommendations, directives, support points, results, remarks, corrections."""
    assert {table.name for table in HANDED} == {
        "khac-biet", "nguon", "nhiem-vu", "tien-do", "muc-tieu", "kien-nghi", "van-ban", "diem-ho-tro", "ket-qua",
        "nhan-xet", "dinh-chinh", "lich-su",
    }  # fmt: skip
    assert {table.name for table in OF_A_COMMUNE} - {table.name for table in HANDED} == {
        "tthc", "bdhvs", "to-cong-nghe-so", "ngan-sach", "chi-tieu",
    }  # fmt: skip


def test_a_table_that_joins_is_a_download_by_itself() -> None:
    """With its columns, keys and references; what only the check reads stays."""
    added = Table(
        "hop-dan", "Họp dân",
        (Column("ma", "Mã", required=True), Column("ngay", "Ngày", "date"), Column("nguon", "Văn bản", "source")),
        key=("ma",), id_column="ma", form_words="Cuộc họp với dân: mỗi cuộc một dòng. Ghi đủ.",
    )  # fmt: skip
    (made,) = no_figures([added])
    assert made.file == "du-lieu/hop-dan.csv"
    assert made.columns == ("ma_xa", "ma", "ngay", "nguon")
    assert made.about == "Cuộc họp với dân: mỗi cuộc một dòng."
    assert made.key == ("ma_xa", "ma")
    assert [field.type for field in made.fields] == ["string", "string", "date", "string"]
    assert {one.table for one in made.references} == {"xa", "nguon"}


def test_what_no_page_shows_stays_inside() -> None:
    """A column named so is one of its table, and no published one."""
    published = {table.name: table for table in HANDED}
    for table in OF_A_COMMUNE:
        assert set(table.unseen) <= {column.name for column in table.columns}
        assert table.name not in published or not set(table.unseen) & set(published[table.name].columns)


def test_rows_of_communes_stand_as_they_were_filled(whole: Path) -> None:
    """Every row of every commune, and nothing else; a day is a day that programs read. What is told of a figure that
    must not be public stays inside: its id says what it measured.
    """
    for table in HANDED[1:]:
        there = rows((whole / table.file).read_bytes())
        filled = [
            r for c in view().dataset.communes for r in view().records(c, table.name) if r.cells.get("loai") != "go_bo"
        ]
        assert len(there) == len(filled)
        for row, record in zip(there, filled, strict=True):
            assert row["ma_xa"] == record.commune
            for field in table.fields[1:]:
                assert row[field.name].removeprefix("'") == record[field.name].removeprefix("'")
                assert field.type != "date" or not row[field.name] or dt.date.fromisoformat(row[field.name])


def test_nothing_is_published_that_no_page_shows(whole: Path) -> None:
    """Of each column of texts that a commune fills, what stands in it stands on a page of the commune too."""
    published = {table.name for table in HANDED}
    for commune in view().dataset.communes:
        shown = "\n".join(
            text.decode() for name, text in tree(whole / commune.address).items() if name.endswith((".md", ".html"))
        )
        flat = re.sub(r"\W+", "", html.unescape(re.sub(r"<[^>]*>|&#\d+;", "", shown)))
        for table in OF_A_COMMUNE:
            for column in (one.name for one in table.columns if one.kind == "text" and one.name not in table.unseen):
                filled = (row[column] for row in view().records(commune, table.name))
                cells = {cell.split(":")[0] for cell in filled if len(cell) > 25 and table.name in published}
                said = [cell for cell in cells if re.sub(r"\W+", "", cell)[:25] in flat]
                assert said or not cells or (table.name, column) in NOT_IN_THESE_WORDS, (table.name, column)


NOT_IN_THESE_WORDS = {
    ("dinh-chinh", "ma_so_cu"), ("dinh-chinh", "ma_so_moi"), ("dinh-chinh", "ly_do"),  # told by the page of corrections
}  # fmt: skip
"""Columns whose texts pages show otherwise."""


# --- the package ------------------------------------------------------------------------------


def validated(folder: Path) -> dict[str, Any]:
    """The description of a folder's tables, when frictionless finds nothing wrong with them."""
    command = [sys.executable, "-m", "frictionless", "validate", "--json", "datapackage.json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    report = json.loads(done.stdout)
    assert report["valid"], (report["errors"], [task["errors"][:3] for task in report["tasks"]])
    described: dict[str, Any] = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert {task["name"] for task in report["tasks"]} == {resource["name"] for resource in described["resources"]}
    return described


def test_the_package_is_valid(whole: Path) -> None:
    """Types, required cells, choices, keys and references hold in every table; who made it, from what, under what."""
    described = validated(whole / "du-lieu")
    assert [resource["name"] for resource in described["resources"]] == [table.name for table in ALL]
    assert described["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert described["licenses"] == [{
        "name": "CC-BY-4.0", "title": "Creative Commons Ghi công 4.0 (CC BY 4.0)",
        "path": "https://creativecommons.org/licenses/by/4.0/",
    }]  # fmt: skip
    assert described["sources"]
    assert "created" not in described
    known = max(row["ngay_biet"] for row in rows((whole / "du-lieu/nguon.csv").read_bytes()))
    assert [int(part) for part in described["version"].split(".")] == [int(part) for part in known.split("-")]


@pytest.mark.parametrize(
    ("table", "column", "cell"),
    [
        ("so-lieu", "ma_xa", "99999"), ("so-lieu", "chi_tieu", "khong_co"), ("so-lieu", "loai", "khac"),
        ("so-lieu", "den_ngay", "31/05/2026"), ("so-lieu", "gia_tri", "1,5"), ("so-lieu", "nguon", "khong-co"),
        ("so-lieu", "vi_tri", ""), ("nhiem-vu", "loai_thoi_han", "khac"), ("xa", "ma_xa", ""),
    ],
)  # fmt: skip
def test_the_package_sees_what_is_wrong(table: str, column: str, cell: str, whole: Path, tmp_path: Path) -> None:
    """The description is not merely one that everything fulfils."""
    for name, content in tree(whole / "du-lieu").items():
        if "/" not in name:
            (tmp_path / name).write_bytes(content)
    path = tmp_path / f"{table}.csv"
    there = rows(path.read_bytes())
    there[0][column] = cell
    path.write_text(published_text(list(there[0]), [list(row.values()) for row in there]), encoding="utf-8")
    assert not Package(str(tmp_path / "datapackage.json")).validate().valid


# --- by province ------------------------------------------------------------------------------


def test_a_large_table_is_divided_by_province(whole: Path, divided: Path) -> None:
    """Its address gives the index; the parts together are the table, row by row; every page but one stays the same."""
    index = rows((divided / FIGURES.file).read_bytes())
    assert sum(int(line["so_xa"]) for line in index) == len(view().dataset.communes)
    packed = [(divided / "du-lieu" / line["tep"]).read_bytes() for line in index]
    together = [row for part in packed for row in rows(gzip.decompress(part))]
    assert sorted(row["ma_so"] for row in together) == sorted(
        row["ma_so"] for row in rows((whole / FIGURES.file).read_bytes())
    )
    assert {part[4:8] for part in packed} == {bytes(4)}, "no time stands in them"
    before, after = tree(whole), tree(divided)
    assert {name for name in before.keys() & after.keys() if before[name] != after[name]} == {
        "du-lieu/index.md", "du-lieu/so-lieu.csv", "du-lieu/datapackage.json", "du-lieu/dcat.jsonld",
        *(name for name in before if re.fullmatch(r"chi-tieu/.*/so-lieu\.json", name)),
    }  # fmt: skip
    assert before.keys() - after.keys() == {"du-lieu/excel/so-lieu.csv"}


def test_the_package_of_a_divided_table_is_valid(divided: Path) -> None:
    described = validated(divided / "du-lieu")
    names = [resource["name"] for resource in described["resources"]]
    assert {"so-lieu-quang-tri", "so-lieu-thai-nguyen", "so-lieu-chua-xac-dinh"} <= set(names)


def test_the_file_of_an_indicator_is_packed_with_the_table(whole: Path, divided: Path) -> None:
    """Its address then says where it stands."""
    for path in whole.glob("chi-tieu/*/so-lieu.json"):
        there = divided / path.relative_to(whole)
        told = json.loads(there.read_text(encoding="utf-8"))
        assert gzip.decompress((there.parent / told["tep"]).read_bytes()) == path.read_bytes()


# --- Excel's CSV ------------------------------------------------------------------------------


def as_excel(content: bytes) -> list[list[str]]:
    """The cells that Excel shows: parted by `;`, a formula that only quotes a text gives the text."""
    assert content.startswith(b"\xef\xbb\xbf")
    table = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    return [[_shown(cell) for cell in row] for row in table]


def _shown(cell: str) -> str:
    quoted = re.fullmatch(r'="((?:[^"]|"")*)"', cell)
    assert quoted or not cell.startswith(("=", "+", "-", "@", "\t")) or re.fullmatch(r"-\d+(,\d+)?", cell), cell
    return quoted[1].replace('""', '"') if quoted else cell


TEXT = FIGURES.columns.index("ghi_chu")


def of_one_text(text: str) -> bytes:
    row = ["" for _ in FIGURES.columns]
    row[TEXT] = text
    return b"".join(excel_csv.for_excel(FIGURES, [published_text(FIGURES.columns, [row]).encode()]))


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=60))
@example("01981")
@example("07/10")
@example("=1+1")
@example('="a";=b')
@example("Tháng 5/2026")
@example("-")
def test_excel_shows_any_text_as_it_is(text: str) -> None:
    """It runs nothing, and takes no text for a number or a day; a quote before a formula in mid-cell is all it adds."""
    cell = as_excel(of_one_text(text))[1][TEXT]
    assert re.sub(r"(;\s*)'(?=[=@＝＠])", r"\1", cell).removeprefix("'") == re.sub(
        r"(;\s*)'(?=[=@＝＠])", r"\1", text
    ).removeprefix("'")


@pytest.mark.parametrize(
    ("text", "kept"),
    [("01981", True), ("07/10", True), ("5/2026", True), ("1.234", True), ("98,5%", True), ("1E5", True),
     ("May 5", True), ("Tháng 5/2026", True), ("ngày 31 tháng 5 năm 2026", True), ("-", True), ("@a", True),
     ("x0001", False), ("12/BC-UBND", False), ("Quý II/2026", False), ("19405.so_to.tong.2026", False), ("Xã", False)],
)  # fmt: skip
def test_what_excel_would_change_is_quoted(text: str, kept: bool) -> None:
    assert (b'"=""' in of_one_text(text)) == kept


def test_the_excel_form_holds_the_same_cells(whole: Path) -> None:
    """Of every table: texts as they are, numbers with a comma."""
    for table in ALL:
        there = as_excel((whole / excel_csv.address(table)).read_bytes())
        plain = list(csv.reader(io.StringIO((whole / table.file).read_bytes().decode())))
        assert there[0] == plain[0]
        assert len(there) == len(plain)
        for shown, row in zip(there[1:], plain[1:], strict=True):
            for field, cell, own in zip(table.fields, shown, row, strict=True):
                same = own.replace(".", ",") if field.type == "number" else own
                assert cell.removeprefix("'") == same.removeprefix("'")


# --- workbooks --------------------------------------------------------------------------------


def sheets(content: bytes) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of each sheet, as another program reads them."""
    book = load_workbook(io.BytesIO(content))
    return {page.title: list(page.iter_rows(values_only=True)) for page in book.worksheets}


@pytest.mark.parametrize("table", ALL, ids=lambda table: table.name)
def test_a_title_is_one_that_excel_takes_for_a_sheet(table: Published) -> None:
    assert 0 < len(table.title) <= 31
    assert not set("[]:*?/\\") & set(table.title)


def test_a_workbook_holds_all_of_a_commune(whole: Path) -> None:
    """Explanations first, a sheet a table; numbers are numbers, days are days, codes keep their zeros."""
    for commune in view().dataset.communes:
        told = sheets((whole / commune.address / WORKBOOK).read_bytes())
        figures = rows((whole / commune.address / TABLE).read_bytes())
        assert list(told)[:2] == ["Giải thích", "Số liệu"]
        head, *cells = told["Số liệu"]
        assert [name for name in head if name != "ten_chi_tieu"] == list(FIGURES.columns)
        assert len(cells) == len(figures)
        for row, figure in zip(cells, figures, strict=True):
            by_name = dict(zip(head, row, strict=True))
            assert by_name["ma_xa"] == commune.code
            assert by_name["ten_chi_tieu"] == view().indicator(figure["chi_tieu"]).name
            assert by_name["gia_tri"] == (float(figure["gia_tri"]) if figure["gia_tri"] else None)
            day = dt.datetime.fromisoformat(figure["den_ngay"]) if figure["den_ngay"] else None
            assert by_name["den_ngay"] == day
        for table in HANDED:
            filled = len(list(rows_of(commune.code, table, whole)))
            assert len(told.get(table.title, [()])) - 1 == filled
        explained = {(sheet, column) for sheet, column, _ in told["Giải thích"]}
        for name, (head, *_) in list(told.items())[1:]:
            assert {(name, column) for column in head} <= explained


def rows_of(code: str, table: Published, docs: Path) -> Iterator[dict[str, str]]:
    return (row for row in rows((docs / table.file).read_bytes()) if row["ma_xa"] == code)


@given(st.lists(st.text(max_size=20), min_size=1, max_size=5))
@example(["=1+1", "<c/>", "&amp;", " a ", "x\x00y", "\ufffe", "_x000D_"])
def test_a_workbook_keeps_any_text(texts: list[str]) -> None:
    """As a text, whatever it begins with; what XML cannot hold is marked."""
    content = workbook([Sheet("Thử", [("a", "string", 9)], [(text,) for text in texts])])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [part for part in archive.namelist() if part.startswith("docProps")]
    assert content == workbook([Sheet("Thử", [("a", "string", 9)], [(text,) for text in texts])])
    (_, *there) = sheets(content)["Thử"]
    wanted = [re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", text) for text in texts]
    read = [cell or "" for (cell,) in there]
    assert [_same_breaks(text) for text in read] == [_same_breaks(text) for text in wanted]


def _same_breaks(text: str) -> str:
    """XML has one kind of line break; openpyxl reads Excel's name of a control as the control."""
    named = re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)
    return named.replace("\r\n", "\n").replace("\r", "\n")


# --- JSON -------------------------------------------------------------------------------------


def points(chains: list[dict[str, Any]], columns: list[str]) -> Iterator[dict[str, Any]]:
    """The points of series, each with what its series shares."""
    for chain in chains:
        shared = {name: value for name, value in chain.items() if name != "so_lieu"}
        yield from (shared | dict(zip(columns, point, strict=True)) for point in chain["so_lieu"])


def as_row(point: dict[str, Any], wanted: list[str]) -> tuple[str, ...]:
    usual = {"so_sanh": "=", "tinh_trang": "co"}
    return tuple("" if (value := point.get(n, usual.get(n))) is None else str(value) for n in wanted)


def test_a_commune_as_json_holds_the_same_figures(whole: Path) -> None:
    """Each figure once, in the words of the table; its documents are named."""
    wanted = list(commune_downloads.COLUMNS)
    for commune in view().dataset.communes:
        told = json.loads((whole / commune.address / JSON).read_text(encoding="utf-8"))
        figures = rows((whole / commune.address / TABLE).read_bytes())
        there = [
            (id, *as_row(point, wanted))
            for id, own in told["chi_tieu"].items()
            for point in points(own["chuoi"], told["cot"])
        ]
        assert sorted(there) == sorted((row["chi_tieu"], *(row[name] for name in wanted)) for row in figures)
        assert {row["nguon"] for row in figures} <= told["nguon"].keys()
        assert told["xa"]["ma"] == commune.code


def test_an_indicator_as_json_holds_the_figures_of_all_communes(whole: Path) -> None:
    figures = rows((whole / FIGURES.file).read_bytes())
    files = list(whole.glob("chi-tieu/*/so-lieu.json"))
    assert {path.parent.name for path in files} == {row["chi_tieu"] for row in figures}
    for path in files:
        told = json.loads(path.read_text(encoding="utf-8"))
        own = [row for row in figures if row["chi_tieu"] == told["chi_tieu"]["ma"]]
        wanted = ["ma_xa", *(name for name in commune_downloads.COLUMNS if name != "noi_dung")]
        there = [as_row(point, wanted) for point in points(told["chuoi"], told["cot"])]
        assert sorted(there) == sorted(tuple(row[name] for name in wanted) for row in own)
        assert told["xa"].keys() == {row["ma_xa"] for row in own}


# --- how it is loaded -------------------------------------------------------------------------


def recipe(docs: Path, program: str) -> str:
    """The lines that the page shows for a program."""
    page = (docs / "du-lieu/index.md").read_text(encoding="utf-8")
    found = re.search(rf'<pre class="code"[^>]*aria-label="{program}"><code>(.*?)</code></pre>', page, re.DOTALL)
    assert found
    return html.unescape(found[1])


@pytest.mark.parametrize("folder", ["whole", "divided"])
def test_python_loads_it_as_the_page_says(folder: str, request: pytest.FixtureRequest) -> None:
    """Five lines, copied from the page; only the address is that of the folder."""
    docs: Path = request.getfixturevalue(folder)
    lines = recipe(docs, "Python").replace(ADDRESS, f"{docs}/")
    assert lines.count("\n") == 5
    command = [sys.executable, "-W", "error", "-c", lines]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | {"COLUMNS": "200"})
    assert done.returncode == 0, done.stderr
    assert "gia_tri" in done.stdout
    assert len(done.stdout.splitlines()) > len(view().dataset.communes)


@pytest.mark.parametrize("folder", ["whole", "divided"])
def test_duckdb_loads_it_as_the_page_says(folder: str, request: pytest.FixtureRequest) -> None:
    docs: Path = request.getfixturevalue(folder)
    lines = recipe(docs, "DuckDB").replace(ADDRESS, f"{docs}/")
    assert lines.count("\n") == 5
    with duckdb.connect() as base:
        found = base.execute(lines).fetchall()
    asked = re.search(r"chi_tieu = '(\w+)'", lines)
    assert asked
    figures = [row for row in rows(docs_whole(docs)) if row["chi_tieu"] == asked[1]]
    assert sorted(float(row[3]) for row in found if row[3] is not None) == sorted(
        float(row["gia_tri"]) for row in figures if row["gia_tri"]
    )
    assert {type(row[2]) for row in found} <= {dt.date, type(None)}


def docs_whole(docs: Path) -> bytes:
    """All figures of a folder, from the tables of its communes."""
    own = [(docs / commune.address / TABLE).read_bytes() for commune in view().dataset.communes]
    head = own[0].split(b"\n", 1)[0] + b"\n"
    return head + b"".join(one.removeprefix(head) for one in own)


@pytest.mark.parametrize("folder", ["whole", "divided"])
def test_five_lines_for_each_program(folder: str, request: pytest.FixtureRequest) -> None:
    docs: Path = request.getfixturevalue(folder)
    page = (docs / "du-lieu/index.md").read_text(encoding="utf-8")
    assert recipe(docs, "R").count("\n") == 5
    excel = page.split("{#excel}")[1].split("{#python}")[0]
    assert excel.count("<li>") == 5


# --- catalogue and linked data ------------------------------------------------------------------


@pytest.mark.parametrize("folder", ["whole", "divided"])
def test_the_catalogue_has_what_dcat_asks_for(folder: str, request: pytest.FixtureRequest) -> None:
    """Title, description and files of every table, each with address, licence and media type; every file is there."""
    docs: Path = request.getfixturevalue(folder)
    place = f"{ADDRESS}du-lieu/dcat.jsonld"
    graph = Graph().parse(str(docs / "du-lieu/dcat.jsonld"), format="json-ld", publicID=place)
    (catalogue,) = graph.subjects(RDF.type, DCAT.Catalog)
    datasets = set(graph.objects(catalogue, DCAT.dataset))
    assert len(datasets) == len(ALL)
    for one in (catalogue, *datasets):
        assert graph.value(one, DCT.title)
        assert graph.value(one, DCT.description)
        assert graph.value(one, DCT.publisher)
    for one in datasets:
        files = set(graph.objects(one, DCAT.distribution))
        assert files
        for file in files:
            address = str(graph.value(file, DCAT.downloadURL))
            assert (docs / address.removeprefix(ADDRESS)).is_file(), address
            assert str(graph.value(file, DCT.license)).startswith("https://creativecommons.org/")
            assert graph.value(file, DCAT.accessURL)
            assert graph.value(file, DCAT.mediaType)


def linked(text: str) -> list[dict[str, Any]]:
    """What programs read of a page that MkDocs has made."""
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    return list(map(json.loads, found))


def test_pages_without_an_address_say_nothing_absolute(tmp_path: Path) -> None:
    """What these words mean needs an address."""
    compose(view_of(survey(CASES / "mot-xa"), DATE), tmp_path)
    made = [text.decode() for name, text in tree(tmp_path / DOCS).items() if name.endswith("index.md")]
    assert made
    assert not [text for text in made if "schema.org" in text]


@pytest.mark.slow
def test_every_way_is_one_that_search_engines_accept(sites: Any) -> None:
    """`BreadcrumbList` by Google's rules: two steps or more, positions from 1, a name each, and but for the last an
    absolute address that is there; on every page that shows a way, and saying the same.
    """
    site: Path = sites("real, public")
    seen = 0
    for path in sorted(site.rglob("index.html")):
        text = path.read_text(encoding="utf-8")
        shown = re.search(r'<nav class="crumbs"[^>]*>(.*?)</nav>', text, re.DOTALL)
        ways = [one for one in linked(text) if one["@type"] == "BreadcrumbList"]
        assert len(ways) == bool(shown), path
        for way in ways:
            steps = way["itemListElement"]
            assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
            assert len(steps) >= 2
            assert all(step["name"] and step["@type"] == "ListItem" for step in steps)
            assert "item" not in steps[-1]
            for step in steps[:-1]:
                assert step["item"].startswith(ADDRESS)
                assert (site / step["item"].removeprefix(ADDRESS) / "index.html").is_file()
            names = re.findall(r">([^<]+)</a>", shown[1] if shown else "")
            assert [step["name"] for step in steps[:-1]] == [html.unescape(name) for name in names]
            seen += 1
    assert seen > 100


@pytest.mark.slow
def test_what_is_offered_is_a_dataset_that_search_engines_accept(sites: Any) -> None:
    """By Google's rules: a name, a description of 50 to 5,000 letters, a licence, files that are there."""
    site: Path = sites("real, public")
    offers = {
        path.parent.relative_to(site).as_posix(): one
        for path in sorted(site.rglob("index.html"))
        for one in linked(path.read_text(encoding="utf-8"))
        if one["@type"] == "Dataset"
    }
    assert offers.keys() == {"du-lieu", *(f"{c.address}nguon-so-lieu" for c in view().dataset.communes)}
    for place, one in offers.items():
        assert one["name"]
        assert 50 <= len(one["description"]) <= 5000
        assert one["url"] == f"{ADDRESS}{place}/"
        assert one["license"].startswith("https://")
        assert one["creator"]["@type"] == "Organization"
        assert one["isAccessibleForFree"] is True
        for file in one["distribution"]:
            assert file["@type"] == "DataDownload"
            assert file["encodingFormat"]
            assert (site / file["contentUrl"].removeprefix(ADDRESS)).is_file()
        if "temporalCoverage" in one:
            first, last = one["temporalCoverage"].split("/")
            assert dt.date.fromisoformat(first) <= dt.date.fromisoformat(last)
        graph = Graph().parse(data=json.dumps(one | {"@context": {"@vocab": "https://schema.org/"}}), format="json-ld")
        assert len(graph) > 10


@pytest.mark.slow
@pytest.mark.parametrize("name", ["real", "made-up"])
def test_the_package_of_a_built_site_is_valid(name: Any, sites: Any) -> None:
    """As it is published, nothing lost on the way."""
    validated(sites(name) / "du-lieu")


def test_one_commune_has_its_three_files(whole: Path) -> None:
    """And no other data beside what its charts are drawn from."""
    for commune in view().dataset.communes:
        there = {path.name for path in (whole / commune.address / "du-lieu").iterdir()}
        assert there <= {"so-lieu.csv", "so-lieu.xlsx", "so-lieu.json", "lich-su.csv", "bieu-do.json"}
        assert there >= {"so-lieu.csv", "so-lieu.xlsx", "so-lieu.json", "lich-su.csv"}


def test_a_commune_that_has_told_nothing_has_files_all_the_same() -> None:
    empty = view_of(survey(CASES / "mot-xa"), DATE)
    (commune,) = empty.dataset.communes
    bare = replace(empty, figures=(), differences=(), dataset=replace(empty.dataset, records=()))
    made = commune_downloads.files(bare, commune)
    told = sheets(made[f"{commune.address}{WORKBOOK}"])  # type: ignore[arg-type]
    assert list(told) == ["Giải thích", "Số liệu", "Chỉ tiêu"]
    assert json.loads(made[f"{commune.address}{JSON}"])["chi_tieu"] == {}
