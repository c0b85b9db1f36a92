"""A figure as a plain sentence that begins with its number, for paper and for whoever reads from far off."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.figures.due import newest_day
from generator.language.numbers import PERCENT, show_number
from generator.language.vietnamese import inside, opened, stopped
from generator.model.commune import Commune
from generator.model.figure import Figure, Kind
from generator.model.figure_words import last_day
from generator.model.period import PeriodKind
from generator.pieces.changed import changed
from generator.pieces.document_links import source_name
from generator.pieces.paper import shortened
from generator.pieces.shown import only, period, printed_otherwise, tells_more, value
from generator.pieces.view import View, scope

NO_BASE = "(*)"
"""Mark of a rate whose document does not say what it is a share of."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A number in large type, the words before it, its unit and what follows: together a sentence.

    `origin` is its period and document; `known` the last day that a measured figure tells of (None where
    none is told); `figure` the id of the
    figure told, '' where it is none. `missing` is true where the number is the word that there is none.
    """

    number: str
    sentence: str
    origin: str = ""
    before: str = ""
    unit: str = ""
    known: dt.date | None = None
    figure: str = ""
    missing: bool = False


def named(view: View, commune: Commune, source: str) -> str:
    """A document as people call it, with what it is not yet."""
    record = view.source(commune.code, source)
    return source_name(view, record) + (" (dự thảo)" if record["tinh_trang"] == "du_thao" else "")


def origin_of(view: View, figure: Figure) -> tuple[str, dt.date | None]:
    """Period and document of a figure, and the day up to which it measured; None where there is none."""
    record = view.source(figure.commune, figure.source)
    draft = " (dự thảo)" if record["tinh_trang"] == "du_thao" else ""
    at_a_day = figure.period.kind is PeriodKind.AT and figure.period.end
    when = f"Đến {last_day(figure)}" if at_a_day else shortened(period(figure), 70)
    return f"{stopped(opened(when))} Nguồn: {source_name(view, record)}{draft}", newest_day([figure])


def told(view: View, figure: Figure, sentence: str) -> Fact:
    """A figure with its sentence, its number taken apart from what stands around it, and how it changed."""
    before, number, unit = parted(value(figure))
    origin, known = origin_of(view, figure)
    text = f"{sentence}{_caution(view, figure, sentence)} {_change(view, figure)}".rstrip()
    return Fact(number, text, origin, before, unit, known, figure.id)


def _change(view: View, figure: Figure) -> str:
    """To the period before, else to the same one a year ago: paper has room for one, and for none where nothing moved:
    there another fact says more.
    """
    commune = next(commune for commune in view.dataset.communes if commune.code == figure.commune)
    found = changed(view, commune, figure)
    steps = ((found.before, found.previous), (found.year, found.year_ago)) if found else ()
    return next((words for step, words in steps if step and step.moved), "")


def parted(shown: str) -> tuple[str, str, str]:
    """A value as words before its number, number, unit.

    >>> parted("khoảng 55%–60%"), parted("275,4 triệu đồng")
    (('khoảng', '55%–60%', ''), ('', '275,4', 'triệu đồng'))
    """
    found = re.fullmatch(r"(\D*?)\s*(\d[\d.,/%–]*)\s*(.*)", shown)
    return (found[1], found[2], found[3]) if found else ("", shown, "")


def after(view: View, figure: Figure) -> str:
    """What follows the number, with the part that it is about."""
    indicator = view.indicator(figure.topic.indicator)
    words = said.after if (said := view.said_of(figure.topic.indicator)) else ""
    if words.endswith(":"):
        return stopped(f"{words} {inside(shortened(figure.words or indicator.name, 90))}")
    part = indicator.part(figure.topic.breakdown)
    return f"{words.removesuffix('.')} ({part})." if part else words


def _caution(view: View, figure: Figure, sentence: str) -> str:
    """What a reader must know of a number: what it is a share of if the sentence does not say it, that it is ours,
    what it leaves out.
    """
    said = ""
    if view.indicator(figure.topic.indicator).unit == PERCENT and figure.base == "không nêu":
        said += f"\u00a0{NO_BASE}"
    elif view.indicator(figure.topic.indicator).unit == PERCENT and figure.base.split(" (")[0] not in sentence:
        said += f" Tính trên {shortened(figure.base, 60)}."
    ratio = figure.base if figure.is_ratio and figure.unit != PERCENT and tells_more(figure) else ""
    if covered := scope(view, figure) or ratio:
        said += f" {opened(only(shortened(covered, 80)))}."
    if figure.kind is Kind.COMPUTED:
        said += " Số do trang tự tính."
    words = view.said_of(figure.topic.indicator)
    if words and words.uncarried and figure.with_carried == "khong":
        said += f" {words.uncarried}"
    if figure.without:
        said += f" Không kể {shortened(figure.without, 60)}."
    if as_printed := printed_otherwise(figure):
        said += f" Văn bản in “{shortened(as_printed, 40)}”."
    return said


def counted(
    view: View, commune: Commune, count: int, unit: str, sentence: str, when: str, sources: Iterable[str]
) -> Fact:
    """A number of rows with the documents that they come from."""
    used = list(dict.fromkeys(sources))
    more = f" và {len(used) - 2} văn bản khác" if len(used) > 2 else ""
    names = "; ".join(named(view, commune, source) for source in used[:2])
    return Fact(show_number(count), sentence, f"{when}. Nguồn: {names}{more}", "", unit)
