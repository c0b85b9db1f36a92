"""`portal join`: puts parts of a site, built by several machines, where a build of the whole goes on from."""

from __future__ import annotations

import argparse

from generator import parts
from generator.publishing import switch


def run(options: argparse.Namespace) -> int:
    """Join the parts. Raises Refused where they do not fit together."""
    with switch.alone(options.out):
        made = parts.join(options.parts, switch.place(options.out))
    print(f"Đã ghép {len(options.parts)} phần, {made} xã. Chạy portal build với cùng cài đặt để dựng trang chung.")
    return 0
