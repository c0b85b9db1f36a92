"""What reading a table made regular, told to its author: nothing is repaired in silence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from generator.language.vietnamese import INVISIBLE, clean
from generator.model.problem import Problem
from generator.reading.decode import advice
from generator.reading.old_fonts import coding_of

_WIDE_SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_RETYPE = "Lấy lại bản tệp còn đọc được, hoặc gõ lại bằng bảng mã Unicode của UniKey, rồi lưu tệp với bảng mã UTF-8."
_NOTHING = "Không phải sửa gì nếu đọc như vậy là đúng."

_SAID: Mapping[str, tuple[str, str]] = {
    "to-hop": ("Chữ gõ kiểu tổ hợp được đổi sang Unicode dựng sẵn", _NOTHING),
    "khoang-trang": ("Khoảng trắng đặc biệt được đọc là dấu cách thường", _NOTHING),
    "an": (
        "Ký tự không nhìn thấy được bỏ đi",
        "Nếu ô ấy đọc khác với văn bản thì xóa ô và gõ lại bằng tay, đừng dán.",
    ),
    "tieu-de": ("Tên cột được hiểu:", "Không phải sửa gì nếu hiểu đúng; nếu sai, ghi tên cột như cột tương ứng."),
    "dong-tren": ("Dòng trên tiêu đề không được đọc", "Không phải sửa gì nếu đó chỉ là tên bảng."),
    "tieu-de-lap": ("Dòng tiêu đề lặp lại giữa bảng không được đọc", "Xóa dòng ấy, hoặc để nguyên."),
    "ma": ("Lời trong ô được hiểu:", "Không phải sửa gì nếu hiểu đúng; nếu sai, ghi lại ô ấy cho đúng văn bản."),
    "khong-ngay": (
        "Ngày cuối kỳ (den_ngay) để trống được hiểu là văn bản không ghi ngày, số không so theo thời gian được",
        "Văn bản có ghi ngày thì điền vào den_ngay; không ghi thì điền “không ghi ngày”, lời này sẽ thôi.",
    ),
    "trong": (
        "Lời trong ô được đọc là chưa có số liệu:",
        "Không phải sửa gì nếu văn bản không nêu số; bằng không thì viết 0 hoặc “Không phát sinh”.",
    ),
    "ky": (
        "Ngày của kỳ để trống được lấy theo lời của kỳ",
        "Không phải sửa gì nếu đúng; số liệu chốt vào ngày khác thì ghi tu_ngay, den_ngay.",
    ),
}


class Changes:
    """Gathers what is made regular while one file is read."""

    def __init__(self, where: str) -> None:
        self._where = where
        self._seen: dict[str, list[tuple[int, str]]] = {}
        self._refused: list[Problem] = []
        self._fonts: list[tuple[int, str, str, str]] = []

    def note(self, kind: str, line: int, words: str) -> None:
        """Something was read in a way that its author should know of."""
        self._seen.setdefault(kind, []).append((line, words))

    def refuse(self, line: int, code: str, message: str, remedy: str) -> None:
        """Something stands where it cannot be read."""
        self._refused.append(Problem(self._where, line, "", code, "error", message, remedy))

    def cell(self, line: int, column: str, raw: str) -> str:
        """The cell as it is kept; what that changes, beyond blanks around it, is noted."""
        if raw.isascii() and raw.isprintable():
            return " ".join(raw.split())
        if coding := coding_of(raw):
            self._fonts.append((line, column, coding, raw))
            return clean(raw)
        if not unicodedata.is_normalized("NFC", raw):
            self.note("to-hop", line, f"cột {column}")
        if _WIDE_SPACES.search(raw):
            self.note("khoang-trang", line, f"cột {column}")
        if INVISIBLE.search(raw):
            self.note("an", line, f"cột {column}")
        return clean(raw)

    def problems(self) -> Iterator[Problem]:
        """One note a kind, and one error where text is in an old font."""
        yield from self._refused
        for kind, places in self._seen.items():
            words, remedy = _SAID[kind]
            lines = list(dict.fromkeys(line for line, _ in places))
            first = f" {places[0][1]}" if kind == "ky" else ""
            shown = ", ".join(map(str, lines[:8])) + ("…" if len(lines) > 8 else "")
            count = f"{len(places)} chỗ, dòng {shown}"
            if kind in ("tieu-de", "ma", "trong"):
                said = list(dict.fromkeys(words for _, words in places))
                first = " " + "; ".join(said[:8]) + ("…" if len(said) > 8 else "")
            yield Problem(
                self._where, lines[0], "", "da-chuan-hoa", "note", f"{words}{first} ({count}).", remedy
            )  # fmt: skip
        for line, column, coding, raw in self._fonts[:1]:
            more = f" Cùng lỗi này ở {len(self._fonts) - 1} ô nữa." if len(self._fonts) > 1 else ""
            yield old_coding(self._where, line, column, raw, coding, more)


def old_coding(where: str, line: int, column: str, raw: str, coding: str, more: str = "") -> Problem:
    """Text of a cell or line that stands in an old coding: nothing is converted, since a guess is not the author's."""
    place, remedy = ("ô", advice(coding)) if column else ("dòng", _RETYPE)
    return Problem(
        where, line, column, "chu-phong-cu", "error",
        f"Chữ trong {place} này không phải Unicode ({coding}): “{clean(raw)[:40]}”.{more}", remedy,
    )  # fmt: skip
