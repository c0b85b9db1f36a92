"""The slow references of what looks through a whole site: every place is looked at closely, none is left out before."""

from __future__ import annotations

import re
from collections.abc import Collection

from generator.language import personal_data as quick
from generator.language.digits import BETWEEN_CELLS, beginning_at, groups_of
from generator.language.first_look import AFTER, AT, BEFORE, NAMED, NAMES_SHORT
from generator.language.personal_data import Finding
from generator.language.undisguised import INVISIBLE, plain, without_escapes

_BETWEEN = (
    r"(?:[-\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000.()\[\]{}·•∙⋅‧・･．（）‐-―−－/_*'\"|"
    rf"{INVISIBLE}]|,(?=[\d{INVISIBLE}]))"
)
_RUN = re.compile(rf"\d(?:{_BETWEEN}{{0,16}}+\d){{8,}}+")
_UNBROKEN = re.compile(r"\d{7,}+")
_LETTERED = re.compile(r"[oOlI]+\d[\doOlI]*|\d+[oOlI][\doOlI]*|[oO](?=[ .()-]{1,3}[2-9])")


def found_slowly(text: str, allowed: Collection[str] = ()) -> list[Finding]:
    """What `found_in` finds."""
    public = {key for line in allowed for _, key, _ in _all(line)}
    found: dict[int, Finding] = {}
    for kind, key, start in _all(text):
        if key not in public:
            found.setdefault(start, Finding(kind, start, quick._masked(kind, key)))
    return [found[start] for start in sorted(found)]


def with_digits(text: str) -> str:
    """The text with letters among digits, but beside no other letter, as the digits they look like."""

    def alone(found: re.Match[str]) -> str:
        beside = text[max(0, found.start() - 1) : found.start()] + text[found.end() : found.end() + 1]
        turned = found[0].translate(str.maketrans("oOlI", "0011"))
        return found[0] if any(char.isalnum() for char in beside) else turned

    return _LETTERED.sub(alone, text)


def _all(text: str) -> list[tuple[str, str, int]]:
    text, found = without_escapes(text), []
    counted = with_digits(text)
    short = (run.span() for run in _UNBROKEN.finditer(counted) if len(run[0]) <= 8)
    named = [span for span in short if NAMES_SHORT.search(counted[max(0, span[0] - 40) : span[0]].lower())]
    for start, end in [*(run.span() for run in _RUN.finditer(counted)), *named]:
        first = max(0, start - BEFORE)
        window = counted[first : end + AFTER]
        found += [(kind, key, first + place) for kind, key, place in _numbers(window, start - first, end - first)]
    for at in AT.finditer(text):
        first = max(0, at.start() - BEFORE)
        for key, start, end in quick._mails(text[first : at.end() + AFTER]):
            if first + start <= at.start() <= first + end:
                found.append((quick.MAIL, key, first + start))
    return found


def _numbers(window: str, start: int, end: int) -> list[tuple[str, str, int]]:
    letters, places = plain(window)
    first = next(number for number, place in enumerate(places) if place >= start)
    last = next((number for number, place in enumerate(places) if place >= end), len(places))
    groups, gaps = groups_of(letters, first, last)
    named, at, found = bool(NAMED.search(letters)), 0, []
    while at < len(groups):
        numbers = beginning_at(letters, groups, gaps, at) if named or groups[at][0][0] in "08" else iter(())
        kind, key, length = next((told for number in numbers if (told := quick._told(number))[0]), ("", "", 1))
        if kind:
            found.append((kind, key, places[groups[at].start()]))
        at += length
    return found


_STYLES = re.compile(r"<(style|script)\b[^>]*>.*?</\1>", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_TAGS = re.compile(r"((?:\s*<[^<>]*>\s*)+)")
_WITHIN_A_WORD = re.compile(
    r"(?:</?(?:a|abbr|b|bdi|bdo|code|em|font|i|mark|s|small|span|strong|sub|sup|tspan|u|wbr)\b[^<>]*>|<!--|-->)+"
)
_LINE = re.compile(r"\s*<br\b[^<>]*>\s*")
_NO_WORDS = re.compile(r"""\s(?:d|points|transform|viewBox)="[^"]*"|'sha256-[A-Za-z0-9+/]{43}='""")


def styles(markup: str) -> list[str]:
    """The styles and scripts of a page, with their tags."""
    return [style[0] for style in _STYLES.finditer(markup)]


def words(markup: str) -> str:
    """What a page shows without its styles and scripts, each box parted from the next, then its different tags."""
    pieces = _TAGS.split(_STYLES.sub(" ", markup).strip())
    tags = dict.fromkeys(pieces[1::2])
    pieces[1::2] = [_parting(tag) for tag in pieces[1::2]]
    each = dict.fromkeys(tag for run in tags for tag in _TAG.findall(run))
    return "\n".join(["".join(pieces).replace("\n", " "), _NO_WORDS.sub("", "\n".join(each))])


def _parting(tags: str) -> str:
    if _WITHIN_A_WORD.fullmatch(tags):
        return ""
    blank = _LINE.fullmatch(tags) or _WITHIN_A_WORD.fullmatch(re.sub(r"\s+(?=<|\Z)|(?<=>)\s+", "", tags))
    return " " if blank else f" {BETWEEN_CELLS} "
