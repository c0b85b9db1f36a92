"""`portal notice`: the notices of a commune as a PDF, a subject a page."""

from __future__ import annotations

import argparse
import sys

from generator import build
from generator.commune.survey import survey
from generator.officer import problem_text
from generator.officer.print_notices import print_notices
from generator.pieces.views import view_of


def run(options: argparse.Namespace) -> int:
    """Print them; 1 where the data have errors. Raises NotPrinted where no browser does it."""
    surveyed = survey(options.data, [options.code])
    if surveyed.broken:
        print(problem_text.as_text(surveyed))
        print("Chưa in: sửa các lỗi trên trước.", file=sys.stderr)
        return 1
    date = options.date or build.default_date(lambda: surveyed.outcomes)
    view = view_of(surveyed, date, options.site_url or "")
    path, pages = print_notices(view, options.subject, options.out)
    print(f"Đã in {pages} tờ niêm yết: {path}")
    if not options.site_url:
        print("Tờ chưa có mã QR vì chưa biết địa chỉ của trang: thêm --site-url https://… rồi in lại.")
    return 0
