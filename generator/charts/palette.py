"""A drawn picture packed small: the few colours of a card as a palette, a byte a pixel, nothing but pixels.

A country has 3,321 cards; as the renderer writes them they would fill half of what a static host gives.
"""

from __future__ import annotations

import struct
import zlib

import numpy as np
import numpy.typing as npt

_START = b"\x89PNG\r\n\x1a\n"
_LEFT = 1
"""The only filter that the renderer uses: each byte is less its neighbour to the left."""


def packed(png: bytes) -> bytes:
    """The same picture with a palette. `png` is opaque, 8 bits a channel, RGBA, as vl-convert writes it (anything
    else is an AssertionError). Shades closer than an eye can tell become one.
    """
    colours = _read(png)
    shades = _shades(colours, bits=5)
    if np.count_nonzero(np.bincount(shades)) > 256:
        shades = _shades(colours, bits=2)
    counts = np.bincount(shades)
    used = np.flatnonzero(counts)
    means = [np.bincount(shades, channel.ravel())[used] / counts[used] for channel in np.moveaxis(colours, 2, 0)]
    place = np.zeros(len(counts), np.uint8)
    place[used] = np.arange(len(used))
    return _written(np.rint(np.stack(means, axis=1)).astype(np.uint8), place[shades].reshape(colours.shape[:2]))


def _shades(colours: npt.NDArray[np.uint8], bits: int) -> npt.NDArray[np.uint16]:
    """Each pixel as one number of `bits` for each of red, green and blue."""
    coarse = (colours >> (8 - bits)).reshape(-1, 3).astype(np.uint16)
    return coarse @ np.array([1 << 2 * bits, 1 << bits, 1], np.uint16)


def _read(png: bytes) -> npt.NDArray[np.uint8]:
    """Pixels by row and column: red, green, blue."""
    parts = list(_chunks(png))
    width, height, *kind = struct.unpack(">IIBBBBB", parts[0][1])
    assert kind == [8, 6, 0, 0, 0]
    stream = zlib.decompress(b"".join(content for name, content in parts if name == b"IDAT"))
    rows = np.frombuffer(stream, np.uint8).reshape(height, 1 + 4 * width)
    assert (rows[:, 0] == _LEFT).all()
    pixels = np.cumsum(rows[:, 1:].reshape(height, width, 4), axis=1, dtype=np.uint8)
    assert (pixels[..., 3] == 255).all()
    return pixels[..., :3]


def _chunks(png: bytes) -> list[tuple[bytes, bytes]]:
    at, found = len(_START), []
    while at < len(png):
        (length,) = struct.unpack_from(">I", png, at)
        found.append((png[at + 4 : at + 8], png[at + 8 : at + 8 + length]))
        at += 12 + length
    return found


def _written(palette: npt.NDArray[np.uint8], pixels: npt.NDArray[np.uint8]) -> bytes:
    height, width = pixels.shape
    rows = np.hstack([np.zeros((height, 1), np.uint8), pixels]).tobytes()  # each row says: no filter
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
        (b"PLTE", palette.tobytes()),
        (b"IDAT", zlib.compress(rows, 7)),
        (b"IEND", b""),
    )
    return _START + b"".join(
        struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        for name, content in parts
    )
