"""The last look at a finished site: nothing personal is published, in no text and in no picture.

It knows nothing of where a page came from, so that it also holds for pages written by hand.
"""

from __future__ import annotations

import gzip
import html
import re
import zlib
from collections.abc import Collection, Iterator
from pathlib import Path

from generator.nouns.personal import found_in
from generator.publishing import pictures

_MARKUP = frozenset({".html", ".svg", ".xml"})
_TEXT = frozenset({".csv", ".json", ".geojson", ".txt", ".md", ".ics", ".webmanifest"})
_SCRIPT = ".js"
_CODE = "assets/"
"""Where scripts are programs; elsewhere, as in the index of the search, they hold words of ours."""
_UNREAD = frozenset({".css", ".mjs", ".map", ".wasm", ".woff2", ".pagefind", ".pf_meta", ".pf_index", ".pf_fragment"})
"""Kinds that hold no words of ours, or only words of pages. The theme's carry the addresses of their makers."""
_COORDINATES = re.compile(r'\s(?:d|points|transform|viewBox)="[^"]*"')
_WITHIN_A_WORD = re.compile(r"</?(?:b|i|u|s|em|strong|code|mark|small|sub|sup|wbr)\b[^<>]*>|<!--|-->")
_MOST_UNPACKED = 200_000_000


def leaks(site: Path, allowed: Collection[str] = ()) -> Iterator[str]:
    """A sentence for each thing that must not be published; `allowed` are texts with the public lines."""
    public = tuple(allowed)
    for path in sorted(site.rglob("*")):
        if path.is_file():
            name = path.relative_to(site).as_posix()
            is_program = path.suffix.lower() == _SCRIPT and name.startswith(_CODE)
            yield from (f"{name}: {fault}." for fault in (() if is_program else _faults(path, public)))


def _faults(path: Path, public: tuple[str, ...]) -> Iterator[str]:
    suffix = path.suffix.lower()
    if suffix in pictures.FORMATS:
        yield from _in_picture(path.read_bytes(), suffix)
    elif suffix in _MARKUP | _TEXT or suffix == _SCRIPT:
        yield from _in_text(path.read_bytes(), suffix, public)
    elif suffix == ".gz":
        try:
            with gzip.open(path) as packed:
                content = packed.read(_MOST_UNPACKED + 1)
        except (OSError, EOFError, zlib.error):
            content = b""
        if not content or len(content) > _MOST_UNPACKED:
            yield "không mở được tệp nén để kiểm tra"
        yield from _in_text(content, Path(path.stem).suffix, public)
    elif suffix not in _UNREAD:
        yield f"không kiểm tra được loại tệp “{suffix or path.name}”; bỏ tệp này khỏi trang"


def _in_picture(content: bytes, suffix: str) -> Iterator[str]:
    try:
        parts = pictures.beside_pixels(content, suffix)
    except pictures.Broken:
        yield "ảnh hỏng, hoặc không đúng loại như đuôi tên tệp"
        return
    if parts:
        named = ", ".join(dict.fromkeys(parts))
        yield f"ảnh mang theo thông tin ẩn ({named}), như nơi chụp hay tên người; lưu lại ảnh không kèm thông tin"


def _in_text(content: bytes, suffix: str, public: tuple[str, ...]) -> Iterator[str]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        yield "không phải văn bản UTF-8 nên không kiểm tra được"
        return
    if suffix == ".svg" and "<metadata" in text:
        yield "hình vẽ mang theo phần <metadata>, như tên người vẽ; xóa phần ấy"
    if suffix in _MARKUP:
        text = html.unescape(_WITHIN_A_WORD.sub("", _COORDINATES.sub("", text)))
    elif suffix in (".json", ".geojson", ".webmanifest", _SCRIPT):
        text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), text)
    told = {(finding.kind, finding.shown) for finding in found_in(text, public)}
    yield from (f"có {kind} {shown}" for kind, shown in sorted(told))
