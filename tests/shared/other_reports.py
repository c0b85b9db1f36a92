"""Two reports made up in shapes that no document of the data has, with what is right of each of their numbers: a form
II.06 alone, and a quarter told in sentences. Places, offices and numbers are nobody's.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Mapping
from pathlib import Path
from textwrap import wrap
from typing import Any

import pypdfium2
from docx import Document
from docx.enum.text import WD_BREAK
from pypdfium2 import raw
from reports import footnoted, merged_table

from generator import charts

Right = tuple[str, str, str]
"""A number as printed, the indicator (with `:part`) that it is, the words in which it stands or the row of its cell."""

_COUNTED = (
    "ho_so_tiep_nhan", "ho_so_truc_tuyen", "ho_so_truc_tiep_buu_chinh", "ho_so_ky_truoc", "ho_so_da_giai_quyet",
    "ho_so_truoc_han", "ho_so_dung_han", "ho_so_qua_han", "ho_so_dang_giai_quyet", "ho_so_dang_trong_han",
    "ho_so_dang_qua_han",
)  # fmt: skip
_RATE = "Tỷ lệ giải quyết đúng hạn (%)"
_FORM_HEADS = (
    ("STT", "Lĩnh vực, thủ tục", *["Hồ sơ tiếp nhận"] * 4, *["Hồ sơ đã giải quyết"] * 4,
     *["Hồ sơ đang giải quyết"] * 3, _RATE, "Ghi chú"),
    ("STT", "Lĩnh vực, thủ tục", "Tổng số", "Trực tuyến", "Trực tiếp, BCCI", "Kỳ trước chuyển sang", "Tổng số",
     "Trước hạn", "Đúng hạn", "Quá hạn", "Tổng số", "Trong hạn", "Quá hạn", _RATE, "Ghi chú"),
)  # fmt: skip
_FORM_ROWS = (
    ("", "TỔNG CỘNG", "2.305", "2.190", "64", "51", "2.261", "2.118", "131", "12", "44", "41", "3", "99,47", ""),
    ("A", "THỦ TỤC CẤP XÃ", *[""] * 13),
    ("1", "Đăng ký hộ kinh doanh", "188", "188", "-", "-", "186", "180", "6", "-", "2", "2", "-", "100", ""),
    ("2", "Bảo trợ xã hội", "317", "290", "11", "16", "301", "262", "35", "4", "16", "15", "1", "98,67",
     "01 hồ sơ chờ bổ sung"),
    ("3", "Chứng thực", "1.604", "1.570", "34", "-", "1.604", "1.576", "28", "-", "-", "-", "-", "100", ""),
    ("4", "Đất đai", "196", "142", "19", "35", "170", "100", "62", "8", "26", "24", "2", "95,29",
     "Đã có 08 văn bản xin lỗi"),
)  # fmt: skip
FORM: dict[str, dict[str, str]] = {
    row[1]: {id: cell for id, cell in zip(_COUNTED, row[2:13], strict=True) if cell not in ("", "-")}
    for row in _FORM_ROWS
    if row[2]
}
"""What each cell of the form is, by field; a rate of one field is no rate of the commune."""
FORM_RIGHT: tuple[Right, ...] = (
    *((cell, id, row) for row, cells in FORM.items() for id, cell in cells.items()),
    ("99,47", "ty_le_dung_han", "TỔNG CỘNG"),
)


def form_alone(path: Path) -> Path:
    """A form II.06 between a letterhead and signatures that are tables too; headings of two rows, the total first, a
    row that heads a group, dashes for nothing, a rate, notes with numbers.
    """
    document: Any = Document()
    merged_table(document, [("UBND PHƯỜNG MẪU ĐÔNG", "Biểu số II.06a/VPCP/KSTT"), ("Số: 31/BC-UBND", "")], heads=0)
    document.add_paragraph("TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC TẠI CƠ QUAN, ĐƠN VỊ TRỰC TIẾP GIẢI QUYẾT TTHC")
    document.add_paragraph("Kỳ báo cáo: Quý II/2026")
    document.add_paragraph("(Từ ngày 15/3/2026 đến ngày 14/6/2026)")
    document.add_paragraph("Đơn vị tính: Hồ sơ TTHC")
    merged_table(document, [*_FORM_HEADS, *_FORM_ROWS], heads=2)
    merged_table(document, [("NGƯỜI LẬP BIỂU", "TM. ỦY BAN NHÂN DÂN"), ("", "CHỦ TỊCH")], heads=0)
    document.save(str(path))
    return path


_LETTERS = 78
"""Letters of a line of a PDF."""
CUT = "⏎"
"""Where a page ends inside a sentence."""
NARRATIVE = """ỦY BAN NHÂN DÂN
PHƯỜNG MẪU ĐÔNG

Số: 152/BC-UBND

Mẫu Đông, ngày 16 tháng 6 năm 2026

BÁO CÁO

Tình hình thực hiện nhiệm vụ chuyển đổi số và cải cách TTHC quý II/2026, phương hướng nhiệm vụ quý III/2026

Phần I

TÌNH HÌNH THỰC HIỆN

I. ĐẶC ĐIỂM TÌNH HÌNH

Phường Mẫu Đông được lập từ 03 đơn vị hành chính, diện tích 41,6 km², dân số 32.418 người. Đội ngũ CBCCVC của phường
hiện có 61 người.

II. CẢI CÁCH THỦ TỤC HÀNH CHÍNH

Từ ngày 15/3/2026 đến ngày 14/6/2026, Trung tâm PVHCC phường tiếp nhận tổng số 2.305 HS (tiếp nhận mới trong kỳ: 2.254
HS; kỳ trước chuyển sang: 51 HS). Trong số HS mới có 2.190 HS nộp trực tuyến, 64 HS nộp trực tiếp và qua bưu chính.

Kết quả: đã giải quyết 2.261 HS, gồm 2.118 HS trước hạn, 131 HS đúng hạn và 12 HS quá hạn; số HS đang giải quyết là 44
HS (trong hạn 41 HS, quá hạn 03 HS).

Tỷ lệ HS giải quyết đúng hạn và trước hạn đạt 99,47%, tăng 0,8% so với quý I/2026. Tỷ lệ HS nộp trực tuyến là 97,16%;
tỷ lệ thanh toán trực tuyến đạt 88,3%; tỷ lệ số hóa HS đầu vào 99,1%, số hóa kết quả giải quyết 98,6%. Mức độ hài lòng
của người dân, doanh nghiệp đạt 96,5%. Trung bình toàn tỉnh, tỷ lệ HS nộp trực tuyến là 91,2%.

Trung tâm đã niêm yết đầy đủ 402 TTHC, trong đó có 215 DVCTT toàn trình và 118 DVCTT một phần. Tiếp nhận 09 PAKN của
người dân, đã trả lời 09/09 PAKN.

III. CHUYỂN ĐỔI SỐ

Phường đã kiện toàn 27 Tổ CNSCĐ với 189 thành viên, trong đó 165 thành viên đã được tập huấn. Có 45/61 CBCCVC hoàn
thành khóa học BDHVS, đạt 73,77%. Đã tổ chức 11 buổi tuyên truyền kỹ năng số cho 640 lượt người.

Trong quý, UBND phường ban hành 14 văn bản, tổ chức 06 cuộc họp về chuyển đổi số. Tỷ lệ văn bản đi được ký số đạt
98,4%; toàn phường có 58⏎ cá nhân được cấp chữ ký số. Tỷ lệ phủ sóng 5G đạt 82%.

Trên địa bàn có 34 doanh nghiệp nhỏ và vừa, 05 HTX, 12 sản phẩm OCOP. Phường Mẫu Tây lân cận có 19 HTX.

UBND tỉnh giao phường 76 nhiệm vụ; phường đã hoàn thành 68 nhiệm vụ, trong đó đúng hạn 66 nhiệm vụ; đang thực hiện
trong hạn 07 nhiệm vụ; quá hạn chưa hoàn thành 01 nhiệm vụ.

Kinh phí bố trí cho chuyển đổi số năm 2026 là 1.150 triệu đồng.

Phần II

PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ III/2026

Phấn đấu tỷ lệ HS nộp trực tuyến đạt 98% trở lên; 100% HS giải quyết đúng hạn; tổ chức 12 buổi tuyên truyền.
"""
NARRATIVE_RIGHT: tuple[Right, ...] = (
    ("61", "can_bo_cong_chuc", "Đội ngũ CBCCVC của phường hiện có 61 người"),
    ("2.305", "ho_so_tiep_nhan", "tiếp nhận tổng số 2.305 HS"),
    ("2.254", "ho_so_moi", "tiếp nhận mới trong kỳ: 2.254 HS"),
    ("51", "ho_so_ky_truoc", "kỳ trước chuyển sang: 51 HS"),
    ("2.190", "ho_so_truc_tuyen", "2.190 HS nộp trực tuyến"),
    ("64", "ho_so_truc_tiep_buu_chinh", "64 HS nộp trực tiếp và qua bưu chính"),
    ("2.261", "ho_so_da_giai_quyet", "đã giải quyết 2.261 HS"),
    ("2.118", "ho_so_truoc_han", "2.118 HS trước hạn"),
    ("131", "ho_so_dung_han", "131 HS đúng hạn"),
    ("12", "ho_so_qua_han", "12 HS quá hạn"),
    ("44", "ho_so_dang_giai_quyet", "số HS đang giải quyết là 44 HS"),
    ("41", "ho_so_dang_trong_han", "trong hạn 41 HS"),
    ("03", "ho_so_dang_qua_han", "quá hạn 03 HS"),
    ("99,47%", "ty_le_dung_han", "Tỷ lệ HS giải quyết đúng hạn và trước hạn đạt 99,47%"),
    ("97,16%", "ty_le_truc_tuyen", "Tỷ lệ HS nộp trực tuyến là 97,16%"),
    ("88,3%", "ty_le_thanh_toan_truc_tuyen", "tỷ lệ thanh toán trực tuyến đạt 88,3%"),
    ("99,1%", "ty_le_so_hoa_dau_vao", "tỷ lệ số hóa HS đầu vào 99,1%"),
    ("98,6%", "ty_le_so_hoa_dau_ra", "số hóa kết quả giải quyết 98,6%"),
    ("96,5%", "ty_le_hai_long", "Mức độ hài lòng của người dân, doanh nghiệp đạt 96,5%"),
    ("402", "so_tthc_niem_yet", "niêm yết đầy đủ 402 TTHC"),
    ("215", "so_dvctt_toan_trinh", "215 DVCTT toàn trình"),
    ("118", "so_dvctt_mot_phan", "118 DVCTT một phần"),
    ("09", "pakn", "Tiếp nhận 09 PAKN"),
    ("27", "to_cnsc", "kiện toàn 27 Tổ CNSCĐ"),
    ("189", "to_cnsc_thanh_vien", "189 thành viên"),
    ("165", "to_cnsc_da_tap_huan", "165 thành viên đã được tập huấn"),
    ("45/61", "bdhvs_hoan_thanh:can_bo", "45/61 CBCCVC hoàn thành khóa học BDHVS"),
    ("73,77%", "bdhvs_ty_le:can_bo", "hoàn thành khóa học BDHVS, đạt 73,77%"),
    ("11", "buoi_tuyen_truyen", "11 buổi tuyên truyền kỹ năng số"),
    ("06", "cuoc_hop", "tổ chức 06 cuộc họp"),
    ("98,4%", "ty_le_van_ban_di_ky_so", "Tỷ lệ văn bản đi được ký số đạt 98,4%"),
    ("58", "chu_ky_so_ca_nhan", "toàn phường có 58 cá nhân được cấp chữ ký số"),
    ("82%", "ty_le_phu_song_5g", "Tỷ lệ phủ sóng 5G đạt 82%"),
    ("34", "so_dn_nho_vua", "34 doanh nghiệp nhỏ và vừa"),
    ("05", "so_htx", "05 HTX"),
    ("12", "so_san_pham_ocop", "12 sản phẩm OCOP"),
    ("76", "nhiem_vu_tinh_giao", "UBND tỉnh giao phường 76 nhiệm vụ"),
    ("68", "nhiem_vu_hoan_thanh", "đã hoàn thành 68 nhiệm vụ"),
    ("66", "nhiem_vu_hoan_thanh_dung_han", "đúng hạn 66 nhiệm vụ"),
    ("07", "nhiem_vu_trong_han", "đang thực hiện trong hạn 07 nhiệm vụ"),
    ("01", "nhiem_vu_qua_han", "quá hạn chưa hoàn thành 01 nhiệm vụ"),
    ("1.150 triệu đồng", "kinh_phi_cds", "là 1.150 triệu đồng"),
)
"""Every other number is none of the catalogue's: of another place, another period, wished for, or no indicator."""


_NOTE = "Gồm 07 HS đất đai, 05 HS xây dựng."
"""The footnote of the page that ends inside a sentence."""


def narrative_text(path: Path) -> Path:
    """The narrative as text: where the page ends stands its footnote."""
    path.write_text(NARRATIVE.replace(CUT, f"\n\n¹ {_NOTE}\n\n"), encoding="utf-8")
    return path


def narrative_word(path: Path) -> Path:
    """The narrative as a Word file: a page break stands inside a sentence, the footnote in a part of its own."""
    document: Any = Document()
    for block in NARRATIVE.split("\n\n"):
        first, cut, rest = " ".join(block.split()).partition(CUT)
        paragraph = document.add_paragraph(first)
        if cut:
            paragraph.add_run().add_break(WD_BREAK.PAGE)
            document.add_paragraph(rest.strip())
    document.save(str(path))
    return footnoted(path, _NOTE)


def narrative_pdf(path: Path) -> Path:
    """The narrative as a PDF of three pages: lines as a page breaks them, page numbers, a footnote at a page's foot."""
    lines = [line for block in NARRATIVE.split("\n\n") for line in wrap(" ".join(block.split()), _LETTERS)]
    cut = next(at for at, line in enumerate(lines) if CUT in line)
    lines[cut : cut + 1] = lines[cut].split(CUT)
    pages = (lines[: cut - 9], [*lines[cut - 9 : cut + 1], f"¹ {_NOTE}"], lines[cut + 1 :])
    document = pypdfium2.PdfDocument.new()
    font = _font(document)
    for number, page in enumerate(pages, 1):
        made = document.new_page(595, 842)
        for row, line in enumerate((*page, str(number))):
            text = raw.FPDFPageObj_CreateTextObj(document, font, ctypes.c_float(11))
            words = ctypes.create_string_buffer(f"{line}\0".encode("utf-16-le"))
            raw.FPDFText_SetText(text, ctypes.cast(words, raw.FPDF_WIDESTRING))
            raw.FPDFPageObj_Transform(text, 1, 0, 0, 1, 70, 790 - 18 * row)
            raw.FPDFPage_InsertObject(made, text)
        made.gen_content()
        made.close()
    document.save(str(path))
    return path


def _font(document: pypdfium2.PdfDocument) -> Any:
    content = (Path(charts.__file__).parent / "fonts" / "the-thuong.ttf").read_bytes()
    held = (ctypes.c_uint8 * len(content)).from_buffer_copy(content)
    return raw.FPDFText_LoadFont(document, held, len(content), raw.FPDF_FONT_TRUETYPE, True)


MADE_UP: Mapping[str, tuple[str, Callable[[Path], Path], tuple[Right, ...]]] = {
    "made up: form II.06 (docx)": ("ii06a.docx", form_alone, FORM_RIGHT),
    "made up: quarter (txt)": ("quy-ii.txt", narrative_text, NARRATIVE_RIGHT),
    "made up: quarter (pdf)": ("quy-ii.pdf", narrative_pdf, NARRATIVE_RIGHT),
    "made up: quarter (docx)": ("quy-ii.docx", narrative_word, NARRATIVE_RIGHT),
}
"""Name of a report: its file's name, what writes it, what is right."""
