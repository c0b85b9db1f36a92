"""`portal form`: the Excel form of a commune, or of every commune of a province in one archive."""

from __future__ import annotations

import argparse
from functools import partial

from generator.forms import make_form
from generator.forms.many_forms import make_forms
from generator.forms.return_list import NOT_MADE, WAITING
from generator.language.vietnamese import lines_in_print
from generator.officer import problem_text
from generator.reading.province import province_of


def run(options: argparse.Namespace) -> int:
    """Make it; 1 where the data have errors that keep one from being made."""
    if options.tinh:
        return _of_province(options)
    path, problems = make_form.make_form(options.data, options.code, options.out or options.file, _maker(options))
    for problem in problems:
        print(problem_text.paragraph(problem))
    print(lines_in_print(f"Đã tạo biểu: {path}") if path else "Chưa tạo biểu: sửa các lỗi trên trước.")
    return 0 if path else 1


def _maker(options: argparse.Namespace) -> make_form.Make:
    """The whole form, or that of a month: of the one that is named, else of the next."""
    if options.thang is None:
        return make_form.form_of
    return partial(make_form.month_form_of, month=options.thang)


def _of_province(options: argparse.Namespace) -> int:
    province = province_of(options.data, options.tinh)
    came = make_forms(options.data, province, options.out, _maker(options))
    for problem in came.problems:
        print(problem_text.paragraph(problem))
    if came.path is None:
        print("Chưa tạo biểu nào: sửa các lỗi trên trước.")
        return 1
    print(lines_in_print(f"Đã tạo {len(came.made.of(WAITING))} biểu của {province.unit.name}: {came.path}"))
    print(lines_in_print(f"Danh sách theo dõi ai đã gửi lại: {came.list}"))
    if faulty := came.made.of(NOT_MADE):
        print(f"Chưa tạo được biểu của {len(faulty)} xã, sửa các lỗi trên trước: {', '.join(faulty)}.")
    if bare := province.without_folder:
        print(f"{len(bare)} xã chưa có thư mục nên chưa có biểu; tạo bằng portal new --tinh {province.unit.code}.")
    return 1 if faulty else 0
