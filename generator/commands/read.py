"""`portal read`: drafts of the month's rows from a report as offices write it."""

from __future__ import annotations

import argparse
import sys

from generator.drafting.make_draft import make_draft
from generator.forms.archive import NotAForm
from generator.language.vietnamese import lines_in_print
from generator.officer import problem_text


def run(options: argparse.Namespace) -> int:
    """Make the drafts and tell how many; 1 where the report cannot be read or the commune's files have errors."""
    try:
        made = make_draft(options.report, options.data, options.code, options.out)
    except NotAForm as fault:
        print(lines_in_print(f"Chưa làm bản thảo. {fault.message}\nCách sửa: {fault.remedy}"), file=sys.stderr)
        return 1
    for problem in made.problems:
        print(problem_text.paragraph(problem))
    if made.form is None:
        print("Chưa làm bản thảo: sửa các lỗi trên trước.")
        return 1
    print(f"Tìm thấy {sum(count for _, count in made.counts)} con số:")
    print("\n".join(f"  {state}: {count}" for state, count in made.counts))
    print(lines_in_print(f"Biểu có bản thảo: {made.form}"))
    print(lines_in_print(f"Danh sách các số tìm thấy: {made.list}"))
    print("Chưa ghi gì vào dữ liệu. So từng ô vàng có dấu ? với văn bản, xóa dấu ?, rồi dùng portal import.")
    return 0
