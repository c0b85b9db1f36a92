"""Personal data in text: telephone numbers, identity papers, bank accounts, e-mail addresses.

Precise rather than eager: amounts, dates, ids, hashes and coordinates are none of these, so that an
officer is stopped only by what must not be public. Pure: text in, findings out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from generator.language import accounts, identity_papers, telephones
from generator.language.digits import BETWEEN_CELLS, DIGITS, Number, beginning_at, groups_of
from generator.language.first_look import AFTER, AT, BEFORE, BY_ITSELF, NAMED, begins_by_itself, look
from generator.language.undisguised import plain, plain_letters, without_escapes

PHONE, CITIZEN, ACCOUNT, MAIL = "số điện thoại", "số giấy tờ tùy thân", "số tài khoản", "địa chỉ thư điện tử"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something personal: its `kind` in words, where it starts in the text, how it may be shown."""

    kind: str
    start: int
    shown: str


def found_in(text: str, allowed: Collection[str] = ()) -> list[Finding]:
    """The personal data of a text in order, without what stands in one of the `allowed` texts, in
    whatever grouping (`0912.345.678` allows `+84 912 345 678`).
    """
    found: dict[int, Finding] = {}
    for kind, key, start in _all(text):
        if key not in _keys(tuple(allowed)):
            found.setdefault(start, Finding(kind, start, _masked(kind, key)))
    return [found[start] for start in sorted(found)]


def found_in_cells(cells: Sequence[str], allowed: Collection[str] = ()) -> list[tuple[int, Finding]]:
    """The personal data of cells that stand beside each other, each with the number of its cell: a word may stand in
    one and its number in the next, or the two halves of a number in two.
    """
    ends = list(accumulate(len(cell) + len(_PARTING) for cell in cells))
    return [(bisect_right(ends, found.start), found) for found in found_in(_PARTING.join(cells), allowed)]


def found_in_name(name: str, allowed: Collection[str] = ()) -> list[Finding]:
    """The personal data of the name of a file, a folder or a row, in which signs stand for blanks."""
    return found_in(re.sub(r"[_-]+|\.(?=[A-Za-z])", " ", name), allowed)


def phone_without_zero(cell: str, allowed: Collection[str] = ()) -> Finding | None:
    """A mobile number that fills a cell and has lost its first 0, as spreadsheets store it; None for a round amount."""
    digits = cell.strip()
    whole = bool(re.fullmatch(r"[35789]\d{8}", digits)) and not digits.endswith("000")
    return next(iter(found_in(f"0{digits}", allowed)), None) if whole else None


_PARTING = f" {BETWEEN_CELLS} "


@lru_cache(maxsize=4096)
def _keys(allowed: tuple[str, ...]) -> frozenset[str]:
    return frozenset(key for text in allowed for _, key, _ in _all(text))


def _masked(kind: str, key: str) -> str:
    if kind == MAIL:
        name, _, domain = key.partition("@")
        return f"{name[:1]}•••@{domain}"
    return f"{key[:4]}•••{key[-3:]}" if kind == PHONE else f"{key[:3]}•••{key[-2:]}"


# --- numbers ----------------------------------------------------------------------------------


def _all(text: str) -> Iterator[tuple[str, str, int]]:
    """Kind, key to compare by, place."""
    text = without_escapes(text)
    runs, may_have_mail = look(text)
    for run in runs:
        for kind, key, place in _numbers(run.before, run.within, run.after):
            yield kind, key, run.start + place
    for at in AT.finditer(text) if may_have_mail else ():
        first = max(0, at.start() - BEFORE)
        for key, start, end in _mails(text[first : at.end() + AFTER]):
            if first + start <= at.start() <= first + end:
                yield MAIL, key, first + start


@lru_cache(maxsize=16_384)
def _numbers(before: str, within: str, after: str) -> tuple[tuple[str, str, int], ...]:
    """The personal numbers that start within a text of digits, with what stands around it; pages repeat most of
    theirs. Kind, key to compare by, and place of each.
    """
    around, own = (plain_letters(before), plain_letters(after)), plain_letters(within)
    named = any(map(NAMED.search, around))
    digits = DIGITS.findall(own)
    if not (named or any(begins_by_itself(digits, first) for first in range(len(digits)))):
        return ()
    letters, start = f"{around[0]}{own}{around[1]}", len(around[0])
    found = tuple(_personal(letters, start, start + len(own), named))
    places = plain(within)[1] if found else ()
    return tuple((kind, key, places[place - start]) for kind, key, place in found)


def _personal(letters: str, start: int, end: int, named: bool) -> Iterator[tuple[str, str, int]]:
    """Kind, key to compare by, and place of each personal number between two places of a plain text, where a word that
    makes it one is `named` near or none.
    """
    groups, gaps = groups_of(letters, start, end)
    digits = [group[0] for group in groups]
    first = 0
    while first < len(groups):
        may_begin = named or begins_by_itself(digits, first)
        numbers = beginning_at(letters, groups, gaps, first) if may_begin else ()
        may_be = (number for number in numbers if named or BY_ITSELF.fullmatch(number.digits))
        kind, key, length = next((told for number in may_be if (told := _told(number))[0]), ("", "", 1))
        if kind:
            yield kind, key, groups[first].start()
        first += length


def _told(number: Number) -> tuple[str, str, int]:
    """Kind and key of a number, '' where it is not personal, and how many groups it fills."""
    if key := accounts.sure_account(number):
        return ACCOUNT, key, len(number.groups)
    if (key := telephones.telephone(number)) and number.stands_free:
        return PHONE, key, len(number.groups)
    if key := identity_papers.paper(number):
        return CITIZEN, key, len(number.groups)
    return ACCOUNT if (key := accounts.likely_account(number)) else "", key, len(number.groups)


# --- mail -------------------------------------------------------------------------------------

_TOP = r"(?:com|vn|net|org|edu|gov|info|io|me|asia)(?![a-z0-9])"
_FREE = r"(?:gmail|yahoo|hotmail|outlook|icloud)(?![a-z0-9-])"
_DOT = rf"(?: ?[\[({{<] ?(?:dot|cham|\.) ?[\])}}>] ?| (?:dot|cham) | ?[.,] ?(?={_TOP})|\.)"
_HOST = rf"(?:[a-z0-9-]{{1,63}}{_DOT})+[a-z]{{2,24}}"
_KNOWN_HOST = rf"(?:{_FREE}(?:{_DOT}[a-z]{{2,4}})*|(?:[a-z0-9-]{{1,63}}{_DOT})+{_TOP})"
_MAIL = re.compile(
    r"(?<![a-z0-9._%+-])(?P<name>[a-z0-9][a-z0-9._%+-]{0,63}?)"
    rf"(?:@(?P<host>{_HOST}|{_FREE})"
    rf"|(?: ?@ | ?[\[({{<] ?(?:at|a|a cong) ?[\])}}>] ?)(?P<known>{_KNOWN_HOST})"
    rf"|(?: @|[ _-](?:at|a cong)[ _-])(?P<perhaps>{_KNOWN_HOST}))(?![a-z0-9])"
)
"""After a disguised @ only a host of mailboxes counts, after a word only where the name is no word."""
_FILE_ENDS = ("png", "jpg", "jpeg", "gif", "svg", "webp", "css", "js", "map", "html")


@lru_cache(maxsize=16_384)
def _mails(window: str) -> tuple[tuple[str, int, int], ...]:
    """Key, start and end of each mail address of a text."""
    found = []
    for mail in _MAIL.finditer(plain_letters(window)):
        host = re.sub(_DOT, ".", mail["host"] or mail["known"] or mail["perhaps"])
        named = not mail["perhaps"] or re.search(r"[.\d_]", mail["name"]) or re.match(_FREE, host)
        if named and not host.endswith(_FILE_ENDS):
            found.append((f"{mail['name']}@{host}", mail.start(), mail.end() - 1))
    places = plain(window)[1] if found else ()
    return tuple((key, places[start], places[last]) for key, start, last in found)
