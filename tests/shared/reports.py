"""Reports made up for tests: a form II.06 in Word, a narrative of a quarter, what else offices write."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import nsdecls

FIELDS = ("Hộ tịch", "Chứng thực", "Đất đai")
COUNTED = (
    "tiep_nhan", "truc_tuyen", "truc_tiep_buu_chinh", "ky_truoc", "da_giai_quyet", "truoc_han", "dung_han", "qua_han",
    "dang_giai_quyet", "dang_trong_han", "dang_qua_han",
)  # fmt: skip
ROWS: dict[str, tuple[int, ...]] = {
    "Hộ tịch": (420, 400, 12, 8, 410, 395, 14, 1, 10, 9, 1),
    "Chứng thực": (1210, 1180, 30, 0, 1210, 1202, 8, 0, 0, 0, 0),
    "Đất đai": (96, 71, 6, 19, 70, 48, 18, 4, 26, 23, 3),
    "": (1726, 1651, 48, 27, 1690, 1645, 40, 5, 36, 32, 4),
}
"""The rows of the form by field, '' for their total; the counts in the order of `COUNTED`."""
_HEADS = (
    ("STT", "Lĩnh vực giải quyết", *["Số lượng hồ sơ tiếp nhận"] * 4, *["Số lượng hồ sơ đã giải quyết"] * 4,
     *["Số lượng hồ sơ đang giải quyết"] * 3),
    ("STT", "Lĩnh vực giải quyết", "Tổng số", "Trong kỳ", "Trong kỳ", "Từ kỳ trước", "Tổng số", "Trước hạn", "Đúng hạn",
     "Quá hạn", "Tổng số", "Trong hạn", "Quá hạn"),
    ("STT", "Lĩnh vực giải quyết", "Tổng số", "Trực tuyến", "Trực tiếp, dịch vụ bưu chính", "Từ kỳ trước", "Tổng số",
     "Trước hạn", "Đúng hạn", "Quá hạn", "Tổng số", "Trong hạn", "Quá hạn"),
    ("(1)", "(2)", "(3)=(4)+(5)+(6)", "(4)", "(5)", "(6)", "(7)=(8)+(9)+(10)", "(8)", "(9)", "(10)", "(11)=(12)+(13)",
     "(12)", "(13)"),
)  # fmt: skip


def shown(number: int) -> str:
    """A count as offices print it."""
    return f"{number:,}".replace(",", ".")


def form_06(path: Path) -> Path:
    """The form II.06 of a month as a Word file: headings of three rows with merged cells, columns numbered."""
    document: Any = Document()
    document.add_paragraph("Biểu số II.06/VPCP/KSTT")
    document.add_paragraph("TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH")
    document.add_paragraph("Kỳ báo cáo: tháng 9 năm 2026")
    body = [
        (str(number) if field else "", field or "Tổng cộng", *map(shown, counts))
        for number, (field, counts) in enumerate(ROWS.items(), 1)
    ]
    merged_table(document, [*_HEADS, *body], heads=3)
    document.add_paragraph("Ghi chú: số liệu trích từ hệ thống.")
    document.save(str(path))
    return path


def merged_table(document: Any, rows: Sequence[Sequence[str]], heads: int) -> Any:
    """A table in which headings that are alike are one cell, side by side and one below the other."""
    table = document.add_table(len(rows), len(rows[0]))
    for at, row in enumerate(rows):
        for column, words in enumerate(row):
            table.cell(at, column).text = words
    done: set[tuple[int, int]] = set()
    for at in range(heads):
        for column, words in enumerate(rows[at]):
            if (at, column) in done:
                continue
            right = column
            while right + 1 < len(rows[at]) and rows[at][right + 1] == words and (at, right + 1) not in done:
                right += 1
            below = at
            while below + 1 < heads and all(rows[below + 1][k] == words for k in range(column, right + 1)):
                below += 1
            cells = [(r, c) for r in range(at, below + 1) for c in range(column, right + 1)]
            done |= set(cells)
            if len(cells) > 1:
                for r, c in cells:
                    table.cell(r, c).text = ""
                table.cell(at, column).merge(table.cell(below, right)).text = words
    return table


def footnoted(path: Path, words: str) -> Path:
    """A Word file with a footnote put in, which the library cannot write."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    note = f'<w:footnote w:id="2"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:footnote>'
    link = f'<Relationship Id="rId99" Type="{relation}" Target="footnotes.xml"/>'
    part = f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/>'
    return rewrite(path, {
        "word/footnotes.xml": f"<w:footnotes {nsdecls('w')}>{note}</w:footnotes>",
        "[Content_Types].xml": lambda old: old.replace("</Types>", f"{part}</Types>"),
        "word/_rels/document.xml.rels": lambda old: old.replace("</Relationships>", f"{link}</Relationships>"),
    })  # fmt: skip


def rewrite(path: Path, parts: Mapping[str, str | Callable[[str], str]]) -> Path:
    """The file with some parts new or changed."""
    with zipfile.ZipFile(path) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    for name, part in parts.items():
        text = part if isinstance(part, str) else part(held[name].decode())
        held[name] = text.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in held.items():
            archive.writestr(name, content)
    return path


QUARTER = """UBND XÃ MẪU
Số: 88/BC-UBND
Xã Mẫu, ngày 30 tháng 9 năm 2026

BÁO CÁO

Kết quả công tác cải cách hành chính, chuyển đổi số quý III năm 2026

Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2026, UBND xã báo cáo như sau:

I. KẾT QUẢ THỰC HIỆN

1. Thủ tục hành chính

Trong quý, Trung tâm Phục vụ hành chính công đã tiếp nhận tổng số 1.726 hồ sơ, trong đó tiếp nhận mới 1.699 hồ sơ, kỳ
trước chuyển qua 27 hồ sơ. Đã giải quyết 1.690 hồ sơ, trong đó trước hạn 1.645 hồ sơ, đúng hạn 40 hồ sơ, quá hạn 05 hồ
sơ; đang giải quyết 36 hồ sơ.

- Tỷ lệ hồ sơ nộp trực tuyến: 97,17%.

- Tỷ lệ thanh toán trực tuyến đạt 94,5%, tăng 2,1% so với quý II.

- Tỷ lệ hồ sơ được số hóa kết quả giải quyết: 98,2%; niêm yết công khai 389 thủ tục hành chính.

2. Chuyển đổi số

- Toàn xã có 14 tổ công nghệ số cộng đồng với 98 thành viên. Hiện có 11 hợp tác xã đang hoạt động. Tổ chức 06 buổi tuyên

truyền về kỹ năng số tại các thôn.

- Đến nay 32/33 chi bộ trực thuộc đã thu đảng phí trên mạng; có 812 đảng viên cài sổ tay đảng viên điện tử.

- Trụ sở dùng 02 đường truyền Internet tốc độ 300 Mbps. Đầu mối: số điện thoại 0900 000 000.

II. NHIỆM VỤ TRỌNG TÂM QUÝ IV NĂM 2026

Phấn đấu tỷ lệ hồ sơ nộp trực tuyến đạt 99%; tỷ lệ hồ sơ giải quyết đúng và trước hạn đạt 100%.
"""
"""A quarter told in sentences: sums that close, a rate compared, a sentence that a page cuts, what is never published,
and aims. The telephone number is nobody's.
"""
