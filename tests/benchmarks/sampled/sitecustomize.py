"""Python runs this first in every process of a measured build: where its time goes is looked at from outside.

Each hundredth of a second of the processor, what was spent since the last look is added to the modules of the generator
that stand on the stack. It costs less than a hundredth, sees workers and MkDocs too, and knows no function by name.
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import sys
import time
from pathlib import Path
from types import FrameType

EVERY, KEPT = 0.01, 50
"""Seconds of the processor between two looks; looks after which all is written down, as a worker may be ended."""
spent: dict[str, float] = {}
looks = [0]
last = [0.0]


def chain(frame: FrameType | None) -> str:
    """The modules of the generator on a stack, the innermost first, each once where it stands: `room/module`."""
    found: list[str] = []
    while frame:
        _, ours, module = frame.f_code.co_filename.rpartition("/generator/")
        if ours and module != (found or [""])[-1]:
            found.append(module)
        frame = frame.f_back
    return " ".join(one.removesuffix(".py") for one in found)


def look(_signal: int, frame: FrameType | None) -> None:
    """Add what was spent since the last look, by all threads, to where the main one is."""
    now = time.process_time()
    where = chain(frame)
    spent[where] = spent.get(where, 0.0) + now - last[0]
    last[0] = now
    looks[0] += 1
    if looks[0] % KEPT == 0:
        keep()


def keep() -> None:
    """Write down what this process has spent so far."""
    program = "mkdocs" if "mkdocs" in sys.orig_argv else ""
    path = Path(os.environ["SAMPLES"]) / f"{os.getpid()}.json"
    path.write_text(json.dumps({"program": program, "spent": spent}))


def begin() -> None:
    """Look from now on."""
    spent.clear()
    last[0] = time.process_time()
    signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)


def end() -> None:
    """Look no more: Python forgets who listens to a signal before it ends, and nobody listening it would be killed."""
    signal.setitimer(signal.ITIMER_PROF, 0)
    keep()


if "SAMPLES" in os.environ:
    begin()
    atexit.register(end)
    os.register_at_fork(after_in_child=begin)
