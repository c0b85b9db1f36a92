"""`portal form`: the Excel form of a commune."""

from __future__ import annotations

import argparse

from generator.forms import make_form
from generator.language.vietnamese import lines_in_print
from generator.officer import problem_text


def run(options: argparse.Namespace) -> int:
    """Make it; 1 where the data have errors that keep it from being made."""
    path, problems = make_form.make_form(options.data, options.code, options.file)
    for problem in problems:
        print(problem_text.paragraph(problem))
    print(lines_in_print(f"Đã tạo biểu: {path}") if path else "Chưa tạo biểu: sửa các lỗi trên trước.")
    return 0 if path else 1
