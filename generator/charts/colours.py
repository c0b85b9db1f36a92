"""Colours of the specifications and what they stand for: the page decides how each looks, in light and in dark."""

from __future__ import annotations

INK, SOFT, GRID, TRACK = "#010101", "#020202", "#030303", "#040404"
RESULT = "#110000"
AIM, OLD, DIFFER, MISSING, HATCH = "#550000", "#660000", "#770000", "#880000", "#990000"

COLOURS = {
    INK: "ink", SOFT: "soft", GRID: "grid", TRACK: "track",
    RESULT: "s1", AIM: "aim", OLD: "old", DIFFER: "differ", MISSING: "miss", HATCH: "hatch",
}  # fmt: skip
"""Each to the name of its class."""
