"""Which figures and rows answer a question: the rate on time, the teams, the money, the tasks that are overdue.

Pages, notices and the loudspeaker choose here, so that they cannot tell different things of one commune.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model.commune import Commune
from generator.model.figure import Figure
from generator.pieces.view import View, pick, with_value


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
