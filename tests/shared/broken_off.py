"""`portal` that is broken off when it is about to write for the n-th time: run as a program.

    python broken_off.py N killed|full ARGUMENTS...

`killed` ends at once, as by `kill -9`; `full` is a disk that takes nothing more from then on. What was written (files
opened to be written, renamed, linked, removed, folders made) is counted and told last on stderr. Programs that
`portal` starts are left alone.
"""

from __future__ import annotations

import builtins
import errno
import io
import os
import sys
from collections.abc import Callable
from typing import Any

from generator.cli import main
from generator.publishing import switch

KILLED = 137
_count = 0


def _written(last: int, how: str, makes: bool, name: object) -> None:
    """One write more: the last of all, or one that a full disk does not take because it `makes` something."""
    global _count  # noqa: PLW0603 -- of the whole process
    _count += 1
    if _count < last:
        return
    if how == "killed":
        os._exit(KILLED)
    if makes:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(name))


def _counted(call: Callable[..., Any], last: int, how: str, *, makes: bool) -> Callable[..., Any]:
    opens = call is open

    def counted(*given: Any, **named: Any) -> Any:
        mode = named.get("mode", given[1] if len(given) > 1 else "r") if opens else "w"
        if set(str(mode)) & set("wax+"):
            _written(last, how, makes, given[0])
        return call(*given, **named)

    return counted


def broken_off(last: int, how: str, arguments: list[str]) -> int:
    """Run `portal` with these arguments, as far as it comes."""
    io.open = builtins.open = _counted(io.open, last, how, makes=True)
    for name in ("link", "mkdir"):
        setattr(os, name, _counted(getattr(os, name), last, how, makes=True))
    for name in ("replace", "rename", "unlink", "remove", "rmdir", "utime"):
        setattr(os, name, _counted(getattr(os, name), last, how, makes=False))
    switch._exchange = _counted(switch._exchange, last, how, makes=False)
    return main(arguments)


if __name__ == "__main__":
    code = broken_off(int(sys.argv[1]), sys.argv[2], sys.argv[3:])
    sys.stderr.write(f"{_count}\n")
    sys.exit(code)
