"""A static host as a good one is: compressed, cached, kept alive. It counts each byte that it sends."""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

COMPRESSED = ("text/", "application/javascript", "application/json", "application/xml", "image/svg+xml")
FRESH = 600
"""Seconds that a browser keeps any file without asking, as GitHub Pages says."""
SOON = 0.02
"""Seconds between two looks of a server at whether it may end."""


class Sent(NamedTuple):
    """A response: the path asked for and its bytes on the wire, head and body."""

    path: str
    size: int


class Host(ThreadingHTTPServer):
    """Serves a folder at a free port of this machine; `sent` is what it has sent since somebody last cleared it."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.folder = folder.resolve()
        self.sent: list[Sent] = []

    @property
    def address(self) -> str:
        """Where the folder is, with a closing `/`. Chromium trusts this name as it does https."""
        return f"http://localhost:{self.server_port}/"


@contextmanager
def serving(folder: Path) -> Iterator[Host]:
    """A host of a folder, which may still be empty, for as long as the block runs."""
    with Host(folder) as host:
        threading.Thread(target=host.serve_forever, args=(SOON,), daemon=True).start()
        yield host
        host.shutdown()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Host

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        file = (self.server.folder / path.lstrip("/")).resolve()
        if not file.is_relative_to(self.server.folder):
            self._send(HTTPStatus.NOT_FOUND)
        elif file.is_dir() and not path.endswith("/"):
            self._send(HTTPStatus.MOVED_PERMANENTLY, {"Location": f"{urlsplit(self.path).path}/"})
        else:
            file = file / "index.html" if file.is_dir() else file
            found = file.is_file()
            self._send_file(
                HTTPStatus.OK if found else HTTPStatus.NOT_FOUND, file if found else self.server.folder / "404.html"
            )

    def _send_file(self, status: HTTPStatus, file: Path) -> None:
        if not file.is_file():
            self._send(status)
            return
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        zipped = kind.startswith(COMPRESSED) and "gzip" in self.headers.get("Accept-Encoding", "")
        body, tag = _body(file, file.stat().st_mtime_ns, zipped=zipped)
        charset = "; charset=utf-8" if kind.startswith(("text/", "application/javascript")) else ""
        head = {"Cache-Control": f"max-age={FRESH}", "ETag": tag, "Content-Type": kind + charset}
        if zipped:
            head |= {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
        if status == HTTPStatus.OK and self.headers.get("If-None-Match") == tag:
            self._send(HTTPStatus.NOT_MODIFIED, head)
        else:
            self._send(status, head, body)

    def _send(self, status: HTTPStatus, head: dict[str, str] | None = None, body: bytes = b"") -> None:
        """Head and body in one piece, counted before it goes, so that whoever has read it finds it counted."""
        lines = {"Date": self.date_time_string(), **(head or {})}
        if status != HTTPStatus.NOT_MODIFIED:
            lines["Content-Length"] = str(len(body))
        text = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        whole = f"HTTP/1.1 {status.value} {status.phrase}\r\n{text}\r\n".encode("latin-1") + body
        self.server.sent.append(Sent(self.path, len(whole)))
        self.wfile.write(whole)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@cache
def _body(file: Path, _changed: int, *, zipped: bool) -> tuple[bytes, str]:
    """A file as sent, at gzip's usual level, and its tag; kept, so that no measurement waits for a compressor."""
    plain = file.read_bytes()
    body = gzip.compress(plain, 6, mtime=0) if zipped else plain
    return body, f'"{hashlib.sha256(body).hexdigest()[:16]}"'
