"""Edges of the named numbers of rows, of lists that fold, and of what is added up."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace
from typing import Any
from unittest import mock

from edges import Edge
from edges_of_time import COMMUNE, _months
from figures import figure
from officer import catalogue

from generator.charts.spark import spark
from generator.country import quality_page
from generator.figures import accumulated
from generator.figures.series import series
from generator.language.compounds import together
from generator.language.content_mark import short_code
from generator.model.dataset import Dataset
from generator.model.figure import Figure, Standing
from generator.model.period import Period, PeriodKind
from generator.pages import all_periods, commune_page, commune_quality, source_pages, subject_pages
from generator.pieces import charted, flow_over_time, intervals, late_over_time, over_time, time_words, two_years
from generator.pieces.blocks import Figure as Drawing
from generator.pieces.blocks import Prose
from generator.pieces.flow_over_time import _Told
from generator.pieces.moments import Moment
from generator.pieces.row_blocks import Row, Rows, Told
from generator.pieces.view import View
from generator.subjects import dossiers_by_field, promised_levels

YEAR = Period(PeriodKind.WITHIN, dt.date(2020, 1, 1), dt.date(2020, 12, 31))


def _view(figures: list[Figure]) -> View:
    return View(Dataset(catalogue(), (COMMUNE,), (), 0), figures, (), (), dt.date(2026, 7, 1))


def _lines_of_communes(count: int) -> int:
    """How many lines the page of quality has for so many communes of one province."""
    commune = SimpleNamespace(code="15910", name="Xã", address="a/", province_slug="thanh-hoa")
    country: Any = SimpleNamespace(
        communes=[SimpleNamespace(is_empty=False, commune=commune)] * count, frames=None, link=lambda *_: ""
    )
    with (
        mock.patch.multiple(quality_page, in_order=list, where=lambda _: ""),
        mock.patch.multiple("generator.country.quality_page.frame", differing=lambda _: {}, copied=lambda _: {}),
    ):
        (section,) = quality_page._places(country, "")
    return len(section.blocks[0].rows)  # type: ignore[union-attr]


def _tables(parts: int) -> int:
    """How many tables so many parts of an indicator have."""
    figures = [figure("a", 1, phan_to=f"p{number}") for number in range(parts)]
    with mock.patch.multiple(
        all_periods, label=lambda _, one: one.topic.breakdown, lines=mock.DEFAULT, _beside=mock.DEFAULT
    ):
        return len(list(all_periods._tables(mock.Mock(many_things=()), COMMUNE, "", figures)))


def _names_documents(count: int) -> bool:
    view: Any = mock.Mock(records=lambda *_: ["x"] * count)
    with mock.patch.multiple(
        commune_page, newest_of=lambda *_: None, source_name=lambda *_: "x",
        kind_of=lambda _: "xã", subject_path=lambda *_: "",
    ):  # fmt: skip
        return "xã: x" in str(commune_page._documents(view, mock.Mock()))


def _passport_pages(count: int) -> list[int]:
    """On which pages of their document so many figures are told, the first and the last."""
    figures = [figure("a", number) for number in range(count)]
    view = View(Dataset(catalogue(), (), (), 0), figures, (), (), dt.date(2026, 7, 1))
    return [view.passports_on(one) for one in (figures[0], figures[-1])]


def _folds_kinds(count: int) -> bool:
    """Whether the second kind of so many differences, the first of which has one, waits behind a line."""
    told = [SimpleNamespace(rule="hai-nguon"), *[SimpleNamespace(rule="hai-muc-tieu")] * (count - 1)]
    view: Any = SimpleNamespace(differences=told, readings=())
    with mock.patch.object(commune_quality, "_row", return_value=Row("a", ())):
        _, second = commune_quality._differences(view, COMMUNE, "")
    return bool(second.folded)


def _folds_years(count: int) -> bool:
    """Whether the older year of so many documents, one of which is of the newest, waits behind a line."""
    rows = [{"nguon": "a", "ngay": "2026"}, *[{"nguon": "b", "ngay": "2025"}] * (count - 1)]
    view: Any = SimpleNamespace(of=lambda _: (), records=lambda *_: rows)
    with mock.patch.multiple(source_pages, month=lambda row: row["ngay"], _document=lambda *_: Prose("a")):
        _, second = source_pages.documents(view, COMMUNE, "")
    return bool(second.folded)


def _open_rows(left: int) -> int:
    """How many of nine rows stand open where so many still may."""
    section = subject_pages._group("Nhóm", "nhom", (Rows((Row("a", ()),) * 9),), left)
    return sum(len(block.rows) for block in section.blocks if isinstance(block, Rows))


def _aims(count: int) -> int:
    """How many of so many targets of one year are drawn."""
    year: dict[str, Any] = {"tu_ngay": "2020-01-01", "den_ngay": "2020-12-31", "don_vi": "%", "loai": "muc_tieu"}
    targets = [figure("ty_le_dung_han", 99 - number, **year) for number in range(count)]
    view: Any = SimpleNamespace(targets_of=lambda _: [SimpleNamespace(target=target) for target in targets])
    shown = [Moment(one.period, one) for one in _months(3, lambda _: 5)]
    return len(late_over_time._aims(view, COMMUNE, "ty_le_dung_han", shown))


def _two_years(months: int) -> bool:
    """Whether two years that both tell so many months are drawn beside each other."""
    every = _months(24, lambda at: at + 1, "ho_so_tiep_nhan")
    view = _view([*every[:months], *every[12 : 12 + months]])
    with mock.patch.multiple(two_years, documents=_nothing, origin=_nothing):
        return bool(two_years.against_last_year(view, COMMUNE, "ho_so_tiep_nhan", "hồ sơ"))


def _nothing(*_: object) -> str:
    return ""


def _stretches(count: int) -> int:
    """How many of so many values, each over its own stretch of time, are drawn."""
    view = _view(_months(count, lambda at: at + 1, "ho_so_tiep_nhan"))
    with (
        mock.patch.multiple(
            intervals,
            documents=_nothing,
            origin=_nothing,
            source_name=_nothing,
            _explained=lambda *_: (),
        ),
        mock.patch.object(View, "source", return_value=None),
    ):
        drawing, *_ = intervals.intervals(view, COMMUNE, "ho_so_tiep_nhan")
    assert isinstance(drawing, Drawing)
    return len(drawing.chart.rows)


def _fields(months: int, fields: int = 1) -> tuple[int, int]:
    """How many fields of work are drawn, and how many months of the first, of so many fields that tell so many."""
    names = [f"Lĩnh vực {number}" for number in range(fields)]
    every = [one for name in names for one in _months(months, float, "ho_so_da_giai_quyet", phan_to=name)]
    with mock.patch.multiple(dossiers_by_field, documents=_nothing, origin=_nothing, _all_of=mock.DEFAULT):
        made = dossiers_by_field.fields_over_time(_view(every), COMMUNE, ())
    if not made:
        return 0, 0
    assert isinstance(made[0], Drawing)
    return len(made[0].chart.rows), len(made[0].chart.rows[0]["points"])


def _columns_a_year(count: int) -> bool:
    """Whether the table of so many months has a column a year."""
    figures = _months(count, lambda at: at + 1)
    (row,) = series(figures)
    with mock.patch.multiple(time_words, documents=_nothing, source_line=_nothing):
        (drawing,) = over_time.over_time(_view(figures), COMMUNE, row)
    return drawing.table.head != ("Kỳ", "Số liệu")


def _folds_rows(count: int) -> bool:
    """Whether some of so many rows of a subject wait behind a line."""
    view: Any = mock.Mock(of=lambda _: [figure("a", 1)], subjects={"a": SimpleNamespace(groups=())})
    view.indicator.return_value = SimpleNamespace(subject="a")
    subject: Any = SimpleNamespace(id="a", planned=(), apart=lambda _: False)
    given = iter([(Rows((Row("a", ()),) * count),), ()])
    with mock.patch.multiple(subject_pages, rows=lambda *_: next(given), pick=lambda *_, **__: []):
        (section,) = subject_pages._figures(view, COMMUNE, "", subject)
    return bool(section.folded)


def _flow(count: int) -> int:
    """How many of so many months of a flow are drawn."""
    every = [Moment(one.period, one) for one in _months(count, lambda _: 5)]
    share = SimpleNamespace(indicators=["a"], name="a")
    flow: Any = SimpleNamespace(gone=[share], arrived=[share], shares=(), unit="hồ sơ")
    with mock.patch.multiple(
        flow_over_time, months=lambda *_: every,
        _read=lambda _, one, __: _Told(one, {"a": one.figure.number}, one.figure),
        _drawn=lambda *_: (), _title=_nothing, _words=lambda *_: (), origin=_nothing,
    ):  # fmt: skip
        made = flow_over_time.flow_over_time(_view([]), COMMUNE, flow)
    return len(made[0].table.rows) if made else 0


def _bars(count: int) -> bool:
    """Whether so many rates beside their targets are a table of bars."""
    result = figure("ty_le_dung_han", 90, don_vi="%")
    one: Any = SimpleNamespace(target=figure("ty_le_dung_han", 95, don_vi="%"), result=result, status="")
    view: Any = mock.Mock()
    view.indicator.return_value = SimpleNamespace(name="a")
    with mock.patch.multiple(charted, nearest=lambda _: [one] * count, _bullet=mock.DEFAULT, source_line=_nothing):
        return bool(charted.on_target(view, COMMUNE, ()))


def _levels(count: int) -> bool:
    """Whether a share with so many levels, one a year, is drawn."""
    share = {"don_vi": "%", "loai": "muc_tieu"}
    years = [{"tu_ngay": f"{2026 + n}-01-01", "den_ngay": f"{2026 + n}-12-31", **share} for n in range(count)]
    result = figure("ty_le_dung_han", 90, don_vi="%")
    standings = [Standing(figure("ty_le_dung_han", 90 + n, **cells), result, "") for n, cells in enumerate(years)]
    return bool([*promised_levels._ways(standings)])


def _ways(count: int) -> int:
    """How many of so many shares with levels are drawn."""
    result = figure("ty_le_dung_han", 90, don_vi="%")
    way = promised_levels._Way(result, "", [figure("ty_le_dung_han", 95, don_vi="%", loai="muc_tieu")])
    with mock.patch.multiple(promised_levels, _ways=lambda _: [way] * count, documents=_nothing, origin=_nothing):
        (made,) = promised_levels.promised_levels(_view([]), COMMUNE)
    assert isinstance(made, Drawing)
    return len(made.chart.rows)


_TOLD = Told("a", "1", "", "co", "tháng 1", None)

EDGES: dict[str, Edge] = {
    "charts.spark.FEWEST": Edge(lambda count: bool(spark(range(count))), {2: False, 3: True, 4: True}),
    "charts.spark._MOST": Edge(lambda count: spark(range(count)).count("M"), {35: 35, 36: 36, 37: 36}),
    "country.quality_page._NAMED": Edge(_lines_of_communes, {59: 59, 60: 60, 61: 1}),
    "figures.accumulated.FEWEST": Edge(
        lambda count: accumulated.summed(_months(count, lambda _: 5), YEAR) is not None, {1: False, 2: True, 3: True}
    ),
    "figures.accumulated._NAMED": Edge(
        lambda count: "tháng khác" in accumulated.without([YEAR] * count), {2: False, 3: False, 4: True}
    ),
    "language.compounds._LONGEST_RUN": Edge(
        lambda letters: "\u00a0" in together(f"12 {'a' * (letters - 3)}"), {17: True, 18: True, 19: False}
    ),
    "pages.all_periods.OPEN": Edge(
        lambda count: bool(all_periods._year("a", 1, "a", [_TOLD] * count).folded), {11: False, 12: False, 13: True}
    ),
    "pages.all_periods._FEW_PARTS": Edge(_tables, {2: 2, 3: 3, 4: 1}),
    "pages.commune_page._NAMED": Edge(_names_documents, {2: True, 3: True, 4: False}),
    "pages.commune_quality._OPEN": Edge(_folds_kinds, {11: False, 12: False, 13: True}),
    "pages.source_pages._OPEN": Edge(_folds_years, {11: False, 12: False, 13: True}),
    "pages.subject_pages._FEWEST": Edge(_open_rows, {3: 0, 4: 4, 5: 5}),
    "pieces.late_over_time._MOST_AIMS": Edge(_aims, {1: 1, 2: 2, 3: 2}),
    "language.content_mark._LENGTH": Edge(lambda one: len(short_code(one)), {"a": 9, "b": 9}),
    "pieces.view.PASSPORTS": Edge(_passport_pages, {39: [0, 0], 40: [0, 0], 41: [1, 2], 80: [1, 2], 81: [1, 3]}),
    "pieces.two_years._FEWEST": Edge(_two_years, {2: False, 3: True, 4: True}),
    "pages.subject_pages.OPEN": Edge(_folds_rows, {8: False, 9: False, 10: True}),
    "pieces.charted._FEWEST": Edge(_bars, {1: False, 2: True, 3: True}),
    "pieces.flow_over_time._FEWEST": Edge(_flow, {1: 0, 2: 2, 3: 3}),
    "pieces.flow_over_time._MOST": Edge(_flow, {5: 5, 6: 6, 7: 6}),
    "pieces.intervals._MOST": Edge(_stretches, {7: 7, 8: 8, 9: 8}),
    "pieces.time_words._LONG": Edge(_columns_a_year, {13: False, 14: False, 15: True}),
    "subjects.dossiers_by_field._FEWEST_MONTHS": Edge(_fields, {2: (0, 0), 3: (1, 3), 4: (1, 4)}),
    "subjects.dossiers_by_field._MOST_MONTHS": Edge(_fields, {11: (1, 11), 12: (1, 12), 13: (1, 12)}),
    "subjects.dossiers_by_field._MOST_PANELS": Edge(
        lambda count: _fields(3, count), {8: (8, 3), 9: (9, 3), 10: (9, 3)}
    ),
    "subjects.promised_levels._FEWEST": Edge(_levels, {1: False, 2: True, 3: True}),
    "subjects.promised_levels._MOST": Edge(_ways, {2: 2, 3: 3, 4: 3}),
    "pieces.view.SHOWN": Edge(
        lambda count: len(list(_view([])._many(_months(count, lambda _: 5)))), {2: 0, 3: 0, 4: 1}
    ),
}  # fmt: skip
