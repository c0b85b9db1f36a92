"""Abbreviations explained where a reader first meets them on a page.

`explained` works on the text of a page as the templates made it: Markdown with HTML blocks, everything escaped.
The number of a document (230-BC/ĐU) stays as it is, and so do codes, addresses and drawings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import escape

_ABBREVIATION = re.compile(r"[A-ZĐ]\w?[A-ZĐ]")
_NUMBER_OF_DOCUMENT = r"\d\w*(?:[-/]\w+)*[-/]\w*[A-ZĐ]\w*(?:[-/]\w+)*|/[A-ZĐ]\w*(?:[-/]\w+)+"
_QUIET = frozenset({"a", "caption", "svg", "code", "pre", "script", "style"})
"""Elements in which nothing may be inserted; captions are often for the ear only."""
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def abbreviations(glossary: Iterable[tuple[str, str, str]]) -> dict[str, str]:
    """The abbreviations of the glossary (word, full words, meaning) with their full words; `A, B` are two.

    >>> abbreviations([("TTHC", "thủ tục hành chính", "…"), ("lũy kế", "số lũy kế", "…")])
    {'TTHC': 'thủ tục hành chính'}
    """
    return {short: full for words, full, _ in glossary for short in words.split(", ") if _ABBREVIATION.search(short)}


@lru_cache(maxsize=8)
def _scanner(shorts: tuple[str, ...]) -> re.Pattern[str]:
    """Tags, headings, numbers of documents, and the abbreviations that stand between them, the longest first."""
    words = "|".join(re.escape(escape(short)) for short in sorted(shorts, key=len, reverse=True))
    return re.compile(
        rf"<(?P<end>/?)(?P<tag>\w+)[^>]*>|(?P<heading>^#[^\n]*)|{_NUMBER_OF_DOCUMENT}|(?<!\w)(?P<short>{words})(?!\w)",
        re.MULTILINE,
    )


def explained(text: str, known: Mapping[str, str]) -> str:
    """A page's text in which each abbreviation is explained: behind its first occurrence in running text, behind the
    link that holds it, or, where it stands in headings and drawings only, in a line at the end. What is explained in
    a folded part is explained again where it is first seen without opening anything.
    """
    if not known:
        return text
    full = {escape(short): escape(words) for short, words in known.items()}
    scanner, done = _scanner(tuple(known)), _front(text)
    out, within, folds = [text[:done]], list[str](), 0
    seen, hidden, linked, unsaid = set[str](), set[str](), dict[str, None](), dict[str, None]()
    for found in scanner.finditer(text, done):
        out.append(text[done : found.end()])
        done = found.end()
        tag, short, end = found["tag"], found["short"], bool(found["end"])
        told = seen | hidden if folds else seen
        if tag == "details":
            folds += -1 if end else 1
        elif tag in _QUIET and not end:
            within.append(tag)
        elif tag in _QUIET and within and within.pop() == "a":
            out += [_beside(one, full[one], named=True) for one in linked if one not in told]
            (hidden if folds else seen).update(linked)
            linked.clear()
        elif found["heading"]:
            unsaid |= {one["short"]: None for one in scanner.finditer(found["heading"], 1) if one["short"]}
        elif short and within:
            (linked if within[-1] == "a" else unsaid)[short] = None
        elif short and short not in told:
            (hidden if folds else seen).add(short)
            if not _said_already(text, found.start(), found.end(), full[short]):
                out.append(_beside(short, full[short]))
    out.append(text[done:])
    if left := [short for short in unsaid if short not in seen | hidden]:
        out.append(f'\n<p class="small">Viết tắt: {"; ".join(f"{short} là {full[short]}" for short in left)}.</p>\n')
    return "".join(out)


def _front(text: str) -> int:
    """Where the front matter ends."""
    found = _FRONT_MATTER.match(text)
    return found.end() if found else 0


def _beside(short: str, full: str, *, named: bool = False) -> str:
    return f'<span class="expl"> ({f"{short}: " if named else ""}{full})</span>'


def _said_already(text: str, start: int, end: int, full: str) -> bool:
    """Whether the full words stand right before, as in `hợp tác xã (HTX)`, or right behind: `HTX là hợp tác xã`."""
    before = text[max(0, start - len(full) - 2) : start]
    behind = re.sub(r"<[^>]*>", "", text[end : end + len(full) + 60]).lstrip(" (").removeprefix("là ")
    return before.casefold() == f"{full} (".casefold() or behind.casefold().startswith(full.casefold())
