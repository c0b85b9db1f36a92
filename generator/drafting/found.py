"""The numbers of a passage that count something, each with the words before and behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.drafting.passages import Passage
from generator.language.numbers import MONEY, PERCENT

_NUMERAL = r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)"
_FOUND = re.compile(
    rf"(?<![\w.,/%·])(?P<first>{_NUMERAL})(?P<share>\s*%)?"
    rf"(?P<second>\s*/\s*{_NUMERAL}|\s*%?\s*(?:[–-]|đến)\s*{_NUMERAL}(?=\s*%))?(?P<share2>\s*%)?"
    r"(?P<money>\s*(?:tỷ|tỉ|triệu|nghìn|ngàn)?\s*(?:đồng|VNĐ|VND)\b|\s*(?:tỷ|tỉ|triệu)\b)?(?![\w/]|[.,]\d)"
)
_COMPARED = re.compile(
    r"(?:(?:từ\s+)?(?:≥|≤|>=|<=|>|<|~)|\b(?:khoảng|xấp xỉ|gần|trên|hơn|dưới|ít nhất|tối thiểu|tối đa|không quá|từ))\s*"
    r"(?:≥|≤|>=|<=)?\s*$",
    re.IGNORECASE,
)
_PAPERS = (
    "Nghị quyết|Quyết định|Kế hoạch|Chỉ thị|Công văn|Đề án|Điều|khoản|điểm|Phụ lục|Mục|Phần|mức độ|mức|Bộ chỉ số|"
    "Thông tư|Luật|Nghị định|Chương trình|Kết luận|Quy định|Thông báo|Hướng dẫn|Biểu|Mẫu|Bước|Khu phố|Tổ dân phố"
)
_NO_COUNT = tuple(
    re.compile(pattern, re.IGNORECASE if lower else 0)
    for pattern, lower in (
        (r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}", False),
        (r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?", True),
        (r"\bngày\s+\d{1,2}/\d{1,2}\b|\bmùng\s+\d{1,2}", True),
        (r"\b\d{1,2}\s+tháng\b(?:\s+(?:đầu|cuối))?(?:\s+năm)?(?:\s+\d{4})?", True),
        (r"\b(?:tháng|quý|năm|kỳ|khóa|nhiệm kỳ)\s+(?:\d+|[IVX]+)(?:\s*[/-]\s*\d{4})?\b", True),
        (r"\b\d{1,2}/\d{4}\b", False),
        (r"\b(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d\b", False),
        (r"\b\d+(?:/\d{4})?\s?[-/]\s?[A-ZĐ][A-Za-zĐđ]*(?:[-/][A-ZĐ\d][\w-]*)*", False),
        (rf"\b(?:{_PAPERS})\s+(?:số\s+)?\d+(?:\.\d+)*\b(?!%)", True),
        (r"\b[Ss]ố:?\s+\d+(?=\s*(?:ngày\b|của\b|về\b|,\s*ngày))", False),
        (r"\b\d{1,2}\s?G\b|\b\d\.0\b|\b24/7\b", False),
        (r"\b\d{1,2}\s+năm\s+(?:thực hiện|triển khai|thi hành)", True),
        (r"\bcấp độ\s+\d+\b(?=[^%]*an toàn)|\b\d+\s+(?:rõ|không)\b", True),
        (r"\bhttps?://\S+|\bwww\.\S+", True),
    )
)  # fmt: skip
_NUMBERED_ITEM = re.compile(r"^\s*(?:[-+•*–]\s*)?\d{1,2}(?:\.\d{1,2})*[.)]\s+")
_BREAK = re.compile(r"[,;:()]|\s[-–]\s|\btrong đó\b", re.IGNORECASE)
_LABEL = re.compile(r"\W*(?:tỷ lệ|tỉ lệ|số lượng|số|tổng|mức độ)\b", re.IGNORECASE)
"""Words with which the name of a number begins."""
_BARE = re.compile(r"\W*(?:(?:đạt|chiếm|tỷ lệ|tỉ lệ|tương đương|tương ứng|bằng|là)\W*)+", re.IGNORECASE)
"""All that stands before a rate whose name is that of the count before it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A number that counts something: `printed` with its sign or unit of money, `unit` `%`, `đồng` or ''; `before` and
    `behind` the words of its own clause; `at` its order in its passage. `compared`: a bound or a guess stands before;
    `of_last`: it is a rate without a name, told by the words of the count before it.
    """

    passage: Passage
    printed: str
    unit: str
    before: str
    behind: str
    at: int
    compared: bool = False
    start: int = 0
    end: int = 0
    of_last: bool = False


def found_in(passage: Passage) -> list[Found]:
    """The numbers of a passage. Days, periods, numbers of papers, sections and generations of networks are none."""
    text = passage.text
    hidden = _hidden(text)
    places = list(_FOUND.finditer(hidden))
    made: list[Found] = []
    for at, one in enumerate(places):
        following = places[at + 1].start() if at + 1 < len(places) else len(text)
        made.append(_after(made, _found(passage, one, at, places[at - 1].end() if at else 0, following)))
    return made


def _after(made: list[Found], one: Found) -> Found:
    """A rate without a name of its own, with that of the count before it: `45/61 người đã học, đạt 73,77%`."""
    last = made[-1] if made else None
    if not last or last.unit or one.unit != PERCENT or not _BARE.fullmatch(one.before):
        return one
    return replace(one, before=f"{last.before} {last.behind} {one.before}".strip(), of_last=True)


def _hidden(text: str) -> str:
    """The text with what is no count blotted out, letter for letter."""
    if item := _NUMBERED_ITEM.match(text):
        text = "·" * item.end() + text[item.end() :]
    for pattern in _NO_COUNT:
        text = pattern.sub(lambda one: re.sub(r"\d", "·", one[0]), text)
    return text


def _found(passage: Passage, one: re.Match[str], at: int, last: int, following: int) -> Found:
    text = passage.text
    before, behind = _split(text[last : one.start()])[1] if at else text[: one.start()], text[one.end() : following]
    behind = _split(behind)[0] if following < len(text) else behind.split(";")[0]
    share = one["share"] or one["share2"]
    unit = PERCENT if share else MONEY if one["money"] else ""
    printed = text[one.start() : one.end()].strip()
    compared = _COMPARED.search(text[max(0, one.start() - 24) : one.start()])
    if compared and not (one["second"] and compared[0].strip().casefold() == "từ"):
        printed = f"{compared[0].strip()} {printed}"
    if compared:
        before = before.removesuffix(compared[0])
    if compared and compared[0].strip().casefold() == "từ" and text[one.end() :].lstrip().startswith("trở lên"):
        printed = f"{printed} trở lên"
    before = f"{_outside(text, one.start())} {before}"
    return Found(passage, printed, unit, before.strip(), behind.strip(), at, bool(compared), one.start(), one.end())


def _outside(text: str, at: int) -> str:
    """What a bracket that holds a number explains: the words before it."""
    opened = text.rfind("(", 0, at)
    if opened < 0 or ")" in text[opened:at]:
        return ""
    return re.sub(r"[\d.]+", " ", re.split(r"[,;:)]|\D\.\s", text[:opened])[-1])


def _split(between: str) -> tuple[str, str]:
    """The words between two numbers: those that belong behind the first, those before the second."""
    inner = between.rstrip()
    if inner.endswith(":"):
        named = inner.rstrip(":")
        breaks = list(_BREAK.finditer(named))
        return (named[: breaks[-1].start()], named[breaks[-1].end() :]) if breaks else ("", named)
    if inner.endswith("("):
        return inner, ""
    breaks = list(_BREAK.finditer(inner))
    if not breaks:
        return between, between
    labels = [one for one in breaks if _LABEL.match(inner, one.end())]
    parting = labels[0] if labels else breaks[-1]
    if not inner[parting.end() :].strip(" và"):
        return between, ""
    return inner[: parting.start()], inner[parting.end() :]


def all_found(passages: list[Passage]) -> Iterator[Found]:
    """The numbers of a report in their order."""
    for passage in passages:
        yield from found_in(passage)
