"""Short marks of a content, for names and addresses, and to be read out."""

from __future__ import annotations

import hashlib

_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")


def content_mark(content: bytes, length: int | None = None) -> str:
    """The same content has the same mark, of so many letters, else at full length. In digits one of thousands would
    read as somebody's telephone number, and keep a page from being published.
    """
    return hashlib.sha256(content).hexdigest()[:length].translate(_LETTERS)


_SPOKEN = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""What is not mistaken for another when it is read out: no 0 and O, no 1, I and L."""
_LENGTH = 8


def short_code(figure_id: str) -> str:
    """The short address of a figure, also to be said on the telephone: eight letters and digits, of which no two
    figures of a commune have the same. It is made of the figure's id alone, whatever stands beside it.

    >>> short_code("19405.tthc.ho_so_qua_han.2026-05-18")
    'URPY-K9TN'
    """
    number = int.from_bytes(hashlib.sha256(figure_id.encode()).digest(), "big")
    letters = []
    for _ in range(_LENGTH):
        number, rest = divmod(number, len(_SPOKEN))
        letters.append(_SPOKEN[rest])
    half = _LENGTH // 2
    return f"{''.join(letters[:half])}-{''.join(letters[half:])}"
