"""`portal` for programs that call it often, as git does in tests: loaded once, a fork of it for each call.

A program that stands in its place hands over its standard streams, arguments and folder, and ends as the fork ends.
"""

from __future__ import annotations

import array
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from support import ROOT

_CALLER = """#!{python} -IS
import array, json, os, socket, sys
with socket.socket(socket.AF_UNIX) as there:
    there.connect({address!r})
    streams = array.array("i", [0, 1, 2])
    asked = json.dumps([os.getcwd(), sys.argv[1:] + {more!r}]).encode()
    there.sendmsg([asked], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, streams)])
    sys.exit(int(there.recv(9) or 9))
"""


@contextmanager
def standing_by(folder: Path) -> Iterator[Path]:
    """A loaded `portal`; its address is given."""
    address = folder / "portal.sock"
    command = [sys.executable, __file__, str(address)]
    path = os.pathsep.join([str(ROOT), str(Path(__file__).parent)])
    with subprocess.Popen(command, env=os.environ | {"PYTHONPATH": path}, stdout=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stdout.readline() == b"ready\n"
        yield address
        running.terminate()


def write_caller(path: Path, address: Path, *more: str) -> None:
    """A program that calls it, with `more` behind its own arguments."""
    path.write_text(_CALLER.format(python=sys.executable, address=str(address), more=list(more)), encoding="utf-8")
    path.chmod(0o755)


def _serve(address: str) -> None:
    import generator.cli  # noqa: F401, PLC0415 (what takes long: done once, before the first call)

    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(address)
        listening.listen()
        print("ready", flush=True)  # noqa: T201 (who has started it waits for this)
        while True:
            asking, _ = listening.accept()
            with asking:
                _answer(asking)


def _answer(asking: socket.socket) -> None:
    asked, rights, _, _ = asking.recvmsg(65_536, socket.CMSG_SPACE(3 * 4))
    streams = array.array("i", rights[0][2])
    child = os.fork()
    if not child:
        _run(streams, *json.loads(asked))
    for stream in streams:
        os.close(stream)
    asking.send(str(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])).encode())


def _run(streams: array.array[int], folder: str, arguments: list[str]) -> None:
    from generator.cli import main  # noqa: PLC0415 (loaded before)

    for own, stream in enumerate(streams):
        os.dup2(stream, own)
    os.chdir(folder)
    code = 1
    try:
        code = main(arguments)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    _serve(sys.argv[1])
