"""Which charts a commune's figures allow: each answers one question and says it in its title."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from generator.charts.draw import Chart, enough
from generator.figures.compute import MET
from generator.nouns.evidence import aimed
from generator.nouns.model import BUDGET, Commune, Standing, grouped
from generator.nouns.model import Figure as Number
from generator.nouns.quantities import show_money, show_number
from generator.nouns.vietnamese import show_date
from generator.pages.blocks import Cell, Figure, Grid
from generator.pages.summaries import dates
from generator.pages.view import View, period, pick, source_name, value, with_value

SHORT = 20
"""Letters up to which a value stays on one line."""
LABEL = 29
"""Letters that fit over a bar beside its value on a phone."""

_SHORT = {
    "ty_le_dung_han": "Đúng hẹn hoặc sớm hẹn",
    "ty_le_truc_tuyen": "Nộp qua mạng",
    "ty_le_thanh_toan_truc_tuyen": "Nộp tiền qua mạng",
    "ty_le_so_hoa_dau_vao": "Giấy tờ nộp đã vào máy",
    "ty_le_so_hoa_dau_ra": "Kết quả có bản trên máy",
    "ty_le_hai_long_dvctt": "Hài lòng làm qua mạng",
    "ty_le_phi_dia_gioi": "Nộp được ở xã khác",
    "ty_le_tai_su_dung": "Dùng lại giấy tờ đã có",
}


def short(view: View, indicator: str) -> str:
    """A name that fits over a bar on a phone."""
    name = view.indicator(indicator).name.removeprefix("Tỷ lệ ")
    return _SHORT.get(indicator) or _brief(name[:1].upper() + name[1:])


def _source_line(view: View, commune: Commune, figures: Iterable[Number]) -> str:
    names = dict.fromkeys(source_name(view.source(commune.code, f.nguon)) for f in figures)
    return f"Nguồn: {'; '.join(names)}."


def _table(caption: str, head: tuple[str, str], rows: Iterable[tuple[str, str]]) -> Grid:
    cells = ((Cell(name), Cell(text, "number" if len(text) < SHORT else "")) for name, text in rows)
    return Grid(caption, head, tuple(cells))


def _sentence(title: str, rows: Iterable[tuple[str, str]]) -> str:
    return f"{title}. {'; '.join(f'{name}: {text}' for name, text in rows)}."


def bars(title: str, caption: str, named: Sequence[tuple[str, float, str]], source: str) -> Figure:
    """A bar a value; titles are messages, so the alternative text repeats title and numbers."""
    rows = [(name, text) for name, _, text in named]
    labels = _distinct([name for name, _, _ in named])
    chart = Chart(
        "bars", title, _sentence(title, rows),
        tuple(_frozen(label=label, value=n, text=text) for label, (_, n, text) in zip(labels, named, strict=True)),
    )  # fmt: skip
    return Figure(chart, _table(caption, ("Nội dung", "Số liệu"), rows), source)


def _distinct(names: Sequence[str]) -> list[str]:
    """Names of bars, numbered where they repeat: a bar each."""
    return [name if names.count(name) == 1 else f"{name} ({names[:i].count(name) + 1})" for i, name in enumerate(names)]


class _Row(dict[str, Any]):
    """A mapping that may stand in a frozen, hashable chart."""

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(tuple(sorted((key, str(item)) for key, item in self.items())))


def _frozen(**cells: Any) -> _Row:
    return _Row(cells)


def timeliness(view: View, commune: Commune, figures: Sequence[Number]) -> list[Figure]:
    """Settled dossiers early, on time and late, for the latest period that prints them."""
    settled = [f for f in with_value(pick(figures, "ho_so_da_giai_quyet")) if not f.phan_to]
    for whole in settled:
        same = [f for f in figures if (f.tep, f.dong) == (whole.tep, whole.dong)]
        names = {
            "ho_so_truoc_han": "Trước hẹn", "ho_so_dung_han": "Đúng hẹn",
            "ho_so_dung_va_truoc_han": "Đúng hẹn và trước hẹn", "ho_so_qua_han": "Trễ hẹn",
        }  # fmt: skip
        parts = with_value(pick(same, *names))
        if enough(parts):
            late = next((part.gia_tri for part in parts if part.chi_tieu == "ho_so_qua_han"), None)
            total = show_number(whole.gia_tri)
            title = f"{total} hồ sơ đã giải quyết"
            when = dates(whole)
            if late:
                title = f"{show_number(late)} trong {total} hồ sơ đã giải quyết bị trễ hẹn"
            elif late == 0:
                title = f"Cả {total} hồ sơ đã giải quyết đều đúng hẹn"
            named = [(names[p.chi_tieu], p.gia_tri, f"{show_number(p.gia_tri)} hồ sơ") for p in parts]
            source = f"{period(whole)}. {_source_line(view, commune, [whole])}"
            return [bars(f"{title}, {when}", "Hồ sơ đã giải quyết", named, source)]
    return []


def on_target(view: View, commune: Commune, standings: Sequence[Standing]) -> list[Figure]:
    """Rates beside their targets of the nearest stage; only rates that are measured."""
    measured = [s for s in standings if s.result is not None and s.target.don_vi == "%" and not s.target.is_range]
    measured.sort(key=lambda s: (s.target.den_ngay or "9", s.target.dong))
    nearest = {s.target.chi_tieu: s for s in reversed(measured)}
    shown = [s for s in measured if nearest[s.target.chi_tieu] is s]
    if not enough(shown):
        return []
    chart_rows, table_rows, sources = [], [], []
    for target, result, status in shown:
        assert result is not None
        reached, verdict = value(result), f": {status}" if status == MET else ""
        aim = f"mục tiêu {aimed(target)}{'' if status == MET else f', {status}'}"
        name = short(view, target.chi_tieu)
        chart_rows.append(
            _frozen(label=name, value=result.gia_tri, text=reached, target=target.gia_tri, target_text=aim)
        )
        table_rows.append((
            view.indicator(target.chi_tieu).name, f"{reached} (đến {show_date(result.den_ngay)}); {aim}{verdict}"
        ))  # fmt: skip
        sources += [result, target]
    met = sum(standing.status == MET for standing in shown)
    days = sorted(figure.den_ngay for figure in sources if figure.loai != "muc_tieu")
    title = f"{met} trong {len(shown)} tỷ lệ đã đạt mục tiêu, số liệu đến {show_date(days[-1])}"
    chart = Chart("target_bars", title, _sentence(title, table_rows), tuple(chart_rows), ("kết quả của xã", "mục tiêu"))
    table = _table("Kết quả và mục tiêu", ("Chỉ tiêu", "Kết quả"), table_rows)
    return [Figure(chart, table, _source_line(view, commune, sources))]


def change(view: View, commune: Commune, figures: Sequence[Number], *indicators: str) -> list[Figure]:
    """Rates of a full year and of the running one, from the same document."""
    rows, table = [], []
    used: list[Number] = []
    for indicator in indicators:
        found = with_value(pick(figures, indicator))
        for source in dict.fromkeys(figure.nguon for figure in found):
            pair = sorted((f for f in found if f.nguon == source), key=lambda f: str(f.den_ngay))
            if len(pair) >= 2 and pair[0].den_ngay[:4] < pair[-1].den_ngay[:4]:
                new = pair[-1]
                old = next(figure for figure in reversed(pair) if figure.den_ngay[:4] < new.den_ngay[:4])
                if used and (period(used[0]), period(used[1])) != (period(old), period(new)):
                    continue
                text = f"{value(old)} → {value(new)}"
                rows.append(_frozen(label=short(view, indicator), value=old.gia_tri, value2=new.gia_tri, text=text))
                table.append((view.indicator(indicator).name, text))
                used += [old, new]
                break
    if not enough(rows):
        return []
    better = sum(row["value2"] > row["value"] for row in rows)
    worse = sum(row["value2"] < row["value"] for row in rows)
    title = f"Từ năm {used[0].den_ngay[:4]} sang năm {used[1].den_ngay[:4]}: {better} tỷ lệ tăng, {worse} tỷ lệ giảm"
    years = (period(used[0]), period(used[-1]))
    chart = Chart("change", title, _sentence(title, table), tuple(rows), years)
    head = f"{years[0]} → {years[1]}"
    return [Figure(chart, _table("Hai năm cạnh nhau", ("Chỉ tiêu", head), table), _source_line(view, commune, used))]


def money(view: View, commune: Commune, figures: Sequence[Number]) -> list[Figure]:
    """Where an allocation goes: its printed children, in đồng."""
    lines = with_value(f for f in figures if f.chi_tieu == BUDGET)
    made = []
    for parent in (line for line in lines if not line.ma_cha):
        children = [f for f in lines if f.ma_cha == parent.phan_to and f.loai == parent.loai]
        if enough(children):
            title = f"{show_money(parent.gia_tri)} được chia cho {len(children)} việc, {dates(parent)}"
            named = [(_brief(c.noi_dung), c.gia_tri, show_money(c.gia_tri)) for c in children]
            drawn = bars(title, "Các khoản", named, _source_line(view, commune, [parent]))
            full = [(c.noi_dung, show_money(c.gia_tri)) for c in children]
            made.append(Figure(drawn.chart, _table("Các khoản", ("Việc", "Số tiền"), full), drawn.source))
    return made


def _brief(text: str) -> str:
    """Words that fit over a bar: cut at a word's end."""
    if len(text) <= LABEL:
        return text
    return f"{text[:LABEL].rsplit(' ', 1)[0]}…"


def fitness(view: View, commune: Commune, figures: Sequence[Number]) -> list[Figure]:
    """Equipment that is good enough and that is not, as parts of what there is."""
    names = {"may_tinh": "Máy tính", "may_quet": "Máy quét", "may_in": "Máy in"}
    rows, table = [], []
    used: list[tuple[Number, float]] = []
    for indicator, name in names.items():
        for whole in with_value(pick(figures, indicator)):
            same = [f for f in figures if (f.phan_to, f.nguon) == (whole.phan_to, whole.nguon)]
            fit = with_value(pick(same, f"{indicator}_dap_ung"))
            unfit = with_value(pick(same, f"{indicator}_khong_dap_ung"))
            if fit and unfit:
                good, bad = fit[0].gia_tri, unfit[0].gia_tri
                text = f"{show_number(good)} tốt · {show_number(bad)} chưa"
                rows.append(_frozen(label=name, start=0, end=good, order=1, text=text))
                rows.append(_frozen(label=name, start=good, end=good + bad, order=2, text=""))
                table.append((name, f"{show_number(good)} đáp ứng, {show_number(bad)} không đáp ứng"))
                used.append((whole, bad))
                break
    if not used:
        return []
    unfit_all, total = sum(bad for _, bad in used), sum(whole.gia_tri for whole, _ in used)
    when = show_date(max(whole.den_ngay for whole, _ in used))
    title = f"{show_number(unfit_all)} trong {show_number(total)} máy không đáp ứng công việc, tính đến {when}"
    legend = ("đáp ứng công việc", "không đáp ứng công việc")
    chart = Chart("parts", title, _sentence(title, table), tuple(rows), legend)
    source = _source_line(view, commune, [whole for whole, _ in used])
    return [Figure(chart, _table("Máy móc", ("Loại", "Số máy"), table), source)]


def _year(iso: str) -> float:
    """A date on a scale of years, by its month."""
    return int(iso[:4]) + (int(iso[5:7]) - 1) / 12


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
        chart_rows, table_rows = [], []
        for step in steps:
            start, end = _year(step.tu_ngay), _year(step.den_ngay) + 1 / 12
            chart_rows.append(_frozen(label=_stage(step), start=start, end=end, text=aimed(step)))
            table_rows.append((_stage(step), aimed(step)))
        first, last = steps[0].tu_ngay[:4], steps[-1].den_ngay[:4]
        years = first if first == last else f"{first}–{last}"
        title = f"Mục tiêu {short(view, indicator).lower()}, năm {years}"
        chart = Chart("stages", title, _sentence(title, table_rows), tuple(chart_rows))
        table = _table("Mục tiêu theo giai đoạn", ("Giai đoạn", "Mục tiêu"), table_rows)
        made.append(Figure(chart, table, _source_line(view, commune, steps)))
    return made[:3]
