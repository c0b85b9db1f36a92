"""Money against itself: what is planned, allocated and spent, in one document and in several. A docstring is its rule.

Lines are brought together by their words, since each has an id of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise

from generator.comparing.evidence import Evidence, compared, found, looked_at, odd
from generator.language.quantities import show_money, show_number
from generator.language.vietnamese import fold, show_date
from generator.model.difference import Difference
from generator.model.figure import BUDGET, Figure
from generator.model.grouping import grouped
from generator.model.problem import Problem

THOUSANDFOLD = 1_000
"""One amount so many times another of the same line: thousands taken for millions, or the other way round."""
FAR_OVER = 100
"""Nobody spends so many times what was planned."""
TOO_SMALL = 1_000_000
"""No item of a budget is so many times smaller than what it is a part of."""
_PLANNED = ("phan_bo",)


def thousandfold(evidence: Evidence) -> Iterator[Difference]:
    """Two amounts of one line, of its stages or of two documents, are of one order; so are a line and its parts."""
    told: set[str] = set()
    for one, two in [*_stages(evidence), *_documents(evidence), *_children(evidence)]:
        low, high = sorted((one, two), key=lambda figure: figure.gia_tri)
        if not told & {low.ma_so}:
            told.add(low.ma_so)
            times = show_number(high.gia_tri / low.gia_tri)
            sentence = (
                f"{one.noi_dung}: {_said(one)}; {_named(one, two)}{_said(two)}, chênh nhau {times} lần. Có lẽ một số "
                "nhầm đơn vị tiền (đồng, nghìn, triệu, tỷ)."
            )
            gap = show_money(high.gia_tri - low.gia_tri)
            yield replace(found(evidence, "tien-lech-nghin-lan", [low, high], gap, sentence), impossible=True)


def overspent(evidence: Evidence) -> Iterator[Problem]:
    """What was spent on a line is not above what was planned or allocated for it."""
    for plan, spent in _planned_and_spent(evidence):
        if plan.gia_tri < spent.gia_tri < FAR_OVER * plan.gia_tri and not looked_at(plan, spent):
            yield odd(
                spent, "so_tien", "chi-vuot-du-toan",
                f"{spent.noi_dung}: đã chi {show_money(spent.gia_tri)} (đến {show_date(spent.den_ngay)}), nhiều hơn "
                f"{show_money(plan.gia_tri)} được giao ({plan.ky_in}).",
                "Đối chiếu hai số và đơn vị tiền với văn bản; sửa số gõ nhầm.",
            )  # fmt: skip


def less_spent_later(evidence: Evidence) -> Iterator[Problem]:
    """What was spent on a line in nine months is not less than in six months of the same year."""
    spent = [line for line in _lines(evidence) if line.loai == "bao_cao" and line.tu_ngay and line.den_ngay]
    for own in grouped(spent, lambda line: (_words(line), line.tu_ngay)).values():
        ordered = sorted(own, key=lambda line: (line.den_ngay, line.ma_so))
        for early, late in pairwise(ordered):
            if early.den_ngay < late.den_ngay and early.gia_tri > late.gia_tri and not looked_at(early, late):
                yield odd(
                    late, "so_tien", "chi-luy-ke-giam",
                    f"{late.noi_dung}: đã chi {show_money(late.gia_tri)} đến {show_date(late.den_ngay)}, ít hơn "
                    f"{show_money(early.gia_tri)} đến {show_date(early.den_ngay)}, trong khi cùng tính từ "
                    f"{show_date(late.tu_ngay)}.",
                    "Đối chiếu hai số và đơn vị tiền với văn bản; nếu mỗi số chỉ là của một quý thì sửa tu_ngay.",
                )  # fmt: skip


def odd_part(evidence: Evidence) -> Iterator[Problem]:
    """A part of a line is not a thousand times smaller than each of the other parts."""
    for own in grouped(_lines(evidence), lambda line: (line.ma_cha, line.loai, line.nguon)).values():
        least, *others = sorted(own, key=lambda line: line.gia_tri)
        if least.ma_cha and others and others[0].gia_tri >= THOUSANDFOLD * least.gia_tri and not looked_at(least):
            yield odd(
                least, "so_tien", "lech-bac",
                f"{least.noi_dung}: {show_money(least.gia_tri)}, nhỏ hơn các khoản khác cùng nằm trong một khoản từ "
                f"{show_number(others[0].gia_tri / least.gia_tri)} lần trở lên.",
                "Đối chiếu đơn vị tiền với văn bản: nhầm đồng, nghìn với triệu?",
            )  # fmt: skip


RULES = (thousandfold,)
ODDITIES = (overspent, less_spent_later, odd_part)


def _lines(evidence: Evidence) -> list[Figure]:
    """Budget lines of documents that stand, with an exact amount above zero."""
    lines = (figure for figure in evidence.figures if figure.chi_tieu == BUDGET and figure.tinh_trang == "co")
    return [line for line in lines if line.is_exact and line.gia_tri > 0 and not line.thay_boi]


def _words(line: Figure) -> str:
    return fold(line.noi_dung)


def _planned_and_spent(evidence: Evidence) -> Iterator[tuple[Figure, Figure]]:
    """Each planned or allocated line with what was spent on it within its days."""
    for own in grouped(_lines(evidence), _words).values():
        spent = [line for line in own if line.loai == "bao_cao"]
        for plan in (line for line in own if line.loai in _PLANNED):
            yield from ((plan, line) for line in spent if _within(line, plan))


def _within(line: Figure, plan: Figure) -> bool:
    """Whether the days of a line lie in those of a plan; without days nobody can tell."""
    if not (line.den_ngay and plan.den_ngay):
        return False
    first = plan.tu_ngay or f"{plan.den_ngay[:4]}-01-01"
    return first <= (line.tu_ngay or line.den_ngay) and line.den_ngay <= plan.den_ngay


def _stages(evidence: Evidence) -> Iterator[tuple[Figure, Figure]]:
    for plan, spent in _planned_and_spent(evidence):
        if spent.gia_tri >= FAR_OVER * plan.gia_tri or plan.gia_tri >= THOUSANDFOLD * spent.gia_tri:
            yield spent, plan


def _documents(evidence: Evidence) -> Iterator[tuple[Figure, Figure]]:
    """Two amounts of one line, one stage and one period."""
    alike = grouped(_lines(evidence), lambda line: (_words(line), line.loai, line.tu_ngay, line.den_ngay))
    for (*_, end), own in alike.items():
        for one, two in combinations(own if end else [], 2):
            low, high = sorted((one.gia_tri, two.gia_tri))
            if high >= THOUSANDFOLD * low:
                yield one, two


def _children(evidence: Evidence) -> Iterator[tuple[Figure, Figure]]:
    """A line and what it is a part of."""
    lines = _lines(evidence)
    parents = {(line.phan_to, line.loai): line for line in lines}
    for line in lines:
        parent = parents.get((line.ma_cha, line.loai))
        if parent and parent.gia_tri >= TOO_SMALL * line.gia_tri:
            yield line, parent


def _said(line: Figure) -> str:
    stage = {"bao_cao": "thực hiện", "nhu_cau": "nhu cầu"}.get(line.loai, "được giao")
    return f"{compared(line)}{show_money(line.gia_tri)} ({stage}, {line.ky_in})"


def _named(one: Figure, two: Figure) -> str:
    return "" if _words(one) == _words(two) else f"{two.noi_dung}: "
