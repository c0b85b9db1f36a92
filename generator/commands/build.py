"""`portal build`: checks the data, builds the whole site, puts it in the place of the old one."""

from __future__ import annotations

import argparse
import datetime as dt
import errno
import sys
from importlib import import_module
from types import ModuleType

from generator import standing
from generator.language.disk_faults import why
from generator.model.edition import MANIFEST
from generator.model.problem import Refused
from generator.past.past import past
from generator.publishing import copies, edition, switch
from generator.publishing.edition import NONE, Origin, Previous
from generator.publishing.mkdocs_site import Settings
from generator.publishing.runs import SiteError
from generator.reading.data_folder import folders_of

_OF_THE_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO}
"""Errors of a disk that is full, broken or not ours to write."""


def run(options: argparse.Namespace) -> int:
    """Build alone from the first look at the data on, so that no older state of them follows a newer one; 1 where
    errors of the data stop it. Raises SiteError where pages are at fault or cannot be written.
    """
    try:
        with switch.alone(options.out):
            return _alone(options, standing.origin_of(options.data, _before(options)))
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


def _alone(options: argparse.Namespace, origin: Origin) -> int:
    names = folders_of(options.data, options.only)
    settings = Settings(_date(options), options.site_url or "", options.offline)
    there = past(options.data)
    key = standing.key_of(there, names, settings, options.data, origin)
    told = standing.told(options.out, key()) if not options.keep_last_good else None
    if told is None:
        return int(_anew().run(options, settings, origin, there, key))
    print("\n".join(filter(None, (told, f"Không có gì thay đổi: mở {options.out / 'index.html'}"))))
    return 0


def _date(options: argparse.Namespace) -> dt.date:
    return options.date or standing.day_of_head() or _anew().date_of_figures(options)


def _anew() -> ModuleType:
    """What makes pages: to load it takes longer than all keys together, and most builds of a day have nothing to do."""
    return import_module("generator.commands.build_anew")
