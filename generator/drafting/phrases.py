"""The ways in which each indicator is written, and how near some words come to one of them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.language.vietnamese import plain_words
from generator.model.catalogue import Catalogue
from generator.tables.all_tables import TABLES

EVERYDAY = 0.8
"""How much a name counts that people use and reports do not."""
_EMPTY = frozenset(
    plain_words("số lượng tổng là đạt có được của và tại trên cho với trong các những đã la xã dưới theo này")
)
_EMPTY_WEIGHT = 0.12
"""Words that stand in half of all names say little; “số” of a count is told from “tỷ lệ” by the unit."""


BLOCKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("khoi_dang", ("khối Đảng", "cơ quan Đảng", "Văn phòng Đảng ủy")),
    ("mat_tran_doan_the", ("khối Mặt trận và các đoàn thể", "Mặt trận và các đoàn thể")),
    ("dang_uy_mat_tran", ("Đảng ủy và Ủy ban MTTQ xã",)),
    ("ubnd_xa", ("UBND xã có", "khối chính quyền")),
    ("trung_tam_hcc", ("Trung tâm Phục vụ Hành chính công xã có", "Trung tâm PV HCC:")),
)
"""Parts of a commune's offices as reports head them, by the id that breakdowns have for them."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way to write an indicator: its words and pairs of words, how much it counts."""

    topic: str
    terms: frozenset[str]
    worth: float = 1.0


@dataclass(frozen=True, slots=True)
class Phrases:
    """All phrases, the weight of each term, the abbreviations written out, the parts of indicators by their terms."""

    of: Mapping[str, tuple[Phrase, ...]]
    weights: Mapping[str, float]
    full: Mapping[str, tuple[str, ...]]
    parts: Mapping[str, tuple[tuple[str, frozenset[str]], ...]]

    def words(self, text: str) -> tuple[str, ...]:
        """The plain words of a text with abbreviations written out."""
        return tuple(long for word in plain_words(text) for long in self.full.get(word, (word,)))

    def terms(self, text: str) -> frozenset[str]:
        """Its words and pairs of neighbours."""
        return terms_of(self.words(text))

    def tell(self, terms: Iterable[str]) -> bool:
        """Whether some terms say more than what stands in half of all names."""
        return any(word not in _EMPTY for term in terms for word in term.split())

    def weight(self, terms: Iterable[str]) -> float:
        """How much some terms tell."""
        return sum(self.weights.get(term, 0.0) for term in terms)


def terms_of(words: Sequence[str]) -> frozenset[str]:
    """Words and pairs of neighbouring words."""
    return frozenset((*words, *(f"{a} {b}" for a, b in pairwise(words))))


def phrases_of(catalogue: Catalogue) -> Phrases:
    """The phrases of a catalogue: names, bases, everyday names, what tables and offices call it."""
    full = _abbreviations(catalogue)
    bare = Phrases({}, {}, full, {})
    made: dict[str, list[Phrase]] = {}
    headings = {c.melts_to: c.heading for table in TABLES for c in table.columns if c.melts_to}
    for id, indicator in catalogue.indicators.items():
        said = catalogue.said.get(id)
        usual = [indicator.name, *indicator.written, *filter(None, [said.short if said else ""])]
        ways = [(words, 1.0) for words in usual] + [(words, EVERYDAY) for words in indicator.everyday]
        if id in headings:
            ways.append((headings[id], 0.9))
        made[id] = [Phrase(id, bare.terms(words), worth) for words, worth in ways]
    return Phrases(
        {id: tuple(ways) for id, ways in made.items()}, _weights(made), full,
        {id: _parts(one.breakdowns, bare) for id, one in catalogue.indicators.items() if one.breakdowns},
    )  # fmt: skip


def _weights(made: Mapping[str, Sequence[Phrase]]) -> dict[str, float]:
    """A term that few indicators have tells more; a pair tells more than a word."""
    held = Counter(term for ways in made.values() for term in {t for way in ways for t in way.terms})
    most = math.log(len(made) + 1)
    return {
        term: (math.log((len(made) + 1) / times) / most) * (1.3 if " " in term else 1.0)
        * (_EMPTY_WEIGHT if all(word in _EMPTY for word in term.split()) else 1.0)
        for term, times in held.items()
    }  # fmt: skip


_SHORT = {
    "scan": "quét", "ti": "tỷ", "cnsc": "công nghệ số cộng đồng", "dn": "doanh nghiệp", "laptop": "máy tính xách tay",
    "hs": "hồ sơ",
}  # fmt: skip
"""Other ways to say a word, and abbreviations that no citizen asks about."""


def _abbreviations(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """Abbreviations of offices and of the glossary, written out."""
    known = {
        "".join(plain_words(word)): tuple(plain_words(whole))
        for words, whole, _ in catalogue.glossary
        for word in words.split(", ")
        if word.isupper() and word.isalpha() and len(plain_words(word)) == 1 and whole
    }
    return {**{word: tuple(plain_words(whole)) for word, whole in _SHORT.items()}, **known}


def _parts(breakdowns: Mapping[str, str], bare: Phrases) -> tuple[tuple[str, frozenset[str]], ...]:
    """The parts of an indicator, each with the terms of a way to name it."""
    named = [(id, bare.terms(words)) for id, words in breakdowns.items()]
    blocks = [(id, bare.terms(words)) for id, ways in BLOCKS if id in breakdowns for words in ways]
    return (*named, *blocks)
