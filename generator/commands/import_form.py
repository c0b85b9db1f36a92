"""`portal import`: filled forms become data, one or those of a whole province; so does a table of many communes."""

from __future__ import annotations

import argparse

from generator.forms import exchange
from generator.language.vietnamese import lines_in_print
from generator.officer.form_answer import answer, report
from generator.officer.province_forms import take_in
from generator.reading.province import province_of


def run(options: argparse.Namespace) -> int:
    """Print what changes, and write it but with `--dry-run`; 1 where a form has errors: nothing of it is written."""
    if options.tinh:
        return _of_province(options)
    came = exchange.import_form(options.file, options.data, write=not options.dry_run)
    print(answer(came, written=not options.dry_run))
    return 1 if came.broken else 0


def _of_province(options: argparse.Namespace) -> int:
    province, write = province_of(options.data, options.tinh), not options.dry_run
    came = take_in(options.file, options.data, province, options.list, options.out, write=write)
    for line in report(came.many, province, came.listed):
        print(lines_in_print(line))
    if not write:
        print("Chạy thử: chưa ghi gì vào số liệu và danh sách theo dõi.")
    print(lines_in_print(f"Lời trả lời từng xã, để gửi lại cho xã: {came.answers}"))
    if came.list_path and write:
        print(lines_in_print(f"Đã đánh dấu vào danh sách theo dõi: {came.list_path}"))
    return 1 if came.many.broken else 0
