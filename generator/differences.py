"""General rules that find what does not agree among figures. No rule knows a commune or a number.

A sum, share or rate that does not agree is an error until its row says `dung_nhu_van_ban=co`;
then, like every difference between documents, it is published.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import pandas as pd

from generator.compute import meets
from generator.model import Catalogue, Dataset, Difference, Problem, Record
from generator.quantities import show_number, show_quantity
from generator.vietnamese import show_date

NEAR_DAYS = 45
"""Two periods that start together are compared when they end at most so many days apart."""

RULE_NAMES = {
    "tong-khong-khop": "Cộng lại không khớp",
    "phan-chong-nhau": "Các phần trùng nhau",
    "tong-phan-to": "Tổng khác các phần kể ra",
    "dong-con-khong-khop": "Các khoản không cộng thành tổng",
    "ty-le-khong-khop": "Tỷ lệ khác với số đếm",
    "hai-co-so": "Hai cách tính, hai tỷ lệ",
    "hai-nguon": "Hai văn bản, hai số",
    "hai-muc-tieu": "Hai mục tiêu cho cùng một việc",
    "nhan-dinh-khac-muc-tieu": "Nói vượt nhưng chưa vượt",
    "o-trong-noi-khac-co": "Bỏ trống ở đây, có ở chỗ khác",
    "van-ban-in-hai-cach": "Một văn bản in hai cách",
}
_MUST_BE_DECLARED = frozenset(
    {"tong-khong-khop", "phan-chong-nhau", "tong-phan-to", "dong-con-khong-khop", "ty-le-khong-khop"}
)
_PERIOD = ["ma_xa", "nguon", "loai_ky", "tu_ngay", "den_ngay"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the rules look at: reported (and needed, allocated) figures, recomputed ones, targets,
    and the directives' rows."""

    figures: pd.DataFrame
    computed: pd.DataFrame
    catalogue: Catalogue
    directives: Sequence[Record]

    @property
    def reported(self) -> pd.DataFrame:
        return self.figures[(self.figures.loai == "bao_cao") & (self.figures.tinh_trang == "co")]

    def name(self, indicator: str) -> str:
        return self.catalogue.indicators[indicator].name

    def label(self, figure: Any) -> str:
        """Indicator with its breakdown in words."""
        indicator = self.catalogue.indicators[figure.chi_tieu]
        breakdown = figure.noi_dung if figure.chi_tieu == "kinh_phi_cds" else figure.phan_to
        words = indicator.breakdowns.get(breakdown, breakdown)
        return f"{indicator.name} ({words})" if words else indicator.name


Rule = Callable[[Evidence], Iterator[Difference]]


def printed(figure: Any) -> str:
    """The value as the document prints it, or recomputed in our own format."""
    if figure.loai == "tinh_lai":
        counts = f"{show_number(figure.tu_so)}/{show_number(figure.mau_so)}"
        return f"{show_quantity(figure.gia_tri, figure.don_vi, figure.so_le)} ({counts})"
    unit = figure.don_vi
    if figure.tinh_trang != "co":
        return "để trống"
    if unit in ("%", "đồng") or not figure.nhu_in[-1:].isdigit():
        bare = figure.nhu_in[-1:].isdigit() and unit == "%"
        return f"{figure.nhu_in}%" if bare else str(figure.nhu_in)
    return f"{figure.nhu_in} {unit}"


def _side(evidence: Evidence, figure: Any) -> tuple[str, str, str, str, str]:
    return evidence.label(figure), printed(figure), figure.nguon, figure.vi_tri, figure.den_ngay


def _difference(
    evidence: Evidence, rule: str, figures: Sequence[Any], gap: str, sentence: str
) -> Difference:
    first = figures[0]
    declared = rule not in _MUST_BE_DECLARED or any(figure.in_sai == "co" for figure in figures)
    return Difference(
        first.ma_xa, rule, first.chi_tieu, tuple(figure.ma_so for figure in figures),
        tuple(_side(evidence, figure) for figure in figures), gap, sentence, declared,
        first.tep, int(first.dong),
    )  # fmt: skip


def _rows(frame: pd.DataFrame) -> list[Any]:
    return list(frame.itertuples())


def _groups(evidence: Evidence, names: Sequence[str], keys: list[str]) -> Iterator[dict[str, Any]]:
    """Figures of several indicators that share document, period and the given keys."""
    used = evidence.reported[evidence.reported.chi_tieu.isin(names)]
    for _, group in used.groupby(keys, sort=True):
        yield {figure.chi_tieu: figure for figure in _rows(group)}


def sums(evidence: Evidence) -> Iterator[Difference]:
    """A whole equals the sum of its parts, where all of them are printed."""
    for relation in evidence.catalogue.relations:
        if relation.kind != "tong":
            continue
        names = (relation.whole, *relation.parts)
        keys = [*_PERIOD] if relation.whole == "so_dvctt" else [*_PERIOD, "phan_to"]
        for found in _groups(evidence, names, keys):
            if set(found) != set(names):
                continue
            parts = [found[name] for name in relation.parts]
            total = sum(part.gia_tri for part in parts)
            whole = found[relation.whole]
            if total != whole.gia_tri:
                gap = show_number(abs(whole.gia_tri - total))
                added = " + ".join(show_number(part.gia_tri) for part in parts)
                sentence = (
                    f"{relation.words}. Văn bản in {show_number(whole.gia_tri)}, nhưng {added} = "
                    f"{show_number(total)}, lệch {gap}."
                )
                yield _difference(evidence, "tong-khong-khop", [whole, *parts], gap, sentence)


def overlaps(evidence: Evidence) -> Iterator[Difference]:
    """Parts that add up to more than their whole overlap: they are not parts of it."""
    for relation in evidence.catalogue.relations:
        if relation.kind != "chong":
            continue
        names = (relation.whole, *relation.parts)
        for found in _groups(evidence, names, [*_PERIOD, "phan_to"]):
            if set(found) != set(names):
                continue
            parts = [found[name] for name in relation.parts]
            total, whole = sum(part.gia_tri for part in parts), found[relation.whole]
            if total > whole.gia_tri:
                gap = show_number(total - whole.gia_tri)
                added = " + ".join(show_number(part.gia_tri) for part in parts)
                sentence = (
                    f"{added} = {show_number(total)}, nhiều hơn {show_number(whole.gia_tri)}: có ít nhất "
                    f"{gap} thủ tục được đếm hai lần. {relation.words}."
                )
                yield _difference(evidence, "phan-chong-nhau", [whole, *parts], gap, sentence)


def breakdown_totals(evidence: Evidence) -> Iterator[Difference]:
    """A total equals the sum of the breakdowns that the same document lists for it."""
    for relation in evidence.catalogue.relations:
        if relation.kind != "tong_phan_to":
            continue
        used = evidence.reported[evidence.reported.chi_tieu == relation.whole]
        for _, group in used.groupby(_PERIOD, sort=True):
            whole = [figure for figure in _rows(group) if not figure.phan_to]
            parts = [figure for figure in _rows(group) if figure.phan_to]
            total = sum(part.gia_tri for part in parts)
            if len(whole) == 1 and parts and total != whole[0].gia_tri:
                gap = show_number(abs(whole[0].gia_tri - total))
                sentence = (
                    f"{evidence.name(relation.whole)}: văn bản in tổng {show_number(whole[0].gia_tri)}, "
                    f"nhưng các phần kể ra chỉ có {show_number(total)}; {gap} không được giải thích."
                )
                yield _difference(evidence, "tong-phan-to", [whole[0], *parts], gap, sentence)


def budget_lines(evidence: Evidence) -> Iterator[Difference]:
    """Children of a budget line that the row calls complete add up to it."""
    lines = evidence.figures[evidence.figures.chi_tieu == "kinh_phi_cds"]
    for parent in _rows(lines[lines.du_dong_con == "co"]):
        children = _rows(lines[(lines.ma_xa == parent.ma_xa) & (lines.ma_cha == parent.phan_to)])
        total = sum(child.gia_tri for child in children)
        if children and not math.isclose(total, parent.gia_tri, abs_tol=0.5):
            gap = show_quantity(abs(parent.gia_tri - total), "đồng", 0)
            sentence = (
                f"Tổng in {show_quantity(parent.gia_tri, 'đồng', 0)}, các khoản con cộng lại "
                f"{show_quantity(total, 'đồng', 0)}, lệch {gap}."
            )
            yield _difference(evidence, "dong-con-khong-khop", [parent, *children], gap, sentence)


def rates_against_counts(evidence: Evidence) -> Iterator[Difference]:
    """A reported rate is the one its counts give, to the printed decimals."""
    keys = ["ma_xa", "chi_tieu", "phan_to", "nguon", "loai_ky", "tu_ngay", "den_ngay"]
    both = evidence.reported.merge(evidence.computed, on=keys, suffixes=("", "_tinh"))
    reported = {figure.ma_so: figure for figure in _rows(evidence.reported)}
    computed = {figure.ma_so: figure for figure in _rows(evidence.computed)}
    for pair in both.itertuples():
        said, made = reported[pair.ma_so], computed[pair.ma_so_tinh]
        if said.don_vi != "%" or abs(said.gia_tri - made.gia_tri) <= 0.5 * 10**-said.so_le + 1e-9:
            continue
        gap = f"{show_number(abs(said.gia_tri - made.gia_tri), 2)} điểm phần trăm"
        sentence = (
            f"{evidence.name(said.chi_tieu)}: văn bản in {printed(said)}, tính từ số đếm của chính "
            f"văn bản được {printed(made)}."
        )
        yield _difference(evidence, "ty-le-khong-khop", [said, made], gap, sentence)


def two_bases(evidence: Evidence) -> Iterator[Difference]:
    """One question, two legitimate bases, two rates: both are shown."""
    for relation in evidence.catalogue.relations:
        if relation.kind != "hai_co_so":
            continue
        used = evidence.computed[evidence.computed.chi_tieu.isin([relation.whole, *relation.parts])]
        for _, group in used.groupby([*_PERIOD, "phan_to"], sort=True):
            found = {figure.chi_tieu: figure for figure in _rows(group)}
            for other in relation.parts:
                if relation.whole not in found or other not in found:
                    continue
                one, two = found[relation.whole], found[other]
                if round(one.gia_tri, 2) == round(two.gia_tri, 2):
                    continue
                gap = f"{show_number(abs(one.gia_tri - two.gia_tri), 2)} điểm phần trăm"
                sentence = f"{relation.words}: {printed(one)} hay {printed(two)}. Cả hai đều có lý."
                yield _difference(evidence, "hai-co-so", [one, two], gap, sentence)


def _near(one: Any, two: Any) -> bool:
    """Equal periods, or same start (or no stated start) and ends at most NEAR_DAYS apart."""
    if one.tu_ngay != two.tu_ngay and one.tu_ngay and two.tu_ngay:
        return False
    if not (one.den_ngay and two.den_ngay):
        return one.den_ngay == two.den_ngay
    days = abs((dt.date.fromisoformat(one.den_ngay) - dt.date.fromisoformat(two.den_ngay)).days)
    return days <= NEAR_DAYS


def _implied(evidence: Evidence, early: Any, late: Any) -> str:
    """What the counts would have to have done between two dates for both rates to be true.

    With n of m cases at first and a later rate p below n/m, at least x = n/p - m further cases
    must all have gone the other way.
    """
    same = evidence.computed[
        (evidence.computed.ma_xa == early.ma_xa)
        & (evidence.computed.chi_tieu == early.chi_tieu)
        & (evidence.computed.nguon == early.nguon)
        & (evidence.computed.den_ngay == early.den_ngay)
    ]
    if same.empty or early.don_vi != "%":
        return ""
    top, bottom = same.iloc[0].tu_so, same.iloc[0].mau_so
    highest = (late.gia_tri + 0.5 * 10**-late.so_le) / 100
    if not 0 < highest < top / bottom:
        return ""
    more = math.ceil(top / highest - bottom)
    return (
        f" Để cả hai cùng đúng, từ {show_date(early.den_ngay)} đến {show_date(late.den_ngay)} phải có thêm "
        f"ít nhất {show_number(more)} hồ sơ không đạt (trước đó là {show_number(bottom - top)} trên "
        f"{show_number(bottom)})."
    )


def two_sources(evidence: Evidence) -> Iterator[Difference]:
    """Two documents give different values of one indicator for nearly the same period."""
    for _, group in evidence.reported.groupby(["ma_xa", "chi_tieu", "phan_to"], sort=True):
        if group.nguon.nunique() < 2 or group.chi_tieu.iat[0] in ("kinh_phi_cds", "buoi_tuyen_truyen"):
            continue
        for one, two in combinations(_rows(group.sort_values(["den_ngay", "ma_so"])), 2):
            if one.nguon == two.nguon or not _near(one, two) or one.gia_tri == two.gia_tri:
                continue
            unit = "điểm phần trăm" if one.don_vi == "%" else one.don_vi
            places = max(one.so_le, two.so_le)
            gap = f"{show_number(abs(one.gia_tri - two.gia_tri), places)} {unit}"
            sentence = (
                f"{evidence.label(one)}: {printed(one)} (đến {show_date(one.den_ngay)}) và "
                f"{printed(two)} (đến {show_date(two.den_ngay)})."
                f"{_implied(evidence, one, two)}"
            )
            yield _difference(evidence, "hai-nguon", [one, two], gap, sentence)


def two_targets(evidence: Evidence) -> Iterator[Difference]:
    """Two documents set different targets of one indicator for overlapping stages."""
    targets = evidence.figures[(evidence.figures.loai == "muc_tieu") & (evidence.figures.tinh_trang == "co")]
    for _, group in targets.groupby(["ma_xa", "chi_tieu", "phan_to"], sort=True):
        for one, two in combinations(_rows(group.sort_values(["tu_ngay", "ma_so"])), 2):
            if not (one.den_ngay and two.den_ngay and one.tu_ngay <= two.den_ngay):
                continue
            overlap = two.tu_ngay <= one.den_ngay
            same = (one.gia_tri, one.so_sanh) == (two.gia_tri, two.so_sanh)
            if not overlap or same or (one.gia_tri == two.gia_tri and {one.so_sanh, two.so_sanh} == {"=", ">="}):
                continue
            gap = show_quantity(abs(one.gia_tri - two.gia_tri), one.don_vi, 0)
            sentence = (
                f"{evidence.label(one)}: “{one.nhu_in}” ({one.ky_in}) và “{two.nhu_in}” ({two.ky_in})."
            )
            yield _difference(evidence, "hai-muc-tieu", [one, two], gap, sentence)


def claims(evidence: Evidence) -> Iterator[Difference]:
    """A result that its document calls at or above target meets the targets of its time."""
    targets = evidence.figures[(evidence.figures.loai == "muc_tieu") & (evidence.figures.tinh_trang == "co")]
    for result in _rows(evidence.reported[evidence.reported.nhan_dinh != ""]):
        own = targets[(targets.ma_xa == result.ma_xa) & (targets.chi_tieu == result.chi_tieu)]
        for target in _rows(own[own.phan_to == result.phan_to]):
            if not target.tu_ngay <= result.den_ngay <= (target.den_ngay or result.den_ngay):
                continue
            over = result.nhan_dinh == "vuot_chi_tieu"
            good = meets(result.gia_tri, target.so_sanh, target.gia_tri, target.gia_tri_den)
            if good and not (over and result.gia_tri == target.gia_tri):
                continue
            gap = show_quantity(abs(target.gia_tri - result.gia_tri), result.don_vi, result.so_le)
            claim = "vượt" if over else "đạt"
            sentence = (
                f"{evidence.label(result)}: văn bản nói {claim} chỉ tiêu với {printed(result)}, trong khi "
                f"mục tiêu là {target.nhu_in}."
            )
            yield _difference(evidence, "nhan-dinh-khac-muc-tieu", [result, target], gap, sentence)


def blanks(evidence: Evidence) -> Iterator[Difference]:
    """A figure left blank in one place and given in another for nearly the same period."""
    missing = evidence.figures[(evidence.figures.loai == "bao_cao") & (evidence.figures.tinh_trang == "chua_co")]
    for blank in _rows(missing):
        same = evidence.reported
        same = same[
            (same.ma_xa == blank.ma_xa) & (same.chi_tieu == blank.chi_tieu) & (same.phan_to == blank.phan_to)
        ]
        for given in _rows(same.sort_values(["den_ngay", "ma_so"])):
            if _near(blank, given):
                sentence = (
                    f"{evidence.label(blank)}: để trống ở {blank.vi_tri.split(' | ')[0]}, nhưng có "
                    f"{printed(given)} (đến {show_date(given.den_ngay)}) ở chỗ khác."
                )
                yield _difference(evidence, "o-trong-noi-khac-co", [blank, given], "", sentence)


def directives(evidence: Evidence) -> Iterator[Difference]:
    """One directive (same number, or same subject and day) is printed in two ways."""
    for one, two in combinations(evidence.directives, 2):
        if one.commune != two.commune:
            continue
        same_number = one["so_hieu"] == two["so_hieu"] and one["ngay"] != two["ngay"]
        same_subject = (
            one["so_hieu"] != two["so_hieu"]
            and one["ngay"] == two["ngay"] != ""
            and one["so_hieu"].split("-")[0] == two["so_hieu"].split("-")[0]
        )
        if same_number or same_subject:
            sides = tuple(
                (row["loai"], f"{row['so_hieu']}, ngày {show_date(row['ngay'])}", row["nguon"], row["vi_tri"],
                 row["ngay"])
                for row in (one, two)
            )  # fmt: skip
            sentence = f"Cùng một văn bản được in hai cách: {sides[0][1]} và {sides[1][1]}."
            yield Difference(
                one.commune, "van-ban-in-hai-cach", "", (), sides, "", sentence, True, one.file, one.line
            )


RULES: tuple[Rule, ...] = (
    sums, overlaps, breakdown_totals, budget_lines, rates_against_counts, two_bases, two_sources,
    two_targets, claims, blanks, directives,
)  # fmt: skip


def differences(dataset: Dataset, figures: pd.DataFrame, computed: pd.DataFrame) -> list[Difference]:
    """Every difference that the rules find, in the order of the rules."""
    rows = [record for record in dataset.records if record.table == "van-ban"]
    evidence = Evidence(figures, computed, dataset.catalogue, rows)
    return [difference for rule in RULES for difference in rule(evidence)]


def undeclared(found: Sequence[Difference]) -> list[Problem]:
    """Differences inside one document that no row declares as printed: errors until it does."""
    return [
        Problem(
            difference.file, difference.line, "", difference.rule, "error", difference.sentence,
            "Nếu gõ nhầm: sửa lại số cho đúng văn bản. Nếu chính văn bản in như vậy: ghi “co” vào cột "
            "dung_nhu_van_ban của dòng này; trang sẽ công bố chỗ lệch.",
        )
        for difference in found
        if not difference.declared
    ]  # fmt: skip
