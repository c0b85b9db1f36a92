"""Mutated copies of data folders, each judged: an answer in words or figures that are in the file. `make fuzz`

A copy has a number; the same number makes the same copy again: `fuzz.py --first 17 --copies 1 --keep DIR`.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from random import Random

from judge import Verdict, judge
from mutations import TABLE
from mutations_files import FILES, FOLDERS
from support import CASES, ROOT, lay_over

BUILT_ONE_IN = 50


@dataclass(frozen=True)
class Copy:
    """A mutated data folder: its number, what it was made of, what was done to it."""

    number: int
    base: str
    done: tuple[str, ...]
    data: Path


# --- copies -----------------------------------------------------------------------------------


def make(number: int, folder: Path) -> Copy:
    """The copy of that number, in an empty folder: one to three mutations of a real or made-up data folder."""
    rng = Random(f"bản {number}")
    base = rng.choice(("01981-vinh-thong", "19405-vinh-thuy", "x0001-hoang-son", "co-so", "co-so", "mot-xa", "*"))
    cases = sorted(path.name for path in CASES.iterdir() if not path.name.startswith("loi-") or rng.random() < 0.1)
    base = rng.choice(cases) if base == "*" else base
    data = _real(base, folder / "data") if (ROOT / "data" / "xa" / base).is_dir() else lay_over(base, folder)
    (folder / "ngoai").write_text("ngoài thư mục dữ liệu\n", encoding="utf-8")
    level = [rng.choices((0, 1, 2), (12, 3, 2))[0] for _ in range(rng.choice((1, 1, 1, 2, 3)))]
    done = []
    for kind in sorted(level):  # a folder is spoilt last: what is no table any more cannot get a wrong cell
        change = rng.choice((TABLE, FILES, FOLDERS)[kind])
        done.append(f"{change.__name__}: {change(rng, data)}")
    return Copy(number, base, tuple(done), data)


def _real(name: str, data: Path) -> Path:
    """One of the project's communes with the catalogues, of whose long list only what it needs is kept."""
    shutil.copytree(ROOT / "data" / "xa" / name, data / "xa" / name)
    shutil.copytree(ROOT / "data" / "danh-muc", data / "danh-muc")
    units = data / "danh-muc" / "don-vi-hanh-chinh.csv"
    kept = [line for line in units.read_text(encoding="utf-8").splitlines(keepends=True)
            if re.match(r"ma,|\d\d,|01981,|19405,|15910,|30760,", line)]  # fmt: skip
    units.write_text("".join(kept), encoding="utf-8")
    return data


# --- the command ------------------------------------------------------------------------------


def tried(number: int, keep: Path | None = None) -> tuple[Copy, Verdict]:
    """Make and judge the copy of a number; one in `BUILT_ONE_IN` is built."""
    with tempfile.TemporaryDirectory() as name:
        copy = make(number, Path(name))
        verdict = judge(copy.data, build=number % BUILT_ONE_IN == 0)
        if keep:
            shutil.copytree(copy.data, keep / str(number), symlinks=True)
    return copy, verdict


def main(arguments: Sequence[str] | None = None) -> int:
    """Try many copies on all cores; print counts, speed and every fault with the way to make it again."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--copies", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0, help="number of the first copy")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--keep", type=Path, help="leave the copies in this folder")
    options = parser.parse_args(arguments)
    numbers = range(options.first, options.first + options.copies)
    ends: Counter[str] = Counter()
    figures, failed, start = 0, 0, time.perf_counter()
    with ProcessPoolExecutor(options.jobs, get_context("spawn")) as pool:
        for copy, verdict in pool.map(tried, numbers, [options.keep] * len(numbers), chunksize=20):
            ends[verdict.end] += 1
            figures += verdict.figures
            if verdict.faults:
                failed += 1
                print(f"\n--- bản {copy.number}: {copy.base} — {' | '.join(copy.done)}")
                print("\n".join(f"  {fault}" for fault in verdict.faults[:5]))
                print(f"  again: python tests/shared/fuzz.py --first {copy.number} --copies 1 --keep DIR", flush=True)
    seconds = time.perf_counter() - start
    print(f"copies {numbers.start}-{numbers.stop - 1}: {dict(ends.most_common())}")
    print(f"{figures} figures compared, {failed} copies with faults, {len(numbers) / seconds:.1f} copies a second")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
