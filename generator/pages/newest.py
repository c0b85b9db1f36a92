"""Which figures and rows answer a question: the rate on time, the teams, the money, the tasks that are overdue.

Pages, notices and the loudspeaker choose here, so that they cannot tell different things of one commune.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.language.vietnamese import fold
from generator.model.commune import Commune
from generator.model.figure import BUDGET, Figure
from generator.model.record import Record
from generator.pages.view import View, pick, with_value


def wholes(figures: Iterable[Figure], *indicators: str, kinds: Sequence[str] = ("bao_cao",)) -> list[Figure]:
    """Figures with a value that are of the whole, not of a part, newest first."""
    return [figure for figure in with_value(pick(figures, *indicators, kinds=kinds)) if not figure.phan_to]


UNBELIEVABLE = (
    "Văn bản có nêu, nhưng con số không thể đúng nên không nhắc lại ở đây; trang ghi rõ chỗ chưa khớp bên cạnh số ấy."
)


def unstated(view: View, commune: Commune, sentence: str, *indicators: str) -> str:
    """A sentence that some indicators are not stated; of those that a document states, but as they cannot be, that they
    are not repeated.
    """
    doubted = any(f.ma_so in view.impossible and f.chi_tieu in indicators for f in view.of(commune))
    return UNBELIEVABLE if doubted else sentence


def moment(figure: Figure) -> tuple[str, ...]:
    """Document and days of a figure: what figures of one sentence have in common."""
    return figure.nguon, figure.loai_ky, figure.tu_ngay, figure.den_ngay


def any_number(figures: Iterable[Figure]) -> bool:
    """Whether there is anything to read out: a number that is no target."""
    return any(figure.loai != "muc_tieu" for figure in with_value(figures))


def newest_day(figures: Iterable[Figure]) -> str:
    """The last day (ISO) that a measured figure tells of, as its document gives it; '' where none gives a day. Plans,
    allocations and days of signing measure nothing.
    """
    measured = (f for f in with_value(figures) if f.loai == "bao_cao" and not f.thay_boi)
    return max((figure.den_ngay for figure in measured), default="")


def others(figures: Iterable[Figure], figure: Figure) -> list[Figure]:
    """Other values that documents still standing give for the period of a figure; none where it has no day."""
    same = (figure.chi_tieu, figure.phan_to, figure.loai, *moment(figure)[1:])
    return [
        f for f in with_value(figures)
        if (f.chi_tieu, f.phan_to, f.loai, *moment(f)[1:]) == same
        and figure.den_ngay and f.nguon != figure.nguon and f.gia_tri != figure.gia_tri and not f.thay_boi
    ]  # fmt: skip


def rivals(figures: Iterable[Figure], figure: Figure) -> list[Figure]:
    """Those of `others` whose documents are of the same day: neither speaks before the other."""
    return [f for f in others(figures, figure) if f.ngay_nguon == figure.ngay_nguon]


def year_before(figures: Iterable[Figure], figure: Figure) -> Figure | None:
    """The same question over the same days of the year before."""
    earlier = tuple(_last_year(day) for day in (figure.tu_ngay, figure.den_ngay))
    found = wholes(figures, figure.chi_tieu, kinds=(figure.loai, "bao_cao", "tinh_lai"))
    return next((f for f in found if figure.den_ngay and f.loai_ky == figure.loai_ky
                 and (f.tu_ngay, f.den_ngay) == earlier), None)  # fmt: skip


def _last_year(day: str) -> str:
    """The same day a year earlier; the last of February stays the last."""
    if not day:
        return ""
    year = int(day[:4]) - 1
    return f"{year}-02-{28 + calendar.isleap(year)}" if day[5:] in ("02-28", "02-29") else f"{year}{day[4:]}"


# --- dossiers ---------------------------------------------------------------------------------


def on_time(figures: Iterable[Figure]) -> Figure | None:
    """The rate of dossiers settled on time that answers: that of the newest period; of one period the one computed
    from counts.
    """
    return next(iter(rates_on_time(figures)), None)


def rates_on_time(figures: Iterable[Figure]) -> list[Figure]:
    """Rates of dossiers settled on time, a period each, the newest first."""
    found = wholes(figures, "ty_le_dung_han", kinds=("tinh_lai", "bao_cao"))
    found.sort(key=lambda f: f.loai != "tinh_lai")
    found.sort(key=lambda f: (f.order_day, f.ngay_nguon), reverse=True)
    found.sort(key=lambda f: f.thay_boi != "")
    first: dict[tuple[str, ...], Figure] = {}
    for figure in found:
        first.setdefault(moment(figure)[1:], figure)
    return list(first.values())


@dataclass(frozen=True, slots=True)
class LeftOver:
    """What is left over of the whole of a rate: `count` is the whole without its part, None where the document prints
    another number, `printed`, so that neither can be told as the number.
    """

    count: float | None
    printed: Figure | None


def left_over(figures: Iterable[Figure], rate: Figure, indicator: str) -> LeftOver:
    """How many are left over by the document that a computed rate is from, which may print them as `indicator`."""
    printed = next((f for f in wholes(figures, indicator) if moment(f) == moment(rate)), None)
    count = rate.mau_so - rate.tu_so
    agreed = count >= 0 and (printed is None or printed.gia_tri == count)
    return LeftOver(count if agreed else None, printed)


def row_of(figures: Iterable[Figure], figure: Figure) -> dict[str, Figure]:
    """Indicator to figure of the table row in which a figure stands; what is blank there is left out."""
    return {f.chi_tieu: f for f in with_value(figures) if (f.tep, f.dong) == (figure.tep, figure.dong)}


# --- teams ------------------------------------------------------------------------------------


def teams(figures: Iterable[Figure]) -> Figure | None:
    """The newest count of community digital teams."""
    return next(iter(with_value(pick(figures, "to_cnsc"))), None)


def members(figures: Iterable[Figure], team: Figure) -> Figure | None:
    """How many people are in the teams, by the document and on the day of their count."""
    same = (team.nguon, team.den_ngay)
    found = with_value(pick(figures, "to_cnsc_thanh_vien"))
    return next((figure for figure in found if (figure.nguon, figure.den_ngay) == same), None)


# --- money ------------------------------------------------------------------------------------


def allocated(figures: Iterable[Figure]) -> Figure | None:
    """The newest total that was allocated."""
    totals = [line for line in _lines(figures, "phan_bo") if not line.ma_cha]
    totals.sort(key=lambda line: (line.thay_boi == "", line.order_day, line.ngay_nguon), reverse=True)
    return next(iter(totals), None)


def shares(figures: Iterable[Figure], total: Figure) -> list[Figure]:
    """What a total is divided into, by its own document."""
    lines = _lines(figures, total.loai)
    return [line for line in lines if (line.ma_cha, line.nguon) == (total.phan_to, total.nguon)]


def spent(figures: Iterable[Figure]) -> list[Figure]:
    """What was spent, newest first."""
    return sorted(_lines(figures, "bao_cao"), key=lambda line: line.order_day, reverse=True)


def asked(figures: Iterable[Figure]) -> list[Figure]:
    """Sums that are asked for, without the lines that they consist of."""
    return [line for line in _lines(figures, "nhu_cau") if not line.ma_cha]


def within(line: Figure, total: Figure) -> bool:
    """Whether the days of a budget line lie within those of a total; one day stands for its year up to then. Where a
    day is not given nobody knows.
    """
    if not (line.den_ngay and total.den_ngay):
        return False
    first = total.tu_ngay or f"{total.den_ngay[:4]}-01-01"
    return first <= (line.tu_ngay or line.den_ngay) and line.den_ngay <= total.den_ngay


def _lines(figures: Iterable[Figure], kind: str) -> list[Figure]:
    return with_value(figure for figure in figures if (figure.chi_tieu, figure.loai) == (BUDGET, kind))


# --- tasks and proposals ----------------------------------------------------------------------


def overdue(tasks: Iterable[Record], date: dt.date) -> list[Record]:
    """Tasks whose day has passed while no document says what has become of them."""
    dated = (task for task in tasks if task["loai_thoi_han"] == "co_ngay" and not task["trang_thai"])
    return [task for task in dated if "" < task["den_ngay"] < date.isoformat()]


def distinct(directives: Iterable[Record]) -> int:
    """How many documents the rows of directives are: one that is printed in two ways, or named by two documents,
    counts once. A number begins anew each year.
    """
    rows = list(directives)
    numbered = {(_plain_number(row), row["ngay"][:4]) for row in rows if row["so_hieu"] and row["ngay"]}
    undated = {_plain_number(row) for row in rows if row["so_hieu"] and not row["ngay"]}
    unnumbered = {(row["loai"], row["ngay"], fold(row["trich_yeu"])) for row in rows if not row["so_hieu"]}
    return len(numbered) + len(undated - {number for number, _ in numbered}) + len(unnumbered)


def _plain_number(directive: Record) -> str:
    return fold(directive["so_hieu"]).replace("/", "-")


def unowned(proposals: Iterable[Record]) -> list[Record]:
    """Proposals without anybody named to answer them."""
    return [row for row in proposals if not row["co_quan_tra_loi"]]
