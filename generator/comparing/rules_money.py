"""Money against itself: planned, allocated and spent, in one document and in several. A docstring is its rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise

from generator.comparing.evidence import Evidence, column_of, found, looked_at, odd
from generator.figures.budget_lines import DONE, GIVEN, Line, within
from generator.language.numbers import PERCENT, show_money, show_number, show_quantity
from generator.language.one_unit import one_scale, show_money_in
from generator.language.value import Value
from generator.language.vietnamese import fold, show_date
from generator.model.difference import Difference
from generator.model.figure import SPENDING, Figure
from generator.model.figure_words import compared, stage_in_words
from generator.model.grouping import grouped
from generator.model.problem import Problem

THOUSANDFOLD = 1_000
"""One amount so many times another of the same line: thousands taken for millions, or the other way round."""
FAR_OVER = 100
"""Nobody spends so many times what was planned."""
TOO_SMALL = 1_000_000
"""No item of a budget is so many times smaller than what it is a part of."""


def thousandfold(evidence: Evidence) -> Iterator[Difference]:
    """Two amounts of one line, of its stages or of two documents, are of one order; so are a line and its parts."""
    told: set[str] = set()
    for one, two in [*_stages(evidence), *_documents(evidence), *_children(evidence)]:
        low, high = sorted((one, two), key=lambda figure: figure.number)
        if not told & {low.id}:
            told.add(low.id)
            times = show_number(high.number / low.number)
            sentence = (
                f"{one.words}: {_said(one)}; {_named(one, two)}{_said(two)}, chênh nhau {times} lần. Có lẽ một số "
                "nhầm đơn vị tiền (đồng, nghìn, triệu, tỷ)."
            )
            gap = show_money(high.number - low.number)
            yield replace(found(evidence, "tien-lech-nghin-lan", [low, high], gap, sentence), impossible=True)


def printed_shares(evidence: Evidence) -> Iterator[Difference]:
    """The per cent that a document prints of what was planned and of a year ago is what its amounts give."""
    for line in evidence.budget:
        for amount in line.of(*DONE):
            for said, of, wholes in _printed_of(line, amount):
                if wholes and not any(_may_be(said, amount, whole) for whole in wholes):
                    yield _another_share(evidence, amount, wholes[0], said, of)


def _printed_of(line: Line, amount: Figure) -> Iterator[tuple[Value, str, list[Figure]]]:
    """Each per cent that is printed of an amount, what it is said to be of, and the amounts of its document that may be
    that.
    """
    ago = amount.period.year_before.span
    planned = [plan for plan in line.of(*GIVEN) if within(amount, plan)]
    before = [one for one in line.of(*DONE) if one.period.span == ago]
    printed = ((amount.of_plan, "dự toán", planned), (amount.of_last_year, "cùng kỳ năm trước", before))
    for said, of, wholes in printed:
        if said is not None and said.number is not None:
            yield said, of, [one for one in wholes if one.source == amount.source and one.number > 0]


def _another_share(evidence: Evidence, amount: Figure, whole: Figure, said: Value, of: str) -> Difference:
    assert said.number is not None
    share = 100 * amount.number / whole.number
    scale = one_scale((amount.number, whole.number))
    parts = " trên ".join(show_money_in(one.number, scale) for one in (amount, whole))
    printed = show_quantity(said.number, PERCENT, said.decimals)
    ours = show_quantity(share, PERCENT, max(said.decimals, 1))
    gap = f"{show_number(abs(said.number - share), 1)} điểm phần trăm"
    sentence = f"{amount.words}: văn bản in {printed} {of}; {parts} là {ours}."
    return found(evidence, "ty-le-khong-khop", [amount, whole], gap, sentence)


def _may_be(said: Value, part: Figure, whole: Figure) -> bool:
    """Whether a printed per cent may be the share of two printed amounts, each rounded as it is printed."""
    assert said.number is not None
    low = 100 * (part.number - part.value.rounding) / (whole.number + whole.value.rounding)
    high = 100 * (part.number + part.value.rounding) / max(whole.number - whole.value.rounding, Decimal(1))
    return low - said.rounding <= said.number <= high + said.rounding


def overspent(evidence: Evidence) -> Iterator[Problem]:
    """What was spent on a line is not above what was planned or allocated for it; what comes in may be."""
    for plan, spent in _planned_and_spent(evidence):
        if (
            plan.topic.indicator in SPENDING
            and plan.number < spent.number < FAR_OVER * plan.number
            and not looked_at(plan, spent)
        ):
            yield odd(
                spent, column_of(spent), "chi-vuot-du-toan",
                f"{spent.words}: đã chi {show_money(spent.number)} (đến {show_date(spent.period.end)}), nhiều hơn "
                f"{show_money(plan.number)} {stage_in_words(plan)} ({plan.period.printed}).",
                "Đối chiếu hai số và đơn vị tiền với văn bản; sửa số gõ nhầm.",
            )  # fmt: skip


def less_spent_later(evidence: Evidence) -> Iterator[Problem]:
    """What was spent on a line in nine months is not less than in six months of the same year."""
    for line in evidence.budget:
        spent = [amount for amount in line.of(*DONE) if amount.period.start and amount.period.end]
        for own in grouped(spent, lambda amount: (amount.giver, amount.period.start)).values():
            ordered = sorted(own, key=lambda amount: (amount.period.order, amount.id))
            for early, late in pairwise(ordered):
                if early.period < late.period and early.number > late.number and not looked_at(early, late):
                    yield odd(
                        late, column_of(late), "chi-luy-ke-giam",
                        f"{late.words}: đã chi {show_money(late.number)} đến {show_date(late.period.end)}, ít hơn "
                        f"{show_money(early.number)} đến {show_date(early.period.end)}, trong khi cùng tính từ "
                        f"{show_date(late.period.start)}.",
                        "Đối chiếu hai số và đơn vị tiền với văn bản; nếu mỗi số chỉ là của một quý thì sửa tu_ngay.",
                    )  # fmt: skip


def odd_part(evidence: Evidence) -> Iterator[Problem]:
    """A part of a line is not a thousand times smaller than each of the other parts."""
    alike = grouped(evidence.amounts, lambda line: (line.topic.indicator, line.parent, line.stage, line.source))
    for own in alike.values():
        least, *others = sorted(own, key=lambda line: line.number)
        if least.parent and others and others[0].number >= THOUSANDFOLD * least.number and not looked_at(least):
            yield odd(
                least, column_of(least), "lech-bac",
                f"{least.words}: {show_money(least.number)}, nhỏ hơn các khoản khác cùng nằm trong một khoản từ "
                f"{show_number(others[0].number / least.number)} lần trở lên.",
                "Đối chiếu đơn vị tiền với văn bản: nhầm đồng, nghìn với triệu?",
            )  # fmt: skip


RULES = (thousandfold,)
ODDITIES = (overspent, less_spent_later, odd_part)


def _planned_and_spent(evidence: Evidence) -> Iterator[tuple[Figure, Figure]]:
    """Each planned or allocated amount with what was spent on its line within its days."""
    for line in evidence.budget:
        for plan in line.of(*GIVEN):
            yield from ((plan, spent) for spent in line.of(*DONE) if within(spent, plan))


def _stages(evidence: Evidence) -> Iterator[tuple[Figure, Figure]]:
    for plan, spent in _planned_and_spent(evidence):
        if spent.number >= FAR_OVER * plan.number or plan.number >= THOUSANDFOLD * spent.number:
            yield spent, plan


def _documents(evidence: Evidence) -> Iterator[tuple[Figure, Figure]]:
    """Two amounts of one line, one stage and one period."""
    for line in evidence.budget:
        dated = (amount for amount in line.amounts if amount.period.end)
        for own in grouped(dated, lambda amount: (amount.stage, amount.period.span)).values():
            for one, two in combinations(own, 2):
                low, high = sorted((one.number, two.number))
                if high >= THOUSANDFOLD * low:
                    yield one, two


def _children(evidence: Evidence) -> Iterator[tuple[Figure, Figure]]:
    """An amount and what it is a part of."""
    amounts = evidence.amounts
    parents = {(one.topic, one.stage, one.period.span): one for one in amounts}
    for amount in amounts:
        parent = parents.get((amount.topic._replace(breakdown=amount.parent), amount.stage, amount.period.span))
        if parent and parent.number >= TOO_SMALL * amount.number:
            yield amount, parent


def _said(line: Figure) -> str:
    return f"{compared(line)}{show_money(line.number)} ({stage_in_words(line)}, {line.period.printed})"


def _named(one: Figure, two: Figure) -> str:
    return "" if fold(one.words) == fold(two.words) else f"{two.words}: "
