"""Ready HTML within the Markdown of a page, which Markdown need not read: it would do so slowly, to change nothing.

Two comments say where ready HTML begins and ends. Before Markdown each such part gives way to a mark, and takes the
mark's place when the page is made. An engine that does none of this reads the same page, comments and all, and gives
the same. Data cannot be taken for a comment: their `<` is escaped.
"""

from __future__ import annotations

import re

_READY = re.compile(r"^<!--html-->\n(.*?)\n<!--/html-->$", re.DOTALL | re.MULTILINE)
_MARK = re.compile(r"<!--html (\d+)-->")
_LEFT = re.compile(r"<!--/?html\b")
_ANCHOR = re.compile(r'\sid="([^"]*)"')


class NotWhole(ValueError):
    """A sentence: a page would lack ready HTML, or show what is no ready HTML as such."""


def with_marks(page: str) -> str:
    """The Markdown of a page with a mark in the place of each part of ready HTML."""
    first, *parts = _READY.split(page)
    return first + "".join(f"<!--html {number}-->{after}" for number, after in enumerate(parts[1::2]))


def filled(made: str, page: str) -> str:
    """A made page, its marks replaced by the ready HTML of its Markdown. Raises NotWhole unless each fits the other."""
    pieces, ready = _MARK.split(made), _READY.findall(page)
    if pieces[1::2] != [str(number) for number in range(len(ready))] or any(map(_LEFT.search, pieces[::2])):
        raise NotWhole(
            f"trang có {len(ready)} phần HTML dựng sẵn và {len(pieces) // 2} chỗ đặt, không khớp nhau. Mỗi phần phải "
            "nằm giữa hai dòng riêng <!--html--> và <!--/html-->; khung trang phải in nội dung đúng một lần."
        )
    pieces[1::2] = ready
    return "".join(pieces)


def anchors(page: str) -> frozenset[str]:
    """The ids within the ready HTML of a page's Markdown."""
    return frozenset(anchor for part in _READY.findall(page) for anchor in _ANCHOR.findall(part))
