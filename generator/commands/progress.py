"""What a build is doing, how much of it is done, how long it still takes: bars on a terminal, lines elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from generator.language.numbers import show_number

LINES = 5
"""Plain lines that a step of many parts tells at most."""
FEWEST = 20
"""Parts of a step that is short enough to say only what it is."""

_MINUTES = 90
"""Seconds from which on a time is told in minutes."""

Tell = Callable[[str, int, int], None]
"""Says what is being done, how many parts of it are done, and of how many; 0 of 0 where it has no parts."""


@contextmanager
def told(*, quiet: bool = False) -> Iterator[Tell]:
    """Who tells a build's steps, to a person at a terminal or as lines; nothing where it is `quiet`."""
    console = Console(stderr=True, highlight=False)
    if quiet:
        yield lambda *_: None
    elif console.is_terminal:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=console, transient=True) as bars:
            yield _Bars(bars)
    else:
        yield Lines()


class _Bars:
    """A bar for a step; a sentence where it has no parts."""

    def __init__(self, bars: Progress) -> None:
        self._bars = bars
        self._tasks: dict[str, TaskID] = {}

    def __call__(self, words: str, done: int, of: int) -> None:
        if of < FEWEST:
            if done == 0:
                self._bars.console.print(words)
            return
        if words not in self._tasks:
            self._tasks[words] = self._bars.add_task(words, total=of)
        self._bars.update(self._tasks[words], completed=done)
        if done == of:
            self._bars.remove_task(self._tasks.pop(words))


class Lines:
    """A line when a step begins, and a few while it goes on."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._began: dict[str, float] = {}

    def __call__(self, words: str, done: int, of: int) -> None:
        """Print what there is to say."""
        if words not in self._began or done == 0:
            self._began[words] = self._now()
            print(words)
        elif of >= FEWEST and done * LINES // of > (done - 1) * LINES // of and done < of:
            left = (self._now() - self._began[words]) / done * (of - done)
            print(f"  {show_number(done)}/{show_number(of)}, còn khoảng {how_long(left)}")
        sys.stdout.flush()


def how_long(seconds: float) -> str:
    """A time in words."""
    return f"{round(seconds / 60)} phút" if seconds >= _MINUTES else f"{max(1, round(seconds))} giây"
