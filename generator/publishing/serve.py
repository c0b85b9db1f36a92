"""Local preview: serves the built site and rebuilds when data or pages change (code: start again)."""

from __future__ import annotations

import functools
import threading
import time
from collections.abc import Callable, Sequence
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from generator.model.problem import Refused
from generator.publishing.switch import Busy

_PAUSE = 0.5
"""Seconds between two looks at the files."""


def snapshot(folders: Sequence[Path]) -> dict[Path, int]:
    """Every file below the folders with its time of change."""
    files = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return {path: path.stat().st_mtime_ns for path in files if "__pycache__" not in path.parts}


def serve(
    out: Path, folders: Sequence[Path], port: int, rebuild: Callable[[], int], tell: Callable[[str], None]
) -> int:
    """Build, serve `out` on localhost until interrupted, build again on each change.

    A faulty change is told and the last good site stays; while another build is at work (`rebuild` raises Busy) this
    one waits. Returns an exit code. Raises Refused where the port is taken.
    """
    turn = _Turns(folders, rebuild, tell)
    try:
        while (code := turn.take()) is None and not out.is_dir():
            time.sleep(_PAUSE)
        if code and not out.is_dir():
            return 1
        handler = functools.partial(_Quiet, directory=str(out))
        try:
            server = ThreadingHTTPServer(("127.0.0.1", port), handler)
        except OSError:
            raise Refused(f"Cổng {port} đang có chương trình khác dùng; chọn cổng khác bằng --port.") from None
        with server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            tell(f"Mở http://127.0.0.1:{server.server_port}/ (dừng: Ctrl+C)")
            try:
                while True:
                    time.sleep(_PAUSE)
                    turn.take()
            finally:
                server.shutdown()
    except KeyboardInterrupt:
        return 0


class _Turns:
    """Builds when something has changed since the last build that was made."""

    def __init__(self, folders: Sequence[Path], rebuild: Callable[[], int], tell: Callable[[str], None]) -> None:
        self._folders, self._rebuild, self._tell = folders, rebuild, tell
        self._built: dict[Path, int] | None = None
        self._told = False

    def take(self) -> int | None:
        """The exit code of a build, if one was needed and nobody else was building."""
        now = snapshot(self._folders)
        if now == self._built:
            return None
        try:
            code = self._rebuild()
        except Busy as other:
            if not self._told:
                self._tell(f"{other.args[0].split('. ')[0]}; sẽ tự dựng lại khi lượt ấy xong.")
            self._told = True
            return None
        self._built, self._told = now, False
        return code


class _Quiet(SimpleHTTPRequestHandler):
    """Serves by path, so that a switched tree is served at once; logs nothing."""

    def log_message(self, format: str, *args: object) -> None:
        pass
