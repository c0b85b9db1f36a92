"""What a picture carries beside its pixels: comments, EXIF (place, camera, author), XMP, anything after its end.

Each format is a chain of named parts; only parts that a picture needs to be drawn are let through.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Mapping

Parts = Iterator[str]

_PNG_DRAWN = frozenset(
    {"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "cICP"}
    | {"acTL", "fcTL", "fdAT"}
)
_WEBP_DRAWN = frozenset({"VP8 ", "VP8L", "VP8X", "ANIM", "ANMF", "ALPH", "ICCP"})
_JPEG_DRAWN = frozenset({0xD8, 0xD9, 0xDA, 0xDB, 0xC4, 0xDD, 0xE0, 0xEE, *range(0xC0, 0xD0)})
_GIF_DRAWN = frozenset({b"NETSCAPE2.0", b"ANIMEXTS1.0"})


class Broken(ValueError):
    """The bytes are not a whole picture of that format."""


def beside_pixels(content: bytes, suffix: str) -> list[str]:
    """Names of the parts of a picture that are not needed to draw it, in order; `suffix` as `.png`.

    Raises Broken where the bytes are no such picture, KeyError for a format that is not known here.
    """
    read = FORMATS[suffix]
    try:
        return list(read(content))
    except (struct.error, IndexError) as fault:
        raise Broken(suffix) from fault


def _png(content: bytes) -> Parts:
    if not content.startswith(b"\x89PNG\r\n\x1a\n"):
        raise Broken("png")
    at, name = 8, ""
    while name != "IEND":
        (length,) = struct.unpack_from(">I", content, at)
        name = content[at + 4 : at + 8].decode("latin-1")
        if name not in _PNG_DRAWN:
            yield name
        at += 12 + length
        if at > len(content):
            raise Broken("png")
    yield from _rest(content, at)


def _jpeg(content: bytes) -> Parts:
    if not content.startswith(b"\xff\xd8"):
        raise Broken("jpeg")
    at = 2
    while True:
        if content[at] != 0xFF:
            raise Broken("jpeg")
        mark = content[at + 1]
        if mark == 0xFF:  # a mark may be padded
            at += 1
            continue
        if mark == 0xD9:
            yield from _rest(content, at + 2)
            return
        (length,) = struct.unpack_from(">H", content, at + 2)
        if mark == 0xE2 and not content.startswith(b"ICC_PROFILE\0", at + 4):
            yield "APP2"
        elif mark not in _JPEG_DRAWN | {0xE2}:
            yield "COM" if mark == 0xFE else f"APP{mark - 0xE0}"
        at += 2 + length
        while mark == 0xDA and (content[at] != 0xFF or content[at + 1] in (0, *range(0xD0, 0xD8))):
            at += 1  # the pixels, until the next mark


def _webp(content: bytes) -> Parts:
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP":
        raise Broken("webp")
    (whole,) = struct.unpack_from("<I", content, 4)
    at = 12
    while at < 8 + whole:
        (length,) = struct.unpack_from("<I", content, at + 4)
        name = content[at : at + 4].decode("latin-1")
        if name not in _WEBP_DRAWN:
            yield name.strip()
        at += 8 + length + length % 2
    if at > len(content):
        raise Broken("webp")
    yield from _rest(content, at)


def _gif(content: bytes) -> Parts:
    if content[:6] not in (b"GIF87a", b"GIF89a"):
        raise Broken("gif")
    at = 13 + _colours(content[10])
    while (mark := content[at]) != 0x3B:
        if mark == 0x2C:
            at = _past_blocks(content, at + 11 + _colours(content[at + 9]))
        elif mark == 0x21:
            kind, name = content[at + 1], content[at + 3 : at + 14]
            if kind != 0xF9 and not (kind == 0xFF and name in _GIF_DRAWN):
                yield "comment" if kind == 0xFE else "application"
            at = _past_blocks(content, at + 2)
        else:
            raise Broken("gif")
    yield from _rest(content, at + 1)


def _colours(flags: int) -> int:
    """Bytes of a table of colours."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _past_blocks(content: bytes, at: int) -> int:
    while content[at]:
        at += 1 + content[at]
    return at + 1


def _rest(content: bytes, at: int) -> Parts:
    if content[at:].strip(b"\0"):
        yield "sau ảnh"


FORMATS: Mapping[str, Callable[[bytes], Parts]] = {
    ".png": _png,
    ".jpg": _jpeg,
    ".jpeg": _jpeg,
    ".webp": _webp,
    ".gif": _gif,
}
"""The formats of pictures that a site may hold, with what reads their parts."""
