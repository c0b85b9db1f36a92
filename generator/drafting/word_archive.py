"""A .docx looked at before it is opened: its size is known, and what is no plain report is refused with a remedy."""

from __future__ import annotations

import zipfile
from pathlib import Path

from generator.forms.archive import TRICKS, NotAForm
from generator.language.numbers import show_number

MOST_UNZIPPED = 150_000_000
MOST_PARTS = 3_000
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
SAVE_AS = "Mở tệp bằng Word hoặc LibreOffice, chọn Lưu thành (Save As) → “Word Document (.docx)” rồi chạy lại."
SMALLER = "Xóa bớt ảnh trong tệp (báo cáo chỉ cần chữ và bảng), lưu lại rồi chạy lại."


def look_at(path: Path) -> None:
    """Raises `NotAForm` for what is no .docx, is damaged, locked, too large, carries macros or is made to mislead."""
    with path.open("rb") as file:
        begins = file.read(4)
    if begins == OLD_OFFICE:
        raise NotAForm("Tệp là Word cũ (.doc) hoặc có đặt mật khẩu nên không mở được.", f"Bỏ mật khẩu. {SAVE_AS}")
    try:
        with zipfile.ZipFile(path) as archive:
            _look_inside(archive)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as fault:
        if isinstance(fault, NotAForm):
            raise
        raise NotAForm("Tệp không phải văn bản Word (.docx), hoặc đã hỏng.", SAVE_AS) from None


def _look_inside(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    names = [each.filename for each in parts]
    if sum(each.file_size for each in parts) > MOST_UNZIPPED or len(parts) > MOST_PARTS:
        raise NotAForm(
            f"Tệp bung ra lớn hơn {show_number(MOST_UNZIPPED // 10**6)} MB hoặc có quá nhiều phần nên không mở.",
            SMALLER,
        )
    if len(set(names)) < len(names):
        raise NotAForm("Tệp có hai phần bên trong trùng tên, nên không rõ phải đọc phần nào.", SAVE_AS)
    if "word/document.xml" not in names or "[Content_Types].xml" not in names:
        raise NotAForm("Tệp không phải văn bản Word (.docx).", SAVE_AS)
    if any(name.endswith("vbaProject.bin") for name in names) or b"macroEnabled" in _part(
        archive, "[Content_Types].xml"
    ):
        raise NotAForm("Tệp có macro (.docm) nên không nhận.", SAVE_AS)
    for name in names:
        if name.endswith((".xml", ".rels")) and TRICKS.search(_part(archive, name).replace(b"\0", b"")):
            raise NotAForm("Tệp có phần được viết để đánh lừa máy đọc nên không nhận.", SAVE_AS)


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        return archive.read(name)
    except MemoryError:
        raise
    except Exception:  # a damaged or locked part can fail anywhere in the library that unpacks it
        raise NotAForm(f"Không đọc được phần {name} bên trong tệp: phần ấy hỏng hoặc có mật khẩu.", SAVE_AS) from None
