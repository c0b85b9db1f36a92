"""Why a number is not filled in whatever its words are: it may be aimed at, of another time or place, or of a part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.drafting.found import Found
from generator.drafting.passages import Passage
from generator.drafting.suggest import Suggestion, read_as
from generator.drafting.when import row_period
from generator.model.catalogue import Catalogue, Indicator

Doubts = tuple[tuple[str, object], ...]
"""What may be doubted, in Vietnamese, and whether it is."""

_AIMED = re.compile(
    r"phấn đấu|mục tiêu|đảm bảo|bảo đảm|chỉ đạo|tiếp tục|sẽ\b|hướng tới|yêu cầu|kế hoạch|dự kiến|đề xuất|đề nghị|"
    r"nhu cầu|nâng tỷ lệ|\bgiao\s*:|ít nhất|tối thiểu|chỉ tiêu|thời gian tới",
    re.IGNORECASE,
)
"""Words before a number that may be wished for and not reached."""
_TO_COME = re.compile(
    r"nhiệm vụ|giải pháp|phương hướng|mục tiêu|trọng tâm|giai đoạn 20|đề xuất|kiến nghị", re.IGNORECASE
)
_REACHED = re.compile(r"kết quả|tình hình|đã thực hiện|về thủ tục", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"cùng kỳ|so với|\btăng\b|\bgiảm\b|toàn tỉnh|cả tỉnh|cấp tỉnh|cấp huyện|toàn huyện|cả nước|toàn quốc|"
    r"bình quân chung|trung bình|lân cận|xã bạn|(?:xã|phường) khác|kế hoạch giao|năm trước|"
    r"(?<!tháng )đầu năm 20\d\d|từ đầu năm|lũy kế",
    re.IGNORECASE,
)
"""Words by which a number may be another period's or another place's."""
_FIELD = r"(?<!các )(?<!mọi )(?<!cả )lĩnh vực"
_PARTLY = re.compile(
    rf"{_FIELD}|\bmỗi\b|\briêng\b|\(cũ\)|(?:xã|phường|thị trấn) cũ|thành lập mới|mới thành lập|trong số|giải thể|"
    r"(?:của|tại) (?:thôn|tổ dân phố|khu phố|bản|ấp)\b|\b(?:thôn|tổ dân phố|khu phố|ấp) (?-i:[A-ZÀ-ỸĐ]|\d)|"
    r"(?<!các )\bngành (?:thuế|công an|y tế|giáo dục)",
    re.IGNORECASE,
)
"""Words by which a number may be of a part of the commune or of what is counted."""
_ELSEWHERE_IN_HEADS = re.compile(
    r"cùng kỳ|so với|\btăng\b|(?<!cắt )\bgiảm\b|toàn tỉnh|cả tỉnh|toàn huyện|cả nước|toàn quốc|năm trước|chênh lệch",
    re.IGNORECASE,
)
"""The same in the headings of a column."""
_WITHIN = re.compile(r"(?:thôn|tổ dân phố|tdp|khu phố|ấp)\b", re.IGNORECASE)
"""How a row begins that is a village's."""
_WHEN = re.compile(r"(?:tháng|quý|năm|tuần)\s+(?:\d|[IVX]+\b)", re.IGNORECASE)
"""How a row begins that is a period's."""
_YEAR = re.compile(r"(?:19|20)\d\d")
"""A count is printed with a dot for its thousands."""


def aimed(found: Found) -> bool:
    """Whether a number may be aimed at or asked for, not reached."""
    passage = found.passage
    if passage.in_cell:
        above = " ".join((*passage.column, *passage.titles[-1:]))
        return bool(
            _AIMED.search(" ".join(passage.column[1:] or passage.column)) or re.search("đề xuất|nhu cầu", above, re.I)
        )
    if _AIMED.search(passage.text[max(0, found.start - 90) : found.start]):
        return True
    titles = [title for title in passage.titles if _TO_COME.search(title) and not _REACHED.search(title)]
    return bool(titles)


def doubt(found: Found, catalogue: Catalogue, suggested: Sequence[Suggestion]) -> str:
    """Why a number is not filled in whatever its words are; '' where nothing speaks against it."""
    indicator = catalogue.indicators[suggested[0].topic.indicator]
    doubts = (
        ("văn bản in “khoảng”, “trên”, “từ”: xem lại", found.compared),
        ("tỷ lệ chưa nêu tên, theo con số đứng trước", found.of_last),
        ("cách viết số không theo kiểu Việt Nam", not read_as(found.printed, indicator.unit)),
        ("có thể là một năm", _YEAR.fullmatch(found.printed)),
        *(_of_cell(found.passage) if found.passage.in_cell else _of_sentence(found, indicator)),
    )
    return next((why for why, applies in doubts if applies), "")


def _of_sentence(found: Found, indicator: Indicator) -> Doubts:
    passage = found.passage
    said, above = passage.text[: found.end + 25], f"{passage.lead} {' '.join(passage.titles[-1:])}"
    of_field = indicator.id.startswith("ho_so_") and re.search(_FIELD, above, re.IGNORECASE)
    return (
        ("câu có nói đến kỳ khác hoặc nơi khác", _ELSEWHERE.search(said)),
        ("câu có thể chỉ nói về một phần, một lĩnh vực hay một thôn", of_field or _PARTLY.search(said)),
    )


def _of_cell(passage: Passage) -> Doubts:
    return (
        ("cột có nói đến kỳ khác hoặc nơi khác", _ELSEWHERE_IN_HEADS.search(" ".join(passage.column))),
        ("dòng chỉ nói về một phần của xã", _WITHIN.match(passage.row)),
        ("dòng nói về một kỳ, không ghi năm", _WHEN.match(passage.row) and not row_period(passage)),
    )
