"""Abbreviations explained where a reader first meets them on a page, written out on paper.

`explained` works on the text of a page as the templates made it: Markdown with HTML blocks, everything escaped.
The number of a document (230-BC/ĐU) stays as it is, and so do codes, addresses and drawings.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from itertools import chain

from generator.model.choices import AGENCY_WORDS

_ABBREVIATION = re.compile(r"[A-ZĐ]\w?[A-ZĐ]")
_NUMBER_OF_DOCUMENT = r"\d\w*(?:[-/]\w+)*[-/]\w*[A-ZĐ]\w*(?:[-/]\w+)*|/[A-ZĐ]\w*(?:[-/]\w+)+"
_QUIET = frozenset({
    "a", "caption", "figcaption", "th", "summary", "h1", "h2", "h3", "q", "svg", "code", "pre", "script", "style",
})  # fmt: skip
"""Elements in which nothing may be inserted: links, headings of pages, tables and folds, what is drawn or typed."""
_BLOCKS = frozenset({"p", "td", "th", "li", "dd", "dt", "div", "details", "summary"})
"""Elements that no quotation leaves: one that is not closed ends with them."""
MARKS = str.maketrans({mark: f"&#{ord(mark)};" for mark in r"\`*_{}[]~"})
"""What Markdown would take for its own within a paragraph, as HTML writes it: `text.translate(MARKS)`."""
_OFFICES = frozenset(map(escape, AGENCY_WORDS))
"""Abbreviations that are parts of the names of offices, which no explanation may break."""
_PART = re.compile(r"\n\n|<tr\b")
"""Where another part of a page begins: a paragraph or a row. No quiet element, quotation or bracket reaches over it."""
_TAG = re.compile(r"</?\w[^>]*>")
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def abbreviations(glossary: Iterable[tuple[str, str, str]]) -> dict[str, str]:
    """The abbreviations of the glossary (word, full words, meaning) with their full words; `A, B` are two.

    >>> abbreviations([("TTHC", "thủ tục hành chính", "…"), ("lũy kế", "số lũy kế", "…")])
    {'TTHC': 'thủ tục hành chính'}
    """
    return {short: full for words, full, _ in glossary for short in words.split(", ") if _ABBREVIATION.search(short)}


@lru_cache(maxsize=8)
def _escaped(known: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    return {escape(short): escape(words) for short, words in known}


@lru_cache(maxsize=8)
def _scanner(shorts: tuple[str, ...]) -> re.Pattern[str]:
    """Tags, headings, numbers of documents, and the abbreviations that stand between them, the longest first."""
    words = "|".join(re.escape(escape(short)) for short in sorted(shorts, key=len, reverse=True))
    return re.compile(
        rf"<(?P<end>/?)(?P<tag>\w+)[^>]*>|(?P<gap>\n\n)|(?P<heading>^#[^\n]*)|(?P<quote>[“”])|(?P<bracket>[()])|{_NUMBER_OF_DOCUMENT}"
        rf"|(?<!\w)(?P<short>{words})(?!\w)",
        re.MULTILINE,
    )


def explained(text: str, known: Mapping[str, str]) -> str:
    """A page's text in which each abbreviation is explained: behind its first occurrence in running text, behind the
    link that holds it, or, where it stands in headings, quotations, brackets and drawings only or is part of the names
    of offices, in a line at the end. No explanation stands within another.
    What is explained in a folded part is explained again where it is first seen without opening anything.
    """
    if not known:
        return text
    reading = _Reading(_escaped(tuple(known.items())))
    scanner, shorts_in, start = _scanner(tuple(known)), _shorts_in(tuple(reading.full)), _front(text)
    reading.out.append(text[:start])
    for end in (*(part.start() for part in _PART.finditer(text, start)), len(text)):
        part = text[start:end]
        if not reading.within and reading.seen.issuperset(chain.from_iterable(map(shorts_in, _TAG.split(part)))):
            reading.pass_over(part)
        else:
            _read(reading, text, scanner, start, end)
        start = end
    body = "".join(reading.out)
    return body + reading.rest(body)


def _read(reading: _Reading, text: str, scanner: re.Pattern[str], start: int, end: int) -> None:
    """Read a part of a page, with what must be explained there."""
    done = start
    for found in scanner.finditer(text, start, end):
        reading.out.append(text[done : found.end()])
        done = found.end()
        if found["gap"]:
            reading.paragraph()
        elif found["tag"]:
            reading.tag(found["tag"], end=bool(found["end"]))
        elif found["quote"]:
            reading.quote(opens=found["quote"] == "“")
        elif found["bracket"]:
            reading.bracket(opens=found["bracket"] == "(")
        elif found["heading"]:
            reading.unsaid |= {one["short"]: None for one in scanner.finditer(found["heading"], 1) if one["short"]}
        elif short := found["short"]:
            reading.short(short, said=_said_already(text, found.start(), done, reading.full[short]))
    reading.out.append(text[done:end])


@dataclass
class _Reading:
    """How far a page is read: what was explained in the open (`seen`) and in folded parts (`hidden`), what waits for
    the end of its link, the `offices` that the end of the page explains, what is explained nowhere yet.
    """

    full: Mapping[str, str]
    out: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    hidden: set[str] = field(default_factory=set)
    within: list[str] = field(default_factory=list)
    folds: int = 0
    quoting: int = 0
    brackets: int = 0
    linked: dict[str, None] = field(default_factory=dict)
    offices: dict[str, None] = field(default_factory=dict)
    unsaid: dict[str, None] = field(default_factory=dict)

    def pass_over(self, part: str) -> None:
        """A part of the page that holds no abbreviation but those explained."""
        self.paragraph()
        self.folds += part.count("<details") - part.count("</details")
        self.out.append(part)

    def tag(self, name: str, *, end: bool) -> None:
        """A tag was read: parts fold and unfold, links end."""
        if name in _BLOCKS:
            self.paragraph()
        if name == "details":
            self.folds += -1 if end else 1
        elif name in _QUIET and not end:
            self.within.append(name)
        elif name in _QUIET and self.within and self.within.pop() == "a":
            if self.within:  # a link in a heading
                self.unsaid |= self.linked
                self.linked.clear()
            self._behind(self.linked)

    def paragraph(self) -> None:
        """Another paragraph begins: quotations and brackets that nobody closed end."""
        self.quoting = self.brackets = 0

    def quote(self, *, opens: bool) -> None:
        """A quotation starts, or ends; one within a link or a drawing is part of it."""
        if not self.within:
            self.quoting = self.quoting + 1 if opens else max(0, self.quoting - 1)

    def bracket(self, *, opens: bool) -> None:
        """A bracket starts, or ends."""
        if not self.within:
            self.brackets = self.brackets + 1 if opens else max(0, self.brackets - 1)

    def short(self, short: str, *, said: bool) -> None:
        """An abbreviation was read; `said` where its full words stand beside it."""
        if short in _OFFICES and not said:
            self.offices |= {} if short in self._told() else {short: None}
            self.seen.add(short)
        elif self.within:
            (self.linked if self.within[-1] == "a" else self.unsaid)[short] = None
        elif (self.brackets or self.quoting) and not said:
            self.unsaid[short] = None
        elif short not in self._told():
            self._now().add(short)
            self.out += [] if said else [_beside(short, self.full[short])]

    def rest(self, body: str) -> str:
        """The line at the end of the page, of what its body does not explain in these very words."""
        left = [*self.offices, *(short for short in self.unsaid if short not in self.seen | self.hidden)]
        lines = (f"{short} là {self.full[short]}" for short in left)
        said = "; ".join(line for line in lines if line not in body)
        return f'\n<p class="small">Viết tắt: {said}.</p>\n' if said else ""

    def _told(self) -> set[str]:
        return self.seen | self.hidden if self.folds else self.seen

    def _now(self) -> set[str]:
        return self.hidden if self.folds else self.seen

    def _behind(self, waiting: dict[str, None]) -> None:
        """Explain, with their names, those that waited for an end."""
        if self.brackets:  # a gloss in brackets would stand within others
            self.unsaid |= waiting
        else:
            self.out += [_beside(one, self.full[one], named=True) for one in waiting if one not in self._told()]
            self._now().update(waiting)
        waiting.clear()


def spelled(text: str, known: Mapping[str, str]) -> str:
    """A plain text, without HTML, in which abbreviations are written out, for paper and short sentences: `UBND xã` is
    `Ủy ban nhân dân xã`. What is a name as well (`VNeID`) stays, its words behind it.

    >>> spelled("HTX và VNeID, số 12/QĐ-UBND", {"HTX": "hợp tác xã", "VNeID": "ứng dụng định danh", "UBND": "…"})
    'Hợp tác xã và VNeID (ứng dụng định danh), số 12/QĐ-UBND'
    """

    def written(found: re.Match[str]) -> str:
        short, before = found["short"], text[: found.start()]
        if not short or _said_already(text, found.start(), found.end(), known[short]):
            return found[0]
        if not short.isupper():
            return f"{short} ({known[short]})"
        full = known[short]
        return full[:1].upper() + full[1:] if not before or before.endswith(". ") else full

    return _plain_scanner(tuple(known)).sub(written, text) if known else text


@lru_cache(maxsize=8)
def _shorts_in(shorts: tuple[str, ...]) -> Callable[[str], frozenset[str]]:
    """What tells the abbreviations that stand in words without tags; pages repeat most of theirs."""
    scanner = _plain_scanner(shorts)

    @lru_cache(maxsize=16_384)
    def inside(words: str) -> frozenset[str]:
        return frozenset(scanner.findall(words)) - {""}

    return inside


@lru_cache(maxsize=8)
def _plain_scanner(shorts: tuple[str, ...]) -> re.Pattern[str]:
    """Numbers of documents and the abbreviations that stand between them, the longest first."""
    words = "|".join(re.escape(short) for short in sorted(shorts, key=len, reverse=True))
    return re.compile(rf"{_NUMBER_OF_DOCUMENT}|(?<!\w)(?P<short>{words})(?!\w)")


def _front(text: str) -> int:
    """Where the front matter ends."""
    found = _FRONT_MATTER.match(text)
    return found.end() if found else 0


def _beside(short: str, full: str, *, named: bool = False) -> str:
    return f'<span class="expl"> ({f"{short}: " if named else ""}{full.translate(MARKS)})</span>'


def _said_already(text: str, start: int, end: int, full: str) -> bool:
    """Whether the full words stand right before, as in `hợp tác xã (HTX)`, or right behind: `HTX là hợp tác xã`."""
    before = text[max(0, start - len(full) - 2) : start]
    behind = re.sub(r"<[^>]*>", "", text[end : end + len(full) + 60]).lstrip(" (").removeprefix("là ")
    return before.casefold() == f"{full} (".casefold() or behind.casefold().startswith(full.casefold())
