"""What differs between the figures of a commune before and after, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from generator.language.quotes import cut, quoted
from generator.language.vietnamese import show_date
from generator.model import choices
from generator.model.figure import BUDGET, Figure
from generator.model.grouping import grouped
from generator.pages.view import View, label, source_name, value
from generator.tables.all_tables import BY_NAME, TABLES
from generator.tables.table import Table


class Pair(NamedTuple):
    """A figure before and after; one of them is None where it came or went."""

    old: Figure | None
    new: Figure | None

    @property
    def here(self) -> Figure:
        """The figure as it is now, or as it was last."""
        figure = self.new or self.old
        assert figure is not None
        return figure


_SAME = (
    ("chi_tieu", "phan_to", "loai", "nguon"),
    ("chi_tieu", "phan_to", "loai", "loai_ky", "tu_ngay", "den_ngay"),
    ("chi_tieu", "phan_to", "nguon", "loai_ky", "tu_ngay", "den_ngay"),
)
"""What a figure keeps when it gets another id: all but its period, its source or its kind."""


def paired(before: Iterable[Figure], after: Iterable[Figure]) -> list[Pair]:
    """Figures of one commune by id; then those that alone went and alone came with the same parts of `_SAME`.

    In the order of the tables and their lines.
    """
    old, new = ({figure.ma_so: figure for figure in figures} for figures in (before, after))
    pairs = [Pair(old.pop(id), new.pop(id)) for id in [*old] if id in new]
    for same in _SAME:
        went, came = (grouped(left.values(), attrgetter(*same)) for left in (old, new))
        lone = [key for key in went if len(went[key]) == len(came.get(key, ())) == 1]
        pairs += [Pair(old.pop(went[key][0].ma_so), new.pop(came[key][0].ma_so)) for key in lone]
    pairs += [Pair(figure, None) for figure in old.values()] + [Pair(None, figure) for figure in new.values()]
    return sorted(pairs, key=lambda pair: _place(pair.here))


def _place(figure: Figure) -> tuple[int, int, int]:
    """Table, line and column of a figure."""
    table = table_of(figure)
    columns = [column.melts_to for column in table.columns]
    return TABLES.index(table), figure.dong, columns.index(figure.chi_tieu) if figure.chi_tieu in columns else 0


def table_of(figure: Figure) -> Table:
    """The table that a figure stands in."""
    return BY_NAME[figure.tep.rpartition("/")[2].removesuffix(".csv")]


def figure_lines(before: View, after: View, pairs: Sequence[Pair]) -> Iterator[str]:
    """What differs between paired figures of one commune, row by row."""
    told = set()
    for line, ids in _emptied(pairs):
        yield line
        told |= ids
    twice = _several_sources(before, after, pairs)
    rows = grouped(
        (pair for pair in pairs if pair.here.ma_so not in told), lambda p: (p.here.tep, p.here.dong, not p.new)
    )
    for row in rows.values():
        kept = [pair for pair in row if pair.old and pair.new]
        yield from _values(after, kept, twice)
        yield from _words(before, after, kept)
        if came := [pair.new for pair in row if pair.new and not pair.old]:
            yield f"Thêm: {_listed(after, came)}"
        if went := [pair.old for pair in row if pair.old and not pair.new]:
            yield f"Bỏ: {_listed(before, went)}"


# --- values -----------------------------------------------------------------------------------


def said(figure: Figure) -> str:
    """The value inside a sentence: `2.822 hồ sơ`, `chưa có số liệu`."""
    words = value(figure)
    return words if figure.tinh_trang == "co" else words[:1].lower() + words[1:]


def step(old: Figure, new: Figure) -> str:
    """From one value to the next, the unit once: `2.822 → 2.825 hồ sơ`."""
    one, two, unit = said(old), said(new), f" {new.don_vi}"
    both = new.don_vi and one.endswith(unit) and two.endswith(unit)
    return f"{one.removesuffix(unit) if both else one} → {two}"


def name(view: View, figure: Figure) -> str:
    """What a figure measures: `Kinh phí: Phần mềm`, `Mục tiêu: Tỷ lệ đúng hạn`."""
    opening = "Mục tiêu: " if figure.loai == "muc_tieu" else "Kinh phí: " if figure.chi_tieu == BUDGET else ""
    mark = " (tự tính lại)" if figure.loai == "tinh_lai" else ""
    return f"{opening}{cut(label(view, figure))}{mark}"


def about(view: View, figure: Figure) -> str:
    """What a figure measures and when."""
    return f"{name(view, figure)}, {figure.ky_in}"


def _several_sources(before: View, after: View, pairs: Sequence[Pair]) -> set[str]:
    """Subjects that more than one document speaks of: there the document is named."""
    subjects = {(about(after if pair.new else before, pair.here), pair.here.nguon) for pair in pairs}
    return {subject for subject, times in Counter(subject for subject, _ in subjects).items() if times > 1}


def _values(view: View, kept: Iterable[Pair], twice: set[str]) -> Iterator[str]:
    for old, new in kept:
        if old and new and said(old) != said(new):
            source = f" ({source_name(view, view.source(new.ma_xa, new.nguon))})" if about(view, new) in twice else ""
            yield f"{about(view, new)}{source}: {step(old, new)}"


def _listed(view: View, figures: Sequence[Figure]) -> str:
    """Figures of one row: what they share once, then each value."""
    first = figures[0]
    if len(figures) == 1:
        return f"{about(view, first)}: {said(first)}"
    table = table_of(first)
    headings = {column.melts_to: column.heading for column in table.columns}
    values = (f"{headings[figure.chi_tieu].lower()} {said(figure)}" for figure in figures)
    return f"{_row(view, figures)}, {first.ky_in}: {'; '.join(values)}"


def _row(view: View, figures: Sequence[Figure]) -> str:
    """A row of a form: its table and group; a lone figure by its name."""
    first = figures[0]
    if len(figures) == 1:
        return name(view, first)
    group = view.indicator(first.chi_tieu).breakdowns.get(first.phan_to, first.phan_to)
    return f"{table_of(first).title}, {group}" if group else table_of(first).title


def _emptied(pairs: Sequence[Pair]) -> Iterator[tuple[str, set[str]]]:
    """Tables and columns that lost all their values, more than one: a sentence and the ids it is about."""
    for own in grouped(pairs, lambda pair: pair.here.tep).values():
        table = table_of(own[0].here)
        if _lost(own):
            yield f"Bảng “{table.title}” không còn số nào: mất {len(own)} số liệu", {p.here.ma_so for p in own}
            continue
        headings = {column.melts_to: column.heading for column in table.columns if column.melts_to}
        for indicator, column in grouped(own, lambda pair: pair.here.chi_tieu).items():
            if indicator in headings and _lost(column):
                words = f"Cột “{headings[indicator]}” của bảng “{table.title}” không còn số nào"
                yield f"{words}: mất {len(column)} số liệu", {p.here.ma_so for p in column}


def _lost(pairs: Sequence[Pair]) -> bool:
    gone = [p for p in pairs if p.old and p.old.tinh_trang == "co" and (not p.new or p.new.tinh_trang == "chua_co")]
    return len(gone) == len(pairs) > 1


# --- words ------------------------------------------------------------------------------------

_PARTS = {
    "ma_so": "mã",
    "chi_tieu": "chỉ tiêu",
    "phan_to": "phân tổ",
    "loai": "loại",
    "nguon": "văn bản nguồn",
    "loai_ky": "loại kỳ",
    "lap_lai": "lặp lại",
    "co_so": "tính trên",
    "ngoai_tru": "ngoại trừ",
    "gom_ky_truoc": "trực tuyến gồm cả kỳ trước",
    "noi_dung": "nội dung",
    "ma_cha": "mã dòng cha",
    "du_dong_con": "đã đủ dòng con",
    "nhan_dinh": "văn bản nhận định",
    "don_vi_bao_cao": "cơ quan báo cáo",
    "vi_tri": "vị trí trong văn bản",
    "ghi_chu": "ghi chú",
    "in_sai": "đúng như văn bản in",
}
"""Parts of a figure besides its value, each with the word for it, in the order they are told."""

_CODED = {
    "loai": {"bao_cao": "báo cáo", "nhu_cau": "nhu cầu", "phan_bo": "được phân bổ"},
    "loai_ky": choices.PERIOD_KINDS,
    "lap_lai": {"mot_lan": "một lần", "hang_nam": "hằng năm"},
    "gom_ky_truoc": choices.INCLUDES,
    "du_dong_con": {"co": "có", "khong": "không"},
    "nhan_dinh": choices.CLAIMS,
    "in_sai": {"co": "có"},
}


def _words(before: View, after: View, kept: Sequence[Pair]) -> Iterator[str]:
    """Changes besides the value; one that several figures of a row share is told once."""
    changes = [(pair.here, change) for pair in kept for change in _changes(before, after, pair)]
    for change, own in grouped(changes, lambda item: item[1]).items():
        figures = [figure for figure, _ in own]
        when = "" if change.startswith("kỳ: ") else f", {figures[0].ky_in}"
        yield f"{_row(after, figures)}{when}, {change}"


def _changes(before: View, after: View, pair: Pair) -> Iterator[str]:
    old, new = pair
    assert old
    assert new
    if _period(old) != _period(new):
        yield f"kỳ: {_period(old)} → {_period(new)}"
    if said(old) == said(new) and old.nhu_in != new.nhu_in:
        yield f"in trong văn bản: {quoted(old.nhu_in, new.nhu_in)}"
    for part, words in _PARTS.items():
        if part == "ma_so" and new.loai != "muc_tieu":  # other ids only say the parts again
            continue
        one, two = _part(before, old, part), _part(after, new, part)
        if one != two:
            yield f"{words}: {quoted(one, two)}"


def _period(figure: Figure) -> str:
    days = [show_date(day) for day in (figure.tu_ngay, figure.den_ngay) if day]
    return f"{figure.ky_in} ({' đến '.join(days)})" if days else figure.ky_in


def _part(view: View, figure: Figure, part: str) -> str:
    text: str = getattr(figure, part)
    if part == "ma_so":
        return text.partition(".")[2]
    if part == "chi_tieu":
        return view.indicator(text).name
    if part == "phan_to":
        return view.indicator(figure.chi_tieu).breakdowns.get(text, text)
    if part == "nguon":
        return source_name(view, view.source(figure.ma_xa, text))
    return _CODED.get(part, {}).get(text, text)
