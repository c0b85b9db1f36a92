"""A foreign file is read apart: in a process of its own, which may take so much memory and time and no more."""

from __future__ import annotations

import contextlib
import pickle
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from generator.forms.archive import COPY, NotAForm
from generator.language.numbers import show_number

Made = TypeVar("Made")
_TOO_MUCH = 3
"""The exit code of a reader that ran out of memory."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may take: bytes of memory, seconds of the processor, seconds by the clock.

    Windows knows no limit but the clock.
    """

    memory: int = 2_000_000_000
    processor: int = 30
    clock: float = 60


LIMITS = Limits()


def apart(function: Callable[[Path], Made], path: Path, limits: Limits, remedy: str = COPY) -> Made:
    """What a function of some module gives for a file; what it raises is raised here.

    Raises `NotAForm`, with a remedy, where it takes more than its limits, or ends without an answer.
    """
    # the same modules are found, however this program was started
    start = f"import sys; sys.path[:] = {sys.path!r}; from {__name__} import answer; answer()"
    asked = pickle.dumps((limits, function, path))
    too_much = NotAForm(
        f"Tệp cần quá nhiều bộ nhớ hoặc thời gian để đọc (hơn {show_number(limits.memory // 10**6)} MB hoặc "
        f"{limits.processor} giây) nên máy đã dừng.",
        remedy,
    )
    try:
        done = subprocess.run(
            [sys.executable, "-c", start], input=asked, capture_output=True, timeout=limits.clock, check=False
        )
    except subprocess.TimeoutExpired:
        raise too_much from None
    if done.returncode == _TOO_MUCH or done.returncode < 0:  # the system ends a process by a signal
        raise too_much
    if done.returncode:
        last = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise NotAForm(f"Không đọc được tệp: việc đọc đã dừng giữa chừng ({last}).", remedy)
    made, fault = pickle.loads(done.stdout)  # noqa: S301 (our own process wrote it)
    if fault is not None:
        raise fault
    result: Made = made
    return result


def answer() -> None:
    """What the process of its own does: read what is asked, answer with what came of it."""
    limits, function, path = pickle.load(sys.stdin.buffer)  # noqa: S301 (our own process wrote it)
    _restrict(limits)
    try:
        try:
            said = pickle.dumps((function(path), None))
        except (NotAForm, OSError) as fault:
            said = pickle.dumps((None, fault))
    except MemoryError:
        sys.exit(_TOO_MUCH)
    sys.stdout.buffer.write(said)


def _restrict(limits: Limits) -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 (Windows has none)

        for what, most in ((resource.RLIMIT_AS, limits.memory), (resource.RLIMIT_CPU, limits.processor)):
            with contextlib.suppress(ValueError, OSError):  # macOS takes no limit on memory; a lower one may stand
                resource.setrlimit(what, (most, most))
