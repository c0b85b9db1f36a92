"""A difference beside one of its figures: what may have a good reason is not called a fault."""

from __future__ import annotations

from generator.comparing.evidence import MUST_BE_DECLARED
from generator.model.difference import Difference

_NO_FAULT = {"hai-co-so": "Hai cách tính", "hai-nguon": "Hai văn bản, hai số", "hai-muc-tieu": "Nhiều mục tiêu"}
"""What a reader is told without blame, since it may have a good reason, by a name of its own."""
_UNMATCHED = MUST_BE_DECLARED | {"chuyen-ky-khong-khop"}
"""Differences where numbers should agree and do not; of all others the reader judges both sides."""


def named_doubt(difference: Difference) -> str:
    """What a difference is called."""
    return _NO_FAULT.get(difference.rule, "Chưa khớp" if is_unmatched(difference) else "Đọc cả hai")


def is_unmatched(difference: Difference) -> bool:
    """Whether it is of numbers that should agree and do not: two documents should of the same days alone."""
    same = len({(figure.period.start, figure.period.end) for figure in difference.figures}) == 1
    return difference.rule in _UNMATCHED or (difference.rule == "hai-nguon" and same)


def to_read_twice(count: int) -> str:
    """How many differences there are, without blame."""
    return f"{count} chỗ số liệu chưa khớp, hoặc cần đọc cả hai mới hiểu."


def differs(difference: Difference) -> str:
    """A difference in its sentence, after its name."""
    return f"{named_doubt(difference)}: {difference.sentence}"
