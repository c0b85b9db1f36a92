"""`portal notice`: the notices of a commune as a PDF, a subject a page, or those of every commune of a province."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator import build
from generator.commune.survey import survey
from generator.language.disk_faults import why
from generator.language.vietnamese import lines_in_print
from generator.model.problem import Refused
from generator.officer import problem_text
from generator.officer.print_notices import print_notices
from generator.pieces.views import view_of
from generator.reading.province import province_of


def run(options: argparse.Namespace) -> int:
    """Print them; 1 where the data have errors. Raises NotPrinted where no browser does it."""
    if options.tinh:
        return _of_province(options)
    if not _printed(options, options.code, options.out):
        print("Chưa in: sửa các lỗi trên trước.", file=sys.stderr)
        return 1
    _without_address(options)
    return 0


def _of_province(options: argparse.Namespace) -> int:
    """A commune that has errors, or no figures yet, holds back no other."""
    province = province_of(options.data, options.tinh)
    out: Path = options.out or Path(f"niem-yet-{province.file_name}")
    if not province.folders:
        raise Refused(f"{province.unit.name} chưa có thư mục xã nào để in.")
    try:
        out.mkdir(exist_ok=True)
    except OSError as fault:
        raise Refused(f"Không tạo được thư mục “{out}”: {why(fault)}.") from None
    names = {unit.code: unit.name for unit in province.communes}
    faulty, silent = [], []
    for code, folder in province.folders.items():
        try:
            if not _printed(options, code, out / f"niem-yet-{folder}.pdf"):
                faulty.append(names[code])
        except Refused as fault:
            if options.subject:
                raise  # a subject that nobody knows is unknown for all of them
            silent.append(names[code])
            print(lines_in_print(str(fault)))
    print(lines_in_print(f"Đã in tờ niêm yết của {len(province.folders) - len(faulty) - len(silent)} xã vào {out}"))
    _without_address(options)
    if faulty:
        print(f"Chưa in {len(faulty)} xã, sửa các lỗi trên trước: {', '.join(faulty)}.", file=sys.stderr)
    return 1 if faulty else 0


def _printed(options: argparse.Namespace, code: str, out: Path | None) -> bool:
    """Whether the notices of a commune were printed; where its data have errors these are told."""
    surveyed = survey(options.data, [code])
    if surveyed.broken:
        print(problem_text.as_text(surveyed))
        return False
    date = options.date or build.default_date(lambda: surveyed.outcomes)
    path, pages = print_notices(view_of(surveyed, date, options.site_url or ""), options.subject, out)
    print(lines_in_print(f"Đã in {pages} tờ niêm yết: {path}"))
    return True


def _without_address(options: argparse.Namespace) -> None:
    if not options.site_url:
        print("Tờ chưa có mã QR vì chưa biết địa chỉ của trang: thêm --site-url https://… rồi in lại.")
