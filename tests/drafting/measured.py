"""How well drafts are made of the five documents, held against what people transcribed from them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.drafting.found import Found
from generator.language.places import holds, places, quotations
from generator.language.vietnamese import plain_words
from generator.model.figure import Figure, Kind
from generator.language.numbers import MONEY


def _plain(text: str) -> str:
    return " ".join(plain_words(text))


def speaks_of(found: Found, figure: Figure) -> bool:
    """Whether a number of a document is the one that a transcribed figure quotes."""
    if not holds(found.printed, figure.value.printed, figure.unit):
        return False
    return any(_at(found, place) for place in places(figure.trace.place))


def _at(found: Found, place: str) -> bool:
    own, text = found.passage.place, found.passage.text
    if found.passage.in_cell:
        if not re.search("cột|dòng|hàng|bảng", place):
            return False
        named = [n for n in re.findall("“([^“”]*)”", place)][:-1]
        row, there = (re.search(r"dòng (\d+)", one) for one in (own, place))
        whole = _plain(f"{own} {found.passage.row} {found.passage.table}")
        same = not (row and there) or row[1] == there[1]
        return same and all(_plain(name) in whole for name in named) and _head(own) == _head(place)
    before = len(_plain(text[: found.start]))
    whole = _plain(text)
    for words in quotations(place):
        quote = _plain(words)
        start = whole.find(quote)
        while quote and start >= 0:
            if start <= before + 1 < start + len(quote):
                return True
            start = whole.find(quote, start + 1)
        if whole and whole in quote:
            return True
    return False


def _head(place: str) -> str:
    return _plain(re.split("[:.,]", place)[0])
