"""Ready HTML within the Markdown of a page, which Markdown need not read: it would do so slowly, to change nothing.

The comments `<!--html-->` and `<!--/html-->` stand around ready HTML. Before Markdown each such part gives way to a
mark, `<!--html 0-->`, and takes the mark's place when the page is made. An engine that does none of this reads the same
page, comments and all, and gives the same. Data cannot be taken for a comment: their `<` is escaped.
"""

from __future__ import annotations

import re

_COMMENT = re.compile(r"<!--(/?html(?: \d+)?)-->")
_ANCHOR = re.compile(r'\sid="([^"]*)"')


class NotWhole(ValueError):
    """A sentence: a page would lack ready HTML, or show what is no ready HTML as such."""


def with_marks(page: str) -> str:
    """The Markdown of a page with a mark in the place of each part of ready HTML. Raises NotWhole."""
    words, ready = _parts(page)
    marks = (f"<!--html {number}-->" for number in range(len(ready)))
    return "".join(piece for pair in zip(words, [*marks, ""], strict=True) for piece in pair)


def filled(made: str, page: str) -> str:
    """A made page, its marks replaced by the ready HTML of its Markdown. Raises NotWhole unless each fits the other."""
    pieces, (_, ready) = _COMMENT.split(made), _parts(page)
    if pieces[1::2] != [f"html {number}" for number in range(len(ready))]:
        raise NotWhole(
            f"trang có {len(ready)} phần HTML dựng sẵn, khung trang lại có {len(pieces) // 2} chỗ đặt hoặc sai thứ tự; "
            "khung phải in nội dung của trang đúng một lần."
        )
    pieces[1::2] = ready
    return "".join(pieces)


def anchors(page: str) -> frozenset[str]:
    """The ids within the ready HTML of a page's Markdown. Raises NotWhole."""
    return frozenset(anchor for part in _parts(page)[1] for anchor in _ANCHOR.findall(part))


def _parts(page: str) -> tuple[list[str], list[str]]:
    """The words of a page, and the ready HTML that stands between them: one part less."""
    pieces = _COMMENT.split(page)
    texts, borders = pieces[::2], pieces[1::2]
    if borders != ["html", "/html"] * (len(borders) // 2):
        raise NotWhole("mỗi phần HTML dựng sẵn phải nằm giữa một dòng <!--html--> và một dòng <!--/html-->.")
    return texts[::2], [ready.strip("\n") for ready in texts[1::2]]
