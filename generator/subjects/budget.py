"""Money for science, technology and digital transformation: what was allocated, spent, asked for, meant to be spent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from generator.charts.draw import enough
from generator.language.numbers import show_money, show_number
from generator.language.vietnamese import inside, opened, stopped
from generator.model.commune import Commune
from generator.model.figure import BUDGET, BUDGETS, Figure
from generator.model.figure_words import stage_in_words
from generator.pieces.addresses import subject_path
from generator.pieces.blocks import Answer, Block
from generator.pieces.chart_words import bars, documents, source_line
from generator.pieces.fact import Fact, told
from generator.pieces.newest import unstated
from generator.pieces.paper import shortened
from generator.pieces.row_blocks import Link
from generator.pieces.sentence import Place, Sentence, dates
from generator.pieces.shown import MISSING, period, printed_otherwise, value
from generator.pieces.view import View
from generator.pieces.where_to_ask import asking
from generator.subjects.budget_amounts import Budget, allocated, done_words, few
from generator.subjects.budget_loudspeaker import loudspeaker
from generator.subjects.budget_tables import after, tables
from generator.subjects.subject import Subject
from generator.subjects.summaries import sentences

# --- on the page ------------------------------------------------------------------------------


def _first(place: Place) -> Iterator[Sentence]:
    """What was allocated and to what, what was spent of it, the budget in disclosure, what is asked for."""
    budget = Budget(place.figures)
    total, done = budget.allocated, budget.spent
    if total:
        yield _given(place, total, _listed("; gồm ", budget.shares(total)))
    else:
        yield place.unstated("Chưa có số tiền được giao cho chuyển đổi số.", BUDGET)
    yield from _spent(place, budget)
    yield from _disclosed(place, budget, gone=not done)
    yield from _asked(place, budget)


def _given(place: Place, total: Figure, parts: str = "") -> Sentence:
    printed = printed_otherwise(total)
    text = f"{opened(total.words.rstrip('.'))}: {value(total)}{f' (văn bản in “{printed}”)' if printed else ''}{parts}."
    return place.says(text, value(total), total)


def _spent(place: Place, budget: Budget, *, parts: bool = True) -> Iterator[Sentence]:
    """What the newest document says was spent; what is spent of something that is told is its part."""
    total, done = budget.allocated, budget.spent
    codes = {line.topic.breakdown for line in done}
    whole = [line for line in done if line.parent not in codes]
    latest = [line for line in whole if line.day == whole[0].day]
    for line in few(latest):
        unclear = "; chưa rõ khoản này có nằm trong số trên hay không" if budget.unsure(line, total) else ""
        below = [p for p in done if (p.parent, p.source, p.period) == (line.topic.breakdown, line.source, line.period)]
        among = _listed("; trong đó ", below) if parts else ""
        of_given = budget.share_words(line)
        text = f"{done_words(line)} {value(line)}: {inside(line.words)}{of_given}{unclear}{among}."
        yield place.says(text, value(line), line, *few(below))
    if more := len(latest) - len(few(latest)):
        yield Sentence(f"Còn {more} khoản đã thực hiện khác, kể trên trang ngân sách.")
    if not done:
        yield place.unstated("Đã chi bao nhiêu cho chuyển đổi số: chưa có số liệu.", BUDGET)


def _disclosed(place: Place, budget: Budget, *only: str, gone: bool = True) -> Iterator[Sentence]:
    """The totals of the budget in disclosure, or `only` those of some tables: what came in and what was spent in the
    newest year, else the plan; how much of the year had `gone` is said once.
    """
    for line in budget.lines:
        if line.indicator == BUDGET or line.parents or not line.years or (only and line.indicator not in only):
            continue
        year = line.year(line.years[0])
        if told := year.done or year.given:
            stage = "" if told is year.done else f" {stage_in_words(told)}"
            what = f"{done_words(told)} {value(told)}" if told is year.done else value(told)
            text = f"{opened(line.words)}:{stage} {what}{budget.share_words(told, gone=gone)}."
            gone = gone and told is not year.done
            yield place.says(text, value(told), told)


def _asked(place: Place, budget: Budget) -> Iterator[Sentence]:
    """What is asked for, by the day of its document: it is of a year to come."""
    for line in budget.asked:
        text = f"Đề nghị {value(line)}: {inside(line.words)}; đây là nhu cầu, chưa phải tiền được cấp."
        yield replace(place.says(text, value(line), line), day=line.issued)


def _listed(opening: str, parts: Sequence[Figure]) -> str:
    """The largest parts, and how many more there are."""
    largest = few(sorted(parts, key=lambda part: part.number, reverse=True))
    more = f" và {len(parts) - len(largest)} khoản khác" if len(parts) > len(largest) else ""
    return f"{opening}{'; '.join(f'{value(part)} {inside(part.words)}' for part in largest)}{more}" if largest else ""


def _charts(view: View, commune: Commune) -> Iterator[Block]:
    """Where the newest allocation goes: its printed parts, in đồng."""
    figures = view.sayable(commune)
    budget = Budget(figures)
    total = budget.allocated
    children = budget.shares(total) if total else []
    if total and enough(children):
        title = f"{show_money(total.number)} có {len(children)} khoản được kể ra, {dates(total)}"
        named = [(c.words, c, show_money(c.number), period(c)) for c in children]
        source, names = source_line(view, commune, [total]), documents(view, commune, [total])
        yield bars(title, "Các khoản", "Số tiền", named, source, names, total.number)


def answer(view: View, commune: Commune, _: Sequence[Figure]) -> Answer:
    """Where does the money go: what was allocated and what of it was spent, what of the whole budget; then the largest
    parts, a line each.
    """
    question = view.subjects[SUBJECT.id].question
    link = Link("Xem kỹ về ngân sách", view.link(commune.address, subject_path(commune, SUBJECT.id)))
    place = Place(view, commune, commune.address)
    budget = Budget(place.figures)
    total, done = budget.allocated, budget.spent
    disclosed = list(_disclosed(place, budget))
    if total is None and disclosed:
        first, *more = disclosed[::-1]  # what went out before what came in
        text = " ".join(one.text for one in (first, *more))
        return Answer(question, first.number, first.period, text, link, origin=_origin(first))
    if total is None:
        first, *more = sentences(view, commune, SUBJECT, commune.address)
        return Answer(question, MISSING, "", f"{first.text} {asking(commune)}", link, True)
    given = _given(place, total)
    told = [*_spent(place, budget, parts=False), *_disclosed(place, budget, BUDGETS["chi"], gone=not done)]
    sentence = " ".join((given.text, *_dated_once(told)))
    parts = sorted(budget.shares(total), key=lambda part: part.number, reverse=True)
    details = [(opened(part.words), _of_part(budget, part)) for part in few(parts)]
    if others := len(parts) - len(details):
        details.append(("Khoản khác", f"{others} khoản, kể trên trang ngân sách"))
    return Answer(question, given.number, given.period, sentence, link, details=tuple(details), origin=_origin(given))


def _origin(first: Sentence) -> str:
    return first.source.href if first.source else ""


def _dated_once(told: Sequence[Sentence]) -> Iterator[str]:
    """Sentences in a row, each stretch of time once, behind the last that it is of."""
    for one, following in zip_longest(told, told[1:]):
        yield one.text if following and following.period == one.period else one.dated


def _of_part(budget: Budget, part: Figure) -> str:
    """What a part got, and what is spent of it where that is known."""
    year = budget.line_of(part).year(part.day.year)
    if year.done is None or year.given is None or year.given.id != part.id:
        return value(part)
    share = "" if year.share is None else f", bằng {show_number(year.share, 1)}%"
    return f"{value(part)}; {inside(done_words(year.done))} {value(year.done)}{share}"


# --- on the notice ----------------------------------------------------------------------------


def _facts(view: View, commune: Commune, own: Sequence[Figure]) -> Iterator[Fact]:
    """The newest sum that was allocated, what it is for, what was spent, what was asked for."""
    budget = Budget(own)
    total, done = budget.allocated, budget.spent
    if total is None:
        text = unstated(view, commune, "Chưa có số tiền được giao cho chuyển đổi số.", BUDGET)
        text = f"{text} {asking(commune)}"
        yield Fact(MISSING, text, missing=True)
    else:
        unsaid = "" if done else " Đã chi bao nhiêu: chưa có số liệu."
        yield told(view, total, f"là {_purpose(total)}{unsaid}")
        for share in budget.shares(total):
            yield told(view, share, f"trong đó: {_purpose(share)}")
    codes = {line.topic.breakdown for line in done}
    for line in done:
        within = "trong đó " if line.parent in codes else ""
        apart = " Chưa rõ khoản này có nằm trong số trên hay không." if budget.unsure(line, total) else ""
        what = f"{inside(done_words(line))}: {_purpose(line).rstrip('.')}{budget.share_words(line)}."
        yield told(view, line, f"{within}{what}{apart}")
    for line in budget.asked:
        yield told(view, line, f"đề nghị thêm (nhu cầu): {_purpose(line)}")


def _purpose(line: Figure) -> str:
    return stopped(inside(shortened(line.words, 100)))


SUBJECT = Subject(
    "ngan-sach",
    first=_first,
    charts=_charts,
    before=tables,
    apart=lambda figure: figure.stage,
    after=after,
    answer=answer,
    rests_on=allocated,
    facts=_facts,
    loudspeaker=loudspeaker,
)
