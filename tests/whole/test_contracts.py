"""What others rely on: templates and their contexts, catalogue, command and guide, published data.

The real data of the project are looked at here; made-up data have their cases elsewhere.
"""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
import inspect
import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import Any, get_args, get_type_hints

import jinja2
import pytest
from composing import documents, pages
from jinja2 import meta, nodes
from support import ROOT, SUBJECTS

from generator.charts.draw import Chart
from generator.commune.survey import survey
from generator.comparing.differences import IMPOSSIBLE, IN_WORDS, RULES
from generator.language.vietnamese import read_date
from generator.loudspeaker import texts
from generator.model.formulas import terms
from generator.notice import notice
from generator.pieces import blocks, dot_map, drawn_tables, fact, row_blocks
from generator.pieces.downloads import FOLDER
from generator.pieces.view import View
from generator.pieces.views import view_of
from generator.publishing.by_hand import HAND_WRITTEN
from generator.publishing.render import environment, page_file, page_text

HEADER = (
    "ma_so,ma_xa,chi_tieu,phan_to,ky_in,loai_ky,tu_ngay,den_ngay,so_sanh,gia_tri,gia_tri_den,don_vi,nhu_in,"
    "tu_so,mau_so,co_so,ngoai_tru,loai,tinh_trang,don_vi_bao_cao,nguon,vi_tri,ghi_chu,giai_doan,noi_dung,ma_cha"
)
"""The public contract of so-lieu.csv, word by word."""


@cache
def view() -> View:
    return view_of(survey(ROOT / "data"), dt.date(2026, 7, 1))


@cache
def published() -> dict[str, str]:
    return {name: text for name, text in documents(view()).items() if FOLDER in name}


def table(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(published()[f"du-lieu/{name}"])))


# --- templates and contexts -------------------------------------------------------------------

CLASSES: dict[str, type[Any]] = {
    name.lower(): c
    for module in (blocks, dot_map, drawn_tables, row_blocks)
    for name, c in vars(module).items()
    if getattr(c, "__module__", "") == module.__name__ and inspect.isclass(c) and c not in (blocks.Sheet, dot_map.Look)
}
OF_PARAMETER: dict[str, set[type[Any]]] = {
    **{name: {c} for name, c in CLASSES.items()}, "a": {row_blocks.Link}, "reading": {texts.Reading},
    "sentence": {blocks.Prose}, "numbers": {blocks.Grid}, "period_table": {row_blocks.Told},
    "neighbours": {row_blocks.Link},
}  # fmt: skip
"""What a macro is given: the block of its own name; `a` takes a link, `sentence` a paragraph, `numbers` a table,
`period_table` figures of one thing,
`neighbours` the pages of a commune.
"""
SHEETS: dict[str, type[blocks.Sheet]] = {"loud.html.j2": texts.Loud}
"""The templates of light pages, each with the kind of sheet that it is given."""
NOT_SHOWN = {
    *((kind, "path") for kind in (blocks.Page, *SHEETS.values())), (blocks.Answer, "brief"),
    (dot_map.Dots, "look"), (dot_map.Linked, "look"), (dot_map.Linked, "at"), (dot_map.Key, "many"),
}  # fmt: skip
"""Where a page stands is said by its address; the short sentence of an answer is for its card; of a dot its style and
its path are shown, of a key its words, which have the count.
"""

Scope = Mapping[str, Iterable[type]]
Read = tuple[type, str]


def classes_in(annotation: Any) -> set[type]:
    """The dataclasses that a type speaks of, however deep."""
    if dataclasses.is_dataclass(annotation) and isinstance(annotation, type):
        return {annotation}
    return set[type]().union(*(classes_in(part) for part in get_args(annotation)))


def what(node: nodes.Node, scope: Scope) -> set[type]:
    """The dataclasses that an expression of a template may give."""
    if isinstance(node, nodes.Name):
        return set(scope.get(node.name, ()))
    if isinstance(node, nodes.Getattr):
        hints = [get_type_hints(owner).get(node.attr) for owner in what(node.node, scope)]
        return set[type]().union(*(classes_in(hint) for hint in hints))
    if isinstance(node, nodes.Getitem):
        return what(node.node, scope)
    return set()


def reads(node: nodes.Node, scope: Scope) -> Iterator[Read]:
    """Every attribute that a template reads, with the class it reads it from."""
    inner: Scope = scope
    if isinstance(node, nodes.Macro):
        inner = {**scope, **{arg.name: OF_PARAMETER.get(node.name, set()) for arg in node.args[:1]}}
    elif isinstance(node, nodes.For) and isinstance(node.target, nodes.Name):
        inner = {**scope, node.target.name: what(node.iter, scope)}
    elif isinstance(node, nodes.Getattr):
        owners = what(node.node, scope)
        assert owners or getattr(node.node, "name", "") in ("loop", "show", "front", "outer"), (
            f"{node.attr} of something unknown"
        )
        yield from ((owner, node.attr) for owner in owners)
    for child in node.iter_child_nodes():
        yield from reads(child, inner)


def tree_of(template: str) -> nodes.Template:
    made = environment()
    assert isinstance(made.loader, jinja2.FileSystemLoader)
    return made.parse(made.loader.get_source(made, template)[0])


GIVEN: Mapping[str, Mapping[str, set[type]]] = {
    "page.md.j2": {"page": {blocks.Page}},
    "blocks.html.j2": {},
    "preview.yml.j2": {},
    "light.html.j2": {"sheet": {blocks.Sheet, *SHEETS.values()}},
    **{name: {"sheet": {kind}} for name, kind in SHEETS.items()},
}
"""What each template is given: one context, of one class."""


@cache
def read_by_templates() -> set[Read]:
    return {read for name, given in GIVEN.items() for read in reads(tree_of(name), given)}


@pytest.mark.parametrize(("template", "given"), [(name, set(given)) for name, given in GIVEN.items()])
def test_a_template_is_given_a_page_and_nothing_else(template: str, given: set[str]) -> None:
    """No template depends on a name that nobody gives it."""
    assert meta.find_undeclared_variables(tree_of(template)) == given


def test_what_templates_read_exists() -> None:
    """Every attribute read is a field or a property of the dataclass it is read from."""
    owners = {owner for owner, _ in read_by_templates()}
    fields = {(c, field.name) for c in owners for field in dataclasses.fields(c)}
    properties = {
        (c, name) for c in owners for name, member in vars(c).items() if isinstance(member, property | cached_property)
    }
    assert read_by_templates() - fields - properties == set()


def test_what_exists_is_shown() -> None:
    """Every field of every block is used by a template: nothing is composed in vain."""
    classes = {*CLASSES.values(), *SHEETS.values(), texts.Reading} - {blocks.Sheet}
    fields = {(c, field.name) for c in classes for field in dataclasses.fields(c)}
    assert fields - read_by_templates() == NOT_SHOWN


LIGHT: Mapping[str, dict[str, set[type[Any]]]] = {
    "board.html.j2": {"sheet": {notice.Board}},
    "boards.html.j2": {"sheet": {notice.Boards}},
}
"""The templates of light pages, each with what it is given."""
BODIES: Mapping[str, dict[str, set[type[Any]]]] = {
    "board_body.html.j2": {"notice": {notice.Board}, "told": {fact.Fact}},
}
"""The macros that light pages share, each with what it is given first."""
NOT_PRINTED = {"path", "tells"}


@pytest.mark.parametrize("template", LIGHT)
def test_a_light_page_reads_what_its_sheet_has(template: str) -> None:
    """Every attribute that a light page reads exists; every field of its sheet is shown, but where it stands."""
    (sheet,) = LIGHT[template]["sheet"]
    read = {*reads(tree_of("light.html.j2"), LIGHT[template]), *reads(tree_of(template), LIGHT[template])}
    for body, given in BODIES.items():
        OF_PARAMETER.update(given)
        read |= {*reads(tree_of(body), {})}
    named = {(owner, name) for owner, name in read if dataclasses.is_dataclass(owner)}
    assert all(name in {field.name for field in dataclasses.fields(owner)} for owner, name in named)
    shown = {name for _, name in read}
    assert {field.name for field in dataclasses.fields(sheet)} - shown <= NOT_PRINTED


def test_a_folded_chart_is_drawn() -> None:
    """A chart is in the page also where it waits behind a line that opens it."""
    figure = blocks.Figure(Chart("bars", "Lời", "Lời", ()), blocks.Grid("Bảng", ("", ""), ()), "Nguồn")
    page = blocks.Page("x/", "Trang", "", sections=(blocks.Section("Phần", "phan", (), (figure,)),))
    assert "<svg/>" in page_text(environment(), page, {figure.chart: "<svg/>"})


# --- catalogue --------------------------------------------------------------------------------


def test_an_indicator_explains_itself() -> None:
    """Name, unit, question and origin; a rate says what it is a share of; formulas use what exists."""
    catalogue = view().dataset.catalogue.indicators
    counted = {figure.topic.indicator for figure in view().figures if figure.has_value}
    for id, indicator in catalogue.items():
        assert indicator.name, id
        assert indicator.question.endswith("?"), id
        assert indicator.basis, id
        assert indicator.subject in SUBJECTS, id
        assert indicator.unit or id not in counted, id
        assert indicator.base or indicator.unit != "%", id
        assert set().union(*(terms(formula) for formula in indicator.formulas)) <= set(catalogue), id


def test_relations_are_between_indicators() -> None:
    """What hangs together is in the catalogue."""
    relations = view().dataset.catalogue.relations
    named = {r.whole for r in relations} | {part for r in relations if r.kind != "tong_phan_to" for part in r.parts}
    assert named - {""} <= set(view().dataset.catalogue.indicators)


def test_the_country_is_complete() -> None:
    """34 provinces, 28 of them provinces and 6 cities; 3,321 communes by kind; codes are text, once."""
    with (ROOT / "data/danh-muc/don-vi-hanh-chinh.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    kinds = Counter(row["loai"] for row in rows)
    assert kinds == {"tinh": 28, "thanh_pho": 6, "xa": 2621, "phuong": 687, "dac_khu": 13}
    codes = [row["ma"] for row in rows]
    assert len(set(codes)) == len(codes) == 34 + 3321
    assert {"01", "01981"} <= set(codes)
    for row in rows:
        assert row["ma"].isdecimal()
        assert (len(row["ma"]), row["ma_tinh"] in codes) == ((5, True) if row["ma_tinh"] else (2, False))


# --- command and rules ------------------------------------------------------------------------


def test_every_rule_is_in_words() -> None:
    """Each rule on figures has a name and a sentence for readers, in the order in which the rules first use them."""
    sources = [inspect.getsource(rule) for rule in (*IMPOSSIBLE, *RULES)]
    found = dict.fromkeys(code for source in sources for code in IN_WORDS if f'"{code}"' in source)
    assert list(found) == list(IN_WORDS)
    assert all(rule.__doc__ for rule in RULES)
    assert all(name and sentence.endswith(".") for name, sentence in IN_WORDS.values())
    quality = next(page for page in pages(view()) if page.path == "chat-luong-so-lieu/")
    assert all(repr(name) in repr(quality) and sentence in repr(quality) for name, sentence in IN_WORDS.values())


# --- published data and addresses -------------------------------------------------------------


def test_the_header_is_the_contract() -> None:
    """so-lieu.csv of the site and of each commune starts with exactly the promised columns."""
    tables = [text for name, text in published().items() if name.endswith("/so-lieu.csv") and "/excel/" not in name]
    assert len(tables) == 1 + len(view().dataset.communes)
    assert {text.splitlines()[0] for text in tables} == {HEADER}


def test_the_package_describes_the_tables() -> None:
    """datapackage.json names each table's columns in order; numbers are numbers, keys hold."""
    resources = {
        resource["name"]: resource for resource in json.loads(published()["du-lieu/datapackage.json"])["resources"]
    }
    rows = {name: table(resource["path"]) for name, resource in resources.items()}
    assert {f"du-lieu/{r['path']}" for r in resources.values()} == {
        n for n in published() if n.startswith("du-lieu/") and n.endswith(".csv") and "/excel/" not in n
    }
    for name, resource in resources.items():
        schema = resource["schema"]
        header = published()[f"du-lieu/{resource['path']}"].partition("\n")[0]
        assert [field["name"] for field in schema["fields"]] == header.split(",")
        assert all(field["description"] for field in schema["fields"])
        numbers = [field["name"] for field in schema["fields"] if field["type"] == "number"]
        assert all(float(row[column]) >= 0 for row in rows[name] for column in numbers if row[column])
        if key := schema.get("primaryKey"):
            values = [tuple(row[column] for column in key) for row in rows[name]]
            assert len(set(values)) == len(values)
        for foreign in schema.get("foreignKeys", ()):
            there = foreign["reference"]
            known = {tuple(row[column] for column in there["fields"]) for row in rows[there["resource"]]}
            assert {tuple(row[column] for column in foreign["fields"]) for row in rows[name]} <= known


CODES = {
    "loai_ky": {"thoi_diem", "trong_ky", "luy_ke"},
    "so_sanh": {"=", ">=", ">", "<=", "<", "khoang"},
    "loai": {"bao_cao", "tinh_lai", "muc_tieu", "nhu_cau", "phan_bo"},
    "tinh_trang": {"co", "chua_co", "khong_luong_hoa"},
}


@pytest.mark.parametrize("column", CODES)
def test_codes_are_the_promised_ones(column: str) -> None:
    """A coded column holds the words of the contract and no other, in a form that a reader can parse."""
    assert {row[column] for row in table("so-lieu.csv")} <= CODES[column]


def test_a_value_is_there_or_said_to_be_missing() -> None:
    """A figure has a number exactly where its state says so: blank is not zero."""
    for figure in table("so-lieu.csv"):
        assert (figure["gia_tri"] != "") == (figure["tinh_trang"] == "co"), figure["ma_so"]


def test_every_figure_has_its_document() -> None:
    """The source exists, the place is named, and nothing reported is later than the document can know."""
    known = {(row["ma_xa"], row["nguon"]): read_date(row["ngay_biet"]) for row in table("nguon.csv")}
    for figure in table("so-lieu.csv"):
        latest = known[figure["ma_xa"], figure["nguon"]]
        assert latest
        assert figure["vi_tri"]
        measured = figure["loai"] == "bao_cao" and figure["den_ngay"]
        assert not measured or dt.date.fromisoformat(figure["den_ngay"]) <= latest, figure["ma_so"]


def test_differences_point_at_figures() -> None:
    """khac-biet.csv names rules that are explained and figures that are published."""
    ids = {row["ma_so"] for row in table("so-lieu.csv")}
    for row in table("khac-biet.csv"):
        assert row["quy_tac"] in IN_WORDS
        assert set(filter(None, row["so_lieu"].split(" | "))) <= ids


BELOW = ("", *(f"{subject}/" for subject in SUBJECTS), "nguon-so-lieu/", "theo-luat/")
EVERYWHERE = (
    "", "danh-sach/", "chi-tieu/", "chat-luong-so-lieu/", "phuong-phap/", "thuat-ngu/", "huong-dan/", "du-lieu/",
    "gioi-thieu/",
)  # fmt: skip


def test_the_addresses_are_there() -> None:
    """Every address of the contract has a page; the indicator of every figure has its own."""
    there = {page.path for page in pages(view())}
    there |= {path.parent.relative_to(HAND_WRITTEN).as_posix() + "/" for path in HAND_WRITTEN.rglob("index.md")}
    communes = view().dataset.communes
    wanted = {*EVERYWHERE, *(f"{c.province_slug}/" for c in communes)}
    wanted |= {f"{commune.address}{below}" for commune in communes for below in BELOW}
    wanted |= {f"chi-tieu/{figure.topic.indicator}/" for figure in view().figures}
    wanted |= {f"{c.address}nguon-so-lieu/{row['nguon']}/" for c in communes for row in view().records(c, "nguon")}
    assert wanted - there == set()
    assert {"quang-tri/vinh-thuy-19405/", "thai-nguyen/vinh-thong-01981/", "chua-xac-dinh/hoang-son-x0001/"} <= there
    assert page_file("a/b/") == "a/b/index.md"
