"""Local preview: serves the built site and rebuilds when data or pages change (code: start again)."""

from __future__ import annotations

import functools
import threading
import time
from collections.abc import Callable, Sequence
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


def snapshot(folders: Sequence[Path]) -> dict[Path, int]:
    """Every file below the folders with its time of change."""
    files = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return {path: path.stat().st_mtime_ns for path in files if "__pycache__" not in path.parts}


def serve(
    out: Path, folders: Sequence[Path], port: int, rebuild: Callable[[], int], tell: Callable[[str], None]
) -> int:
    """Build, serve `out` on localhost until interrupted, build again on each change.

    A faulty change is told and the last good site stays. Returns an exit code.
    """
    if rebuild() != 0 and not out.is_dir():
        return 1
    handler = functools.partial(_Quiet, directory=str(out))
    with ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        tell(f"Mở http://127.0.0.1:{server.server_port}/ (dừng: Ctrl+C)")
        before = snapshot(folders)
        try:
            while True:
                time.sleep(0.5)
                now = snapshot(folders)
                if now != before:
                    before = now
                    rebuild()
        except KeyboardInterrupt:
            server.shutdown()
    return 0


class _Quiet(SimpleHTTPRequestHandler):
    """Serves by path, so that a switched tree is served at once; logs nothing."""

    def log_message(self, format: str, *args: object) -> None:
        pass
