"""What communes can be placed by that is no indicator: how much of what was given is spent, how many tasks are late."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.country.placed import Placed, days, text
from generator.figures.budget_lines import Year, lines
from generator.figures.due import silence
from generator.language.numbers import show_money, show_number
from generator.model.catalogue import LATE_TASKS, SPENT_OF
from generator.model.commune import Commune
from generator.model.figure import BUDGET
from generator.model.figure_words import stage_in_words
from generator.model.grouping import grouped
from generator.model.period import Length, Period
from generator.pieces.addresses import anchor, figure_page
from generator.pieces.due_shown import newest_of
from generator.pieces.moments import called
from generator.pieces.view import View
from generator.subjects.progress import LATE, due_day
from generator.subjects.tasks import Task, tasks_of


def spent(view: View, commune: Commune) -> Iterator[Placed]:
    """Of each year, what share of the money that was given for science and digital transformation is spent, by the one
    line that is the whole.
    """
    figures = [figure for figure in view.sayable(commune) if figure.topic.indicator == BUDGET]
    wholes = [line for line in lines(figures) if not line.parents]
    known = [year for line in wholes for number in line.years if (year := line.year(number)).share is not None]
    by_year = grouped(known, lambda year: year.year)
    alone = [own[0] for own in by_year.values() if len(own) == 1]
    for year in alone:
        yield from _of_year(view, commune, year, newest=year.year == max(one.year for one in alone))
    if figures and not alone:
        yield Placed(SPENT_OF, commune.code, "nhieu_dong" if known else "khong_chi")


def _of_year(view: View, commune: Commune, year: Year, *, newest: bool) -> Iterator[Placed]:
    done, given, share = year.done, year.given, year.share
    if done is None or given is None or share is None or done.period.end is None:
        return
    since = Period(done.period.kind, done.period.end.replace(month=1, day=1), done.period.end)
    yield Placed(
        SPENT_OF, commune.code, "so", str(since.kind), str(since.length.value), *days(since),
        f"% của tiền {stage_in_words(given)}", "", text(share), text(done.number), text(given.number), 0,
        f"{show_number(share, 1)}% ({show_money(done.number)} trong {show_money(given.number)})", called(since),
        figure_page(view, commune, done).removeprefix(commune.address), anchor(done.id), newest=int(newest),
    )  # fmt: skip


def late_tasks(view: View, commune: Commune) -> Iterator[Placed]:
    """Tasks that are late on the day of the site, of those with a day; its last day is that on which the last fell due.
    Of who has been silent for long nobody knows whether what is late is done meanwhile.
    """
    dated = [task for task in tasks_of(view, commune) if due_day(task.row)]
    if not dated:
        return
    late, whole = sum(task.state == LATE for task in dated), len(dated)
    if late and _is_silent(view, commune, dated):
        yield Placed(LATE_TASKS, commune.code, "im_lang")
        return
    past = max((day for task in dated if (day := due_day(task.row)) and day < view.date), default=None)
    yield Placed(
        LATE_TASKS, commune.code, "so", "thoi_diem", str(Length.OTHER.value), "", past.isoformat() if past else "",
        "việc có ngày phải xong", "", str(late), str(late), str(whole), 0, f"{late} trong {whole} việc", "",
        "muc-tieu-nhiem-vu/", "nhiem-vu", newest=1,
    )  # fmt: skip


def _is_silent(view: View, commune: Commune, tasks: Iterable[Task]) -> bool:
    """Whether nothing has told of a commune for months, its tasks included."""
    told = (report.day for task in tasks for report in task.told)
    newest = max((day for day in (newest_of(view, commune), *told) if day), default=None)
    return newest is None or bool(silence(newest, view.date))
