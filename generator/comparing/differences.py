"""All rules on figures, in order, and what becomes of what they find.

A sum, share or rate that does not agree is an error until its row says `dung_nhu_van_ban=co`;
then, like every difference between documents, it is published. No rule knows a commune.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.comparing import (
    rules_across,
    rules_between,
    rules_impossible,
    rules_in_words,
    rules_money,
    rules_over_time,
    rules_ratio,
    rules_within,
)
from generator.comparing.evidence import Evidence
from generator.comparing.readings import READINGS
from generator.model.difference import Difference
from generator.model.problem import Problem

IMPOSSIBLE: tuple[Callable[[Evidence], Iterator[Difference]], ...] = (
    rules_within.sums, *rules_impossible.RULES, *rules_over_time.RULES, *rules_money.RULES,
)  # fmt: skip
"""Rules that may find what cannot be true: they come first, since no rate is made of that."""

WITHIN: tuple[Callable[[Evidence], Iterator[Difference]], ...] = (
    rules_within.overlaps,
    rules_within.breakdown_totals,
    rules_within.budget_lines,
    rules_within.rates,
    rules_money.printed_shares,
    rules_ratio.ratios,
)
"""Rules of one document, which may be errors; none after them is."""

RULES: tuple[Callable[[Evidence], Iterator[Difference]], ...] = (
    *WITHIN,
    rules_between.two_sources,
    rules_between.two_targets,
    rules_between.claims,
    rules_between.blanks,
    rules_between.carried_over,
    rules_across.too_few,
    rules_across.left_over,
    rules_across.low_targets,
    rules_in_words.remarks,
    rules_in_words.appointed,
    rules_in_words.open_tasks,
    rules_in_words.done_or_planned,
    rules_in_words.directives,
)

IN_WORDS: Mapping[str, tuple[str, str]] = {
    "tong-khong-khop": ("Cộng lại không khớp", "Một tổng phải bằng các phần cộng lại, khi mọi phần đều được in."),
    "phan-lon-hon-tong": (
        "Phần lớn hơn tổng",
        "Một phần không thể nhiều hơn cái mà nó là một phần, ví dụ hồ sơ nộp qua mạng và hồ sơ tiếp nhận.",
    ),
    "linh-vuc-lon-hon-tong": (
        "Một lĩnh vực lớn hơn tổng",
        "Số của một lĩnh vực không thể nhiều hơn số chung của mọi lĩnh vực.",
    ),
    "ty-le-qua-100": ("Tỷ lệ quá 100%", "Số đếm của văn bản không thể cho một tỷ lệ quá 100%."),
    "luy-ke-giam": (
        "Số cộng dồn bị giảm",
        "Số của một kỳ gồm cả kỳ trước, hay số lũy kế, không thể ít hơn số của kỳ nằm trong nó.",
    ),
    "ky-dai-khac-ky-ngan": (
        "Các tháng không cộng thành quý",
        "Các kỳ ngắn nối nhau phải cộng thành số của kỳ dài mà chúng lấp đầy.",
    ),
    "tien-lech-nghin-lan": (
        "Hai số tiền chênh nhau hàng nghìn lần",
        "Số được giao và số đã chi của một khoản, số của hai văn bản, khoản lớn và khoản con phải cùng cỡ.",
    ),
    "phan-chong-nhau": (
        "Các phần lớn hơn tổng",
        "Các phần cộng lại lớn hơn tổng thì có thể chúng trùng nhau, hoặc tổng ấy không phải tổng của chúng.",
    ),
    "tong-phan-to": ("Tổng khác các phần kể ra", "Tổng phải bằng các phần mà chính văn bản kể ra dưới nó."),
    "dong-con-khong-khop": (
        "Các khoản không cộng thành tổng",
        "Các khoản con phải cộng thành khoản tổng khi văn bản kể đủ, và không khi nào vượt khoản tổng.",
    ),
    "ty-le-khong-khop": (
        "Tỷ lệ khác với số đếm",
        "Tỷ lệ phải đúng với số đếm của cùng văn bản, tới chữ số lẻ được in.",
    ),
    "ty-so-khac-phan-tram": (
        "Tỷ số khác phần trăm đi kèm",
        "Một tỷ số và số phần trăm in cạnh nó phải nói cùng một điều, tới chữ số lẻ được in.",
    ),
    "hai-nguon": (
        "Hai văn bản, hai số",
        "Hai văn bản cho hai số của cùng một kỳ, hoặc của hai kỳ bắt đầu cùng ngày mà phần ở giữa khó có thật.",
    ),
    "hai-muc-tieu": (
        "Nhiều mục tiêu cho cùng một việc",
        "Các mục tiêu khác nhau cho cùng một việc trong thời gian trùng nhau.",
    ),
    "nhan-dinh-khac-muc-tieu": (
        "Lời nhận định khác mục tiêu",
        "Văn bản nói đạt hoặc vượt chỉ tiêu thì đặt cạnh mục tiêu đã in cho cùng thời gian.",
    ),
    "o-trong-noi-khac-co": (
        "Bỏ trống ở đây, có ở chỗ khác",
        "Một dòng bỏ trống ở một chỗ; chỗ khác của cùng văn bản có số ấy, hoặc số của chỉ tiêu gần tên.",
    ),
    "chuyen-ky-khong-khop": (
        "Chuyển kỳ không khớp",
        "Số chuyển qua từ kỳ trước phải bằng số còn lại khi kỳ trước kết thúc.",
    ),
    "khong-du-cho-moi-nguoi": (
        "Nói ai cũng có, số đếm ít hơn",
        "Nói 100% số người có một thứ thì đặt cạnh số thứ ấy và số người, khi có văn bản in cả hai.",
    ),
    "luy-ke-ra-ty-le-khac": (
        "Lũy kế ra tỷ lệ khác",
        "Lũy kế trừ đi kỳ này còn lại phần trước; tỷ lệ của phần ấy được đặt cạnh tỷ lệ đã in cho kỳ trước.",
    ),
    "muc-tieu-thap-hon-ket-qua": (
        "Mục tiêu thấp hơn mức đã in",
        "Mục tiêu cho đến các năm sau thấp hơn mức văn bản trước đã in từ 1 điểm phần trăm thì nêu cả hai.",
    ),
    "so-cao-loi-thap": (
        "Số gần như trọn vẹn, lời nói còn hạn chế",
        "Một văn bản in từ 99%, hoặc 0 điều còn thiếu, và viết chỗ khác rằng việc ấy còn hạn chế thì nêu cả hai lời.",
    ),
    "khong-co-ma-co-van-ban": (
        "Nói chưa có, mà có văn bản giao",
        "Một văn bản ghi chưa có, một quyết định ban hành trước đó đã giao thì nêu cả hai, không kết luận.",
    ),
    "viec-mo-da-co-van-ban": (
        "Việc còn mở, văn bản đã có",
        "Nhiệm vụ ban hành một văn bản chưa ai báo kết quả, mà văn bản cùng loại, cùng tên đã được kể.",
    ),
    "da-lam-hay-moi-dinh": (
        "Đã làm, hay mới lập kế hoạch",
        "Một văn bản viết ở chỗ này là đã triển khai, ở chỗ khác là lập kế hoạch thì nêu cả hai lời, không kết luận.",
    ),
    "van-ban-in-hai-cach": (
        "Một văn bản in hai cách",
        "Một số hiệu được in với nhiều ngày trong một năm, hoặc một ngày với nhiều cách viết số hiệu.",
    ),
}
"""Rule code to its name and its meaning, for readers, in the order of the rules."""


Rules = Sequence[Callable[[Evidence], Iterator[Difference]]]


def differences(evidence: Evidence, rules: Rules = RULES) -> list[Difference]:
    """Every difference that the rules find, in the order of the rules."""
    return [difference for rule in rules for difference in rule(evidence)]


def readings(evidence: Evidence) -> list[Difference]:
    """What may be counted in two ways, both true: told to readers, no difference."""
    return [reading for rule in READINGS for reading in rule(evidence)]


def told_once(found: Sequence[Difference]) -> list[Difference]:
    """Differences to publish: one fact is told once. Where two rules find the same numbers on both sides in one
    document, the second is said in the words of the first.
    """
    made: dict[tuple[object, ...], Difference] = {}
    for one in found:
        sources = frozenset(side.source for side in one.sides)
        if one.amount is not None and len(sources) == 1:
            key: tuple[object, ...] = (sources, one.figures[0].number, one.amount)
        else:
            key = (one.rule, len(made), one.ids)
        first = made.get(key)
        made[key] = _together(first, one) if first else one
    return list(made.values())


def _together(first: Difference, also: Difference) -> Difference:
    new = (side for side in also.sides if side.figure not in first.figures)
    return replace(first, sides=(*first.sides, *new), sentence=f"{first.sentence} {also.sentence}")


def impossible(evidence: Evidence) -> list[Difference]:
    """What cannot be true, in the order of the rules."""
    return [difference for rule in IMPOSSIBLE for difference in rule(evidence)]


def undeclared(found: Sequence[Difference]) -> list[Problem]:
    """Differences inside one document that no row declares as printed: errors until it does."""
    remedy = (
        "Nếu gõ nhầm: sửa lại số cho đúng văn bản (ở dòng này, hoặc ở các số được cộng, được chia). Nếu chính văn bản "
        "in như vậy: ghi “co” vào cột dung_nhu_van_ban của dòng này; trang sẽ công bố chỗ lệch."
    )
    return [
        Problem(d.file, d.line, d.column, d.rule, "error", f"{d.sentence} {d.hint}".strip(), remedy)
        for d in found
        if not d.declared
    ]
