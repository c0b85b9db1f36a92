"""`portal prepush`: git asks before it sends whether personal data or errors would go out."""

from __future__ import annotations

import argparse
import sys

from generator.commands import check
from generator.model.problem import Refused
from generator.officer import problem_text, push_check
from generator.reading import git
from generator.reading.data_folder import office_lines


def run(options: argparse.Namespace) -> int:
    """Print what must not be sent; 1 where there is any, or (unless only personal data are asked for) where the data
    have errors.

    Raises Refused where a person calls it, or where the history cannot be read.
    """
    if sys.stdin.isatty():
        raise Refused("Lệnh này do git tự gọi khi gửi (git push). Bật bằng: make hook")
    try:
        updates = [line for line in sys.stdin.read().splitlines() if line.strip()]
        leaks = push_check.leaks(options.data, updates, options.remote, office_lines(options.data))
        if leaks:
            print(problem_text.as_refusal(leaks, git.head(options.data)))
    except git.NoHistory as fault:
        raise Refused(f"Chưa gửi: không đọc được lịch sử git để kiểm tra ({fault}).") from None
    if options.personal:
        return int(bool(leaks))
    return check.run(argparse.Namespace(data=options.data, format="text", date=None)) or int(bool(leaks))
