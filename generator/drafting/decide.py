"""Which numbers are beyond doubt, which are only offered with what they may be, and which are kept back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.drafting.found import Found, all_found
from generator.drafting.last_report import NOTHING, Last
from generator.drafting.neighbours import Claims, claims_of, column_of, distance, shared_names
from generator.drafting.passages import Passage
from generator.drafting.phrases import Phrases, phrases_of
from generator.drafting.suggest import Suggestion, read_as, suggestions
from generator.drafting.sums import LIKELY, closed
from generator.drafting.when import UNKNOWN, When, own_period, period_of
from generator.drafting.withheld import kept_back
from generator.language.numbers import MONEY
from generator.model.catalogue import Catalogue
from generator.model.figure import Topic


class State(StrEnum):
    """What became of a number."""

    FILLED = "điền sẵn"
    OFFERED = "gợi ý"
    UNPLACED = "chưa rõ là số gì"
    KEPT_BACK = "không đưa lên"


SURE, APART = 0.86, 0.16
"""Likeness, and distance to the next, from which words alone put a number beyond doubt."""
SURE_IN_TABLE, APART_IN_TABLE = 0.72, 0.1
"""The same in a cell below known headings."""
_AIMED = re.compile(
    r"phấn đấu|mục tiêu|đảm bảo|bảo đảm|chỉ đạo|tiếp tục|sẽ\b|hướng tới|yêu cầu|kế hoạch|dự kiến|đề xuất|đề nghị|"
    r"nhu cầu|nâng tỷ lệ|\bgiao\s*:|ít nhất|tối thiểu|chỉ tiêu|thời gian tới",
    re.IGNORECASE,
)
"""Words before a number that may be wished for and not reached."""
_TO_COME = re.compile(
    r"nhiệm vụ|giải pháp|phương hướng|mục tiêu|trọng tâm|giai đoạn 20|đề xuất|kiến nghị", re.IGNORECASE
)
_REACHED = re.compile(r"kết quả|tình hình|đã thực hiện|về thủ tục", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"cùng kỳ|so với|\btăng\b|\bgiảm\b|toàn tỉnh|cả tỉnh|cấp tỉnh|cấp huyện|toàn huyện|cả nước|toàn quốc|"
    r"bình quân chung|trung bình|lân cận|xã bạn|(?:xã|phường) khác|kế hoạch giao|năm trước|đầu năm 20\d\d|lũy kế",
    re.IGNORECASE,
)
"""Words by which a number may be another period's or another place's."""
_FIELD = r"(?<!các )(?<!mọi )(?<!cả )lĩnh vực"
_PARTLY = re.compile(
    rf"{_FIELD}|\bmỗi\b|\briêng\b|\(cũ\)|(?:xã|phường|thị trấn) cũ|thành lập mới|mới thành lập|trong số|giải thể|"
    r"(?:của|tại) (?:thôn|tổ dân phố|khu phố|bản|ấp)\b",
    re.IGNORECASE,
)
"""Words by which a number may be of a part of the commune or of what is counted."""
_YEAR = re.compile(r"(?:19|20)\d\d")
"""A count is printed with a dot for its thousands."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A number and what became of it: `topic` where it is filled in; `why` says by what, or why not, in Vietnamese."""

    found: Found
    state: State
    suggested: tuple[Suggestion, ...] = ()
    topic: Topic | None = None
    when: When = UNKNOWN
    why: str = ""
    aim: bool = False


def decide(passages: Sequence[Passage], catalogue: Catalogue, last: Last = NOTHING) -> list[Decided]:
    """What becomes of each number of a report, in its order. `last` is what the last report of the commune gave."""
    phrases, own = phrases_of(catalogue), own_period(passages)
    every = list(all_found(list(passages)))
    offers = [
        (found, () if kept_back(found) else tuple(suggestions(found, catalogue, phrases, last))) for found in every
    ]
    near = _Near(closed(offers, catalogue), claims_of(offers), shared_names(offers), phrases)
    plan = _is_plan(passages)
    made = [_one(found, suggested, near, catalogue, own, plan=plan) for found, suggested in offers]
    return _without_conflicts(_along_columns(made))


def _is_plan(passages: Sequence[Passage]) -> bool:
    """Whether the report is a plan, all of whose numbers are aimed at."""
    heads = [passage.text for passage in passages[:12]]
    return any(re.match(r"KẾ HOẠCH\b|CHƯƠNG TRÌNH\b", head) for head in heads)


@dataclass(frozen=True, slots=True)
class _Near:
    """What speaks for or against a number besides its own words: sums that close, the cells of its row, names that
    numbers of one sentence share, the names of parts.
    """

    sums: dict[tuple[int, int], Topic]
    claims: Claims
    shared: frozenset[tuple[int, Topic]]
    phrases: Phrases


def _one(
    found: Found, suggested: tuple[Suggestion, ...], near: _Near, catalogue: Catalogue, own: When, *, plan: bool
) -> Decided:
    when = period_of(found, own)
    if kind := kept_back(found):
        return Decided(found, State.KEPT_BACK, when=when, why=kind)
    aim = plan or aimed(found)
    if not suggested:
        why = "số tiền: chép vào tờ Ngân sách" if found.unit == MONEY else ""
        return Decided(found, State.UNPLACED, when=when, why=why, aim=aim)
    topic, why = _beyond_doubt(found, suggested, near)
    barred = "có thể là mục tiêu, chưa phải kết quả" if aim else _doubt(found, catalogue, suggested)
    if topic is None or barred:
        return Decided(found, State.OFFERED, suggested, None, when, barred or why, aim)
    return Decided(found, State.FILLED, suggested, topic, when, why)


def aimed(found: Found) -> bool:
    """Whether a number may be aimed at or asked for, not reached."""
    passage = found.passage
    if passage.in_cell:
        above = " ".join((*passage.column, *passage.titles[-1:]))
        return bool(
            _AIMED.search(" ".join(passage.column[1:] or passage.column)) or re.search("đề xuất|nhu cầu", above, re.I)
        )
    if _AIMED.search(passage.text[max(0, found.start - 90) : found.start]):
        return True
    titles = [title for title in passage.titles if _TO_COME.search(title) and not _REACHED.search(title)]
    return bool(titles)


def _doubt(found: Found, catalogue: Catalogue, suggested: Sequence[Suggestion]) -> str:
    """Why a number is not filled in whatever its words are; '' where nothing speaks against it."""
    if found.compared:
        return "văn bản in “khoảng”, “trên”, “từ”: xem lại"
    if found.of_last:
        return "tỷ lệ chưa nêu tên, theo con số đứng trước"
    if not read_as(found.printed, catalogue.indicators[suggested[0].topic.indicator].unit):
        return "cách viết số không theo kiểu Việt Nam"
    if _YEAR.fullmatch(found.printed):
        return "có thể là một năm"
    if found.passage.in_cell:
        return ""
    said = found.passage.text[: found.end + 25]
    if _ELSEWHERE.search(said):
        return "câu có nói đến kỳ khác hoặc nơi khác"
    above = f"{found.passage.lead} {' '.join(found.passage.titles[-1:])}"
    dossiers = suggested[0].topic.indicator.startswith("ho_so_")
    if _PARTLY.search(said) or (dossiers and re.search(_FIELD, above, re.IGNORECASE)):
        return "câu có thể chỉ nói về một phần, một lĩnh vực hay một thôn"
    return ""


def _beyond_doubt(found: Found, suggested: Sequence[Suggestion], near: _Near) -> tuple[Topic | None, str]:
    best, phrases = suggested[0], near.phrases
    apart = best.likeness - (suggested[1].likeness if len(suggested) > 1 else 0.0)
    if found.passage.in_cell:
        apart = distance(found, suggested, near.claims)
    summed = near.sums.get((found.passage.number, found.at))
    if best.last:
        return best.topic, "đúng chỗ và lời của báo cáo trước"
    if summed and any(one.topic == summed and one.likeness >= best.likeness - APART for one in suggested):
        return summed, "cộng khớp với các số bên cạnh"
    if summed and summed != best.topic:
        return None, "lời và phép cộng chỉ hai điều khác nhau"
    if found.unit == MONEY:
        return None, "số tiền: chép vào tờ Ngân sách, kèm tên khoản"
    if (found.passage.number, best.topic) in near.shared:
        return None, "trong câu còn số khác có thể là chỉ tiêu này"
    if phrases.parts.get(best.topic.indicator) and not _names_its_part(found, best.topic, phrases):
        return None, "chưa rõ của phần nào, hay của cả xã"
    sure, far = (SURE_IN_TABLE, APART_IN_TABLE) if found.passage.in_cell else (SURE, APART)
    if best.likeness >= sure and apart >= far:
        return best.topic, "đúng tên và đơn vị"
    return None, ""


def _names_its_part(found: Found, topic: Topic, phrases: Phrases) -> bool:
    """Whether the part that a number is of stands behind it, where it can be no one's but its own, or in its row."""
    if found.passage.in_cell:
        return True
    parts = phrases.parts[topic.indicator]
    return any(id == topic.breakdown and terms <= phrases.terms(found.behind) for id, terms in parts)


def _along_columns(every: Sequence[Decided]) -> list[Decided]:
    """A column that is beyond doubt in one row is the same in the others where nothing is likelier there."""
    known: dict[tuple[object, ...], set[str]] = {}
    for one in every:
        if one.topic and one.found.passage.in_cell:
            known.setdefault(column_of(one.found), set()).add(one.topic.indicator)
    return [
        replace(one, state=State.FILLED, topic=one.suggested[0].topic, why="cùng cột với những ô đã rõ")
        if _open(one) and known.get(column_of(one.found)) == {one.suggested[0].topic.indicator}
        else one
        for one in every
    ]


def _open(one: Decided) -> bool:
    """Whether nothing but the distance of its words keeps a cell from being filled in."""
    return (
        one.state is State.OFFERED and not one.why and one.found.passage.in_cell and one.suggested[0].likeness >= LIKELY
    )


def _without_conflicts(every: Sequence[Decided]) -> list[Decided]:
    """Where one thing of one period was filled in with two numbers, neither is."""
    told: dict[tuple[object, ...], set[str]] = {}
    for one in every:
        if one.topic:
            told.setdefault(_key(one), set()).add(one.found.printed.lstrip("0"))
    return [
        replace(one, state=State.OFFERED, topic=None, why="văn bản in hai số khác nhau cho một điều")
        if one.topic and len(told[_key(one)]) > 1
        else one
        for one in every
    ]


def _key(one: Decided) -> tuple[object, ...]:
    row = one.found.passage.row if one.topic and one.topic.indicator.startswith("ho_so_") else ""
    return (one.topic, one.when.kind == "luy_ke", one.when.end, row)
