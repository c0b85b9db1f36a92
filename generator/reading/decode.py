"""Bytes to text: UTF-8 and UTF-16 are read, anything else is refused with the coding it looks like."""

from __future__ import annotations

import codecs
from collections import Counter

from generator.reading.old_fonts import coding_of

_FONT_ADVICE = (
    "Chép các ô ấy (Ctrl+C), mở UniKey → Công cụ, chọn Nguồn: TCVN3 (ABC) hoặc VNI Windows, Đích: Unicode, bấm Chuyển "
    "mã, dán lại vào Excel rồi lưu thành “CSV UTF-8 (Comma delimited)”."
)
_REOPEN_ADVICE = (
    "Đóng tệp, không lưu. Lấy lại tệp trước khi hỏng, mở bằng Excel qua Dữ liệu (Data) → Từ văn bản/CSV (From "
    "Text/CSV), chọn 65001: Unicode (UTF-8), rồi lưu thành “CSV UTF-8 (Comma delimited)”."
)
_SAVE_ADVICE = "Trong Excel chọn Lưu thành (Save As) → “CSV UTF-8 (Comma delimited)” rồi gửi lại."


class Undecodable(ValueError):
    """Bytes that are no Unicode text: the `line` of the first, what they look like, what to do."""

    def __init__(self, line: int, message: str, remedy: str) -> None:
        super().__init__(message)
        self.line, self.message, self.remedy = line, message, remedy


def decode(content: bytes) -> str:
    """The text of a file: UTF-8 with or without a mark, or UTF-16 with one (Excel's “Unicode Text”).

    Raises `Undecodable`.
    """
    wide = content[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    try:
        text = content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise Undecodable(line, *_looks_like("" if wide else _latin(content))) from None
    if (nul := text.find("\0")) >= 0:
        raise Undecodable(text[:nul].count("\n") + 1, *_looks_like(""))
    return text


def advice(coding: str) -> str:
    """What to do with text that stands in an old coding: text of a font must be converted, text that was opened
    wrongly must be opened again.
    """
    return _REOPEN_ADVICE if coding.startswith("UTF-8") else _FONT_ADVICE


def _latin(content: bytes) -> str:
    return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in content[:200_000])


def _looks_like(text: str) -> tuple[str, str]:
    told = Counter(coding for line in text.splitlines() if (coding := coding_of(line)))
    (coding, _), *_rest = told.most_common(1) or [("", 0)]
    guess = f" Chữ giống {coding}." if coding else ""
    message = f"Tệp không phải văn bản Unicode UTF-8 nên chữ tiếng Việt không đọc được.{guess}"
    return message, _FONT_ADVICE if coding.startswith("phông") else _SAVE_ADVICE
