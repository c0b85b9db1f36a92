"""Words of several syllables held together in titles, so that no line ends within one: “công / khai”, “thứ / ba”."""

from __future__ import annotations

import re

_COMPOUNDS = """
    an toàn, bà con, báo cáo, bắt đầu, bỏ trống, cá nhân, cách mạng, căn cước, cán bộ, chất lượng, chỉ đạo, chỉ tiêu,
    chính quyền, chính sách, chữ ký, chuyển đổi số, công dân, công khai, công nghệ, cộng đồng, cơ quan, dịch vụ công,
    dữ liệu, đầu mối, đầu tư, để trống, điện thoại, điện tử, điều hành, đính chính, định danh, đời sống, đúng hẹn,
    giải quyết, giấy tờ, giới thiệu, hạ tầng, hành chính, hằng tháng, hoàn thành, hộ kinh doanh, hồ sơ, hội nghị,
    hỗ trợ, hợp tác xã, huấn luyện, hướng dẫn, khai thác, khoa học, khó khăn, khu vực, kiến nghị, kinh phí, kinh tế,
    kết quả, kế hoạch, liên thông, lĩnh vực, loa truyền thanh, lũy kế, máy in, máy tính, mã lỗi, mục tiêu, nâng cao,
    ngân sách, nghị quyết, người dân, nguồn lực, nhân lực, nhiệm vụ, niêm yết, phát triển, phần mềm, phản ánh,
    phương pháp, phường, quyết định, quy định, sáng tạo, số hóa, số liệu, so sánh, tài khoản, tập huấn, thanh toán,
    thành phần, thay thế, thiết bị, thông báo, thông tin, thời gian, thủ tục, thuật ngữ, thực hiện, tiếp nhận,
    tỷ lệ, tổ chức, toàn trình, trang thiết bị, trễ hẹn, triển khai, trực tiếp, trực tuyến, trung tâm, trường học,
    tuyên truyền, ứng dụng, ủy ban, văn bản, vướng mắc, xã hội, xác định, xem trước
"""
_LONGEST_RUN = 18
"""Letters that may stay together: more would not fit in a line of large letters on a small screen."""
_KNOWN = "|".join(
    re.escape(word) for word in sorted((word.strip() for word in _COMPOUNDS.split(",")), key=len, reverse=True)
)
_UPPER = "".join(letter for letter in map(chr, (*range(0x41, 0x250), *range(0x1E00, 0x1F00))) if letter.isupper())
_NAME = rf"[{_UPPER}][^\W\d_]*"
_TOGETHER = re.compile(
    rf"\b\d[\d.,/%–-]* (?i:{_KNOWN}|[^\W\d_]+)\b"
    r"|\b(?i:ngày|tháng|năm|quý|kỳ|mục|bước|cách) (?=[\dIVX])[\w/.–-]+"
    rf"|\b(?:(?:xã|phường|tỉnh|đặc khu|thành phố) )?{_NAME}(?: {_NAME})+\b|\b(?:xã|phường|tỉnh) {_NAME}\b"
    rf"|\b(?i:{_KNOWN})\b"
)


def together(text: str) -> str:
    """A title whose compounds, names, days and counted things have no-break spaces inside.

    >>> together("Số liệu công khai của xã").replace(chr(160), "_")
    'Số_liệu công_khai của xã'
    >>> together("Tháng 6/2026: 12 hồ sơ ở Xã Vĩnh Thủy").replace(chr(160), "_")
    'Tháng_6/2026: 12_hồ_sơ ở Xã_Vĩnh_Thủy'
    """
    return _TOGETHER.sub(_joined, text)


def _joined(found: re.Match[str]) -> str:
    return found[0].replace(" ", "\u00a0") if len(found[0]) <= _LONGEST_RUN else found[0]
