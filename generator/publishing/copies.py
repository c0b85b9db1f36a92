"""A copy of a site, in a folder or at an address on the web, whose files are read by name."""

from __future__ import annotations

import hashlib
import http.client
import socket
import ssl
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from generator.language.disk_faults import why
from generator.model.edition import File

MOST = 100_000_000
"""Bytes of a manifest or a list, and of any file from the web; more is none of ours."""
_PIECE = 1 << 16
_PATIENCE = 20.0
"""Seconds that a host may be silent."""
_SLOWEST = 20_000
"""Bytes a second at which a host would be as slow as we bear: one that drips is left, however long it goes on."""
PAUSES = (1.0, 4.0)
"""Seconds before a host that is busy or silent is asked again."""
_BUSY = frozenset({408, 429, 500, 502, 503, 504})
_GONE = frozenset({404, 410})


_TOO_LONG = "tệp lớn hơn mọi tệp của trang"


class NotReached(Exception):
    """What may be there could not be read: why, in words."""


class Copy(Protocol):
    """A copy of a site."""

    def pieces(self, path: str, most: int) -> Iterator[bytes] | None:
        """The content of a file, of which at most one byte more than `most` is given; None where there is no such
        file. Raises NotReached, also on the way.
        """

    def __str__(self) -> str:
        """What it is called."""


def hashed(copy: Copy, path: str, most: int = sys.maxsize) -> File | None:
    """What a file of a copy is, as far as `most` and one byte; None where there is none. Raises NotReached."""
    if (pieces := copy.pieces(path, most)) is None:
        return None
    size, seen = 0, hashlib.sha256()
    for piece in pieces:
        size += len(piece)
        seen.update(piece)
    return File(size, seen.hexdigest())


def read(copy: Copy, path: str, most: int = MOST) -> bytes | None:
    """The content of a file of a copy; None where there is none. Raises NotReached, also where it is too long."""
    if (pieces := copy.pieces(path, most)) is None:
        return None
    content = b"".join(pieces)
    if len(content) > most:
        raise NotReached(_TOO_LONG)
    return content


# --- on a disk --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OnDisk:
    """A copy in a folder."""

    folder: Path

    def __str__(self) -> str:
        """The folder as it was given."""
        return str(self.folder)

    def pieces(self, path: str, most: int) -> Iterator[bytes] | None:
        """See Copy."""
        place = self.folder / path
        try:
            return self._read(place, most) if place.is_file() else None
        except OSError as fault:
            raise NotReached(why(fault)) from None

    def _read(self, place: Path, most: int) -> Iterator[bytes]:
        try:
            with place.open("rb") as file:
                yield from _until(most + 1, file.read)
        except OSError as fault:
            raise NotReached(why(fault)) from None


def _until(end: int, take: Callable[[int], bytes]) -> Iterator[bytes]:
    while end and (piece := take(min(end, _PIECE))):
        end -= len(piece)
        yield piece


# --- on the web -------------------------------------------------------------------------------


def _opener() -> urllib.request.OpenerDirector:
    """Asks hosts by HTTP and HTTPS and follows where they redirect to by these, nothing else."""
    made = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(), urllib.request.HTTPHandler(), urllib.request.HTTPSHandler(),
        urllib.request.HTTPRedirectHandler(), urllib.request.HTTPErrorProcessor(),
        urllib.request.HTTPDefaultErrorHandler(), urllib.request.UnknownHandler(),
    ):  # fmt: skip
        made.add_handler(handler)
    return made


@dataclass(frozen=True, slots=True)
class AtAddress:
    """A copy at an address that ends in `/`: one file at a time, asked for with `query`, again where the host is busy,
    after `pauses`.
    """

    address: str
    query: str = ""
    pauses: tuple[float, ...] = PAUSES

    def __str__(self) -> str:
        """The address."""
        return self.address

    def pieces(self, path: str, most: int) -> Iterator[bytes] | None:
        """See Copy."""
        try:
            found = self._asked(f"{self.address}{quote(path)}{self.query}")
        except _FAULTS as fault:
            raise NotReached(_why(fault)) from None
        return None if found is None else self._read(found, most)

    def _asked(self, address: str) -> http.client.HTTPResponse | None:
        headers = {"User-Agent": "portal-verify", "Accept-Encoding": "identity", "Cache-Control": "no-cache"}
        request = urllib.request.Request(address, headers=headers)  # noqa: S310 (the opener knows the web alone)
        for pause in (*self.pauses, None):
            try:
                found: http.client.HTTPResponse = _opener().open(request, timeout=_PATIENCE)
            except urllib.error.HTTPError as answer:
                answer.close()
                if answer.code in _GONE:
                    return None
                if answer.code not in _BUSY or pause is None:
                    raise
            except (OSError, http.client.HTTPException) as fault:
                if isinstance(fault, http.client.InvalidURL) or pause is None:
                    raise
            else:
                return found
            time.sleep(pause)
        raise AssertionError("the last turn returns or raises")

    def _read(self, found: http.client.HTTPResponse, most: int) -> Iterator[bytes]:
        promised, size = found.length, 0
        whole = most + 1 if promised is None else min(most + 1, promised)
        end = time.monotonic() + _PATIENCE + min(whole, MOST) / _SLOWEST
        try:
            with found:
                for piece in _until(whole, found.read1):
                    size += len(piece)
                    if max(size, promised or 0) > MOST:
                        raise NotReached(_TOO_LONG)
                    if time.monotonic() > end:
                        raise NotReached("máy chủ gửi quá chậm")
                    yield piece
        except _FAULTS as fault:
            raise NotReached(_why(fault)) from None
        if promised is not None and size < whole:
            raise NotReached("máy chủ ngắt kết nối giữa chừng")


_FAULTS = (OSError, http.client.HTTPException, ValueError)
"""What comes of a network, and of an address that none can have."""


def _why(fault: Exception) -> str:
    """The cause in a few words."""
    if isinstance(fault, urllib.error.HTTPError):
        return f"máy chủ trả lời mã {fault.code}"
    cause = fault.reason if isinstance(fault, urllib.error.URLError) else fault
    return next((words for kind, words in _WORDS.items() if isinstance(cause, kind)), "mất kết nối")


_WORDS: dict[type[Exception], str] = {
    TimeoutError: "máy chủ không trả lời",
    socket.gaierror: "không tìm thấy máy chủ có tên ấy",
    ssl.SSLError: "chứng thư của máy chủ không đúng, nên không tin được là máy chủ ấy",
    ConnectionRefusedError: "máy chủ không nhận kết nối",
    ValueError: "địa chỉ viết sai",
    http.client.InvalidURL: "địa chỉ viết sai",
}
"""The first that a cause is says it."""


def anew(copy: Copy) -> Copy:
    """The same copy, but on the web not as a cache on the way has kept it."""
    return replace(copy, query=f"?luc={time.time_ns()}") if isinstance(copy, AtAddress) else copy


# --- found ------------------------------------------------------------------------------------


def is_address(text: str) -> bool:
    """Whether what was typed is an address on the web."""
    return text.lower().startswith(("http://", "https://"))


def above(place: str) -> Iterator[tuple[Copy, str]]:
    """Each folder or address that may be the root of the site in which a place stands, the nearest first, with the path
    that the place then has: `''` for the site itself, else of a file or, with `/` at its end, of a folder.
    """
    if not is_address(place):
        path = Path(place).resolve()
        yield from (
            (OnDisk(root), _below(path.relative_to(root).as_posix(), folder=path.is_dir()))
            for root in ((path, *path.parents) if path.is_dir() else path.parents)
        )
        return
    parts = urlsplit(place)
    *folders, last = parts.path.split("/")[1:] or [""]
    if last and "." not in last:
        folders, last = [*folders, last], ""
    for depth in range(len(folders), -1, -1):
        root = "/".join(["", *folders[:depth], ""])
        below = unquote("/".join([*folders[depth:], last]))
        yield AtAddress(urlunsplit((parts.scheme, parts.netloc, root, "", ""))), below


def _below(path: str, *, folder: bool) -> str:
    return "" if path == "." else f"{path}/" if folder else path
