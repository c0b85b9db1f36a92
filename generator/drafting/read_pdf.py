"""A PDF with text to paragraphs. What is a picture of paper has no text, and is refused with a remedy."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

from generator.drafting.lines import blocks_of
from generator.drafting.report import Block
from generator.forms.archive import NotAForm
from generator.language.numbers import show_number

MOST_PAGES = 400
FEWEST_LETTERS = 40
"""Letters a page, on the average, of a PDF that has text."""
SCANNED = (
    "Xin bản Word (.docx) của người soạn; hoặc mở bản Word rồi chọn Lưu thành (Save As) → PDF, thay vì quét bản giấy."
)
_OTHER_COPY = "Mở tệp ở nơi khác xem có xem được không; xin lại bản PDF hoặc bản Word (.docx)."


def read_pdf(path: Path) -> list[Block]:
    """The blocks of a PDF file. Raises `NotAForm` with a reason and a remedy."""
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as fault:
        if "password" in str(fault).lower():
            remedy = "Bỏ mật khẩu: mở tệp, in ra PDF mới không đặt mật khẩu, rồi chạy lại."
            raise NotAForm("Tệp PDF có đặt mật khẩu nên không mở được.", remedy) from None
        raise NotAForm("Tệp không phải PDF, hoặc đã hỏng.", _OTHER_COPY) from None
    try:
        if len(document) > MOST_PAGES:
            message = f"Tệp có {show_number(len(document))} trang, trong khi nhiều nhất là {MOST_PAGES}."
            raise NotAForm(message, "Tách riêng báo cáo của kỳ này ra một tệp rồi chạy lại.")
        texts = [_text(document, number) for number in range(len(document))]
    except pypdfium2.PdfiumError:
        raise NotAForm("Tệp PDF có trang hỏng nên không đọc được.", _OTHER_COPY) from None
    finally:
        document.close()
    if sum(sum(map(str.isalpha, text)) for text in texts) < FEWEST_LETTERS * max(1, len(texts)):
        raise NotAForm("Tệp PDF này là ảnh quét của giấy, không có chữ để đọc.", SCANNED)
    return blocks_of("\n\n".join(texts), wrapped=True)


def _text(document: pypdfium2.PdfDocument, number: int) -> str:
    page = document[number]
    words = page.get_textpage()
    text: str = words.get_text_range()
    words.close()
    page.close()
    # a hyphen at a line's end is drawn, not written
    return text.replace("\r\n", "\n").replace("\ufffe", "").replace("\x02", "")
