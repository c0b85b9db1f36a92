"""The project's words about any commune, said of one: what is asked of a xã is asked of a phường by its own name."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.language.vietnamese import opened
from generator.model.catalogue import Catalogue, Indicator, Outline

_XA = re.compile(r"(?<!ấp )(?<!tác )(?<!Mỗi )\b([Xx])ã\b(?! hội|, phường| khác| cũ)")
"""The word as it means the commune itself: no level of the state, no society, no cooperative."""
_THON = re.compile(r"\bthôn\b(?! thông minh)")
"""The word as it means the parts of a commune, which are a phường's tổ dân phố; not within the name of a model."""


def said_of(catalogue: Catalogue, kind: str) -> Catalogue:
    """The catalogue with its questions, titles, parts and what is said to be missing in the words of a kind: xã, phường
    or đặc khu. Names and bases stay as they are.
    """
    if kind == "xã":
        return catalogue
    indicators = {id: _indicator(one, kind) for id, one in catalogue.indicators.items()}
    subjects = {id: _outline(one, kind) for id, one in catalogue.subjects.items()}
    said = {id: replace(one, about=_own(one.about, kind)) for id, one in catalogue.said.items()}
    return replace(catalogue, indicators=indicators, subjects=subjects, said=said)


def _indicator(one: Indicator, kind: str) -> Indicator:
    parts = {id: _own(words, kind) for id, words in one.breakdowns.items()}
    return replace(one, question=_own(one.question, kind), breakdowns=parts)


def _outline(one: Outline, kind: str) -> Outline:
    groups = tuple(replace(group, title=_own(group.title, kind)) for group in one.groups)
    return replace(one, question=_own(one.question, kind), lead=_own(one.lead, kind), groups=groups)


def _own(words: str, kind: str) -> str:
    words = _THON.sub("tổ dân phố", words) if kind == "phường" else words
    return _XA.sub(lambda word: opened(kind) if word[1] == "X" else kind, words)
