"""The groups of the movement for digital literacy: how far each is, beside the steps of the national plan and where it
stood before.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal

from generator.charts.draw import Chart
from generator.language.numbers import show_number
from generator.language.value import Value
from generator.language.vietnamese import committee, kind_of, show_date, stopped
from generator.model import choices
from generator.model.commune import Commune
from generator.model.figure import MEASURED, Kind, Topic
from generator.model.figure import Figure as Number
from generator.model.figure_words import counted as as_counts
from generator.model.grouping import grouped
from generator.pieces.addresses import anchor
from generator.pieces.blocks import Block, Figure, Grid, Notice, Prose, Section
from generator.pieces.chart_words import counted, documents, levels, row, sentence, table_of
from generator.pieces.document_links import figure_link
from generator.pieces.document_names import agency
from generator.pieces.moments import called
from generator.pieces.over_time import over_time
from generator.pieces.picking import with_value
from generator.pieces.row_blocks import Blanks, Cell
from generator.pieces.shown import NO_DAY, period, value
from generator.pieces.time_words import origin
from generator.pieces.view import View
from generator.reading.values import read

RATE = "bdhvs_ty_le"
COUNTS: Mapping[str, str] = {
    "bdhvs_doi_tuong": "Số người", "bdhvs_da_hoc": "Đã học", "bdhvs_hoan_thanh": "Đã hoàn thành",
    RATE: "Tỷ lệ (tự tính)",
}  # fmt: skip
_PRINTED_RATE = "Tỷ lệ (văn bản in)"
_OWED = "Cần {} bổ sung."


def groups(view: View, commune: Commune, here: str) -> Iterator[Section]:
    """The four national groups and the confirmations, then other groups as printed; blanks said as blanks."""
    own = [f for f in view.of(commune) if f.topic.indicator in COUNTS and f.kind in MEASURED]
    if not own:
        return
    title, id = "Bốn nhóm của phong trào và xác nhận trên điện thoại", "bon-nhom"
    reports = sorted(grouped(own, lambda f: (f.source, f.period.end)).values(), key=lambda r: r[0].day, reverse=True)
    telling = [report for report in reports if with_value(report)]
    if not telling:
        notes = (dict.fromkeys(f.trace.note for f in report if f.trace.note) for report in reports)
        said = " ".join(map(stopped, next(filter(None, notes), {})))
        text = f"Chưa có số người học và hoàn thành của nhóm nào. {said}".rstrip()
        notice = Notice("Bốn nhóm và xác nhận trên điện thoại: chưa có số người", text, "missing")
        yield Section(title, id, (notice, *_blank(own)))
        return
    drawn = _steps(view, commune, telling[0])
    elsewhere = view.long_told(commune)
    kept = [[f for f in report if f.topic.indicator not in elsewhere] for report in reports if report is not telling[0]]
    others: list[list[Number]] = [] if drawn else [telling[0]]
    others += [report for report in kept if report]
    tables = [_grid(view, commune, here, report) for report in others]
    note = f"Kế hoạch quốc gia chia bốn nhóm và đếm số người được xác nhận trên VNeID. {_silent(telling[0], commune)}"
    first, later = (drawn, tables) if drawn else (tables[:1], tables[1:])
    yield Section(title, id, (Prose(note.strip()), *first), tuple(later), "Xem các báo cáo khác")


def _blank(own: Sequence[Number]) -> Iterator[Blanks]:
    """The groups that reports leave blank, in one sentence an agency."""
    for owed, figures in grouped(own, lambda f: f.reporter and agency(f.reporter)).items():
        by_group = grouped(figures, lambda f: f.topic.breakdown)
        names = (
            (choices.GROUPS.get(group, group), tuple(anchor(f.id) for f in blank)) for group, blank in by_group.items()
        )
        yield Blanks(tuple(names), owed)


def _silent(report: Sequence[Number], commune: Commune) -> str:
    """National groups of which a report tells nothing, in one sentence."""
    told = {figure.topic.breakdown for figure in with_value(report)}
    names = [words for group, words in choices.GROUPS.items() if group not in told]
    return f"Chưa có số: {'; '.join(names)}. {_OWED.format(committee(commune.name))}" if names else ""


def _named(report: Sequence[Number]) -> dict[str, str]:
    """The groups of a report by their words, the national ones first."""
    others = {f.topic.breakdown: f.topic.breakdown for f in report if f.topic.breakdown not in choices.GROUPS}
    return {**choices.GROUPS, **others}


def _steps(view: View, commune: Commune, report: Sequence[Number]) -> list[Block]:
    """Each group's rate as a bar, the national steps as ticks, its earlier position as a ring; nothing where there is
    none. What is computed from people speaks before what is printed.
    """
    found = [f for f in report if f.topic.indicator == RATE and f.has_value and f.id not in view.impossible]
    rates = {f.topic.breakdown: f for f in sorted(found, key=lambda f: f.kind is Kind.COMPUTED)}
    if not rates:
        return []
    steps = national_steps(view)
    names = _named(report)
    rows, told = [], []
    earlier = {group: _before(view, commune, rate) for group, rate in rates.items()}
    for group, rate in rates.items():
        aims = steps.get(group, {})
        before = earlier[group]
        said = f"{value(rate)} ({as_counts(rate)} người)" if rate.is_ratio else value(rate)
        more = f"trước đó {', '.join(f'{value(f)} ({called(f.period)})' for f in before)}" if before else ""
        aimed = _aimed(aims)
        told.append((names[group], "; ".join(filter(None, (said, more, aimed)))))
        rows.append(row(
            label=names[group], value=rate.number, text=value(rate), name=names[group], target_text=aimed,
            targets=sorted({float(aim) for aim in aims.values()}), before=[float(f.number) for f in before],
            said="; ".join(filter(None, (said, more, aimed))), period=period(rate),
            source=documents(view, commune, [rate, *before]),
        ))  # fmt: skip
    top = max(rates.values(), key=lambda rate: rate.number)
    title = f"Học xong nhiều nhất: {names[top.topic.breakdown].lower()}, {value(top)} ({called(top.period)})"
    below = _whose({rate.kind for rate in rates.values()})
    legend = [f"kết quả của {kind_of(commune.name)}", "mức cả nước đặt ra", "kết quả trước đó"]
    chart = Chart(
        "steps", title, f"{below} {sentence(told)}", tuple(rows), tuple(legend[: 3 if any(earlier.values()) else 2])
    )
    used = [figure for rate in rates.values() for figure in (rate, *earlier[rate.topic.breakdown])]
    return [Figure(chart, _table(report, names), origin(view, commune, used), below=below)]


def _aimed(aims: Mapping[str, Decimal]) -> str:
    """The national steps in words, '' where there is none."""
    said = levels((year, f"{show_number(aims[year])}%") for year in sorted(aims))
    return f"cả nước: {said}" if said else ""


def _whose(kinds: Collection[Kind]) -> str:
    """What the rates are, and who computed them."""
    if Kind.COMPUTED not in kinds:
        return "Tỷ lệ hoàn thành của từng nhóm như văn bản in, không kèm số người."
    also = "; nhóm không có số người thì theo tỷ lệ văn bản in" if Kind.REPORTED in kinds else ""
    return f"Cứ 100 người thuộc diện học của nhóm thì bao nhiêu đã hoàn thành; trang tự tính từ số người{also}."


def _before(view: View, commune: Commune, rate: Number) -> list[Number]:
    """Where a group stood a year before, or else when it was first told."""
    found = [
        point.figure for row in view.series_of(commune) if row.topic == rate.topic and row.kind is rate.kind
        for point in row.points if point.figure and point.period.order < rate.period.order
    ]  # fmt: skip
    year = [figure for figure in found if figure.period == rate.period.year_before]
    return (year or found)[:1]


def _table(report: Sequence[Number], names: Mapping[str, str]) -> Grid:
    by_cell = {(f.topic.breakdown, _column(f)): f for f in report}
    columns = [name for name in (*COUNTS.values(), _PRINTED_RATE) if _has_column(name, {c for _, c in by_cell})]
    rows: list[tuple[str, *tuple[Cell, ...]]] = []
    for group, words in names.items():
        cells = {name: by_cell.get((group, name)) for name in columns}
        if any(cells.values()):
            owed = group in choices.GROUPS
            rows.append((words, *(_cell(cell, owed=owed and name != _PRINTED_RATE) for name, cell in cells.items())))
    return table_of("Người học, người hoàn thành", ("Nhóm", *columns), rows)


def _column(figure: Number) -> str:
    printed = figure.topic.indicator == RATE and figure.kind is Kind.REPORTED
    return _PRINTED_RATE if printed else COUNTS[figure.topic.indicator]


def _has_column(name: str, told: Collection[str]) -> bool:
    """Whether a table has a column: a printed rate only where there is one, a computed one unless only that is told."""
    if name == _PRINTED_RATE:
        return name in told
    return name != COUNTS[RATE] or name in told or _PRINTED_RATE not in told


def _grid(view: View, commune: Commune, here: str, report: Sequence[Number]) -> Grid:
    """A report, a group a line."""
    link, end = figure_link(view, commune, here, report[0]), report[0].period.end
    name = f"{link.text if link else ''}, {f'số liệu đến {show_date(end)}' if end else NO_DAY}"
    table = _table(report, _named(report))
    return Grid(name, table.head, table.rows)


def _cell(figure: Number | None, *, owed: bool) -> Cell:
    """A count of a group; only the national groups are owed by every commune."""
    if figure is None:
        return Cell("chưa có" if owed else "không nêu", "missing")
    if not figure.has_value:
        return Cell("chưa có", "missing", anchor=anchor(figure.id))
    made = counted(figure, value(figure).removesuffix(" người"))
    return Cell(made.text, "number", number=made.number, anchor=anchor(figure.id))


_PEOPLE = (Topic("bdhvs_da_hoc", "nguoi_truong_thanh"), Topic("bdhvs_hoan_thanh", "xac_nhan_vneid"))
"""What tells over time how many people the movement has reached, in the order of the groups: the first that has enough
to draw."""


def people_over_time(view: View, commune: Commune) -> list[Block]:
    """People taught, or else confirmed, report by report."""
    rows = {row.topic: row for row in view.series_of(commune) if row.kind is Kind.REPORTED}
    drawn = (over_time(view, commune, rows[topic]) for topic in _PEOPLE if topic in rows)
    return [*next((charts for charts in drawn if charts), [])]


def national_steps(view: View) -> dict[str, dict[str, Decimal]]:
    """The rates that the country means to reach, by group and year."""
    made: dict[str, dict[str, Decimal]] = {}
    for target in view.dataset.catalogue.national_targets:
        if target["chi_tieu"] == RATE:
            level = read(target["gia_tri"], "%")
            if isinstance(level, Value) and level.number is not None:
                made.setdefault(target["phan_to"], {})[target["giai_doan"].removeprefix("Năm ")] = level.number
    return made
