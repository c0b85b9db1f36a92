"""Personal data in text: telephone numbers, citizen ids, bank accounts, e-mail addresses.

Precise rather than eager: amounts, dates, ids, hashes and coordinates are none of these, so that an
officer is stopped only by what must not be public. Pure: text in, findings out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.nouns.vietnamese import fold

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
    public = _keys(tuple(allowed))
    found: dict[int, Finding] = {}
    for kind, key, start in _all(text):
        if key not in public:
            found.setdefault(start, Finding(kind, start, _masked(kind, key)))
    return [found[start] for start in sorted(found)]


@lru_cache(maxsize=4096)
def _keys(allowed: tuple[str, ...]) -> frozenset[str]:
    return frozenset(key for text in allowed for _, key, _ in _all(text))


def _masked(kind: str, key: str) -> str:
    if kind == MAIL:
        name, _, domain = key.partition("@")
        return f"{name[:1]}•••@{domain}"
    return f"{key[:4]}•••{key[-3:]}" if kind == PHONE else f"{key[:3]}•••{key[-2:]}"


# --- where to look ----------------------------------------------------------------------------

_INVISIBLE = "\u00ad\u034f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_BETWEEN = f"[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000{_INVISIBLE}.()·•．（）‐-―−－-]"
_RUN = re.compile(rf"\d(?:{_BETWEEN}{{0,4}}+\d){{8,}}+")
"""Nine digits or more, whatever the script and what stands between; all else is decided on these few places."""
_AT = re.compile(r"[@＠]|[\[({]\s?(?i:at|a còng|a cong)\s?[\])}]")
_BEFORE, _AFTER = 48, 80


def _all(text: str) -> Iterator[tuple[str, str, int]]:
    """Kind, key to compare by, place."""
    for run in _RUN.finditer(text):
        yield from _numbers(text, run.start(), run.end())
    for at in _AT.finditer(text):
        first = max(0, at.start() - _BEFORE)
        plain, places = _plain(text[first : at.end() + _AFTER])
        for mail in _MAIL.finditer(plain):
            if first + places[mail.start()] <= at.start() and mail[3] not in _FILE_ENDS:
                domain = re.sub(rf" ?{_DOT} ?", ".", mail[2])
                yield MAIL, f"{mail[1]}@{domain}", first + places[mail.start()]


def _plain(text: str) -> tuple[str, list[int]]:
    """The text in small letters without marks and invisible signs, all digits, blanks and dashes of one
    kind; with the place in `text` of each of its letters.
    """
    parts = [(part, place) for place, char in enumerate(text) for part in _plain_char(char)]
    return "".join(part for part, _ in parts), [place for _, place in parts]


@lru_cache(maxsize=4096)
def _plain_char(char: str) -> str:
    category = unicodedata.category(char)
    if category in ("Cf", "Mn"):
        return ""
    if category == "Nd":
        return str(unicodedata.digit(char))
    if category == "Zs":
        return " "
    if category == "Pd" or char == "−":
        return "-"
    return "." if char in "·•" else fold(unicodedata.normalize("NFKC", char))


# --- what it is -------------------------------------------------------------------------------

_GAP = r"(?:\)? ?[.-] ?|\)? {0,2})"
_START = r"(?<![a-z0-9_])(?<!\A\.)(?<![^a-z]\.)(?<!\A[a-z]\.)(?<![^a-z][a-z]\.)"  # a point only after a word: “ĐT.”
_END = r"(?![a-z0-9_])(?!\.\d)"
_ABROAD = rf"(?:\+ ?\(?84\)?|\(84\)|(?<!\d[ .-])0084){_GAP}(?:\(?0\)?{_GAP})?"
_AREAS = "24 28 203-209 210-216 218-222 225-229 232-239 251-263 269-277 290-294 296 297 299"
_CODES = frozenset(
    str(code)
    for area in _AREAS.split()
    for low, _, high in [area.partition("-")]
    for code in range(int(low), int(high or low) + 1)
)
_MOBILE = re.compile(rf"{_START}\(?(?:({_ABROAD})|[0o]{_GAP})([35789](?:{_GAP}\d){{8}}){_END}")
_LANDLINE = re.compile(rf"{_START}\(?(?:({_ABROAD})|[0o]{_GAP})(2(?:{_GAP}\d){{9}}){_END}")
_CALLED = re.compile(
    r"(?<![a-z])(?:zalo|viber|sdt|dtdd|dt|tel|hotline|phone|mobile)[^a-z0-9]{0,3}"
    rf"()(?:\+?84|0){_GAP}([35789](?:{_GAP}\d){{8}}){_END}"
    # a spreadsheet takes the first 0 away
    r"|(?<![a-z])(?:zalo|viber|sdt|dtdd|hotline)[^a-z0-9]{0,3}(?P<short>[35789]\d{8})(?![a-z0-9_])"
)
_CITIZEN = re.compile(rf"{_START}\(?()(0(?:{_GAP}\d){{11}}){_END}")
_NUMBER = re.compile(rf"{_START}\(?()(\d(?:{_GAP}\d){{8,18}}){_END}")

_PROVINCES = frozenset(
    f"{code:03}"
    for code in (
        *(1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, *range(33, 39)),
        *(40, 42, 44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77, 79),
        *(80, 82, 83, 84, 86, 87, 89, *range(91, 97)),
    )
)
"""First three digits of a citizen id, Circular 59/2021/TT-BCA, annex I. The fourth says century and sex."""

_CALLS = re.compile(
    r"(?<![a-z])(?:dien thoai|di dong|may ban|so may|duong day|lien he|goi|dt|sdt|dtdd|dd|tel|phone|mobile|hotline"
    r"|zalo|viber)(?!-$)[^a-z0-9]{0,12}$"
    r"|(?<![a-z])(?:anh|chi|ong|dong chi|d/c)(?: [a-z]+){1,4}[^a-z0-9]{1,4}$"
)
"""Words before a number to call: what it is, how one calls, or a person's name."""
_FIRMS = re.compile(
    r"(?<![a-z])(?:ma so thue|mst|ma so doanh nghiep|msdn|ma so ho kinh doanh|ma ho so|so bien nhan)[^a-z0-9]{0,12}$"
)
_PAPERS = re.compile(r"(?<![a-z])(?:cmnd|cmtnd|cccd|can cuoc|chung minh|so dinh danh)(?![a-z])[^\n0-9;]{0,28}$")
_BANKS = re.compile(
    r"(?<![a-z])(?:stk|so tai khoan|tai khoan so|so tk|tk so|(?:tai khoan|tk) ngan hang)(?![a-z])[^\n0-9;]{0,28}$"
)
_DOT = r"(?:\.|[\[({] ?(?:dot|cham) ?[\])}])"
_FREE = r"(?:gmail|yahoo|hotmail|outlook|icloud)"
_MAIL = re.compile(
    r"(?<![a-z0-9._%+-])([a-z0-9][a-z0-9._%+-]{0,63})"
    rf"(?: ?[\[({{] ?(?:at|a cong) ?[\])}}] ?|@| ?@ ?(?={_FREE}))"
    rf"((?:[a-z0-9-]{{1,63}} ?{_DOT} ?)+([a-z]{{2,24}}))(?![a-z0-9])"
)
_FILE_ENDS = frozenset(["png", "jpg", "jpeg", "gif", "svg", "webp", "css", "js", "map", "html"])


def _numbers(text: str, start: int, end: int) -> Iterator[tuple[str, str, int]]:
    """What the digits between two places are; the words before them decide where they alone do not."""
    first = max(0, start - _BEFORE)
    plain, places = _plain(text[first : end + 2])
    from_run = next(number for number, place in enumerate(places) if place >= start - first)
    told: set[tuple[str, str]] = set()
    for kind, pattern, is_such in _KINDS:
        for match in pattern.finditer(plain):
            if match.end() > from_run and is_such(plain[: match.start()], match):
                digits = re.sub(r"\D", "", match[match.lastindex or 2])
                key = f"0{digits}" if kind == PHONE else digits
                if (kind, key) not in told:
                    yield kind, key, first + places[match.start()]
                told.add((kind, key))


def _groups(match: re.Match[str]) -> tuple[list[str], set[str]]:
    """The digits as they stand together, a leading 0 with them, and the sorts of what stands between."""
    national = match[0] if not match[1] else match[2]
    groups = re.findall(r"[\do]+", national)
    gaps = re.findall(r"(?<=[\do])[^\do]+(?=[\do])", national)
    rest = gaps[1:] if gaps and ")" in gaps[0] else gaps
    return groups, {re.sub(r"[ )]", "", gap) for gap in rest}


def _abroad(match: re.Match[str]) -> bool:
    """Whether a mark before the code of the country says what the number is: `+84`, `(84)`."""
    return bool(match[1]) and not match[1].startswith("0")


def _within_id(before: str) -> bool:
    """Whether a hyphen ties the digits to a word before them, as in `bao-cao-0912345678`."""
    return bool(re.search(r"[a-z0-9]-$", before))


def _is_mobile(before: str, match: re.Match[str]) -> bool:
    groups, gaps = _groups(match)
    if _abroad(match) or _CALLS.search(before):
        return True
    if _FIRMS.search(before) or _within_id(before) or len(gaps) > 1:
        return False
    first, *others = (len(group) for group in groups)
    if not others or first > 2:
        return min(others, default=2) >= 2
    if [first, *others] == [2, 8]:
        return gaps == {""}  # 09.12345678 is a decimal
    dated = re.fullmatch(r"(0[1-9]|1[0-2])\D+(19|20)\d\d\D+\d{4}", match[0])
    return [first, *others] == [2, 4, 4] and not dated  # any other is a day or a row of counts


def _is_landline(before: str, match: re.Match[str]) -> bool:
    digits = re.sub(r"\D", "", match[2])
    if not {digits[:2], digits[:3]} & _CODES or _FIRMS.search(before):
        return False
    groups, gaps = _groups(match)
    if _abroad(match) or _CALLS.search(before):
        return True
    return not _within_id(before) and len(gaps) <= 1 and len(groups[0]) in (3, 4, 11)


def _is_citizen(before: str, match: re.Match[str]) -> bool:
    digits = re.sub(r"\D", "", match[2])
    born = int(digits[4:6])
    alive = born >= 10 if digits[3] in "01" else digits[3] in "23" and born <= 40
    if digits[:3] not in _PROVINCES or not alive:
        return False
    if _PAPERS.search(before):
        return True
    groups, gaps = _groups(match)
    usual = ([12], [3, 3, 3, 3], [4, 4, 4], [6, 6], [3, 9], [3, 3, 6], [3, 1, 2, 6])
    years = gaps == {"-"} and any(re.fullmatch(r"(19|20)\d\d", group) for group in groups)
    larger = len(groups) > 1 and re.search(r"\d $", before)  # 186 077 110 000 000
    alike = years or larger or _within_id(before)
    return [len(group) for group in groups] in usual and len(gaps) <= 1 and not alike


def _is_paper(before: str, match: re.Match[str]) -> bool:
    """A number of 9 or 12 digits after the name of a paper; `318.204.500` is a count unless “số” stands before it."""
    length = len(re.sub(r"\D", "", match[2]))
    count = "." in match[2] and _is_amount(match[2]) and not re.search(r"(?<![a-z])so[ :.]*$", before)
    return length in (9, 12) and not count and bool(_PAPERS.search(before))


def _is_account(before: str, match: re.Match[str]) -> bool:
    """A number after the name of an account that is no amount."""
    return not _is_amount(match[2]) and bool(_BANKS.search(before))


def _is_amount(digits: str) -> bool:
    return bool(re.fullmatch(r"[1-9]\d{0,2}((\.\d{3})+|( \d{3})+)", digits))


_KINDS = (
    (CITIZEN, _CITIZEN, _is_citizen),
    (PHONE, _MOBILE, _is_mobile),
    (PHONE, _LANDLINE, _is_landline),
    (PHONE, _CALLED, lambda *_: True),
    (CITIZEN, _NUMBER, _is_paper),
    (ACCOUNT, _NUMBER, _is_account),
)
