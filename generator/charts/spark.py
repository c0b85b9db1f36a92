"""A spark: a few periods as small columns or a line beside their newest number. Typography: the words say it all."""

from __future__ import annotations

from collections.abc import Sequence

WIDTH, HEIGHT = 88, 24
FEWEST = 3
"""Comparable points from which a row of them says more than its last change."""
_MOST = 36
"""Points that still are apart from each other."""
_FLAT = 2
"""A scale that does not begin at zero spans at least so many units, so that nothing small looks large."""
_DOT = 4
"""Px of the newest share."""


def spark(
    values: Sequence[float | None], aim: float | None = None, *, shares: bool = False, top: float | None = None
) -> str:
    """An SVG of values in the order of time, None in a gap; the newest stands out, `aim` is a line.

    Counts are columns from zero. `shares` (per cent, most of them near 100) are a line between the lowest and the
    highest value, which claims no zero and breaks at a gap. '' where there are too few, or all are the same; columns
    that share their `top` with others say something then too.
    """
    told = [value for value in values if value is not None]
    if len(told) < FEWEST or (top is None and len(set(told)) == 1):
        return ""
    shown = list(values)[-_MOST:]
    seen = [value for value in shown if value is not None] + ([aim] if aim is not None else [])
    low, high = _span(seen) if shares else (min(0.0, *seen), top or max(seen) or 1.0)
    step = WIDTH / len(shown)
    wide = max(1.5, min(step - 1, 8))

    def y(value: float) -> float:
        return HEIGHT - 1 - (value - low) / (high - low) * (HEIGHT - 3)

    def dot(at: int, value: float) -> str:
        x, top = min((at + 0.5) * step, WIDTH - _DOT / 2) - _DOT / 2, min(y(value), HEIGHT - _DOT / 2) - _DOT / 2
        return f"M{x:.1f} {top:.1f}h{_DOT}v{_DOT}h-{_DOT}z"

    def reached(at: int, value: float) -> str:
        place = f"{(at + 0.5) * step:.1f} {y(value):.1f}"
        return f"M{place}h0" if at == 0 or shown[at - 1] is None else f"L{place}"

    def column(at: int, value: float | None) -> str:
        x = at * step + (step - wide) / 2
        if value is None:
            return f"M{x + wide / 2 - 0.5:.1f} {HEIGHT - 1}h1v-1h-1z"
        return f"M{x:.1f} {HEIGHT - 1}V{min(y(value), HEIGHT - 1.5):.1f}h{wide:.1f}V{HEIGHT - 1}z"

    last = max(at for at, value in enumerate(shown) if value is not None)
    if shares:
        way = "".join(reached(at, value) for at, value in enumerate(shown) if value is not None)
        paths = f'<path class="l-older" d="{way}"/><path class="f-newest" d="{dot(last, told[-1])}"/>'
    else:
        older = "".join(column(at, value) for at, value in enumerate(shown) if at != last)
        paths = f'<path class="f-older" d="{older}"/><path class="f-newest" d="{column(last, told[-1])}"/>'
    line = f'<path class="l-aim" d="M0 {y(aim):.1f}h{WIDTH}"/>' if aim is not None else ""
    size = f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
    return f'<svg class="spark" aria-hidden="true" {size}>{line}{paths}</svg>'


def share(part: float | None, gone: float | None) -> str:
    """An SVG of a share of 100, a bar in its track; None is drawn as unknown, an empty outline. `gone` is a line: how
    much of the time has passed.
    """

    def x(per_cent: float) -> float:
        return 1 + min(max(per_cent, 0), 100) / 100 * (WIDTH - 2)

    look = "track" if part is not None else "unknown"
    made = f'<path class="{look}" d="M1 8H{WIDTH - 1}V16H1z"/>'
    made += f'<path class="f-newest" d="M1 8H{x(part):.1f}V16H1z"/>' if part else ""
    made += f'<path class="l-gone" d="M{x(gone):.1f} 4V20"/>' if gone is not None else ""
    size = f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
    return f'<svg class="spark" aria-hidden="true" {size}>{made}</svg>'


def _span(values: Sequence[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    short = max(0.0, _FLAT - (high - low)) / 2
    return low - short, high + short
