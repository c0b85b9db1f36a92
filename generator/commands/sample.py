"""`portal sample`: made-up data to try the site with."""

from __future__ import annotations

import argparse

from generator.model.problem import Refused
from generator.officer import sample


def run(options: argparse.Namespace) -> int:
    """Write it. Raises Refused where more is asked for than can be made, or the folder is there."""
    try:
        made = sample.write_sample(
            options.dir, options.communes, options.months, options.seed, faults=options.faults, provinces=options.tinh
        )
    except ValueError as refusal:
        raise Refused(*refusal.args) from None
    print(f"Đã tạo dữ liệu giả của {made} xã trong {options.dir}")
    return 0
