"""A report in a file, of whatever kind that is read, as paragraphs and tables; or why it is not read."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path

from generator.drafting.lines import blocks_of
from generator.drafting.report import Block, Paragraph
from generator.drafting.word_archive import OLD_OFFICE, SAVE_AS, SMALLER
from generator.forms.archive import NotAForm
from generator.reading.decode import Undecodable, decode
from generator.reading.old_fonts import coding_of

MOST_BYTES = 20_000_000
"""A report with a few pictures is smaller."""
KINDS = (".docx", ".pdf", ".txt")
_KIND = "Đưa vào báo cáo dạng Word (.docx), PDF có chữ, hoặc văn bản thuần (.txt)."
_OTHERS = {
    ".doc": (
        "Tệp là Word cũ (.doc) nên không đọc được.",
        "Mở bằng Word hoặc LibreOffice, Lưu lại thành .docx rồi chạy lại.",
    ),
    ".docm": ("Tệp có macro (.docm) nên không nhận.", SAVE_AS),
    ".dotm": ("Tệp có macro (.dotm) nên không nhận.", SAVE_AS),
    ".odt": ("Tệp là dạng của LibreOffice (.odt).", "Mở bằng LibreOffice, Lưu lại thành .docx rồi chạy lại."),
    ".rtf": ("Tệp là dạng RTF.", "Mở bằng Word hoặc LibreOffice, Lưu lại thành .docx rồi chạy lại."),
    ".xlsx": ("Tệp là bảng tính Excel, không phải báo cáo.", "Biểu đã điền thì đưa vào bằng lệnh portal import."),
    ".xls": ("Tệp là bảng tính Excel, không phải báo cáo.", "Biểu đã điền thì lưu dạng .xlsx rồi dùng portal import."),
}
_SIGNS = (
    (b"%PDF", ".pdf"), (b"{\\rtf", ".rtf"), (OLD_OFFICE, ".doc"), (b"\x89PNG", ".png"), (b"\xff\xd8\xff", ".jpg"),
    (b"PK\x03\x04", ".docx"),
)  # fmt: skip
"""How files of other kinds begin than plain text."""
_IS_PICTURE = ("Tệp là ảnh, không có chữ để đọc.", "Xin bản Word (.docx) hoặc PDF có chữ của báo cáo.")
_PICTURES = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".heic", ".bmp")
_AS_UTF8 = "Mở tệp bằng Notepad, chọn Lưu thành (Save As), ô Mã hóa (Encoding) chọn UTF-8, rồi chạy lại."
_NEW_FONT = (
    "Chuyển chữ sang Unicode: chép cả văn bản, mở UniKey → Công cụ, chọn Nguồn: TCVN3 (ABC) hoặc VNI Windows, Đích: "
    "Unicode, bấm Chuyển mã, dán vào một tệp Word mới rồi chạy lại."
)
_OLD_LINES = 3
"""Paragraphs in an old font's letters by which a report is known to be written in one."""


def read_report(path: Path) -> list[Block]:
    """The blocks of a report. Raises `NotAForm` with what is wrong and what to do, in Vietnamese."""
    kind = path.suffix.lower()
    check_kind(path)
    if kind == ".docx":
        from generator.drafting.read_word import read_word as read  # noqa: PLC0415 (the other library is not needed)
    elif kind == ".pdf":
        from generator.drafting.read_pdf import read_pdf as read  # noqa: PLC0415
    else:
        read = _read_text
    blocks = read(path)
    if _old_font(blocks):
        raise NotAForm("Văn bản dùng phông chữ cũ (TCVN3 hoặc VNI) nên chữ tiếng Việt không đọc được.", _NEW_FONT)
    return blocks


def check_kind(path: Path) -> None:
    """Raises `NotAForm` for what is no file, of another kind, empty or too large."""
    kind = path.suffix.lower()
    if path.is_dir():
        raise NotAForm(f"“{path.name}” là một thư mục, không phải tệp báo cáo.", _KIND)
    if not path.is_file():
        raise NotAForm(
            f"Không có tệp “{path}”.", "Kiểm tra lại tên tệp và thư mục; tên có dấu cách thì đặt trong ngoặc kép."
        )
    if kind in _OTHERS:
        raise NotAForm(*_OTHERS[kind])
    if kind in _PICTURES:
        raise NotAForm(*_IS_PICTURE)
    if kind not in KINDS:
        raise NotAForm(f"Không đọc được tệp dạng “{kind or path.name}”.", _KIND)
    size = path.stat().st_size
    if not size:
        raise NotAForm("Tệp trống.", "Xin lại tệp báo cáo.")
    if size > MOST_BYTES:
        raise NotAForm(f"Tệp lớn hơn {MOST_BYTES // 10**6} MB.", SMALLER)
    _check_content(path, kind)


def _check_content(path: Path, kind: str) -> None:
    """Raises `NotAForm` for a file whose name says another kind than its content. A locked .docx begins as old files
    do, and is told as that where it is opened.
    """
    with path.open("rb") as file:
        begins = file.read(8)
    inside = next((own for sign, own in _SIGNS if begins.startswith(sign)), kind)
    if inside == kind or (inside, kind) == (".doc", ".docx"):
        return
    if inside in _PICTURES:
        raise NotAForm(*_IS_PICTURE)
    if inside in _OTHERS:
        raise NotAForm(*_OTHERS[inside])
    if inside == ".docx" and not _is_word(path):
        raise NotAForm(f"Tên tệp có đuôi {kind}, nhưng bên trong là tệp nén hoặc bảng tính.", _KIND)
    raise NotAForm(
        f"Tên tệp có đuôi {kind}, nhưng bên trong là {inside}.", f"Đổi đuôi tên tệp thành {inside} rồi chạy lại."
    )


def _is_word(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return "word/document.xml" in archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        return False


def _read_text(path: Path) -> list[Block]:
    try:
        return blocks_of(decode(path.read_bytes()))
    except Undecodable as fault:
        raise NotAForm(f"Dòng {fault.line}: {fault.message}", _AS_UTF8) from None


def _old_font(blocks: Sequence[Block]) -> bool:
    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    return sum(bool(coding_of(text)) for text in texts) >= _OLD_LINES
