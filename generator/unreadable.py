"""Why a number is refused: what it could mean, and what to write instead."""

from __future__ import annotations

import re


class Unreadable(ValueError):
    """Text with no reading or more than one; `readings` shows them, `remedy` what to write."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


_SHORTENED = re.compile(r"[0-9][.,]?[0-9]*E[+-]?[0-9]+", re.IGNORECASE)
_DAY = re.compile(
    r"[0-9]{1,2}[-/ ](?:[A-Z][a-z]{2}|[Tt]hg ?[0-9]{1,2})(?:[-/ ][0-9]{2,4})?|[A-Z][a-z]{2}-[0-9]{2,4}"
    r"|[0-9]{1,2}[-/][0-9]{1,2}[-/][0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}(?: 00:00:00)?"
)


def damaged(text: str) -> Unreadable | None:
    """What Excel made of a long number or of a ratio that looked like a day."""
    if _SHORTENED.fullmatch(text):
        return Unreadable(
            f"“{text}” là cách Excel viết tắt một số dài (dạng số mũ); các chữ số cuối có thể đã mất.",
            "Mở văn bản nguồn và gõ lại đủ chữ số, ví dụ 126.882.101; trong Excel, chọn kiểu ô Văn bản (Text) trước "
            "khi gõ.",
        )
    if _DAY.fullmatch(text):
        return Unreadable(
            f"“{text}” là một ngày, không phải số đếm: Excel thường tự đổi tỷ số như 07/10 thành ngày.",
            "Mở văn bản nguồn và gõ lại như in, ví dụ 07/10; trong Excel, chọn kiểu ô Văn bản (Text) trước khi gõ.",
        )
    return None


def in_foreign_style(number: str, tail: str) -> Unreadable | None:
    """A number with dots for decimals or commas for thousands: one reading by its form, but not our writing."""
    if re.fullmatch(r"[0-9]{1,3}(,[0-9]{3}){2,}|[0-9]{1,3}(,[0-9]{3})+\.[0-9]+", number):
        ours, what = number.translate(str.maketrans(",.", ".,")), "dấu phẩy cho hàng nghìn"
    elif re.fullmatch(r"0\.[0-9]+|[0-9]+\.([0-9]{1,2}|[0-9]{4,})|[0-9]{4,}\.[0-9]{3}", number):
        ours, what = number.replace(".", ","), "dấu chấm cho phần lẻ"
    else:
        return None
    return Unreadable(
        f"“{number}{tail}” dùng {what}.",
        f"Viết {ours}{tail}; nếu văn bản in như vậy, chép nguyên văn vào cột nhu_in.",
    )


def two_readings(number: str, unit: str) -> Unreadable:
    """A dot before three digits, in a unit that may have decimals: thousands or a fraction, nobody can know."""
    whole, comma = number.replace(".", ""), number.replace(".", ",")
    return Unreadable(
        f"“{number} {unit}” đọc được hai cách: {whole} {unit} hoặc {comma} {unit}.",
        f"Nếu là {number} theo nghĩa hàng nghìn, viết {whole} {unit}; nếu là phần lẻ, viết "
        f"{comma} {unit}; chép nguyên văn vào cột nhu_in.",
    )
