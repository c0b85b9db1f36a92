"""`portal build`: checks the data, builds the whole site, puts it in the place of the old one."""

from __future__ import annotations

import argparse
import datetime as dt
import errno
import sys
from collections import Counter
from collections.abc import Sequence
from functools import partial

from generator import build
from generator.changes import pr_comment
from generator.commands import progress
from generator.commune.survey import MOST_TRIED, folder_of, underway
from generator.language.disk_faults import why
from generator.model.edition import MANIFEST
from generator.model.problem import Problem, Refused
from generator.officer import problem_text
from generator.past.past import past
from generator.publishing import copies, edition, site_key, switch
from generator.publishing.at_fault import AtFault
from generator.publishing.edition import NONE, Origin, Previous
from generator.publishing.mkdocs_site import Settings
from generator.publishing.runs import SiteError

_OF_THE_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO}
"""Errors of a disk that is full, broken or not ours to write."""


def run(options: argparse.Namespace) -> int:
    """Build alone from the first look at the data on, so that no older state of them follows a newer one; 1 where
    errors of the data stop it. Raises SiteError where pages are at fault or cannot be written.
    """
    try:
        with switch.alone(options.out):
            return _alone(options, build.origin_of(options.data, _before(options)))
    except OSError as fault:
        if fault.errno not in _OF_THE_DISK:
            raise
        raise SiteError(f"Không ghi được “{fault.filename or options.out}” ({why(fault)}).") from None


def _before(options: argparse.Namespace) -> Previous | None:
    """The edition that this one follows. Raises Refused where the site that is replaced lists editions, and nothing is
    said of them; SiteError where it cannot be known.
    """
    if options.previous is None:
        if count := edition.listed(options.out):
            raise Refused(
                f"Trang ở “{options.out}” kê {count} bản phát hành trước; dựng thế này sẽ mất danh sách ấy. Thêm "
                f"--previous {options.out} để nối tiếp, hoặc --previous {NONE} để bắt đầu danh sách mới."
            )
        return None
    if options.previous == NONE:
        return None
    place = options.previous
    if copies.is_address(place) and not place.endswith(MANIFEST):
        place = f"{place.rstrip('/')}/"  # of a site, even where a name with a dot looks like a file
    copy, path = next(copies.above(place))
    if path not in ("", MANIFEST):
        raise Refused(f"“{place}” không phải trang đã đăng; ghi địa chỉ, thư mục hoặc manifest.json của nó.")
    found = edition.previous(copy)
    if not found:
        print(f"Ở “{place}” chưa có bản phát hành nào: danh sách bắt đầu từ bản này.", file=sys.stderr)
    return found


def _alone(options: argparse.Namespace, origin: Origin, at_fault: Sequence[Problem] = ()) -> int:
    """`at_fault` are what the pages of single communes showed when they were built before."""
    kept = tuple(at_fault) if options.keep_last_good else None
    begun = underway(options.data, options.only, _day_of(options), kept)
    date = options.date or build.default_date(lambda: underway(options.data, options.only, _day_of(options)).outcomes)
    settings = Settings(date, options.site_url or "", options.offline)
    there = past(options.data)
    key = partial(site_key.key, options.data, begun.names, settings, there.mark(begun.names), edition=origin.mark)
    before = site_key.told(build.workplace(options.out), options.out, key()) if kept is None else None
    if before is not None:  # older versions come from git, which no key knows
        _print(before)
        print(f"Không có gì thay đổi: mở {options.out / 'index.html'}")
        return 0
    try:
        known = key if kept is None else None
        with progress.told(quiet=options.quiet) as tell:
            made = build.build(begun, options.out, settings, tell, options.only, options.jobs, known, there, origin)
    except build.Unsound as fault:
        _print(problem_text.of_build(fault.surveyed))
        print("Chưa dựng trang; trang cũ (nếu có) giữ nguyên.", file=sys.stderr)
        return 1
    except AtFault as fault:
        if not options.keep_last_good or _left_out_before(at_fault, fault.problems):
            print("\n".join(problem_text.paragraph(problem) for problem in fault.problems))
            raise
        print("Trang của một số xã không đăng được; dựng lại với bản trước của các xã ấy.", file=sys.stderr)
        return _alone(options, origin, (*at_fault, *fault.problems))
    _print(problem_text.of_build(made))
    if options.report:
        options.report.write_text(pr_comment.as_report(made, date), encoding="utf-8")
    print(f"Đã dựng trang: mở {options.out / 'index.html'}")
    return 0


def _left_out_before(tried: Sequence[Problem], now: Sequence[Problem]) -> bool:
    """Whether pages are at fault of a commune of which nothing was to be shown: no older version would help."""
    times = Counter(map(folder_of, tried))
    return any(times[folder_of(problem)] >= MOST_TRIED for problem in now)


def _print(text: str) -> None:
    if text:
        print(text)


def _day_of(options: argparse.Namespace) -> dt.date:
    """The day of the check: today, or the day of the site where that is later. A site made for an earlier day may
    still hold what has happened since.
    """
    return max(dt.date.today(), options.date or dt.date.min)
