"""A drawn picture packed small: a byte a pixel, nothing but pixels.

A country has 3,321 cards; as the renderer writes them they would fill half of what a static host gives.
"""

from __future__ import annotations

from importlib.metadata import version
from io import BytesIO

from PIL import Image

_SHADES = 64
"""A card has about 140, nearly all at the edges of letters; what is left out is too near to one of these to be told."""
HOW = f"{version('pillow')}-{_SHADES}"
"""What, beside the picture, decides its bytes."""


def packed(png: bytes) -> bytes:
    """The same picture, an opaque one, with a palette of the shades that are farthest from one another."""
    picture = Image.open(BytesIO(png)).convert("RGB").quantize(_SHADES, Image.Quantize.MAXCOVERAGE)
    small = BytesIO()
    picture.save(small, "PNG", compress_level=7)
    return small.getvalue()
