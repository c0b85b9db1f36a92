"""What communes are compared by on every province's page, and on their own."""

from __future__ import annotations

from typing import NamedTuple

from generator.language.numbers import PERCENT
from generator.pieces.changed import FEW

LATE_OF, SPENT_OF, LATE_TASKS = "ty_le_dung_han", "chi_so_voi_giao", "viec_qua_han"
THOUSAND = "trong 1.000"
"""The unit of what is late among dossiers."""


class Question(NamedTuple):
    """A question to all communes: `id` is an indicator or a name of its own, `part` the part of the indicator that is
    compared, `subject` the page of a commune that answers it. `few` are the cases below which a computed share gives
    way to its counts, 0 where it is none of cases, in which chance had no part.
    """

    id: str
    name: str
    words: str
    unit: str
    subject: str
    part: str = ""
    few: int = FEW


HEADLINES = (
    Question(LATE_OF, "Trễ hẹn", "Cứ 1.000 hồ sơ đã giải quyết, bao nhiêu hồ sơ trễ hẹn?", THOUSAND,
             "thu-tuc-hanh-chinh"),
    Question("ty_le_truc_tuyen", "Nộp qua mạng", "Cứ 100 hồ sơ, bao nhiêu hồ sơ được nộp qua mạng?", PERCENT,
             "thu-tuc-hanh-chinh"),
    Question(SPENT_OF, "Tiền đã chi", "Tiền cho khoa học, chuyển đổi số: đã chi bao nhiêu phần trăm số được giao?",
             PERCENT, "ngan-sach", few=0),
    Question(LATE_TASKS, "Việc quá hạn",
             "Trong các việc có ngày phải xong, bao nhiêu việc quá hạn mà trang chưa thấy văn bản nói đã xong?",
             "việc", "muc-tieu-nhiem-vu", few=0),
    Question("bdhvs_ty_le", "Bình dân học vụ số",
             "Cứ 100 người trưởng thành thuộc diện học Bình dân học vụ số, bao nhiêu người đã học xong?", PERCENT,
             "binh-dan-hoc-vu-so", "nguoi_truong_thanh"),
)  # fmt: skip
"""What every province's page compares, in the order of reading."""
SUBJECTS = frozenset(question.subject for question in HEADLINES)
"""The subjects whose pages place a commune beside others."""
