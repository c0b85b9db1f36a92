"""What is announced of money: what was allocated, to what, what of it was spent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.figures.budget_lines import within
from generator.language import spoken
from generator.language.numbers import PERCENT, show_number
from generator.language.vietnamese import inside
from generator.model.figure import BUDGET, Figure
from generator.model.figure_words import WHOLE_SHARE
from generator.model.period import Period
from generator.pieces.loudspeaker_words import DETAIL, NEEDED, Number, Occasion, Spoken, days, say, when, whole
from generator.subjects.budget_amounts import Budget, few


def loudspeaker(about: Occasion) -> Iterator[Spoken]:
    """What was allocated, to what, what of it was spent."""
    topic = "tien"
    everything = about.view.sayable(about.commune)
    known = [figure for figure in everything if about.latest or about.was_known(figure)]
    budget = Budget(everything)
    total = Budget(known).allocated or budget.allocated
    if total is None:
        yield say(topic, NEEDED, about.unstated("Chưa có số tiền được giao cho chuyển đổi số.", BUDGET))
        return
    done = Budget([figure for figure in known if about.latest or about.has_ended(figure)]).spent
    unknown = "" if done else " Đã chi bao nhiêu, chưa có số liệu."
    what = _said_purpose(about, total) or Number("kinh phí được giao", "")
    if not total.period.end:
        yield say(topic, NEEDED, f"{{}} là {{}}, văn bản không ghi năm nào.{unknown}", what, whole(total))
    else:
        yield say(topic, NEEDED, f"{{}}, {{}}, là {{}}.{unknown}", what, _years(total.period), whole(total))
    children = budget.shares(total)
    for child in few(children):
        if purpose := _said_purpose(about, child):
            yield say(topic, DETAIL, "Khoản {}: {}.", purpose, whole(child))
    for line in few(done):
        yield _said_spent(about, budget, line, total)
        if not line.parent and (share := _share(budget, line)):
            words = "Số ấy bằng {} số được giao" + (", khi năm đã qua {}." if len(share) > 1 else ".")
            yield say(topic, DETAIL, words, *share)


def _said_spent(about: Occasion, budget: Budget, line: Figure, total: Figure) -> Spoken:
    """What was spent, on what, up to when where that is not the last day of the text, whether it is of the total.
    Parts are told as parts.
    """
    purpose = _said_purpose(about, line)
    if line.parent and purpose:
        return say("tien", DETAIL, "Trong đó {}: {}.", purpose, whole(line))
    what, said = "{}", [whole(line)]
    if purpose and all(one.id != line.id for one in budget.line_of(total).amounts):
        what, said = f"{what}: {{}}", [*said, purpose]
    what += "."
    apart = " Chưa rõ khoản này có nằm trong số trên hay không." if budget.unsure(line, total) else ""
    if not within(line, total):
        return say("tien", NEEDED, f"{{}}, đã thực hiện {what}{apart}", _days(about, line), *said)
    if line.period.end != about.end:
        return say("tien", NEEDED, f"{{}}, đã thực hiện {what}{apart}", when(line, about), *said)
    return say("tien", NEEDED, f"Đã thực hiện {what}{apart}", *said)


def _share(budget: Budget, line: Figure) -> list[Number]:
    """What share of what was given is spent, and how much of the year had gone; nothing where nobody can tell."""
    year = budget.line_of(line).spent_of(line)
    if year is None or year.share is None:
        return []
    gone = [_per_cent(year.gone, 0)] if year.gone is not None and year.gone < WHOLE_SHARE else []
    return [_per_cent(year.share, 1), *gone]


def _per_cent(share: Decimal, places: int) -> Number:
    return Number(spoken.quantity(share, PERCENT, places), f"{show_number(share, places)}%")


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
