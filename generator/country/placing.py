"""Communes beside each other as blocks of a page: a strip, their names in the alphabet, who is left out and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.charts.strip import NAMED, Aim, Dot, Scale, scale, size_of, strip
from generator.country.comparison import PARTS_OF, Compared, Mark
from generator.country.country import Country
from generator.language.numbers import PERCENT, show_number
from generator.language.vietnamese import lowered, own_name
from generator.model.catalogue import THOUSAND, Question
from generator.model.commune import Commune
from generator.model.grouping import grouped
from generator.pieces.blocks import Block, Items, Prose
from generator.pieces.changed import FEW
from generator.pieces.drawn_tables import Strip
from generator.pieces.row_blocks import Link

EXPLAINED = "Vị trí chỉ nói số lớn hay nhỏ, không phải thứ hạng."
"""How a strip is read, said once a page."""
NOT_ONE = 2
"""Fewer communes stand beside nobody."""
_AXIS = {PERCENT: "phần trăm", THOUSAND: "trong 1.000"}
CHANCE = "May rủi: số có thể khác đi trong khoảng ấy (95%); hồ sơ hoặc người càng ít thì khoảng càng rộng."
"""What is meant where a list says what chance may have done."""
_WHISKERS = "Vạch ngang: may rủi có thể làm số khác đi trong khoảng ấy (95%)"
_SHORTER = "; hồ sơ hoặc người càng ít thì vạch càng dài"


def by_name(country: Country, codes: Iterable[str]) -> list[str]:
    """Codes in the order of the names of their communes, as people look them up."""
    return sorted(codes, key=country.name_order.__getitem__)


def sentence(what: Compared, asked: int) -> str:
    """For which period so many of those asked are compared, and of what the values are."""
    if what.common is None:
        return "Chưa nơi nào có số so được."
    *_, base = what.common.basis.split("; ", 1)
    of = "" if base == what.question.unit or what.question.unit == base else f", {_of(base)}"
    when = what.common.words
    when = when[:1].upper() + when[1:]
    if len(what.marks) < NOT_ONE:
        return f"{when}: mới có một nơi có số{of}, nên chưa đặt cạnh nơi nào được."
    return f"{when}: {len(what.marks)} trong {asked} nơi so được với nhau{of}."


def _of(base: str) -> str:
    return base if base.startswith("% của") else f"tính trên {base}"


def drawing(country: Country, here: str, what: Compared, own: str = "") -> Iterator[Block]:
    """The strip of those compared, in the order of their names; nothing where that is not two. Each is named and the
    way to its page; but where the `own` commune stands out, on its page, the others are only places.
    """
    marks = {mark.commune: mark for mark in what.drawn}
    if len(marks) < NOT_ONE:
        return
    dots = [_dot(country, here, marks[c], country.known[c].commune, what.question, own=own)
            for c in by_name(country, marks)]  # fmt: skip
    along = _scale(what.question, [*_reached(dots), *_levels(what.drawn)])
    about = f"{what.question.name}: {len(dots)} nơi trên một trục số"
    levels = aims(what)
    yield Strip(strip(dots, levels, along, about), _below(what.question, dots, along, len(levels)))


def _reached(dots: Sequence[Dot]) -> Iterator[float]:
    """The values of dots, and the ends of the whiskers that are drawn."""
    for dot in dots:
        yield dot.value
        if len(dots) < NAMED or dot.own:
            yield from (end for end in (dot.low, dot.high) if end is not None)


def _scale(question: Question, values: Sequence[float]) -> Scale:
    share = question.unit == PERCENT
    return scale(values, 100 if share and max(values) <= 100 else None, zero=not share)


def _dot(country: Country, here: str, mark: Mark, commune: Commune, question: Question, *, own: str) -> Dot:
    assert mark.number is not None
    words = f"{own_name(commune.name)}: {brief(question, mark)}"
    there = "" if own else country.link(here, f"{commune.address}{mark.page}")
    return Dot(commune.name, words, mark.number, there, mark.low, mark.high, commune.code == own)


def brief(question: Question, mark: Mark) -> str:
    """A value in few letters; counts where these are all that is told."""
    if mark.number is None or question.unit not in PARTS_OF:
        return mark.value
    return f"{show_number(mark.number, 1)}{'%' if question.unit == PERCENT else ''}"


def by_chance(question: Question, mark: Mark) -> str:
    """Between which values chance may have moved one, in words; '' where nobody can tell."""
    if mark.number is None or mark.low is None or mark.high is None:
        return ""
    unit = "%" if question.unit == PERCENT else ""
    return f"may rủi: từ {show_number(mark.low, 1)}{unit} đến {show_number(mark.high, 1)}{unit}"


def _below(question: Question, dots: Sequence[Dot], along: Scale, levels: int) -> str:
    """What the marks and the numbers are."""
    own, named, counted = [dot for dot in dots if dot.own], len(dots) < NAMED, size_of(dots, along) is None
    if named:
        said = ["Mỗi chấm một nơi"]
    elif counted:
        said = ["Số trên cột: số nơi có giá trị trong khoảng ấy"]
    else:
        said = [f"Mỗi vòng tròn một nơi{', chấm đậm là nơi này' if own else ', bấm vào để tới nơi ấy'}"]
    said.append(f"trục: {_AXIS.get(question.unit, f'số {question.unit}')}")
    said += [f"bắt đầu từ {show_number(along.low)}, không từ 0"] if along.low > 0 else []
    whiskers = any(dot.low is not None for dot in (dots if named else own)) and (named or not counted)
    more = f" {_WHISKERS}{_SHORTER if named else ''}." if whiskers else ""
    more += f" Mục tiêu do mỗi nơi tự đặt{', mỗi nơi một mức' if levels > 1 else ''}." if levels else ""
    return f"{'; '.join(said)}.{more}"


def _levels(marks: Sequence[Mark]) -> list[float]:
    return [mark.aim for mark in marks if mark.aim is not None]


def aims(what: Compared) -> list[Aim]:
    """What is aimed at: the one level of all that have any, else the lowest and the highest."""
    levels = sorted({(mark.aim, mark.aim_words) for mark in what.marks.values() if mark.aim is not None})
    if not levels:
        return []
    low, high = levels[0], levels[-1]
    if low[0] == high[0]:
        return [Aim(low[0], f"mục tiêu {low[1]}")]
    unit = "%" if what.question.unit == PERCENT else ""
    return [
        Aim(low[0], f"mục tiêu thấp nhất: {show_number(low[0])}{unit}"),
        Aim(high[0], f"mục tiêu cao nhất: {show_number(high[0])}{unit}"),
    ]


def names(country: Country, here: str, what: Compared) -> Items:
    """Those compared by name, each with its value."""
    made = []
    for code in by_name(country, what.marks):
        mark, commune = what.marks[code], country.known[code].commune
        there = country.link(here, f"{commune.address}{mark.page}", mark.anchor)
        told = (brief(what.question, mark), *to_be_read_too(mark))
        made.append(Prose("; ".join(told), "", Link(commune.name, there)))
    return Items(tuple(made), "names")


def to_be_read_too(mark: Mark) -> Iterator[str]:
    """What a fair reader must know beside a value: that the place does not agree, that there is a newer one."""
    if mark.doubt:
        yield f"{lowered(mark.doubt)}, xem nguồn"
    if mark.newer:
        yield f"số mới hơn, chưa đem so được: {mark.newer}"


def few(country: Country, what: Compared) -> Iterator[Block]:
    """Those of so few cases that no share of theirs is drawn."""
    own = [code for code, mark in what.marks.items() if mark.number is None]
    if own:
        said = "; ".join(f"{country.known[c].commune.name} {what.marks[c].value}" for c in by_name(country, own))
        yield Prose(f"Không đặt lên trục vì dưới {FEW} hồ sơ hoặc người: {said}.")


def left_out(country: Country, what: Compared) -> Iterator[Block]:
    """Who cannot be compared, by the reason."""
    reasons = grouped(by_name(country, what.left_out), lambda code: what.left_out[code])
    lines = [f"{', '.join(country.known[code].commune.name for code in own)}: {why}." for why, own in reasons.items()]
    if lines:
        yield Items(tuple(Prose(line) for line in lines))


def brief_entry(question: Question, told: Mapping[str, str]) -> str:
    """The newest that a commune tells of a question, as a note."""
    return f"{question.name}: {told['value']}, {told['period']}."
