"""What `portal build` does where the site that stands is not the one that is wanted."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections import Counter
from collections.abc import Callable, Sequence

from generator import build
from generator.changes import pr_comment
from generator.commands import progress
from generator.commune.outcome import Survey
from generator.commune.survey import MOST_TRIED, folder_of, underway
from generator.model.problem import Problem
from generator.officer import problem_text
from generator.past.past import Past
from generator.publishing.at_fault import AtFault
from generator.publishing.edition import Origin
from generator.publishing.mkdocs_site import Settings


def run(options: argparse.Namespace, settings: Settings, origin: Origin, past: Past, key: Callable[[], str]) -> int:
    """Build, by the `key` of what is wanted; 1 where errors of the data stop it. Raises SiteError."""
    try:
        keeping = options.keep_last_good
        made = _kept_good(options, settings, origin, past) if keeping else _built(options, settings, origin, past, key)
    except build.Unsound as fault:
        _print(problem_text.of_build(fault.surveyed))
        print("Chưa dựng trang; trang cũ (nếu có) giữ nguyên.", file=sys.stderr)
        return 1
    except AtFault as fault:
        print("\n".join(problem_text.paragraph(problem) for problem in fault.problems))
        raise
    _print(problem_text.of_build(made))
    if options.report:
        options.report.write_text(pr_comment.as_report(made, settings.date), encoding="utf-8")
    print(f"Đã dựng trang: mở {options.out / 'index.html'}")
    return 0


def _kept_good(options: argparse.Namespace, settings: Settings, origin: Origin, past: Past) -> Survey:
    """Older versions stand in for communes whose data, or whose pages once they are built, are at fault. They come from
    git, and no key knows them.
    """
    at_fault: list[Problem] = []
    while True:
        try:
            return _built(options, settings, origin, past, None, at_fault)
        except AtFault as fault:
            if _left_out_before(at_fault, fault.problems):
                raise
            print("Trang của một số xã không đăng được; dựng lại với bản trước của các xã ấy.", file=sys.stderr)
            at_fault += fault.problems


def _built(
    options: argparse.Namespace,
    settings: Settings,
    origin: Origin,
    past: Past,
    key: Callable[[], str] | None,
    at_fault: Sequence[Problem] | None = None,
) -> Survey:
    begun = underway(options.data, options.only, day_of(options), at_fault)
    with progress.told(quiet=options.quiet) as tell:
        return build.build(begun, options.out, settings, tell, options.only, options.jobs, key, past, origin)


def _left_out_before(tried: Sequence[Problem], now: Sequence[Problem]) -> bool:
    """Whether pages are at fault of a commune of which nothing was to be shown: no older version would help."""
    times = Counter(map(folder_of, tried))
    return any(times[folder_of(problem)] >= MOST_TRIED for problem in now)


def date_of_figures(options: argparse.Namespace) -> dt.date:
    """The date of a site where neither the command nor git says one."""
    return build.default_date(lambda: underway(options.data, options.only, day_of(options)).outcomes)


def day_of(options: argparse.Namespace) -> dt.date:
    """The day of the check: today, or the day of the site where that is later. A site made for an earlier day may
    still hold what has happened since.
    """
    return max(dt.date.today(), options.date or dt.date.min)


def _print(text: str) -> None:
    if text:
        print(text)
