"""Text without what hides letters and digits from a search: escapes, invisible signs, other scripts, look-alikes."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Sequence

from generator.language.vietnamese import fold

INVISIBLE = (
    "\u00ad\u0300-\u036f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff\ufe00-\ufe0f\ufeff"
)  # fmt: skip
"""What takes no room of its own, as part of a set in a regular expression."""
_NOTHING = "\u200b"
_ESCAPED = re.compile(
    r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});?|%[2-7][0-9a-fA-F]|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}"
)
_LETTERED = re.compile(r"(?<![oOlI])[oOlI]++\d[\doOlI]*|(?<!\d)\d++[oOlI][\doOlI]*|[oO](?=[ .()-]{1,3}[2-9])")
"""Like `09l2`, `O912`, the first letter of `O 912`."""
_LIKE_DIGITS = str.maketrans("oOlI", "0011")


def without_escapes(text: str) -> str:
    """The text with its escapes (of HTML, addresses, scripts) as the signs that they mean, each at its place: what
    is left of an escape is filled with signs that take no room.
    """
    return _ESCAPED.sub(_meant, text) if "&" in text or "%" in text or "\\" in text else text


def _meant(escape: re.Match[str]) -> str:
    written = escape[0]
    sign = html.unescape(written) if written[0] == "&" else chr(int(written.lstrip("%\\ux"), 16))
    if len(sign) != 1 or "\ud800" <= sign <= "\udfff":
        return written
    return sign + _NOTHING * (len(written) - 1)


_PAGE_CODE = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|[LCR])')


def without_codes(text: str) -> str:
    """The heading of a printed page without a spreadsheet's codes for its left, middle and right, fonts and colours."""
    return _PAGE_CODE.sub("\n", text)


def with_digits(text: str) -> str:
    """The text with letters among digits as the digits they look like: `O9l2` is `0912`."""

    def alone(found: re.Match[str]) -> str:
        beside = text[max(0, found.start() - 1) : found.start()] + text[found.end() : found.end() + 1]
        return found[0] if any(char.isalnum() for char in beside) else found[0].translate(_LIKE_DIGITS)

    return _LETTERED.sub(alone, text)


def plain(text: str) -> tuple[str, Sequence[int]]:
    """The text as `plain_letters` gives it, with the place in `text` of each of its letters."""
    letters = plain_letters(text)
    return letters, [place for place, char in enumerate(text) for _ in _PLAIN[ord(char)]]


def plain_letters(text: str) -> str:
    """The text in small letters without marks and invisible signs, all digits, blanks and dashes of one kind: each
    sign for itself, whatever stands beside it.
    """
    return text.translate(_PLAIN)


class _Plain(dict[int, str]):
    """What signs are in a plain text, found when one is first met."""

    def __missing__(self, sign: int) -> str:
        self[sign] = plain = _plain_sign(chr(sign))
        return plain


_PLAIN = _Plain()


def _plain_sign(char: str) -> str:
    category = unicodedata.category(char)
    if category in ("Cf", "Mn", "Me"):
        return ""
    if category == "Nd":
        return str(unicodedata.digit(char))
    if category == "Zs" or char == "\t":
        return " "
    if category == "Pd" or char == "−":
        return "-"
    return "." if char in "·•∙⋅‧・･" else fold(unicodedata.normalize("NFKC", char))
