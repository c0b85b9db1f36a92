"""Rules between documents, and between results and targets. A docstring is its rule."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Sequence
from itertools import combinations

from generator.comparing.evidence import Evidence, aimed, by_topic, ended, found, gap_of, listed, near, printed
from generator.figures.compute import in_stage, meets
from generator.language.quantities import PERCENT, show_number
from generator.language.vietnamese import inside, show_date
from generator.model.difference import Difference
from generator.model.figure import BUDGET, Figure
from generator.model.grouping import grouped

_NOT_ONE_THING = frozenset({BUDGET, "buoi_tuyen_truyen"})
"""Indicators whose values are different things each time (budget lines, campaigns)."""
FAR = 10
"""What must have come after the shorter of two nested periods is out of all proportion from so many times the pace
before, and from so many cases: until then the two are a change.
"""


def two_sources(evidence: Evidence) -> Iterator[Difference]:
    """Documents give different values of one indicator for the same period, beyond what rounding explains, and none
    of them replaces another; or for two periods that begin together, of which only a strange time between makes both
    true. The first is told once for the same documents, period and subject, the second once an indicator.
    """
    apart = grouped(_same_period(evidence), lambda own: _about(evidence, own))
    for (*_, end), every in apart.items():
        first = every[0]
        if len(every) == 1:
            said = f"{evidence.label(first[0])}, cùng kỳ {end}: các văn bản in {listed(map(printed, first))}"
        else:
            values = "; ".join(f"{inside(evidence.label(own[0]))} {listed(map(printed, own))}" for own in every[:_SAID])
            more = f"; và {len(every) - _SAID} số nữa" if len(every) > _SAID else ""
            said = f"Cùng kỳ {end}, các văn bản in khác nhau {len(every)} số: {values}{more}"
        sentence = f"{said}. Có thể một văn bản in nhầm, hoặc các văn bản tính khác nhau."
        gap = gap_of(*next(pair for pair in combinations(first, 2) if not _rounded_alike(*pair)))
        yield found(evidence, "hai-nguon", [figure for own in every for figure in own], gap, sentence)
    yield from _outpaced(evidence)


_SAID = 3
"""Values that a sentence names; the others stand below it."""


def _same_period(evidence: Evidence) -> Iterator[list[Figure]]:
    """The values that documents give of one indicator and period, where they disagree."""
    for figures in by_topic(f for f in evidence.standing if f.chi_tieu not in _NOT_ONE_THING and f.den_ngay):
        for same in grouped(figures, lambda f: (f.loai_ky == "thoi_diem", f.tu_ngay, f.den_ngay)).values():
            own = list({f.nguon: f for f in same}.values())
            if any(not _rounded_alike(*pair) for pair in combinations(own, 2)):
                yield own


def _about(evidence: Evidence, own: Sequence[Figure]) -> tuple[object, ...]:
    """The documents, subject and period that values are about; last the end of the period in words."""
    documents = frozenset(figure.nguon for figure in own)
    subject = evidence.catalogue.indicators[own[0].chi_tieu].subject
    return documents, subject, own[0].loai_ky == "thoi_diem", own[0].tu_ngay, ended(own[0])


def _rounded_alike(one: Figure, two: Figure) -> bool:
    """Whether two values may be one, printed to fewer or more digits."""
    coarser = 0.5 * 10 ** -min(one.so_le, two.so_le) + 1e-9
    return one.gia_tri == two.gia_tri or (one.so_le != two.so_le and abs(one.gia_tri - two.gia_tri) <= coarser)


def _outpaced(evidence: Evidence) -> Iterator[Difference]:
    """Of two periods that begin together, the rates can both be true only if what came between their ends is out of
    all proportion to what came before (see `FAR`). Told once an indicator, of the newest such pair; where both
    documents print their counts, these say what came, and there is nothing to imply.
    """
    for figures in by_topic(f for f in evidence.standing if f.don_vi == PERCENT and f.tu_ngay and f.den_ngay):
        pairs = [(one, two) for one, two in combinations(figures, 2) if one.tu_ngay == two.tu_ngay]
        for early, late in sorted(pairs, key=lambda pair: (pair[1].den_ngay, pair[0].den_ngay), reverse=True):
            if early.den_ngay < late.den_ngay and (implied := _implied(evidence, early, late)):
                said = f"{evidence.label(early)}: {printed(early)} ({ended(early)}) và {printed(late)} ({ended(late)})."
                yield found(evidence, "hai-nguon", [early, late], gap_of(early, late), said, implied)
                break


def _implied(evidence: Evidence, early: Figure, late: Figure) -> str:
    """What must have come between two ends if both rates are true, in words; '' where it may well be.

    With n of m cases at first: after a lower rate p at least n/p - m cases went the other way, even if every further
    one did; after a higher rate at least (m-n)/(1-p) - m cases came, even if none of them did.
    """
    counts, later = (_counts(evidence, figure) for figure in (early, late))
    if counts is None or later is not None:
        return ""
    in_rate, whole = counts.tu_so, counts.mau_so
    low, high = ((late.gia_tri + half * 10**-late.so_le) / 100 for half in (-0.5, 0.5))
    if 0 < high < in_rate / whole:
        more, before, cases = in_rate / high - whole, whole - in_rate, _others(evidence, early)
    elif in_rate / whole < low < 1:
        more, before, cases = (whole - in_rate) / (1 - low) - whole, whole, "hồ sơ"
    else:
        return ""
    first, second = _days(early.tu_ngay, early.den_ngay) + 1, _days(early.den_ngay, late.den_ngay)
    least = math.ceil(more)
    if least < FAR or least / second < FAR * max(before, 1) / first:
        return ""
    return (
        f"Nếu cả hai cùng đúng, trong {second} ngày ở giữa có thêm ít nhất {show_number(least)} {cases}; {first} ngày "
        f"trước đó có {show_number(before)} trên {show_number(whole)}. Có thể hai văn bản tính khác nhau."
    )


def _counts(evidence: Evidence, rate: Figure) -> Figure | None:
    """The recomputed rate of the same document and period, which carries its counts."""
    key = (rate.chi_tieu, rate.phan_to, rate.nguon, rate.tu_ngay, rate.den_ngay)
    return next((f for f in evidence.computed if (f.chi_tieu, f.phan_to, f.nguon, f.tu_ngay, f.den_ngay) == key), None)


def _others(evidence: Evidence, rate: Figure) -> str:
    return evidence.catalogue.indicators[rate.chi_tieu].others or "trường hợp nằm ngoài tỷ lệ"


def _days(first: str, last: str) -> int:
    return (dt.date.fromisoformat(last) - dt.date.fromisoformat(first)).days


def two_targets(evidence: Evidence) -> Iterator[Difference]:
    """Different targets of one indicator for stages that overlap: told once an indicator. A target without any day is
    taken to hold on the day of its document, and no longer.
    """
    for targets in by_topic(evidence.targets):
        apart = [pair for pair in combinations(targets, 2) if _two_levels(*pair)]
        if apart:
            own = [target for target in targets if any(target in pair for pair in apart)]
            sentence = f"{evidence.label(own[0])}: {listed(f'{aimed(one)} ({one.ky_in})' for one in own)}."
            yield found(evidence, "hai-muc-tieu", own, gap_of(*apart[0]), sentence)


def _two_levels(one: Figure, two: Figure) -> bool:
    (start, end), (begin, last) = (_stage(target) for target in (one, two))
    level = one.gia_tri == two.gia_tri and {one.so_sanh, two.so_sanh} <= {"=", ">="}
    return start <= last and begin <= end and not level and one.don_vi == two.don_vi


def _stage(target: Figure) -> tuple[str, str]:
    if not (target.tu_ngay or target.den_ngay):
        return target.ngay_nguon, target.ngay_nguon
    return target.tu_ngay, target.den_ngay or "9"


def claims(evidence: Evidence) -> Iterator[Difference]:
    """A result that its document calls at or above target is at or above the targets of its time.

    Told once a result, with the target that ends first. What nothing can exceed is not held against "above".
    """
    aims = sorted(evidence.targets, key=lambda target: (target.den_ngay or "9", target.dong))
    for result in (figure for figure in evidence.standing if figure.nhan_dinh):
        over = result.nhan_dinh == "vuot_chi_tieu"
        topic = (result.ma_xa, result.chi_tieu, result.phan_to)
        own = [aim for aim in aims if (aim.ma_xa, aim.chi_tieu, aim.phan_to) == topic and in_stage(result, aim)]
        better = evidence.catalogue.indicators[result.chi_tieu].better
        most = {"cao": 100.0 if result.don_vi == PERCENT else math.inf, "thap": 0.0}.get(better)
        missed = [
            aim for aim in own
            if not meets(result.number, aim, better) or (over and result.gia_tri == aim.gia_tri != most)
        ]  # fmt: skip
        if missed:
            target, level = missed[0], result.gia_tri == missed[0].gia_tri
            said = "vượt chỉ tiêu" if over else "đạt chỉ tiêu"
            where = "cùng văn bản" if target.nguon == result.nguon else "một văn bản khác"
            sentence = (
                f"{evidence.label(result)}: văn bản viết {printed(result)} là “{said}”; mục tiêu in ở {where} là "
                f"{aimed(target)} ({target.ky_in}){', bằng kết quả' if level else ''}. Lời ấy có thể nói về một chỉ "
                "tiêu khác."
            )
            gap = "" if level else gap_of(result, target)
            yield found(evidence, "nhan-dinh-khac-muc-tieu", [result, target], gap, sentence, result.ghi_chu)


def blanks(evidence: Evidence) -> Iterator[Difference]:
    """A line that a document leaves blank in one place and fills in another, for nearly the same period: the same
    indicator, or one that the catalogue calls a detail of it. Told once a line; a blank that another document
    fills is no difference.
    """
    given = grouped(evidence.reported, lambda f: (f.chi_tieu, f.phan_to, f.nguon))
    details = {r.whole: r.parts for r in evidence.relations("chi_tiet")}
    empty = [f for f in evidence.figures if f.loai == "bao_cao" and f.tinh_trang == "chua_co"]
    for (indicator, breakdown, source), line in grouped(empty, lambda f: (f.chi_tieu, f.phan_to, f.nguon)).items():
        names = (indicator, *details.get(indicator, ()))
        there = [f for name in names for f in given.get((name, breakdown, source), ())]
        others = [f for f in there if any(near(blank, f) for blank in line)]
        if others:
            first, owed = line[0], line[0].don_vi_bao_cao
            agency = f" Dòng để trống ghi đơn vị báo cáo là “{owed}”." if owed else ""
            said = "; ".join(_values(evidence, first, own) for own in by_topic(others))
            sentence = (
                f"{evidence.label(first)}: {_place(first)} để trống, {_place(others[0])} của cùng văn bản có {said}."
                f"{agency} Hai nơi có thể hỏi hai điều khác nhau."
            )
            yield found(evidence, "o-trong-noi-khac-co", [*line, *others], "", sentence)


def _values(evidence: Evidence, blank: Figure, given: Sequence[Figure]) -> str:
    """The values of one indicator, named where it is not the blank one's."""
    name = "" if given[0].chi_tieu == blank.chi_tieu else f"{inside(evidence.label(given[0]))} "
    return name + listed(f"{printed(figure)} ({ended(figure)})" for figure in given)


def _place(figure: Figure) -> str:
    """Where a figure stands, up to the column or quotation."""
    return figure.trace.place.split(" | ")[0].split(", cột")[0].split(" “")[0].rstrip(" :")


def carried_over(evidence: Evidence) -> Iterator[Difference]:
    """What is carried over from the period before is what was pending at its end."""
    for relation in evidence.relations("chuyen_ky"):
        at = grouped(
            (f for f in evidence.standing if f.chi_tieu in relation.parts), lambda f: (f.ma_xa, f.phan_to, f.den_ngay)
        )
        for carried in (f for f in evidence.standing if f.chi_tieu == relation.whole and f.tu_ngay):
            before = (dt.date.fromisoformat(carried.tu_ngay) - dt.timedelta(days=1)).isoformat()
            at_end = at.get((carried.ma_xa, carried.phan_to, before), [])
            if not at_end or any(pending.gia_tri == carried.gia_tri for pending in at_end):
                continue  # documents that disagree on the same day are another rule's
            pending = next((f for f in at_end if f.nguon == carried.nguon), at_end[0])
            sentence = (
                f"{relation.words}: hết ngày {show_date(before)} còn {printed(pending)}, kỳ từ "
                f"{show_date(carried.tu_ngay)} ghi chuyển qua {printed(carried)}. Có thể hai kỳ chốt số vào hai lúc."
            )
            yield found(evidence, "chuyen-ky-khong-khop", [carried, pending], gap_of(carried, pending), sentence)
