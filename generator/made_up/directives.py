"""`van-ban.csv`, `kien-nghi.csv`, `nhan-xet.csv`, `ket-qua.csv`: directives, proposals, what reports say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.language.vietnamese import lowered
from generator.made_up.character import Character
from generator.made_up.course import Course
from generator.made_up.papers import Papers
from generator.made_up.rows import Row, from_place

_ISSUED = (
    ("Quyết định", "về kiện toàn Ban Chỉ đạo chuyển đổi số"), ("Kế hoạch", "về phong trào Bình dân học vụ số"),
    ("Công văn", "về đẩy mạnh nộp hồ sơ qua mạng"), ("Thông báo", "về lịch tiếp công dân"),
    ("Kế hoạch", "về tuyên truyền thanh toán không dùng tiền mặt"), ("Chỉ thị", "về giải quyết hồ sơ đúng hẹn"),
)  # fmt: skip
_SIGNS = {"Quyết định": "QĐ", "Kế hoạch": "KH", "Công văn": "CV", "Thông báo": "TB", "Chỉ thị": "CT"}
_ASKED = (
    ("Hỗ trợ kinh phí thay máy tính cho nơi tiếp nhận hồ sơ.", "UBND tỉnh"),
    ("Sửa phần mềm để hồ sơ nộp qua mạng không phải nhập lại.", "Sở Khoa học và Công nghệ"),
    ("Mở lớp tập huấn cho Tổ công nghệ số cộng đồng.", "Sở Nội vụ"),
    ("Lắp thêm trạm phát sóng ở những nơi sóng yếu.", ""),
)  # fmt: skip
_REMARKS = (
    ("tu_danh_gia", "Số hồ sơ nộp qua mạng tăng qua từng quý."),
    ("tu_danh_gia", "Các Tổ công nghệ số cộng đồng đã đến từng nhà giúp người già dùng điện thoại."),
    ("kho_khan", "Phần mềm mới có lúc chạy chậm nên một số hồ sơ trả muộn."),
    ("kho_khan", "Nhiều máy tính đã cũ, phải dùng chung máy quét."),
    ("nguyen_nhan", "Cán bộ mới chuyển về còn đang làm quen với việc."),
)  # fmt: skip


def issued(commune: Character, _: Course, papers: Papers) -> Iterator[Row]:
    """What each report of the year so far names, one or two directives of its months."""
    chance = commune.chance("directives")
    order = chance.randrange(len(_ISSUED))
    for month, paper in papers.full.items():
        for step in (1, 2):
            kind, words = _ISSUED[order % len(_ISSUED)]
            order += 1
            day = month.start - dt.timedelta(20 * step + chance.randint(0, 15))
            yield {
                "so_hieu": f"{10 * order + step}/{_SIGNS[kind]}-MẪU", "loai": kind, "ngay": day,
                "co_quan": f"UBND {lowered(commune.name)}", "trich_yeu": words,
            } | from_place(paper.id, "Mục 1: văn bản đã ban hành")  # fmt: skip


def asked(commune: Character, _: Course, papers: Papers) -> Iterator[Row]:
    """What the newest report asks of others; one names nobody who should answer."""
    chance = commune.chance("asked")
    for order in sorted(chance.sample(range(len(_ASKED)), 3)):
        words, office = _ASKED[order]
        yield {
            "ma": f"kn-{order + 1}", "noi_dung": words, "co_quan_tra_loi": office,
            "thoi_han": "trong năm nay" if order == 1 else "",
        } | from_place(papers.newest.id, "Mục 8: kiến nghị")  # fmt: skip


def remarks(commune: Character, _: Course, papers: Papers) -> Iterator[Row]:
    """What the two newest reports of the year so far say of their own work."""
    chance = commune.chance("remarks")
    for month in sorted(papers.full)[-2:]:
        for order in sorted(chance.sample(range(len(_REMARKS)), 3)):
            kind, words = _REMARKS[order]
            place = from_place(papers.full[month].id, f"Mục 6.{order + 1}: “{words}”")
            yield {"loai": kind, "noi_dung": words} | place


_DONE = (
    ("viec_da_lam", "thu-tuc-hanh-chinh", "Đã bố trí người hướng dẫn nộp hồ sơ qua mạng vào các buổi sáng.", ""),
    ("viec_da_lam", "binh-dan-hoc-vu-so", "Đã mở lớp dạy dùng điện thoại thông minh cho người cao tuổi.", ""),
    ("viec_da_lam", "ha-tang-nhan-luc", "Đã thay máy quét ở nơi tiếp nhận hồ sơ.", ""),
    ("viec_da_lam", "kinh-te-xa-hoi-so", "Đã hướng dẫn các hộ ở chợ nhận tiền qua mã QR.", ""),
    ("mo_hinh", "thu-tuc-hanh-chinh", "Mô hình “Trả kết quả tại nhà” cho người già, người khuyết tật.", "dang_lam"),
    ("mo_hinh", "kinh-te-xa-hoi-so", "Thí điểm chợ không dùng tiền mặt.", "da_xong"),
    ("to_chuc", "chi-dao-kien-nghi", "Phân công 01 công chức phụ trách chuyển đổi số.", ""),
    ("bai_hoc", "chi-dao-kien-nghi", "Hướng dẫn tận nơi thì người dân làm theo nhiều hơn là phát tờ rơi.", ""),
    ("phan_anh", "thu-tuc-hanh-chinh", "Các phản ánh về hồ sơ trễ hẹn đã được trả lời và xin lỗi bằng văn bản.", ""),
)  # fmt: skip
"""Kind, subject, words and state of what a report may say was done."""


def results(commune: Character, _: Course, papers: Papers) -> Iterator[Row]:
    """What each report of the year so far says was done."""
    chance = commune.chance("results")
    for month, paper in papers.full.items():
        for order in sorted(chance.sample(range(len(_DONE)), 4)):
            kind, subject, words, state = _DONE[order]
            place = from_place(paper.id, f"Mục 2.{order + 1} (đến tháng {month.number}/{month.year}): “{words}”")
            yield {"loai": kind, "chu_de": subject, "noi_dung": words, "tinh_trang": state} | place
