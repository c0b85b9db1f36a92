"""Which charts a commune's figures allow: each answers one question and says it in its title."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from generator.blocks import Cell, Figure, Grid
from generator.draw import Chart, enough
from generator.model import Commune
from generator.quantities import show_money, show_number, show_quantity
from generator.view import View, period, pick, source_name, value, with_value
from generator.vietnamese import show_date

_SHORT = {
    "ty_le_dung_han": "Đúng và trước hạn",
    "ty_le_truc_tuyen": "Nộp trực tuyến",
    "ty_le_thanh_toan_truc_tuyen": "Thanh toán trực tuyến",
    "ty_le_so_hoa_dau_vao": "Số hóa đầu vào",
    "ty_le_so_hoa_dau_ra": "Số hóa đầu ra",
    "ty_le_hai_long_dvctt": "Hài lòng dịch vụ công",
    "ty_le_phi_dia_gioi": "Không theo địa giới",
    "ty_le_tai_su_dung": "Dùng lại dữ liệu",
}


def short(view: View, indicator: str) -> str:
    """A name that fits over a bar on a phone."""
    return _SHORT.get(indicator, view.indicator(indicator).name.removeprefix("Tỷ lệ ").capitalize())[:34]


def _source_line(view: View, commune: Commune, figures: Iterable[Any]) -> str:
    names = dict.fromkeys(source_name(view.source(commune.code, f.nguon)) for f in figures)
    return f"Nguồn: {'; '.join(names)}."


def _table(caption: str, head: tuple[str, str], rows: Iterable[tuple[str, str]]) -> Grid:
    return Grid(caption, head, tuple((Cell(name), Cell(text, "number")) for name, text in rows))


def _sentence(title: str, rows: Iterable[tuple[str, str]]) -> str:
    return f"{title} {'; '.join(f'{name}: {text}' for name, text in rows)}."


def bars(title: str, caption: str, named: Sequence[tuple[str, float, str]], source: str) -> Figure:
    """A bar a value; titles are messages, so the alternative text repeats title and numbers."""
    rows = [(name, text) for name, _, text in named]
    chart = Chart(
        "bars", title, _sentence(title, rows),
        tuple(_frozen(label=name, value=number, text=text) for name, number, text in named),
    )  # fmt: skip
    return Figure(chart, _table(caption, ("Nội dung", "Số liệu"), rows), source)


class _Row(dict[str, Any]):
    """A mapping that may stand in a frozen, hashable chart."""

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(tuple(sorted((key, str(item)) for key, item in self.items())))


def _frozen(**cells: Any) -> _Row:
    return _Row(cells)


def aimed(target: Any) -> str:
    """A target's level in few words: `từ 98%`, `100%`, `80%–90%`."""
    low = show_quantity(target.gia_tri, target.don_vi, target.so_le)
    if target.gia_tri_den == target.gia_tri_den:
        return f"{low}–{show_quantity(target.gia_tri_den, target.don_vi, target.so_le)}"
    before = {"=": "", ">=": "từ ", ">": "trên ", "<=": "không quá ", "<": "dưới "}[target.so_sanh]
    return f"{before}{low}"


def timeliness(view: View, commune: Commune, figures: pd.DataFrame) -> list[Figure]:
    """Settled dossiers early, on time and late, for the latest period that prints them."""
    settled = with_value(pick(figures, "ho_so_da_giai_quyet"))
    for whole in settled:
        same = figures[(figures.den_ngay == whole.den_ngay) & (figures.nguon == whole.nguon)]
        names = {
            "ho_so_truoc_han": "Trước hẹn", "ho_so_dung_han": "Đúng hẹn",
            "ho_so_dung_va_truoc_han": "Đúng hẹn và trước hẹn", "ho_so_qua_han": "Trễ hẹn",
        }  # fmt: skip
        parts = with_value(pick(same, *names))
        if enough(parts):
            late = sum(part.gia_tri for part in parts if part.chi_tieu == "ho_so_qua_han")
            title = (
                f"{show_number(late)} trong {show_number(whole.gia_tri)} hồ sơ đã giải quyết bị trễ hẹn"
                if late
                else f"Cả {show_number(whole.gia_tri)} hồ sơ đã giải quyết đều đúng hẹn"
            )
            named = [(names[p.chi_tieu], p.gia_tri, f"{show_number(p.gia_tri)} hồ sơ") for p in parts]
            source = f"{period(whole)}. {_source_line(view, commune, [whole])}"
            return [bars(title, "Hồ sơ đã giải quyết", named, source)]
    return []


def on_target(view: View, commune: Commune, targets: pd.DataFrame) -> list[Figure]:
    """Rates beside their targets of the running stage; only rates that are measured."""
    rates = targets[(targets.don_vi == "%") & (targets.kq_ma_so != "")]
    rates = rates.sort_values(["den_ngay", "dong"]).drop_duplicates("chi_tieu")
    rows = [row for row in rates.itertuples() if row.kq_gia_tri <= 100]
    if not enough(rows):
        return []
    met = sum(row.trang_thai == "đạt" for row in rows)
    title = f"{met} trong {len(rows)} tỷ lệ đã đạt mục tiêu"
    chart_rows, table_rows = [], []
    for row in rows:
        result = show_quantity(row.kq_gia_tri, "%", row.kq_le)
        aim = f"mục tiêu {aimed(row)}"
        name = short(view, row.chi_tieu)
        chart_rows.append(
            _frozen(label=name, value=row.kq_gia_tri, text=result, target=row.gia_tri, target_text=aim)
        )
        table_rows.append((view.indicator(row.chi_tieu).name, f"{result} (đến {show_date(row.kq_den_ngay)}); {aim}"))
    chart = Chart("target_bars", title, _sentence(title, table_rows), tuple(chart_rows), ("kết quả", "mục tiêu"))
    names = dict.fromkeys(
        source_name(view.source(commune.code, n)) for row in rows for n in (row.kq_nguon, row.nguon)
    )
    return [Figure(chart, _table("Kết quả và mục tiêu", ("Chỉ tiêu", "Kết quả"), table_rows),
                   f"Nguồn: {'; '.join(names)}.")]  # fmt: skip


def change(view: View, commune: Commune, figures: pd.DataFrame, *indicators: str) -> list[Figure]:
    """Rates of a full year and of the running one, from the same document."""
    rows, table, used = [], [], []
    for indicator in indicators:
        found = with_value(pick(figures, indicator))
        for source in dict.fromkeys(figure.nguon for figure in found):
            pair = sorted((f for f in found if f.nguon == source), key=lambda f: str(f.den_ngay))
            if len(pair) >= 2 and pair[0].den_ngay[:4] < pair[-1].den_ngay[:4]:
                old, new = pair[0], pair[-1]
                text = f"{value(old)} → {value(new)}"
                rows.append(_frozen(label=short(view, indicator), value=old.gia_tri, value2=new.gia_tri, text=text))
                table.append((view.indicator(indicator).name, text))
                used += [old, new]
                break
    if not enough(rows):
        return []
    better = sum(row["value2"] > row["value"] for row in rows)
    worse = sum(row["value2"] < row["value"] for row in rows)
    title = f"So với năm trước: {better} tỷ lệ tăng, {worse} tỷ lệ giảm"
    years = (period(used[0]), period(used[-1]))
    chart = Chart("change", title, _sentence(title, table), tuple(rows), years)
    head = f"{years[0]} → {years[1]}"
    return [Figure(chart, _table("Hai năm cạnh nhau", ("Chỉ tiêu", head), table), _source_line(view, commune, used))]


def money(view: View, commune: Commune, figures: pd.DataFrame) -> list[Figure]:
    """Where an allocation goes: its printed children, in đồng."""
    lines = figures[(figures.chi_tieu == "kinh_phi_cds") & (figures.tinh_trang == "co")]
    for parent in lines[lines.ma_cha == ""].itertuples():
        children = list(lines[(lines.ma_cha == parent.phan_to) & (lines.nguon == parent.nguon)].itertuples())
        if enough(children):
            title = f"{show_money(parent.gia_tri)} được chia cho {len(children)} việc"
            named = [(c.noi_dung[:34], c.gia_tri, show_money(c.gia_tri)) for c in children]
            source = _source_line(view, commune, [parent])
            made = bars(title, "Các khoản", named, source)
            full = [(c.noi_dung, show_money(c.gia_tri)) for c in children]
            return [Figure(made.chart, _table("Các khoản", ("Việc", "Số tiền"), full), source)]
    return []


def fitness(view: View, commune: Commune, figures: pd.DataFrame) -> list[Figure]:
    """Equipment that is good enough and that is not, as parts of what there is."""
    names = {"may_tinh": "Máy tính", "may_quet": "Máy quét", "may_in": "Máy in"}
    rows, table, used = [], [], []
    for indicator, name in names.items():
        for whole in with_value(pick(figures, indicator)):
            same = figures[(figures.phan_to == whole.phan_to) & (figures.nguon == whole.nguon)]
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
    title = f"{show_number(unfit_all)} trong {show_number(total)} máy không đáp ứng công việc"
    chart = Chart("parts", title, _sentence(title, table), tuple(rows), ("đáp ứng", "không đáp ứng"))
    source = _source_line(view, commune, [whole for whole, _ in used])
    return [Figure(chart, _table("Máy móc", ("Loại", "Số máy"), table), source)]


def stages(view: View, commune: Commune, targets: pd.DataFrame) -> list[Figure]:
    """Indicators whose target rises from stage to stage."""
    dated = targets[(targets.tinh_trang == "co") & (targets.tu_ngay != "") & (targets.den_ngay != "")]
    made = []
    for indicator, group in dated.groupby("chi_tieu", sort=False):
        steps = group.drop_duplicates(["tu_ngay", "den_ngay"]).sort_values(["tu_ngay", "den_ngay"])
        if not enough(steps) or steps.gia_tri.nunique() < 2:
            continue
        rows, table = [], []
        for step in steps.itertuples():
            start, end = int(step.tu_ngay[:4]), int(step.den_ngay[:4]) + 1
            years = f"{start}" if end == start + 1 else f"{start}–{end - 1}"
            text = aimed(step)
            rows.append(_frozen(label=f"Năm {years}", start=start, end=end, text=text))
            table.append((f"Năm {years}", text))
        title = f"{view.indicator(str(indicator)).name}: mục tiêu từng giai đoạn"
        chart = Chart("stages", title, _sentence(title, table), tuple(rows))
        source = _source_line(view, commune, steps.itertuples())
        made.append(Figure(chart, _table("Mục tiêu theo giai đoạn", ("Giai đoạn", "Mục tiêu"), table), source))
    return made[:2]
