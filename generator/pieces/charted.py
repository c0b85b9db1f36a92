"""Which charts a commune's figures allow: each answers one question and says it in its title."""

from __future__ import annotations

from collections.abc import Sequence

from generator.charts.draw import Chart, enough
from generator.figures.standings import MEETING, MET, ON_TARGET
from generator.language.vietnamese import inside, lowered, show_date
from generator.model.commune import Commune
from generator.model.figure import Figure as Number
from generator.model.figure import Kind, Standing
from generator.model.figure_words import aimed
from generator.pieces.blocks import Figure
from generator.pieces.chart_words import counted, documents, row, sentence, source_line, table_of
from generator.pieces.picking import pick, with_value
from generator.pieces.shown import period, value
from generator.pieces.standings import judged, nearest
from generator.pieces.view import View


def short(view: View, indicator: str) -> str:
    """A name that is soon read over a bar."""
    said, name = view.said_of(indicator), view.indicator(indicator).name.removeprefix("Tỷ lệ ")
    return said.short if said and said.short else name[:1].upper() + name[1:]


def on_target(view: View, commune: Commune, standings: Sequence[Standing]) -> list[Figure]:
    """Rates beside their targets of the nearest stage; only rates that are measured."""
    shown = nearest(s for s in standings if s.target.unit == "%")
    if not enough(shown):
        return []
    chart_rows, table_rows, told, sources = [], [], [], []
    for standing in shown:
        target, result, status = standing.target, standing.result, standing.status
        assert result is not None
        reached, name = value(result), view.indicator(target.topic.indicator).name
        aim = f"mục tiêu {aimed(target)}{'' if status in ON_TARGET else f', {status}'}"
        chart_rows.append(row(
            label=short(view, target.topic.indicator), value=result.number, text=reached, target=target.number,
            target_text=aim, name=name, said=f"{reached}; mục tiêu {aimed(target)}, {status}", period=period(result),
            source=documents(view, commune, [result, target]),
        ))  # fmt: skip
        table_rows.append((
            name,
            counted(result, reached, f"đến {show_date(result.period.end)}"),
            counted(target, aimed(target), judged(standing)),
        ))  # fmt: skip
        told.append((name, f"{reached} (đến {show_date(result.period.end)}), mục tiêu {aimed(target)}, {status}"))
        sources += [result, target]
    met = sum(standing.status in ON_TARGET for standing in shown)
    days = sorted(figure.day for figure in sources if figure.kind is not Kind.TARGET)
    newest = f"kết quả{' mới nhất' if len(set(days)) > 1 else ''} đến {show_date(days[-1])}"
    stood = {s.status for s in shown if s.status in ON_TARGET} or {MEETING}
    how = " hoặc ".join(word for word, status in (("đang đạt", MEETING), ("đã đạt", MET)) if status in stood)
    stages_of = {s.target.period.printed for s in shown}
    which = inside(stages_of.pop()) if len(stages_of) == 1 else "của giai đoạn gần nhất"
    title = f"Trong {len(shown)} tỷ lệ so được, {met} {how} mục tiêu {which}, {newest}"
    chart = Chart("target_bars", title, sentence(told), tuple(chart_rows), ("kết quả của xã", "mục tiêu"))
    table = table_of("Kết quả và mục tiêu", ("Chỉ tiêu", "Kết quả", "Mục tiêu"), table_rows)
    return [Figure(chart, table, source_line(view, commune, sources))]


def change(view: View, commune: Commune, figures: Sequence[Number], *indicators: str) -> list[Figure]:
    """Rates of a full year and of the running one, from the same document."""
    rows, table, told = [], [], []
    used: list[Number] = []
    for indicator in indicators:
        found = with_value(pick(figures, indicator))
        for source in dict.fromkeys(figure.source for figure in found):
            own = [f for f in found if f.source == source]
            pair = sorted(own, key=lambda f: f.day)
            if len(pair) >= 2 and all(f.period.end for f in pair) and pair[0].day.year < pair[-1].day.year:
                new = pair[-1]
                old = next(figure for figure in reversed(pair) if figure.day.year < new.day.year)
                if used and (period(used[0]), period(used[1])) != (period(old), period(new)):
                    continue
                text, name = f"{value(old)} → {value(new)}", view.indicator(indicator).name
                rows.append(row(
                    label=short(view, indicator), value=old.number, value2=new.number, text=text, name=name,
                    said=text, period=f"{period(old)} → {period(new)}", source=documents(view, commune, [old, new]),
                ))  # fmt: skip
                table.append((name, counted(old, value(old)), counted(new, value(new))))
                told.append((name, f"từ {value(old)} thành {value(new)}"))
                used += [old, new]
                break
    if not enough(rows):
        return []
    better = sum(row["value2"] > row["value"] for row in rows)
    worse = sum(row["value2"] < row["value"] for row in rows)
    years = (period(used[0]), period(used[-1]))
    title = f"{years[1]} so với {lowered(years[0])}: {better} tỷ lệ cao hơn, {worse} tỷ lệ thấp hơn"
    chart = Chart("change", title, sentence(told), tuple(rows), years)
    return [Figure(chart, table_of("Hai năm cạnh nhau", ("Chỉ tiêu", *years), table), source_line(view, commune, used))]
