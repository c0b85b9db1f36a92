"""A short mark of a content, for names and addresses."""

from __future__ import annotations

import hashlib

_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")


def content_mark(content: bytes, length: int | None = None) -> str:
    """The same content has the same mark, of so many letters, else at full length. In digits one of thousands would
    read as somebody's telephone number, and keep a page from being published.
    """
    return hashlib.sha256(content).hexdigest()[:length].translate(_LETTERS)
