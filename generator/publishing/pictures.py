"""What a picture carries beside its pixels: comments, EXIF (place, camera, author), XMP, anything after its end.

A site holds PNG alone: a chain of named parts, of which only those that it needs to be drawn are let through.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

PNG = ".png"
OTHERS = frozenset(
    {".avif", ".bmp", ".gif", ".heic", ".ico", ".jfif", ".jpe", ".jpeg", ".jpg", ".jxl", ".tif", ".tiff", ".webp"}
)
"""Pictures that a site does not hold."""
_START = b"\x89PNG\r\n\x1a\n"
_DRAWN = frozenset(
    {"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "cICP"}
    | {"acTL", "fcTL", "fdAT"}
)


class Broken(ValueError):
    """The bytes are not a whole PNG."""


def beside_pixels(png: bytes) -> list[str]:
    """Names of the parts of a picture that are not needed to draw it, in order. Raises Broken."""
    try:
        return list(_parts(png))
    except struct.error as fault:
        raise Broken from fault


def _parts(png: bytes) -> Iterator[str]:
    if not png.startswith(_START):
        raise Broken
    at, name = len(_START), ""
    while name != "IEND":
        (length,) = struct.unpack_from(">I", png, at)
        name = png[at + 4 : at + 8].decode("latin-1")
        if name not in _DRAWN:
            yield name
        at += 12 + length
        if at > len(png):
            raise Broken
    if png[at:].strip(b"\0"):
        yield "sau ảnh"
