"""Money for science, technology and digital transformation: what was allocated, spent, asked for, meant to be spent."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence

from generator.charts.draw import enough
from generator.language import spoken
from generator.language.numbers import show_money
from generator.language.vietnamese import inside, kind_of, opened, stopped
from generator.model.commune import Commune
from generator.model.figure import BUDGET, Figure, Kind
from generator.model.period import Period
from generator.pieces.addresses import subject_path
from generator.pieces.blocks import Answer, Block, Grid, Prose, Section
from generator.pieces.chart_words import bars, documents, source_line
from generator.pieces.fact import Fact, told
from generator.pieces.loudspeaker_words import DETAIL, NEEDED, Number, Occasion, Spoken, days, say, when, whole
from generator.pieces.newest import unstated
from generator.pieces.paper import shortened
from generator.pieces.picking import with_value
from generator.pieces.row_blocks import Link
from generator.pieces.sentence import Place, Sentence, dates
from generator.pieces.shown import MISSING, period, printed_otherwise, value
from generator.pieces.standings import TARGET_HEAD, target_rows
from generator.pieces.view import View
from generator.pieces.where_to_ask import asking
from generator.subjects.subject import Subject
from generator.subjects.summaries import sentences

_MOST_LINES = 3
"""Lines of a budget that sentences tell, on a page and aloud; the rest stands below."""
_SHARE = "ty_le_chi_khcn_cds"
"""What share of its budget a commune spends on them."""


def allocated(figures: Iterable[Figure]) -> Figure | None:
    """The newest total that was allocated."""
    totals = [line for line in _lines(figures, Kind.ALLOCATED) if not line.parent]
    totals.sort(key=lambda line: (line.stands, line.day, line.issued), reverse=True)
    return next(iter(totals), None)


def shares(figures: Iterable[Figure], total: Figure) -> list[Figure]:
    """What a total is divided into, by its own document."""
    lines = _lines(figures, total.kind)
    return [line for line in lines if (line.parent, line.source) == (total.topic.breakdown, total.source)]


def spent(figures: Iterable[Figure]) -> list[Figure]:
    """What was spent, newest first."""
    return sorted(_lines(figures, Kind.REPORTED), key=lambda line: line.day, reverse=True)


def asked(figures: Iterable[Figure]) -> list[Figure]:
    """Sums that are asked for, without the lines that they consist of."""
    return [line for line in _lines(figures, Kind.NEED) if not line.parent]


def within(line: Figure, total: Figure) -> bool:
    """Whether the days of a budget line lie within those of a total; one day stands for its year up to then. Where a
    day is not given nobody knows.
    """
    if not (line.period.end and total.period.end):
        return False
    first = total.period.start or dt.date(total.period.end.year, 1, 1)
    return first <= (line.period.start or line.period.end) and line.period.end <= total.period.end


def _lines(figures: Iterable[Figure], kind: str) -> list[Figure]:
    return with_value(figure for figure in figures if (figure.topic.indicator, figure.kind) == (BUDGET, kind))


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
    for line in latest[:_MOST_LINES]:
        unsure = total and not line.parent and (within(line, total) or not line.period.end)
        unclear = "; chưa rõ khoản này có nằm trong số trên hay không" if unsure else ""
        below = [p for p in done if (p.parent, p.source, p.period) == (line.topic.breakdown, line.source, line.period)]
        text = f"Đã thực hiện {value(line)}: {inside(line.words)}{unclear}{_among(below)}."
        yield place.says(text, value(line), line, *below[:_MOST_LINES])
    if more := len(latest) - len(latest[:_MOST_LINES]):
        yield Sentence(f"Còn {more} khoản đã thực hiện khác, kể trên trang ngân sách.")
    if not done:
        yield place.unstated("Đã chi bao nhiêu: chưa có số liệu.", BUDGET)
    for line in asked(place.figures):
        text = f"Đề nghị {value(line)}: {inside(line.words)}; đây là nhu cầu, chưa phải tiền được cấp."
        yield place.says(text, value(line), line)


def _among(parts: Sequence[Figure]) -> str:
    """The largest parts of what was spent, and how many more there are."""
    largest = sorted(parts, key=lambda part: part.number, reverse=True)[:_MOST_LINES]
    more = f" và {len(parts) - len(largest)} khoản khác" if len(parts) > len(largest) else ""
    return f"; trong đó {'; '.join(f'{value(part)} {inside(part.words)}' for part in largest)}{more}" if largest else ""


def _charts(view: View, commune: Commune) -> Iterator[Block]:
    """Where an allocation goes: its printed children, in đồng."""
    lines = with_value(f for f in view.sayable(commune) if f.topic.indicator == BUDGET)
    for parent in (line for line in lines if not line.parent):
        children = [f for f in lines if f.parent == parent.topic.breakdown and f.kind == parent.kind]
        if enough(children):
            title = f"{show_money(parent.number)} có {len(children)} khoản được kể ra, {dates(parent)}"
            named = [(c.words, c, show_money(c.number), period(c)) for c in children]
            source, names = source_line(view, commune, [parent]), documents(view, commune, [parent])
            yield bars(title, "Các khoản", "Số tiền", named, source, names, parent.number)


def _after(view: View, commune: Commune, here: str) -> Iterator[Section]:
    """What share of its budget the commune means to spend, and why nobody can tell whether it does."""
    own = [s for s in view.targets_of(commune) if s.target.topic.indicator == _SHARE]
    if own:
        rows = target_rows(view, commune, here, own)
        text = f"Muốn biết có đạt hay không cần tổng chi ngân sách của {kind_of(commune.name)}, chưa có số ấy."
        yield Section("Mục tiêu chi ngân sách", "muc-tieu-chi", (Grid("Mục tiêu chi", TARGET_HEAD, rows), Prose(text)))


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
        unsure = total and not line.parent and (within(line, total) or not line.period.end)
        apart = " Chưa rõ khoản này có nằm trong số trên hay không." if unsure else ""
        yield told(view, line, f"đã thực hiện: {_purpose(line)}{apart}")
    for line in asked(own):
        yield told(view, line, f"đề nghị thêm (nhu cầu): {_purpose(line)}")


def _purpose(line: Figure) -> str:
    return stopped(inside(shortened(line.words, 100)))


# --- over the loudspeaker ---------------------------------------------------------------------


def _loudspeaker(about: Occasion) -> Iterator[Spoken]:
    """What was allocated, to what, what of it was spent."""
    topic = "tien"
    everything = about.view.sayable(about.commune)
    known = [figure for figure in everything if about.latest or about.was_known(figure)]
    total = allocated(known) or allocated(everything)
    if total is None:
        yield say(topic, NEEDED, about.unstated("Chưa có số tiền được giao cho chuyển đổi số.", BUDGET))
        return
    done = spent([figure for figure in known if about.latest or about.has_ended(figure)])
    unknown = "" if done else " Đã chi bao nhiêu, chưa có số liệu."
    what = _said_purpose(about, total) or Number(inside(about.view.indicator(BUDGET).name), "")
    if not total.period.end:
        yield say(topic, NEEDED, f"{{}} là {{}}, văn bản không ghi năm nào.{unknown}", what, whole(total))
    else:
        yield say(topic, NEEDED, f"{{}}, {{}}, là {{}}.{unknown}", what, _years(total.period), whole(total))
    children = shares(everything, total)
    for child in children[:_MOST_LINES]:
        if purpose := _said_purpose(about, child):
            yield say(topic, DETAIL, "Khoản {}: {}.", purpose, whole(child))
    for line in done[:_MOST_LINES]:
        yield _said_spent(about, line, total)


def _said_spent(about: Occasion, line: Figure, total: Figure) -> Spoken:
    """What was spent, on what, up to when where that is not the last day of the text, whether it is of the total.
    Parts are told as parts.
    """
    purpose = _said_purpose(about, line)
    if line.parent and purpose:
        return say("tien", DETAIL, "Trong đó {}: {}.", purpose, whole(line))
    what = f"{{}}{': {}' if purpose else ''}."
    said = [number for number in (whole(line), purpose) if number]
    apart = "" if line.parent else " Chưa rõ khoản này có nằm trong số trên hay không."
    if not within(line, total):
        unsure = apart if not line.period.end else ""
        return say("tien", NEEDED, f"{{}}, đã thực hiện {what}{unsure}", _days(about, line), *said)
    if line.period.end != about.end:
        return say("tien", NEEDED, f"{{}}, đã thực hiện {what}{apart}", when(line, about), *said)
    return say("tien", NEEDED, f"Đã thực hiện {what}{apart}", *said)


def _days(about: Occasion, line: Figure) -> Number:
    """The whole years of a budget line, else its days; where its document gives no day, the period as printed."""
    if not line.period.end and (said := about.aloud(line.period.printed)) and re.search(r"\d", line.period.printed):
        return Number(inside(said), line.period.printed)
    return _years(line.period) if line.period.is_whole_years else days(line.period.start, line.period.end)


def _said_purpose(about: Occasion, line: Figure) -> Number | None:
    """What money is for, in the document's words; None where they cannot be read out."""
    said = inside(about.aloud(line.words))
    return Number(said, line.words, source=line.source) if said else None


def _years(period: Period) -> Number:
    assert period.end
    first, last = (period.start or period.end).year, period.end.year
    if first == last:
        return Number(f"năm {spoken.number(last)}", f"năm {last}")
    words = f"từ năm {spoken.number(first)} đến năm {spoken.number(last)}"
    return Number(words, f"từ năm {first} đến năm {last}")


SUBJECT = Subject(
    "ngan-sach",
    first=_first,
    charts=_charts,
    after=_after,
    answer=answer,
    rests_on=allocated,
    facts=_facts,
    loudspeaker=_loudspeaker,
)
