"""Which charts a commune's figures allow: each answers one question and says it in its title."""

from __future__ import annotations

from collections.abc import Sequence

from generator.charts.draw import Chart, enough
from generator.figures.compute import MEETING, MET, ON_TARGET
from generator.language.quantities import show_money, show_number
from generator.language.vietnamese import inside, lowered, show_date
from generator.model.commune import Commune
from generator.model.figure import BUDGET, Standing
from generator.model.figure import Figure as Number
from generator.model.figure_words import aimed
from generator.model.grouping import grouped
from generator.pages.blocks import Figure
from generator.pages.chart_words import bars, counted, documents, row, sentence, source_line, table_of
from generator.pages.sentence import dates
from generator.pages.standings import judged, nearest
from generator.pages.view import NO_DAY, View, period, pick, value, with_value


def short(view: View, indicator: str) -> str:
    """A name that is soon read over a bar."""
    said, name = view.said_of(indicator), view.indicator(indicator).name.removeprefix("Tỷ lệ ")
    return said.short if said and said.short else name[:1].upper() + name[1:]


def timeliness(view: View, commune: Commune, figures: Sequence[Number]) -> list[Figure]:
    """Settled dossiers early, on time and late, for the latest period that prints them."""
    settled = [f for f in with_value(pick(figures, "ho_so_da_giai_quyet")) if not f.phan_to]
    for whole in settled:
        same = [f for f in figures if (f.tep, f.dong) == (whole.tep, whole.dong)]
        names = {
            "ho_so_truoc_han": "Trả sớm hơn hẹn", "ho_so_dung_han": "Trả đúng ngày hẹn",
            "ho_so_dung_va_truoc_han": "Trả đúng hẹn hoặc sớm hơn", "ho_so_qua_han": "Trả trễ hẹn",
        }  # fmt: skip
        parts = with_value(pick(same, *names))
        if enough(parts):
            late = next((part.gia_tri for part in parts if part.chi_tieu == "ho_so_qua_han"), None)
            total = show_number(whole.gia_tri)
            title = f"{total} hồ sơ đã giải quyết"
            if late:
                title = f"{show_number(late)} trong {total} hồ sơ đã giải quyết bị trễ hẹn"
            elif late == 0:
                title = f"{total} hồ sơ đã giải quyết, không hồ sơ nào trễ hẹn"
            when = period(whole)
            named = [(names[p.chi_tieu], p.gia_tri, f"{show_number(p.gia_tri)} hồ sơ", when) for p in parts]
            source = f"{when}. {source_line(view, commune, [whole])}"
            told = documents(view, commune, [whole])
            return [bars(f"{title}, {dates(whole)}", "Hồ sơ đã giải quyết", "Số hồ sơ", named, source, told)]
    return []


def on_target(view: View, commune: Commune, standings: Sequence[Standing]) -> list[Figure]:
    """Rates beside their targets of the nearest stage; only rates that are measured."""
    shown = nearest(s for s in standings if s.target.don_vi == "%")
    if not enough(shown):
        return []
    chart_rows, table_rows, told, sources = [], [], [], []
    for standing in shown:
        target, result, status = standing
        assert result is not None
        reached, name = value(result), view.indicator(target.chi_tieu).name
        aim = f"mục tiêu {aimed(target)}{'' if status in ON_TARGET else f', {status}'}"
        chart_rows.append(row(
            label=short(view, target.chi_tieu), value=result.gia_tri, text=reached, target=target.gia_tri,
            target_text=aim, name=name, said=f"{reached}; mục tiêu {aimed(target)}, {status}", period=period(result),
            source=documents(view, commune, [result, target]),
        ))  # fmt: skip
        table_rows.append((
            name,
            counted(result.gia_tri, reached, f"đến {show_date(result.den_ngay)}"),
            counted(target.gia_tri, aimed(target), judged(standing)),
        ))  # fmt: skip
        told.append((name, f"{reached} (đến {show_date(result.den_ngay)}), mục tiêu {aimed(target)}, {status}"))
        sources += [result, target]
    met = sum(standing.status in ON_TARGET for standing in shown)
    days = sorted(figure.den_ngay for figure in sources if figure.loai != "muc_tieu")
    newest = f"kết quả{' mới nhất' if len(set(days)) > 1 else ''} đến {show_date(days[-1])}"
    stood = {s.status for s in shown if s.status in ON_TARGET} or {MEETING}
    how = " hoặc ".join(word for word, status in (("đang đạt", MEETING), ("đã đạt", MET)) if status in stood)
    stages_of = {s.target.ky_in for s in shown}
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
        for source in dict.fromkeys(figure.nguon for figure in found):
            pair = sorted((f for f in found if f.nguon == source), key=lambda f: str(f.den_ngay))
            if len(pair) >= 2 and all(f.den_ngay for f in pair) and pair[0].den_ngay[:4] < pair[-1].den_ngay[:4]:
                new = pair[-1]
                old = next(figure for figure in reversed(pair) if figure.den_ngay[:4] < new.den_ngay[:4])
                if used and (period(used[0]), period(used[1])) != (period(old), period(new)):
                    continue
                text, name = f"{value(old)} → {value(new)}", view.indicator(indicator).name
                rows.append(row(
                    label=short(view, indicator), value=old.gia_tri, value2=new.gia_tri, text=text, name=name,
                    said=text, period=f"{period(old)} → {period(new)}", source=documents(view, commune, [old, new]),
                ))  # fmt: skip
                table.append((name, counted(old.gia_tri, value(old)), counted(new.gia_tri, value(new))))
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


def money(view: View, commune: Commune, figures: Sequence[Number]) -> list[Figure]:
    """Where an allocation goes: its printed children, in đồng."""
    lines = with_value(f for f in figures if f.chi_tieu == BUDGET)
    made = []
    for parent in (line for line in lines if not line.ma_cha):
        children = [f for f in lines if f.ma_cha == parent.phan_to and f.loai == parent.loai]
        if enough(children):
            title = f"{show_money(parent.gia_tri)} có {len(children)} khoản được kể ra, {dates(parent)}"
            named = [(c.noi_dung, c.gia_tri, show_money(c.gia_tri), period(c)) for c in children]
            source, told = source_line(view, commune, [parent]), documents(view, commune, [parent])
            made.append(bars(title, "Các khoản", "Số tiền", named, source, told))
    return made


def fitness(view: View, commune: Commune, figures: Sequence[Number]) -> list[Figure]:
    """Equipment that is good enough and that is not, as parts of what there is."""
    names = {"may_tinh": "Máy tính", "may_quet": "Máy quét", "may_in": "Máy in"}
    rows, table, told = [], [], []
    used: list[tuple[Number, float]] = []
    for indicator, name in names.items():
        for whole in with_value(pick(figures, indicator)):
            same = [f for f in figures if (f.phan_to, f.nguon) == (whole.phan_to, whole.nguon)]
            fit = with_value(pick(same, f"{indicator}_dap_ung"))
            unfit = with_value(pick(same, f"{indicator}_khong_dap_ung"))
            if fit and unfit:
                good, bad = fit[0].gia_tri, unfit[0].gia_tri
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
                table.append((name, counted(good, words[0]), counted(bad, words[1])))
                told.append((name, f"{words[0]} đáp ứng, {words[1]} không đáp ứng"))
                used.append((whole, bad))
                break
    if not used:
        return []
    whole, unfit_most = max(used, key=lambda one: one[1])
    name = names[whole.chi_tieu]
    days = [whole.den_ngay for whole, _ in used]
    when = f", tính đến {show_date(max(days))}" if all(days) else f" ({NO_DAY})"
    title = f"{name}: {show_number(unfit_most)} trong {show_number(whole.gia_tri)} không đáp ứng công việc{when}"
    legend = ("đáp ứng công việc", "không đáp ứng công việc")
    chart = Chart("parts", title, sentence(told), tuple(rows), legend)
    source = source_line(view, commune, [whole for whole, _ in used])
    return [Figure(chart, table_of("Máy móc, số chiếc", ("Loại", "Đáp ứng", "Không đáp ứng"), table), source)]


def _stage(target: Number) -> str:
    """A stage in few words: whole years, or months of a year."""
    start, end = target.tu_ngay, target.den_ngay
    if start[5:] == "01-01" and end[5:] == "12-31":
        return f"Năm {start[:4]}" if start[:4] == end[:4] else f"Năm {start[:4]}–{end[:4]}"
    return f"{int(start[5:7])}/{start[:4]}–{int(end[5:7])}/{end[:4]}"


def stages(view: View, commune: Commune, standings: Sequence[Standing]) -> list[Figure]:
    """Indicators whose target changes from stage to stage, at most three."""
    dated = [s.target for s in standings if s.target.tinh_trang == "co" and s.target.tu_ngay and s.target.den_ngay]
    made = []
    for indicator, targets in grouped(dated, lambda target: target.chi_tieu).items():
        by_stage = {(t.tu_ngay, t.den_ngay): t for t in reversed(targets)}
        steps = [by_stage[stage] for stage in sorted(by_stage)]
        if not enough(steps) or len({step.gia_tri for step in steps}) < 2:
            continue
        first, last = steps[0].tu_ngay[:4], steps[-1].den_ngay[:4]
        title = f"Mục tiêu {short(view, indicator).lower()}, năm {first if first == last else f'{first}–{last}'}"
        named = [(_stage(step), step.gia_tri, aimed(step), _stage(step)) for step in steps]
        sources = source_line(view, commune, steps), documents(view, commune, steps)
        made.append(bars(title, "Mục tiêu theo giai đoạn", "Mục tiêu", named, *sources, kind="aims"))
    return made[:3]
