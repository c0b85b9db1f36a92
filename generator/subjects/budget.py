"""Money for science, technology and digital transformation: what was allocated, spent, asked for, meant to be spent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.charts.draw import enough
from generator.figures.budget_lines import lines
from generator.language.numbers import show_money
from generator.language.vietnamese import inside, kind_of, opened, stopped
from generator.model.commune import Commune
from generator.model.figure import BUDGET, SPENDING_SHARE, Figure, Stage
from generator.pieces.addresses import subject_path
from generator.pieces.blocks import Answer, Block, Grid, Prose, Section
from generator.pieces.chart_words import bars, documents, source_line
from generator.pieces.fact import Fact, told
from generator.pieces.money_rows import in_tree_order, money_rows
from generator.pieces.newest import unstated
from generator.pieces.paper import shortened
from generator.pieces.row_blocks import Link
from generator.pieces.sentence import Place, Sentence, dates
from generator.pieces.shown import MISSING, period, printed_otherwise, value
from generator.pieces.standings import TARGET_HEAD, target_rows
from generator.pieces.view import View
from generator.pieces.where_to_ask import asking
from generator.subjects.budget_amounts import (
    MOST_LINES,
    allocated,
    asked,
    done_words,
    share_words,
    shares,
    spent,
    unsure,
)
from generator.subjects.budget_loudspeaker import loudspeaker
from generator.subjects.subject import Subject
from generator.subjects.summaries import sentences

# --- on the page ------------------------------------------------------------------------------


def _first(place: Place) -> Iterator[Sentence]:
    """What was allocated and to what, what was spent, what is asked for."""
    total, done = allocated(place.figures), spent(place.figures)
    if total:
        children = shares(place.figures, total)
        parts = "; ".join(f"{value(child)} {inside(child.words)}" for child in children)
        printed = printed_otherwise(total)
        text = f"{opened(total.words.rstrip('.'))}: {value(total)}"
        text += f"{f' (văn bản in “{printed}”)' if printed else ''}{f', gồm {parts}' if parts else ''}."
        yield place.says(text, value(total), total, *children)
    else:
        yield place.unstated("Chưa có số tiền được giao.", BUDGET)
    codes = {line.topic.breakdown for line in done}
    whole = [line for line in done if line.parent not in codes]  # what is spent of something that is told is its part
    latest = [line for line in whole if line.day == whole[0].day]
    for line in latest[:MOST_LINES]:
        unclear = "; chưa rõ khoản này có nằm trong số trên hay không" if unsure(place.figures, line, total) else ""
        below = [p for p in done if (p.parent, p.source, p.period) == (line.topic.breakdown, line.source, line.period)]
        of_given = share_words(place.figures, line)
        text = f"{done_words(line)} {value(line)}: {inside(line.words)}{of_given}{unclear}{_among(below)}."
        yield place.says(text, value(line), line, *below[:MOST_LINES])
    if more := len(latest) - len(latest[:MOST_LINES]):
        yield Sentence(f"Còn {more} khoản đã thực hiện khác, kể trên trang ngân sách.")
    if not done:
        yield place.unstated("Đã chi bao nhiêu: chưa có số liệu.", BUDGET)
    for line in asked(place.figures):
        text = f"Đề nghị {value(line)}: {inside(line.words)}; đây là nhu cầu, chưa phải tiền được cấp."
        yield place.says(text, value(line), line)


def _among(parts: Sequence[Figure]) -> str:
    """The largest parts of what was spent, and how many more there are."""
    largest = sorted(parts, key=lambda part: part.number, reverse=True)[:MOST_LINES]
    more = f" và {len(parts) - len(largest)} khoản khác" if len(parts) > len(largest) else ""
    return f"; trong đó {'; '.join(f'{value(part)} {inside(part.words)}' for part in largest)}{more}" if largest else ""


def _charts(view: View, commune: Commune) -> Iterator[Block]:
    """Where the newest allocation goes: its printed parts, in đồng."""
    figures = view.sayable(commune)
    total = allocated(figures)
    children = shares(figures, total) if total else []
    if total and enough(children):
        title = f"{show_money(total.number)} có {len(children)} khoản được kể ra, {dates(total)}"
        named = [(c.words, c, show_money(c.number), period(c)) for c in children]
        source, names = source_line(view, commune, [total]), documents(view, commune, [total])
        yield bars(title, "Các khoản", "Số tiền", named, source, names, total.number)


OPEN = 3
"""Lines of a table of the budget that stand open; the others wait behind a line."""


def _tables(view: View, commune: Commune, here: str) -> Iterator[Section]:
    """Each table of the budget: its lines with what was given and spent, the largest first; then what is asked for."""
    every = lines(figure for figure in view.of(commune) if figure.stage)
    asked_for = [line for line in every if all(amount.stage is Stage.NEEDED for amount in line.amounts)]
    note = Prose(
        "Thanh: phần đã thực hiện của số được giao; vạch đứng: phần của năm đã qua; khung trống: chưa rõ.", "small"
    )
    told = False
    for group in view.subjects[SUBJECT.id].groups:
        own = [line for line in every if line.amounts[0].topic.indicator in group.indicators and line not in asked_for]
        if not own:
            continue
        ordered = in_tree_order(own)
        shown = money_rows(view, commune, here, ordered[:OPEN], own)
        drawn = (note,) if not told and any(row.spark for row in shown.rows) else ()
        told = told or bool(drawn)
        more = ordered[OPEN:]
        folded = (money_rows(view, commune, here, more, own),) if more else ()
        yield Section(group.title, group.id, (*drawn, shown), folded, f"Xem {len(more)} khoản khác")
    if asked_for:
        asked = money_rows(view, commune, here, asked_for, asked_for)
        yield Section(f"{opened(kind_of(commune.name))} đề nghị thêm", "nhu-cau", (asked,))


def _after(view: View, commune: Commune, here: str) -> Iterator[Section]:
    """What share of its budget the commune means to spend, and, while nobody can tell whether it does, why."""
    own = [s for s in view.targets_of(commune) if s.target.topic.indicator == SPENDING_SHARE]
    if own:
        rows = target_rows(view, commune, here, own)
        text = f"Muốn biết có đạt hay không cần tổng chi ngân sách của {kind_of(commune.name)}, chưa có số ấy."
        known = any(figure.topic.indicator == SPENDING_SHARE and figure.is_measured for figure in view.of(commune))
        unsaid = () if known else (Prose(text),)
        yield Section("Mục tiêu chi ngân sách", "muc-tieu-chi", (Grid("Mục tiêu chi", TARGET_HEAD, rows), *unsaid))


def answer(view: View, commune: Commune, _: Sequence[Figure]) -> Answer:
    """Where does the money go: what was allocated, to what, what of it was spent, what is asked for."""
    question = view.subjects[SUBJECT.id].question
    link = Link("Xem kỹ về ngân sách", view.link(commune.address, subject_path(commune, SUBJECT.id)))
    first, *more = sentences(view, commune, SUBJECT, commune.address)
    if not first.number:
        return Answer(question, MISSING, "", f"{first.text} {asking(commune)}", link, True)
    sentence = " ".join((first.text, *(one.dated for one in more)))
    return Answer(question, first.number, first.period, sentence, link)


# --- on the notice ----------------------------------------------------------------------------


def _facts(view: View, commune: Commune, own: Sequence[Figure]) -> Iterator[Fact]:
    """The newest sum that was allocated, what it is for, what was spent, what was asked for."""
    total, done = allocated(own), spent(own)
    if total is None:
        text = unstated(view, commune, "Chưa có số tiền được giao.", BUDGET)
        text = f"{text} {asking(commune)}"
        yield Fact(MISSING, text, missing=True)
    else:
        unsaid = "" if done else " Đã chi bao nhiêu: chưa có số liệu."
        yield told(view, total, f"là {_purpose(total)}{unsaid}")
        for share in shares(own, total):
            yield told(view, share, f"trong đó: {_purpose(share)}")
    for line in done:
        apart = " Chưa rõ khoản này có nằm trong số trên hay không." if unsure(own, line, total) else ""
        yield told(view, line, f"{inside(done_words(line))}: {_purpose(line)}{share_words(own, line)}{apart}")
    for line in asked(own):
        yield told(view, line, f"đề nghị thêm (nhu cầu): {_purpose(line)}")


def _purpose(line: Figure) -> str:
    return stopped(inside(shortened(line.words, 100)))


SUBJECT = Subject(
    "ngan-sach",
    first=_first,
    charts=_charts,
    before=_tables,
    apart=lambda figure: figure.stage,
    after=_after,
    answer=answer,
    rests_on=allocated,
    facts=_facts,
    loudspeaker=loudspeaker,
)
