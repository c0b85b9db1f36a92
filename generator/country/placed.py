"""What communes can be placed by: a value that speaks alone for a period, or why there is none."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from generator.model.period import Period

REASONS = {
    "so": "", "hai_so": "hai văn bản cùng ngày nêu số khác nhau", "thay_the": "số của văn bản đã bị thay thế",
    "khoang": "văn bản chỉ nêu khoảng hoặc mức, không phải một con số", "khong_co_so": "văn bản không nói tính trên gì",
    "khong_ngay": "văn bản không ghi ngày của số", "bang_loi": "văn bản chỉ nói bằng lời",
    "chua_co": "văn bản để trống", "khong_chi": "văn bản không nêu đã chi bao nhiêu của số được giao",
    "nhieu_dong": "văn bản tách nhiều khoản, không có một dòng tổng",
    "khong_the": "con số in ra không thể đúng, trang không so",
    "im_lang": "lâu nay chưa có văn bản mới, không biết việc quá hạn đã xong chưa",
}  # fmt: skip
"""Whether a value can be compared (`so`), else why not; what comes first says more."""


class Placed(NamedTuple):
    """A value of a commune, or why there is none: see `REASONS` for `state`. Numbers are texts with a point, '' where
    there is none; `basis` is what they are of (unit, base, what is left out), `definition` a sign of how the indicator
    was defined for whoever handed it over; `few` says that the share is ours and of fewer cases than a share is made
    of. `aim` is the target of its period, `doubt` what the place is called where it does not agree; `change` and
    `standing` are told of the newest alone, whose `newest` is 1.
    """

    question: str
    commune: str
    state: str
    kind: str = ""
    length: str = ""
    start: str = ""
    end: str = ""
    basis: str = ""
    definition: str = ""
    number: str = ""
    part: str = ""
    whole: str = ""
    few: int = 0
    value: str = ""
    period: str = ""
    page: str = ""
    anchor: str = ""
    aim: str = ""
    aim_words: str = ""
    doubt: str = ""
    change: str = ""
    mark: str = ""
    standing: str = ""
    newest: int = 0


def days(period: Period) -> tuple[str, str]:
    """Its first and last day as they are handed over."""
    return (period.start.isoformat() if period.start else "", period.end.isoformat() if period.end else "")


def text(number: Decimal | None) -> str:
    """A number as it is handed over."""
    return "" if number is None else f"{round(number, 6).normalize():f}"
