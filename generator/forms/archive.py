"""The parts of an .xlsx, safely: its size is known before it is opened, and whatever is wrong with it is said."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

MOST_BYTES = 10_000_000
MOST_UNZIPPED = 100_000_000
MOST_COVERED = 200_000
"""Cells that merged ranges and links over ranges may cover together: each becomes a cell in memory."""
_MOST_PARTS = 2_000
TRICKS = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
"""What no office program writes into XML: entities, which may swell or fetch what the file does not hold."""
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_SAVE_AS = "Mở tệp bằng Excel hoặc LibreOffice, chọn Lưu thành (Save As) → “Excel Workbook (.xlsx)” rồi gửi lại."
COPY = "Chép riêng các dòng số liệu sang một biểu mới tạo bằng lệnh portal form rồi gửi biểu mới."
_RANGE = re.compile(rb"<(?:\w+:)?(?:mergeCell|hyperlink)\b[^>]*?\bref\s*=\s*[\"']\s*([^\"']*)")
_CORNERS = re.compile(r"\$?([A-Z]{0,3})\$?([0-9]{0,7}):\$?([A-Z]{0,3})\$?([0-9]{0,7})", re.IGNORECASE)
_LAST_COLUMN, _LAST_ROW = 16_384, 1_048_576


class NotAForm(ValueError):
    """A file that is not opened: why, and what to do instead, in Vietnamese."""

    def __init__(self, message: str, remedy: str = _SAVE_AS) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


_TEXTS = frozenset({".csv", ".tsv", ".txt"})
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"


def safe_zip(path: Path) -> zipfile.ZipFile:
    """An .xlsx opened as an archive. Raises `NotAForm` for what is no such file, too large, or carries macros."""
    if path.stat().st_size > MOST_BYTES:
        raise NotAForm(
            f"Tệp lớn hơn {MOST_BYTES // 10**6} MB.",
            "Biểu chỉ có chữ và số nên nhỏ hơn nhiều: xóa ảnh và các tờ không thuộc biểu rồi gửi lại.",
        )
    with path.open("rb") as file:
        begins = file.read(4)
    if begins == _OLD_OFFICE:
        raise NotAForm(
            "Tệp là dạng Excel cũ (.xls) hoặc có đặt mật khẩu nên không mở được.", f"Bỏ mật khẩu. {_SAVE_AS}"
        )
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise _no_workbook(path, begins) from None
    try:
        _look_inside(archive)
    except NotAForm:
        archive.close()
        raise
    return archive


def _no_workbook(path: Path, begins: bytes) -> NotAForm:
    """What a file that is no archive is."""
    if begins == b"%PDF":
        return NotAForm(
            "Tệp là PDF, không phải bảng tính.",
            "Gửi chính tệp biểu .xlsx đã điền. Nếu đây là báo cáo: đọc bằng lệnh portal read.",
        )
    if (suffix := path.suffix.lower()) in _TEXTS:
        return NotAForm(
            f"Biểu đã lưu thành tệp {suffix}: dạng này chỉ giữ chữ của một tờ nên không nhận.",
            "Mở lại biểu .xlsx đã điền rồi gửi tệp ấy; không còn thì lấy biểu mới và chép các số sang.",
        )
    return NotAForm("Tệp không phải bảng tính Excel (.xlsx), hoặc đã hỏng.")


def part(archive: zipfile.ZipFile, name: str) -> bytes:
    """The content of a part. Raises `NotAForm` where it cannot be had: damaged, locked, packed in an odd way."""
    try:
        return archive.read(name)
    except MemoryError:
        raise
    except NotImplementedError:
        fault = "được nén theo một cách không dùng cho bảng tính"
    except RuntimeError:
        fault = "có đặt mật khẩu"
    except Exception:  # a damaged part can fail anywhere in the library that unpacks it
        fault = "bị hỏng"
    raise NotAForm(f"Không đọc được phần {name} bên trong tệp: phần ấy {fault}.")


def _look_inside(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    names = [each.filename for each in parts]
    if sum(each.file_size for each in parts) > MOST_UNZIPPED or len(parts) > _MOST_PARTS:
        raise NotAForm(f"Tệp bung ra lớn hơn {MOST_UNZIPPED // 10**6} MB hoặc có quá nhiều phần.", COPY)
    if len(set(names)) < len(names):
        raise NotAForm("Tệp có hai phần bên trong trùng tên, nên không rõ phải đọc phần nào.")
    if "mimetype" in names and part(archive, "mimetype").strip().startswith(_ODS):
        raise NotAForm("Tệp là bảng tính LibreOffice (.ods), không phải Excel (.xlsx).")
    if "xl/workbook.xml" not in names:
        raise NotAForm("Tệp không phải bảng tính Excel (.xlsx).")
    if b"purl.oclc.org/ooxml/" in part(archive, "xl/workbook.xml"):
        raise NotAForm("Tệp lưu ở dạng “Strict Open XML Spreadsheet” nên không mở được.")
    if any(name.endswith("vbaProject.bin") for name in names) or any(
        b"macroEnabled" in part(archive, name) for name in names if name == "[Content_Types].xml"
    ):
        raise NotAForm("Tệp có macro (.xlsm) nên không nhận.")
    texts = (part(archive, name) for name in names if name.endswith((".xml", ".rels")))
    if any(TRICKS.search(text.replace(b"\0", b"")) for text in texts):
        raise NotAForm("Tệp có phần được viết để đánh lừa máy đọc nên không nhận.")
    ranges = [
        each.decode("ascii", "replace")
        for name in names
        if name.endswith(".xml")
        for each in _RANGE.findall(part(archive, name))
    ]
    if sum(map(_cells_in, ranges)) > MOST_COVERED:
        raise NotAForm(
            f"Tệp có ô gộp hoặc liên kết phủ quá nhiều ô, như {max(ranges, key=_cells_in)[:20]}.",
            f"Chọn cả tờ (Ctrl+A), bỏ gộp ô (Unmerge Cells), xóa liên kết phủ cả tờ. {COPY}",
        )


def _cells_in(range: str) -> int:
    """How many cells a range covers; whole columns and rows count in full, what is no range counts as one."""
    found = _CORNERS.fullmatch(range.strip())
    if not found:
        return 1
    left, top, right, bottom = found.groups()
    columns = abs((_number(right) or _LAST_COLUMN) - (_number(left) or 1)) + 1
    return columns * (abs(int(bottom or _LAST_ROW) - int(top or 1)) + 1)


def _number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = 26 * number + ord(letter) - 64
    return number
