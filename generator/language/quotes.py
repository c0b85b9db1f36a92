"""Texts quoted in a sentence: never too long, and of two long ones the part that differs."""

from __future__ import annotations

LONGEST = 160
"""Letters of one quoted text; the rest is left out and marked."""
LONG, AROUND = 60, 20
"""Letters from which only the changed part of a text is quoted, and how many are shown around it."""


def cut(text: str, longest: int = LONGEST) -> str:
    """A text of bounded length; what is left out is marked."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def quoted(old: str, new: str) -> str:
    """`“cũ” → “mới”`; of two long texts the part that differs, with a few words around it."""
    if old and new and max(len(old), len(new)) > LONG:
        start = old.rfind(" ", 0, max(0, _shared(old, new) - AROUND)) + 1
        rest = [text[start:][::-1] for text in (old, new)]
        end = max(0, rest[0].rfind(" ", 0, max(0, _shared(*rest) - AROUND)))
        old, new = (f"{'…' * bool(start)}{text[end:][::-1]}{'…' * bool(end)}" for text in rest)
    return " → ".join(f"“{cut(text)}”" if text else "(trống)" for text in (old, new))


def _shared(one: str, two: str) -> int:
    """How many letters two texts share at their beginning."""
    both = enumerate(zip(one, two, strict=False))
    return next((place for place, (a, b) in both if a != b), min(len(one), len(two)))
