"""All rules on figures, in order, and what becomes of what they find.

A sum, share or rate that does not agree is an error until its row says `dung_nhu_van_ban=co`;
then, like every difference between documents, it is published. No rule knows a commune.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import pandas as pd

from generator.figures.tidy import rows
from generator.judging import rules_between, rules_within
from generator.nouns import schema
from generator.nouns.evidence import Evidence
from generator.nouns.model import Dataset, Difference, Problem, grouped

RULES: tuple[Callable[[Evidence], Iterator[Difference]], ...] = (
    rules_within.sums,
    rules_within.overlaps,
    rules_within.breakdown_totals,
    rules_within.budget_lines,
    rules_within.rates,
    rules_within.two_bases,
    rules_between.two_sources,
    rules_between.two_targets,
    rules_between.claims,
    rules_between.blanks,
    rules_between.carried_over,
    rules_between.directives,
)

IN_WORDS: Mapping[str, tuple[str, str]] = {
    "tong-khong-khop": ("Cộng lại không khớp", "Một tổng phải bằng các phần cộng lại, khi mọi phần đều được in."),
    "phan-chong-nhau": (
        "Các phần trùng nhau",
        "Các phần cộng lại lớn hơn cái chung thì có phần bị đếm hai lần.",
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
    "hai-co-so": ("Hai cách tính, hai tỷ lệ", "Có hai cách tính đều có lý mà cho hai tỷ lệ thì nêu cả hai."),
    "hai-nguon": (
        "Hai văn bản, hai số",
        "Hai văn bản cho hai số về cùng một việc, kỳ giống nhau hoặc kết thúc cách nhau không quá 45 ngày.",
    ),
    "hai-muc-tieu": (
        "Hai mục tiêu cho cùng một việc",
        "Hai mục tiêu khác nhau cho cùng một việc trong thời gian trùng nhau.",
    ),
    "nhan-dinh-khac-muc-tieu": (
        "Nói vượt nhưng chưa vượt",
        "Văn bản nói đạt hoặc vượt chỉ tiêu thì kết quả phải đạt hoặc vượt mục tiêu đã đặt.",
    ),
    "o-trong-noi-khac-co": (
        "Bỏ trống ở đây, có ở chỗ khác",
        "Một ô bỏ trống ở một chỗ trong khi chỗ khác có số.",
    ),
    "chuyen-ky-khong-khop": (
        "Chuyển kỳ không khớp",
        "Số chuyển qua từ kỳ trước phải bằng số còn lại khi kỳ trước kết thúc.",
    ),
    "van-ban-in-hai-cach": (
        "Một văn bản in hai cách",
        "Cùng một văn bản chỉ đạo được in với hai số hoặc hai ngày.",
    ),
}
"""Rule code to its name and its meaning, for readers, in the order of RULES."""


def evidence_of(dataset: Dataset, figures: pd.DataFrame, computed: pd.DataFrame) -> list[Evidence]:
    """What the rules look at, commune by commune."""
    reported = grouped(rows(figures), lambda figure: figure.ma_xa)
    recomputed = grouped(rows(computed), lambda figure: figure.ma_xa)
    directives = grouped((r for r in dataset.records if r.table == "van-ban"), lambda record: record.commune)
    return [
        Evidence(reported.get(code, []), recomputed.get(code, []), dataset.catalogue, directives.get(code, []))
        for code in (commune.code for commune in dataset.communes)
    ]


def differences(evidence: Sequence[Evidence]) -> list[Difference]:
    """Every difference that the rules find, commune by commune, in the order of the rules."""
    return [difference for own in evidence for rule in RULES for difference in rule(own)]


def undeclared(found: Sequence[Difference]) -> list[Problem]:
    """Differences inside one document that no row declares as printed: errors until it does."""
    remedy = (
        "Nếu gõ nhầm: sửa lại số cho đúng văn bản (ở dòng này, hoặc ở các số được cộng, được chia). Nếu chính văn bản "
        "in như vậy: ghi “co” vào cột dung_nhu_van_ban của dòng này; trang sẽ công bố chỗ lệch."
    )
    return [
        Problem(d.file, d.line, _column(d), d.rule, "error", f"{d.sentence} {d.hint}".strip(), remedy)
        for d in found
        if not d.declared
    ]


def _column(difference: Difference) -> str:
    """The column to look at first: the whole of a sum, or the value of a long row."""
    table = difference.file.rpartition("/")[2].removesuffix(".csv")
    if table in ("tthc", "bdhvs", "to-cong-nghe-so"):
        names = {column.melts_to: column.name for column in schema.BY_NAME[table].columns}
        return names.get(difference.indicator, "")
    return "so_tien" if table == "ngan-sach" else "gia_tri"
