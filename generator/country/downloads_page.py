"""The page of what can be taken away: every table, how it is loaded, under which licence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.country import data_catalog, data_package, edition_section, excel_csv
from generator.country.country import Country, home_crumb
from generator.country.data_package import ABOUT, TITLE
from generator.country.how_to_load import excel, recipes
from generator.country.published_table import Published
from generator.country.published_tables import FIGURES, OF_CATALOGUE, OF_COMMUNES
from generator.language.numbers import show_number
from generator.language.value import State
from generator.model.figure import Kind
from generator.pieces.blocks import Code, Grid, Items, Page, Prose, Section
from generator.pieces.downloads import FOLDER
from generator.pieces.linked_data import Offer, dataset
from generator.pieces.row_blocks import Cell, Link


def downloads(country: Country) -> Page:
    """The published data, how to load them, what their columns mean."""
    here = FOLDER
    files = [FIGURES.file] if country.parts else [FIGURES.file, excel_csv.address(FIGURES)]
    offer = Offer(TITLE, ABOUT, [*files, *(part.file for part in country.parts)], "Việt Nam")
    columns = tuple((Cell(field.name), Cell(field.words)) for field in FIGURES.fields)
    return Page(
        path=here,
        title="Dữ liệu",
        description="Tải toàn bộ số liệu của các xã.",
        crumbs=home_crumb(country, here),
        opening=(Prose("Tất cả con số trên trang, tải về không cần đăng ký.", "lead"), Prose(_counted(country))),
        sections=(
            Section("Các bảng", "tai-ve", (_tables(country, "Các bảng", OF_COMMUNES), *_more(country))),
            Section("Các bảng nói mã nghĩa là gì", "bang-ma", (), (_tables(country, "Các bảng mã", OF_CATALOGUE),),
                    f"Xem {len(OF_CATALOGUE)} bảng"),
            Section("Mở bằng Excel", "excel", (Items(tuple(map(Prose, excel(country)))),)),
            *(
                Section(f"Mở bằng {one.program}", one.id, (Code(one.program, one.text),))
                for one in recipes(country)
            ),
            edition_section.section(country),
            _licence(country),
            Section("Các cột của so-lieu.csv", "cac-cot", (), (Grid("Các cột", ("Cột", "Nghĩa là"), columns),)),
        ),
        linked=dataset(offer, here, country.site_url, country.operator),
    )  # fmt: skip


def _counted(country: Country) -> str:
    """How many rows the table of figures has, by what they are; a blank is a row too."""
    figures = country.frames.figures
    blank = int((figures.tinh_trang != State.GIVEN).sum())
    given = figures[figures.tinh_trang == State.GIVEN].loai
    computed, aimed = (int((given == kind).sum()) for kind in (Kind.COMPUTED, Kind.TARGET))
    copied = len(given) - computed - aimed
    return (
        f"Bảng số liệu có {show_number(len(figures))} dòng: {show_number(copied)} số chép từ văn bản, "
        f"{show_number(computed)} số trang tự tính, {show_number(aimed)} mục tiêu bằng số, {show_number(blank)} dòng "
        "chưa có số."
    )


def _tables(country: Country, caption: str, tables: Sequence[Published]) -> Grid:
    return Grid(caption, ("Bảng", "Cho máy", "Cho Excel"), tuple(_row(country, table) for table in tables))


def _row(country: Country, table: Published) -> tuple[Cell, ...]:
    csv = f"{table.name}.csv"
    if table is FIGURES and country.parts:
        about = f"{table.about} Chia thành {len(country.parts)} tệp nén theo tỉnh; tệp này là mục lục của chúng."
        return Cell(table.title, "", about), Cell("", "", "", Link(csv, csv)), Cell("sổ Excel của từng xã")
    opened = excel_csv.address(table).removeprefix(FOLDER)
    return Cell(table.title, "", table.about), Cell("", "", "", Link(csv, csv)), Cell("", "", "", Link(opened, opened))


def _more(country: Country) -> Iterator[Prose]:
    """What else there is: of one commune, of one indicator, for programs that gather catalogues."""
    yield Prose(
        "Số của riêng một xã (sổ Excel, CSV, JSON) ở cuối trang Nguồn số liệu của xã; của riêng một chỉ tiêu (JSON) ở "
        "cuối trang của nó.", "", Link("Các chỉ tiêu", country.link(FOLDER, "chi-tieu/")),
    )  # fmt: skip
    package, dcat = (file.removeprefix(FOLDER) for file in (data_package.FILE, data_catalog.FILE))
    yield Prose("Mô tả các bảng cho máy đọc (Data Package v2):", "", Link(package, package))
    yield Prose("Danh mục cho cổng dữ liệu mở (DCAT):", "", Link(dcat, dcat))


def _licence(country: Country) -> Section:
    """Facts belong to nobody; the compilation has the licence that its operator chose."""
    licence = country.operator.licence
    facts = (
        "Con số trong văn bản công khai là sự kiện, văn bản hành chính không ai giữ bản quyền (Luật Sở hữu trí tuệ, "
        "Điều 15): dùng tự do, nhớ ghi văn bản nguồn."
    )
    made = "Phần do trang làm ra (sưu tập, sắp xếp, mã, số tự tính, lời đối chiếu) dùng theo giấy phép"
    return Section("Giấy phép", "giay-phep", (Prose(facts), Prose(f"{made}:", "", Link(licence.name, licence.address))))
