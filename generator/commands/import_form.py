"""`portal import`: a filled form becomes data."""

from __future__ import annotations

import argparse

from generator.forms import exchange
from generator.officer import problem_text


def run(options: argparse.Namespace) -> int:
    """Print what changes, and write it but with `--dry-run`; 1 where the form has errors, and nothing is written."""
    came = exchange.import_form(options.file, options.data, write=not options.dry_run)
    for problem in came.problems:
        print(problem_text.paragraph(problem))
    if came.broken:
        errors = sum(problem.severity == "error" for problem in came.problems)
        print(f"Chưa ghi gì: {errors} lỗi phải sửa rồi gửi lại.")
        return 1
    if not came.files:
        print("Biểu không có gì khác số liệu hiện có; không ghi gì.")
        return 0
    print("Sẽ thay đổi (chưa ghi):" if options.dry_run else "Đã thay đổi:")
    print("\n".join(f"  {line}" for line in came.changes or ("Chỉ cách viết trong tệp, không con số nào.",)))
    print(f"Tệp {'sẽ ghi' if options.dry_run else 'đã ghi'}: {', '.join(came.files)}")
    return 0
