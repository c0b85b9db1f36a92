"""Equipment of the commune's offices: what there is, what is fit for work, what is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.charts.draw import Chart
from generator.language.numbers import show_number
from generator.language.vietnamese import show_date
from generator.model.commune import Commune
from generator.model.figure import Figure, Kind
from generator.pieces import blocks
from generator.pieces.blocks import Block, Cell, Grid, Prose, Section
from generator.pieces.chart_words import counted, documents, row, sentence, source_line, table_of
from generator.pieces.picking import pick, with_value
from generator.pieces.sentence import Place, Sentence
from generator.pieces.shown import NO_DAY, period, value
from generator.pieces.view import View
from generator.subjects.subject import Subject


def _machines(place: Place) -> Iterator[Sentence]:
    """Of the computers of one office, how many are good enough."""
    for fit in with_value(pick(place.figures, "may_tinh_dap_ung"))[:1]:
        same = [
            f
            for f in place.figures
            if (f.topic.breakdown, f.source, f.period.end) == (fit.topic.breakdown, fit.source, fit.period.end)
        ]
        whole, unfit = (with_value(pick(same, name)) for name in ("may_tinh", "may_tinh_khong_dap_ung"))
        if whole and unfit:
            owner = place.view.indicator("may_tinh").breakdowns.get(fit.topic.breakdown, "")
            text = (
                f"Trong {_bare(whole[0])} máy tính{f' của {owner}' if owner else ''}, "
                f"{_bare(fit)} máy đáp ứng công việc, {_bare(unfit[0])} máy không đáp ứng."
            )
            yield place.says(text, f"{_bare(unfit[0])} máy", whole[0], fit, unfit[0])


def _bare(figure: Figure) -> str:
    """A value without its unit, which other words bring."""
    return value(figure).removesuffix(figure.unit).strip()


def _fitness(view: View, commune: Commune) -> list[Block]:
    """Equipment that is good enough and that is not, as parts of what there is."""
    figures = view.sayable(commune)
    names = {"may_tinh": "Máy tính", "may_quet": "Máy quét", "may_in": "Máy in"}
    rows, table, told = [], [], []
    used: list[tuple[Figure, Decimal]] = []
    for indicator, name in names.items():
        for whole in with_value(pick(figures, indicator)):
            same = [f for f in figures if (f.topic.breakdown, f.source) == (whole.topic.breakdown, whole.source)]
            fit = with_value(pick(same, f"{indicator}_dap_ung"))
            unfit = with_value(pick(same, f"{indicator}_khong_dap_ung"))
            if fit and unfit:
                good, bad = fit[0].number, unfit[0].number
                words = (show_number(good), show_number(bad))
                more = {"period": period(whole), "source": documents(view, commune, [whole])}
                rows.append(row(
                    label=name, start=0, end=good, order=1, text=f"{words[0]} đáp ứng · {words[1]} không đáp ứng",
                    name=f"{name}: đáp ứng", said=f"{words[0]} máy", **more,
                ))  # fmt: skip
                rows.append(row(
                    label=name, start=good, end=good + bad, order=2, text="", name=f"{name}: không đáp ứng",
                    said=f"{words[1]} máy", **more,
                ))  # fmt: skip
                table.append((name, counted(fit[0], words[0]), counted(unfit[0], words[1])))
                told.append((name, f"{words[0]} đáp ứng, {words[1]} không đáp ứng"))
                used.append((whole, bad))
                break
    if not used:
        return []
    whole, unfit_most = max(used, key=lambda one: one[1])
    name = names[whole.topic.indicator]
    days = [whole.period.end for whole, _ in used]
    newest = max((day for day in days if day), default=None)
    when = f", tính đến {show_date(newest)}" if all(days) else f" ({NO_DAY})"
    title = f"{name}: {show_number(unfit_most)} trong {show_number(whole.number)} không đáp ứng công việc{when}"
    legend = ("đáp ứng công việc", "không đáp ứng công việc")
    chart = Chart("parts", title, sentence(told), tuple(rows), legend)
    source = source_line(view, commune, [whole for whole, _ in used])
    return [blocks.Figure(chart, table_of("Máy móc, số chiếc", ("Loại", "Đáp ứng", "Không đáp ứng"), table), source)]


_EQUIPMENT = (
    ("Máy tính", "may_tinh", ("may_tinh", "may_tinh_de_ban", "may_tinh_xach_tay")),
    ("Máy quét", "may_quet", ("may_quet",)),
    ("Máy in", "may_in", ("may_in",)),
)
"""What it is called, its indicator, the indicators of what is asked for."""


def _beside(view: View, commune: Commune, _: str) -> Iterator[Section]:
    """What there is, what is fit, what is asked for: side by side, never subtracted."""
    figures = view.of(commune)
    needs = [figure for figure in figures if figure.kind is Kind.NEED]
    rows = []
    for name, indicator, asked in _EQUIPMENT:
        fit = with_value(pick(figures, f"{indicator}_dap_ung"))
        own = [f for f in figures if fit and (f.topic.breakdown, f.source) == (fit[0].topic.breakdown, fit[0].source)]
        there = [with_value(pick(own, f"{indicator}{end}")) for end in ("", "_dap_ung", "_khong_dap_ung")]
        wanted = pick(needs, *asked, kinds=(Kind.NEED,))
        words = "; ".join(
            f"{value(f)} {view.indicator(f.topic.indicator).name.lower().removeprefix('số ')}"
            if len(asked) > 1
            else value(f)
            for f in wanted
        )
        if any(there) or wanted:
            cells = [Cell(value(found[0]), "number") if found else Cell("không nêu", "missing") for found in there]
            rows.append((Cell(name), *cells, Cell(words or "không nêu", "number" if wanted else "missing")))
    if rows and needs:
        note = (
            "“Đề nghị thêm” là nhu cầu ghi trong văn bản, chưa phải cái sẽ có. Trang không lấy số này trừ "
            "số kia, vì văn bản không nói cái nào thay cái nào."
        )
        head = ("Loại", "Đang có", "Đáp ứng", "Không đáp ứng", "Đề nghị thêm")
        yield Section(
            "Đang có gì, xin thêm gì", "co-va-xin", (Grid("Máy móc và nhu cầu", head, tuple(rows)), Prose(note))
        )


SUBJECT = Subject("ha-tang-nhan-luc", first=_machines, charts=_fitness, before=_beside)
