"""An address as a QR code that a phone's camera reads from paper."""

from __future__ import annotations

from dataclasses import dataclass

import segno

QUIET = 4
"""Empty modules that a reader needs on each side."""


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code as one SVG path of black runs; `side` counts modules, the quiet zone included."""

    side: int
    path: str


def code(text: str) -> Code:
    """The QR code of a text (error correction M: an eighth of it may be dirty).

    Raises segno.DataOverflowError where the text is longer than 2,331 bytes.
    """
    rows = [bytes(row) for row in segno.make_qr(text, error="m", boost_error=False).matrix_iter(border=QUIET)]
    return Code(len(rows), "".join(run for y, row in enumerate(rows) for run in _runs(row, y)))


def _runs(row: bytes, y: int) -> list[str]:
    """The dark runs of a row, each a rectangle one module high."""
    edges = [x for x in range(1, len(row)) if row[x] != row[x - 1]]
    return [f"M{start} {y}h{end - start}v1h-{end - start}z" for start, end in zip(edges[::2], edges[1::2], strict=True)]
