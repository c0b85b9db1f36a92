"""Text of others inside Markdown that GitHub shows: letter for letter, calling nobody, leading nowhere.

Needs nothing but Python, since workflows use it without setting up the project.
"""

from __future__ import annotations

import html
import re

from generator.language.vietnamese import clean

_BREAK = "&#8203;"
"""A character without width: it parts what GitHub would otherwise take for a name, number, address or list."""
_MARKS = {mark: f"&#{ord(mark)};" for mark in "&<>\\`*_[]|~$!"}
_CALLS = re.compile(r"(?<=@)|(?<=#)|(?<=:)(?=//)|(?<=:)(?=[\w+-]+:)|(?<=\bgh-)(?=\d)|(?<=\bwww)(?=\.)", re.IGNORECASE)
_OPENINGS = re.compile(r"^(?:[-+=]|\d+[.)])")
_COMMITS = re.compile(r"\b(?=[0-9a-f]*[a-f])([0-9a-f]{3})([0-9a-f]{4,})\b", re.IGNORECASE)


def plain(text: str) -> str:
    """A text that GitHub shows letter for letter: no markup, no mention, link, picture or reference."""
    parted = _COMMITS.sub(_parted, _CALLS.sub("\u200b", _OPENINGS.sub("\u200b\\g<0>", clean(text))))
    return "".join(_MARKS.get(letter, letter) for letter in parted).replace("\u200b", _BREAK)


def _parted(commit: re.Match[str]) -> str:
    """What looks like a commit, in pieces of which none does."""
    return "\u200b".join([commit[1], *re.findall(".{1,6}", commit[2])])


def code(text: str) -> str:
    """A file or column as code, in which GitHub looks for nothing."""
    return f"`{clean(text).replace('`', 'ˋ') or ' '}`"


FOLD = ("<details><summary>Xem thêm</summary>", "</details>")
"""The lines between which a comment folds away what asks for nothing."""
_STRUCTURE = re.compile(r"(#{2,3} |- |  )?(.*)")
_INLINE = re.compile(r"(`[^`]+`|\*\*)")


def disarmed(markdown: str) -> str:
    """A comment made by a run that nobody vouches for, with headings, lists, bold, code and folds left; the rest is
    text. A fold is closed where it was not.

    What `report.as_markdown` writes comes out as it was, but for its marker.
    """
    lines, open_ = [], False
    for line in markdown.split("\n"):
        if line == FOLD[open_]:
            open_ = not open_
            lines.append(line)
        else:
            lines.append(_line(line))
    return "\n".join([*lines, *(["", FOLD[1]] if open_ else [])]).strip()


def _line(line: str) -> str:
    match = _STRUCTURE.fullmatch("".join(letter for letter in line if letter.isprintable()))
    assert match
    opening, rest = match[1] or "", match[2]
    return opening + "".join(_piece(piece) for piece in _INLINE.split(rest) if piece)


def _piece(piece: str) -> str:
    if _INLINE.fullmatch(piece):
        return piece
    inner = piece.strip(" ")
    start = piece[: len(piece) - len(piece.lstrip(" "))]
    end = piece[len(piece.rstrip(" ")) :] if inner else ""
    return start + plain(html.unescape(inner)) + end
