"""What a program costs: processor, time, memory, of itself and of every program that it starts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

LOOKED = 1.0
"""Seconds between two looks at the memory of all processes together."""


class Cost(NamedTuple):
    """Seconds of the processor and by the clock; bytes of memory of the largest process, and of all of them at one
    time, 0 where the machine does not tell.
    """

    cpu: float
    wall: float
    largest: int
    together: int = 0


class Failed(RuntimeError):
    """A program that was to be measured ended otherwise than it should: its command, code and last words."""


_GAUGE = """
import json, os, resource, sys, time
begun = time.perf_counter()
code = os.spawnvp(os.P_WAIT, sys.argv[1], sys.argv[1:])
wall, used = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
print("\\n" + json.dumps([code, used.ru_utime + used.ru_stime, wall, used.ru_maxrss * 1024]))
"""
"""A small program that runs another and tells what all that it waited for has used. Between a program and one as large
as a test it stands for the memory: a new process begins with that of who starts it.
"""


def cost(command: Sequence[str | Path], cwd: Path, more: Mapping[str, str] | None = None) -> Cost:
    """Run a program to its end and tell what it cost, with all that it started and waited for; `more` is added to its
    environment. Raises Failed.
    """
    words = [str(word) for word in command]
    with (cwd / "said.txt").open("w+b") as said:
        gauge = [sys.executable, "-I", "-S", "-c", _GAUGE, *words]
        child = subprocess.Popen(gauge, cwd=cwd, env=os.environ | (more or {}), stdout=said, stderr=said)
        together = 0
        while True:
            try:
                child.wait(LOOKED)
                break
            except subprocess.TimeoutExpired:
                together = max(together, sum(map(memory, family(child.pid)[1:])))
        said.seek(0)
        told, _, measured = said.read().decode(errors="replace").rstrip().rpartition("\n")
    code, cpu, wall, largest = json.loads(measured)
    if code:
        raise Failed(f"{' '.join(words)} ended with {code}:\n{told.strip()[-2000:]}")
    return Cost(cpu, wall, largest, together)


def family(pid: int) -> list[int]:
    """A process and its descendants, as far as they still run and the machine tells."""
    found = [pid]
    for one in found:
        for told in Path(f"/proc/{one}/task").glob("*/children"):
            try:
                found += map(int, told.read_text().split())
            except OSError:  # it has ended meanwhile
                continue
    return found


def memory(pid: int) -> int:
    """Bytes of memory of a process, of what several share only its part; 0 where it has ended, or nothing tells."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
