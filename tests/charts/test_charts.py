"""Charts: their words have room, what a reader's browser fetches is what was drawn, their numbers can be taken away."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import get_args
from unittest.mock import Mock

import altair as alt
import pytest
from composing import commune_pages
from hypothesis import given
from hypothesis import strategies as st
from support import CASES, ROOT
from told_months import year_of_fields

from generator import build
from generator.charts import draw as drawing
from generator.charts import interactive, layout
from generator.charts.cache import DAY, LARGEST, UNUSED, kept, prune
from generator.charts.draw import ACROSS, LAYERS, SAID, WIDTH, Chart, draw, filling, layered
from generator.charts.draw import Kind as ChartKind
from generator.charts.time_layers import LISTS, NUMBERS
from generator.commune.survey import survey, underway
from generator.language.value import Value
from generator.model.figure import Document, Figure, Kind, Topic, Trace
from generator.model.grouping import grouped
from generator.model.period import Period, PeriodKind
from generator.pieces import blocks
from generator.pieces.chart_words import counted
from generator.pieces.views import view_of
from generator.publishing import switch
from generator.publishing.mkdocs_site import Settings
from generator.publishing.render import chart_files, chart_shapes, charts, environment, page_text
from generator.subjects import dossiers
from generator.subjects.dossiers_by_field import by_field

pytestmark = pytest.mark.slow

DATE = dt.date(2026, 7, 1)
TEXTS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs", "Sm"]), max_size=160).map(
    lambda text: " ".join(text.split())
)
NAMED = st.lists(st.fixed_dictionaries({"label": TEXTS, "text": TEXTS, "target_text": TEXTS}), min_size=1, max_size=9)


@cache
def figures(data: Path) -> list[blocks.Figure]:
    """Every chart with its table and source on the pages of a data folder."""
    made = []
    for page in commune_pages(view_of(survey(data), DATE)):
        parts = [page.opening, *(part for section in page.sections for part in (section.blocks, section.folded))]
        made += [block for part in parts for block in part if isinstance(block, blocks.Figure)]
    return made


@cache
def of_a_year() -> list[blocks.Figure]:
    """What a year of months by field is drawn as."""
    view, commune = year_of_fields()
    made = [*dossiers.SUBJECT.charts(view, commune)]
    made += [block for section in by_field(view, commune, "") for block in section.blocks]
    return [block for block in made if isinstance(block, blocks.Figure)]


@cache
def every() -> tuple[blocks.Figure, ...]:
    """Charts of all kinds: of the project, of the made-up commune, of a year."""
    return (*figures(ROOT / "data"), *figures(CASES / "mot-xa"), *of_a_year())


def of_kind(kind: str) -> list[blocks.Figure]:
    """Those of one kind."""
    return [figure for figure in every() if figure.chart.kind == kind]


KINDS = get_args(ChartKind)
IN_ROWS = [kind for kind in KINDS if kind not in ACROSS]


@given(NAMED)
def test_words_have_room(named: list[dict[str, str]]) -> None:
    """No line is wider than the drawing, no label runs into its value, no row into the next; few words are whole."""
    placed = layout.rows(named, WIDTH)
    assert list(placed) == list(dict.fromkeys(row["label"] for row in named))
    for row in placed.values():
        for line in row.label:
            assert layout.width_of(line, layout.LABEL_SIZE) <= WIDTH
        for line in row.text:
            assert layout.width_of(line, layout.VALUE_SIZE, bold=True) <= WIDTH
        if row.label_y == row.text_y:
            beside = layout.width_of(row.label[0], layout.LABEL_SIZE) + layout.width_of(
                row.text[0], layout.VALUE_SIZE, bold=True
            )
            assert beside < WIDTH or len(row.label[0]) <= 1
        last = max(row.label_y + layout.LINE * (len(row.label) - 1), row.text_y + layout.LINE * (len(row.text) - 1))
        assert row.top < row.label_y <= last < row.y - 10 < row.bottom
        assert not row.target or row.y + 10 < row.target_y + layout.LINE * (len(row.target) - 1) < row.bottom
    assert all(one.bottom <= two.top for one, two in pairwise(placed.values()))


@given(TEXTS, st.integers(60, 300))
def test_lines_lose_no_word(text: str, width: int) -> None:
    """Wrapped text is the text, unless it ends in '…'."""
    lines = layout.wrapped(text, 13, width)
    whole = "".join(lines).replace(" ", "")
    assert whole == text.replace(" ", "") or (lines[-1].endswith("…") and len(lines) > 1)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_seen(kind: str) -> None:
    """The data of the project and the made-up commune have a chart of each kind, so that the tests below mean it."""
    assert of_kind(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_a_specification_is_one_of_vega_lite(kind: ChartKind) -> None:
    """By the schema that Altair brings, which a build does not ask again."""
    layers = LAYERS[kind]()
    for made in (layered(layers), layered([*layers, interactive._row(kind)], interactive._chosen())):
        assert alt.LayerChart.from_dict(made)


@pytest.mark.parametrize("kind", IN_ROWS)
def test_a_chart_says_what_it_shows(kind: str) -> None:
    """Who does not see it hears each number that is drawn."""
    for figure in of_kind(kind):
        for row in figure.chart.rows:
            assert row["label"] in figure.chart.alt
            assert row["said"].split(" ")[0] in figure.chart.alt


@pytest.mark.parametrize("kind", sorted(ACROSS))
def test_a_chart_over_time_says_its_message(kind: str) -> None:
    """Who does not see it hears what is drawn, and the newest; all numbers are in the table."""
    for figure in of_kind(kind):
        assert figure.below in figure.chart.alt
        assert any(row["said"].split(" ")[0] in figure.chart.alt for row in figure.chart.rows)
        assert len(figure.table.rows) >= 2
        assert len(figure.chart.legend) == len(figure.chart.looks)


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_has_its_words(kind: str) -> None:
    """The title is not said twice; who looks closer finds all words of a row's tooltip; no number is negative."""
    for figure in of_kind(kind):
        assert figure.chart.title not in figure.chart.alt
        for drawn in figure.chart.rows:
            assert all(drawn[field] for field in SAID)
        numbers = [cell.number for row in figure.table.rows for cell in row[1:] if cell.number]
        assert numbers
        assert all(float(number) >= 0 for number in numbers)


@pytest.mark.parametrize("kind", KINDS)
def test_the_browser_gets_what_was_drawn(kind: str) -> None:
    """A skeleton and its filling are what the still picture was made of, with a number and words for each row."""
    for figure in of_kind(kind):
        chart = figure.chart
        filled = json.loads(json.dumps(interactive.fillings([chart])))[chart.key]
        assert [row["number"] for row in filled["rows"]] == list(range(len(chart.rows)))
        assert [row["said"] for row in filled["rows"]] == [row["said"] for row in chart.rows]
        params = {param["name"] for param in interactive.shapes()["kinds"][filled["kind"]]["params"]}
        assert params == {*NUMBERS, *LISTS, "chosen"}
        assert params & filled.keys() >= {"low", "high"}
        if chart.kind not in ACROSS:
            assert all(0 <= row["top"] < row["y"] < row["bottom"] <= filled["height"] for row in filled["rows"])


@pytest.mark.parametrize("kind", sorted(ACROSS))
def test_a_drawing_for_every_width_keeps_its_letters(kind: str, tmp_path: Path) -> None:
    """What is drawn out is not what is read: words and dots stand at their share of the width, inside it."""
    for figure in of_kind(kind):
        drawn = ET.fromstring(draw([figure.chart], tmp_path)[figure.chart])  # noqa: S314 (drawn by us)
        assert "viewBox" not in drawn.attrib
        assert drawn.attrib["width"] == "100%"
        words = [one for one in drawn.iter() if one.tag in ("text", "circle")]
        assert words
        for inner in drawn.iter("svg"):
            if inner.attrib.get("preserveAspectRatio") == "none":
                assert {one.tag for one in inner.iter()} == {"svg", "path"}
        places = [one.get("x") or one.get("cx") for one in words]
        assert all(-1 <= float(place.removesuffix("%")) <= 100.5 for place in places if place)
        assert "NaN" not in ET.tostring(drawn, encoding="unicode")


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_not_measured_stands_where_it_did(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """To the byte, whatever Vega does with its words: a new version that rounds otherwise is seen here."""
    some = [figure.chart for figure in of_kind(kind)[:3]]
    light = drawing._drawn(some)
    drawing._skeleton.cache_clear()
    for name in ("unmeasured", "measured_back"):
        monkeypatch.setattr(drawing, name, lambda given: given)
    monkeypatch.setattr(drawing, "without_unseen", lambda given, _: given)
    assert drawing._drawn(some) == light
    drawing._skeleton.cache_clear()


def test_no_colour_is_fixed() -> None:
    """The browser's charts take their colours from the page: light and dark reach into them."""
    text = json.dumps(interactive.shapes()["kinds"])
    assert not re.search(r'"#[0-9a-f]{3,6}"', text)
    style = (ROOT / "site_src/assets/portal.css").read_text(encoding="utf-8")
    named = set(re.findall(r"var\((--\w+)\)", text))
    assert named == {
        "--ink", "--soft", "--track", "--c1", "--c3", "--aim", "--miss", "--differ", "--hatched",
    }  # fmt: skip
    assert all(f"{name}:" in style for name in named)


def test_numbers_and_days_are_vietnamese() -> None:
    """1.234,5 and 31/05/2026 are how the program writes, whatever it is asked to write."""
    shapes = interactive.shapes()
    assert (shapes["format"]["decimal"], shapes["format"]["thousands"]) == (",", ".")
    assert shapes["time"]["date"] == "%d/%m/%Y"
    assert shapes["time"]["months"][4] == "Tháng năm"


def test_each_chart_of_a_page_can_be_fetched(tmp_path: Path) -> None:
    """What a page calls its chart is in the file that its commune's pages fetch, which holds nothing else."""
    made = commune_pages(view_of(survey(CASES / "mot-xa"), DATE))
    files = chart_shapes(tmp_path)
    for place, own in grouped(made, lambda page: "/".join(page.path.split("/")[:2])).items():
        files |= chart_files(own, f"{place}/")
    named: dict[str, set[str]] = {}
    for page in (page for page in made if charts(page)):
        drawn = draw(charts(page), tmp_path)
        keys = re.findall(r'<figure class="figure" data-chart="(\w+)">', page_text(environment(), page, drawn))
        assert keys == [chart.key for chart in charts(page)]
        named.setdefault("/".join(page.path.split("/")[:2]), set()).update(keys)
    assert set(files) == {"assets/bieu-do.json", *(f"{place}/du-lieu/bieu-do.json" for place in named)}
    assert all(set(json.loads(files[f"{place}/du-lieu/bieu-do.json"])) == keys for place, keys in named.items())


def test_the_same_content_has_the_same_key() -> None:
    """A key is made of words and numbers: it stays from build to build and differs where one of them does."""
    made = [Chart("bars", "Lời", "Lời.", ({"label": "Trễ", "value": n, "text": str(n)},)) for n in (1, 1, 2)]
    assert made[0].key == made[1].key != made[2].key


def test_the_program_stands_on_its_own(tmp_path: Path) -> None:
    """It asks for nothing else, and is named after its version."""
    first = interactive.program(tmp_path)
    assert b"vegaEmbed" in first
    assert b"import " not in first[:200]
    assert re.fullmatch(r"assets/vega-\d+\.\d+\.\d+\.js", interactive.PROGRAM)


def test_what_is_kept_is_not_made_again(tmp_path: Path) -> None:
    """The second time it is read."""
    made = iter([b"one", b"two"])
    assert [kept(tmp_path / "a.svg", lambda: next(made)) for _ in range(2)] == [b"one", b"one"]


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "cut": lambda whole: whole[:-1],
    "longer": lambda whole: whole + b"x",
    "emptied": lambda _: b"",
    "zeros": lambda whole: bytes(len(whole)),
    "another picture": lambda _: b"<svg/>",
    "altered": lambda whole: whole.replace(b"<text", b"<tekt", 1),
    "one bit": lambda whole: whole[:-1] + bytes([whole[-1] ^ 1]),
}


def one() -> Chart:
    """Any chart."""
    return every()[0].chart


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_picture_is_made_again(damage: str, tmp_path: Path) -> None:
    """Whatever has happened to the file, what comes is what was made, and is kept again."""
    whole = draw([one()], tmp_path)
    (file,) = tmp_path.iterdir()
    sound = file.read_bytes()
    file.write_bytes(DAMAGE[damage](sound))
    assert draw([one()], tmp_path) == whole
    assert file.read_bytes() == sound


def test_a_picture_that_cannot_be_read_is_made_again(tmp_path: Path) -> None:
    """A link that leads nowhere stands for whatever keeps a file from being read."""
    whole = draw([one()], tmp_path)
    (file,) = tmp_path.iterdir()
    file.unlink()
    file.symlink_to(tmp_path / "gone")
    assert draw([one()], tmp_path) == whole
    assert file.is_file()


def test_a_picture_under_the_name_of_another_is_made_again(tmp_path: Path) -> None:
    """Sound, but not what this name stands for."""
    one, other = tmp_path / "a.svg", tmp_path / "b.svg"
    kept(one, lambda: b"one")
    other.write_bytes(one.read_bytes())
    assert kept(other, lambda: b"other") == b"other"


def test_charts_drawn_together_are_those_drawn_alone(tmp_path: Path) -> None:
    """To the byte, whichever stand beside it, in one process or in several."""
    wanted = list(dict.fromkeys(figure.chart for figure in every()))
    alone = [draw([chart], tmp_path / "alone")[chart] for chart in wanted]
    assert list(draw(wanted, tmp_path / "together").values()) == alone
    many = [replace(one(), title=str(number)) for number in range(41)]
    assert draw(many, tmp_path / "one") == draw(many, tmp_path / "two", jobs=2)


def aged(folder: Path, **ages: float) -> None:
    """Files of a hundred bytes that were used so many seconds ago."""
    for name, age in ages.items():
        (folder / name).write_bytes(bytes(100))
        os.utime(folder / name, (time.time() - age,) * 2)


@pytest.mark.parametrize(
    ("age", "largest", "stays"),
    [
        (UNUSED - 60, LARGEST, True),
        (UNUSED + 60, LARGEST, False),
        (DAY + 60, 100, True),
        (DAY + 60, 99, False),
        (DAY - 60, 0, True),
    ],
)
def test_a_cache_keeps_what_is_used(age: float, largest: int, stays: bool, tmp_path: Path) -> None:
    """What nothing has used for thirty days goes; in a cache that is too large, all but what was used within a day."""
    aged(tmp_path, file=age)
    prune(tmp_path, largest)
    assert (tmp_path / "file").exists() is stays


def test_of_a_large_cache_the_longest_unused_goes(tmp_path: Path) -> None:
    """And no more than must."""
    aged(tmp_path, a=5 * DAY, b=3 * DAY, c=4 * DAY, d=DAY / 2)
    prune(tmp_path, 250)
    assert {path.name for path in tmp_path.iterdir()} == {"b", "d"}
    prune(tmp_path / "none")


def test_a_build_prunes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once its pictures are drawn, whether the site is new or not."""
    monkeypatch.setattr(build, "DRAWINGS", tmp_path / "drawn")
    monkeypatch.setattr(switch, "publish", Mock(side_effect=InterruptedError))
    (tmp_path / "drawn").mkdir()
    aged(tmp_path / "drawn", old=UNUSED + 60)
    with pytest.raises(InterruptedError):
        build.build(underway(CASES / "mot-xa"), tmp_path / "site", Settings(DATE, offline=True), tell=lambda *_: None)
    assert {path.suffix for path in (tmp_path / "drawn").iterdir()} == {".svg", ".json"}


def test_what_is_read_is_used(tmp_path: Path) -> None:
    """A picture of an old build that this one shows stays."""
    draw([one()], tmp_path)
    (file,) = tmp_path.iterdir()
    os.utime(file, (0, 0))
    draw([one()], tmp_path)
    prune(tmp_path, 0)
    assert file.exists()


def figure_of(number: Decimal, decimals: int, unit: str = "%") -> Figure:
    """A figure with a value of so many printed decimals."""
    period = Period(PeriodKind.AT, None, dt.date(2026, 5, 31))
    trace = Trace(Document("bc-1"), "Mục 1", "", "00001/chi-tieu.csv", 2)
    value = Value(number, decimals=decimals)
    return Figure("1", "00001", Topic("so_tthc", ""), Kind.REPORTED, period, value, unit, trace)


@pytest.mark.parametrize(
    ("number", "decimals", "shown", "expected"),
    [
        ("2842", 0, "2.842 hồ sơ", "2842"),
        ("99.6", 2, "99,60%", "99.60"),
        ("100", 0, "từ 100%", "100"),
        ("80", 0, "80%–90%", "80"),
        ("98", 0, "7/10 tổ, 98%", "98"),
        ("316000000", 0, "316 triệu đồng", "316000000"),
        ("1274000000", 3, "1,274 tỷ đồng", "1274000000"),
        ("0", 0, "0 máy", "0"),
        ("13.5", 0, "không có số", "13.5"),
        ("66.66666666666666666666666667", 0, "66,67%", "66.666667"),
    ],
)
def test_a_number_for_programs_keeps_its_print(number: str, decimals: int, shown: str, expected: str) -> None:
    """It has the decimals of the document, and never fewer than it needs."""
    unit = "đồng" if shown.endswith("đồng") else "%"
    assert counted(figure_of(Decimal(number), decimals, unit), shown).number == expected


@given(st.decimals(0, 10**12, places=2), st.integers(-1, 4), st.sampled_from(["%", " hồ sơ", " đồng"]))
def test_a_number_for_programs_is_the_number(number: Decimal, decimals: int, unit: str) -> None:
    """Whatever is printed, the number taken away is the figure's."""
    shown = f"{number:,.2f}".translate(str.maketrans(",.", ".,")) + unit
    cell = counted(figure_of(number, decimals), shown)
    assert Decimal(cell.number) == number
    assert cell.text == shown


@pytest.mark.parametrize(
    ("values", "whole", "high", "track"),
    [((215, 133), 512, 512, 512), ((215, 133), None, 215, 0), ((215, 133), 200, 215, 0)],
    ids=["parts", "no whole", "more than the whole"],
)
def test_a_bar_fills_its_track_only_as_all_of_a_whole(
    values: tuple[int, ...], whole: int | None, high: int, track: int
) -> None:
    """The longest of some bars is not all there is; of what nobody sums up there is no track."""
    rows = [{"label": f"{n}", "text": f"{n}", "value": n} | ({"of": whole} if whole else {}) for n in values]
    made = filling(Chart("bars", "", "", tuple(rows)))
    assert (made["high"], {row["track"] for row in made["rows"]}) == (high, {track})
