"""`muc-tieu.csv`, `nhiem-vu.csv`, `tien-do.csv`: what is aimed at and set, and what has become of tasks."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator

from generator.made_up import literacy, rates
from generator.made_up.character import Character
from generator.made_up.course import Course
from generator.made_up.growth import Growth
from generator.made_up.months import Month
from generator.made_up.papers import Paper, Papers
from generator.made_up.rows import Row, from_place

_STAGED = ("ty_le_truc_tuyen", "ty_le_so_hoa_dau_ra", "ty_le_tai_su_dung")
"""What the resolution aims at in several stages."""
_WORDS = {
    "ty_le_dung_han": "Hồ sơ giải quyết đúng và trước hạn", "ty_le_truc_tuyen": "Hồ sơ nộp trực tuyến",
    "ty_le_thanh_toan_truc_tuyen": "Hồ sơ thanh toán trực tuyến",
    "ty_le_so_hoa_dau_vao": "Hồ sơ số hóa đầy đủ thành phần", "ty_le_so_hoa_dau_ra": "Kết quả được số hóa",
    "ty_le_tai_su_dung": "Dữ liệu đã số hóa được dùng lại", "ty_le_hai_long_dvctt": "Người dân hài lòng",
}  # fmt: skip


_GROUPS = {
    "can_bo": "Cán bộ, công chức, viên chức", "hoc_sinh": "Học sinh, sinh viên",
    "nguoi_truong_thanh": "Người trưởng thành",
}  # fmt: skip
"""Groups of the movement for which a plan sets a level of its own."""


def aims(commune: Character, course: Course, papers: Papers) -> Iterator[Row]:
    """A plan's targets for its year, a little above what was reached before; stages until the resolution ends."""
    growth, chance = Growth(commune, rates.GOALS), commune.chance("aims")
    for year, paper in papers.plans.items():
        before = Month(year - 1, 12)
        for order, name in enumerate(_WORDS, 1):
            level = _level(course, growth, name, before, chance.randint(1, 7))
            yield _aim(f"kh-{year}-{order}", name, year, year, level, paper, f"Mục II.{order}")
        for order, (group, people) in enumerate(_GROUPS.items(), len(_WORDS) + 1):
            level = min(100, math.ceil(Growth(commune, literacy.GOALS).at(group, Month(year, 12)) / 5) * 5)
            words = f"{people} hoàn thành Bình dân học vụ số"
            made = _aim(f"kh-{year}-{order}", "bdhvs_ty_le", year, year, level, paper, f"Mục II.{order}", words)
            yield made | {"phan_to": group}
    year = papers.newest.month.year
    yield {
        "ma": f"kh-{year}-to", "chi_tieu": "to_cnsc", "giai_doan": f"Năm {year}", "tu_ngay": dt.date(year, 1, 1),
        "den_ngay": dt.date(year, 12, 31), "so_sanh": "=", "gia_tri": 1, "moi": commune.hamlet,
        "noi_dung": f"Mỗi {commune.hamlet} có 1 Tổ công nghệ số cộng đồng",
    } | from_place(papers.plans[year].id, "Mục II")  # fmt: skip
    stages = [(year + 1, year + 1), (year + 2, year + 2), (year + 3, year + 4)]
    for name in _STAGED:
        level = _level(course, growth, name, Month(year - 1, 12), 9)
        if commune.two_aims and name == _STAGED[0]:  # the plan of the same year asks for another level
            yield _aim(f"nq-{year}", name, year, year, level, papers.resolution, "Điều 2")
        for order, (first, last) in enumerate(stages):
            aim = min(100, level + 2 * order)
            id = f"nq-{name.replace('_', '-')}-{first}"
            yield _aim(id, name, first, last, aim, papers.resolution, "Điều 2")


def _level(course: Course, growth: Growth, name: str, before: Month, ahead: int) -> int:
    """A target above what was reached in the year that ends with a month."""
    flow = course.year_to(before)
    if name == "ty_le_dung_han":
        return 99 if flow.late < 0.012 * flow.settled else 98
    if name == "ty_le_truc_tuyen":
        return min(99, math.ceil(100 * flow.online / flow.new) + ahead)
    return min(99, math.ceil(growth.at(name, before)) + ahead)


def _aim(id: str, name: str, first: int, last: int, level: int, paper: Paper, place: str, words: str = "") -> Row:
    stage = f"Năm {first}" if first == last else f"Giai đoạn {first}–{last}"
    return {
        "ma": id, "chi_tieu": name, "giai_doan": stage, "tu_ngay": dt.date(first, 1, 1),
        "den_ngay": dt.date(last, 12, 31), "so_sanh": ">=", "gia_tri": f"{level}%",
        "noi_dung": f"{words or _WORDS[name]} từ {level}% trở lên", "nhu_in": f"từ {level}% trở lên",
    } | from_place(paper.id, place)  # fmt: skip


_TASKS = (
    ("Rà soát, công khai danh mục thủ tục tại nơi tiếp nhận", "Trung tâm Phục vụ hành chính công", 3),
    ("Tập huấn các Tổ công nghệ số cộng đồng", "Phòng Văn hóa - Xã hội", 5),
    ("Thay máy tính không đáp ứng yêu cầu", "Văn phòng HĐND và UBND", 7),
    ("Số hóa hồ sơ lưu trữ của hai năm gần nhất", "Văn phòng HĐND và UBND", 8),
    ("Lắp điểm truy cập mạng ở các nhà văn hóa", "Phòng Kinh tế", 10),
    ("Đánh giá mức độ hài lòng của người dân", "Trung tâm Phục vụ hành chính công", 12),
)
"""Tasks with an office and the month of the year by whose end they are due."""
_WITHOUT_DAY = (
    ("Cập nhật kết quả xử lý phản ánh, kiến nghị", "thuong_xuyen", "thường xuyên"),
    ("Báo cáo kết quả chuyển đổi số với Hội đồng nhân dân", "hang_nam", "hằng năm"),
    ("Kết nối dữ liệu đất đai với hệ thống của tỉnh", "theo_lo_trinh_tinh", "theo lộ trình của tỉnh"),
    ("Làm mô hình khu dân cư thông minh", "co_dieu_kien", "khi có hướng dẫn"),
    ("Vận động hộ kinh doanh nhận thanh toán qua mạng", "khong_neu", ""),
)


def tasks(commune: Character, _: Course, papers: Papers) -> Iterator[Row]:
    """Each plan's tasks; what becomes of them is told by `progress`."""
    for year, paper in papers.plans.items():
        for order, (words, office, due) in enumerate(_TASKS, 1):
            end = Month(year, due).end
            yield {
                "ma": f"nv-{year}-{order}", "noi_dung": words, "chu_tri": office, "phoi_hop": f"Các {commune.hamlet}",
                "thoi_han": f"trước ngày {end:%d/%m/%Y}", "loai_thoi_han": "co_ngay", "tu_ngay": paper.issued or "",
                "den_ngay": end,
            } | from_place(paper.id, f"Phụ lục: dòng {order}")  # fmt: skip
    year = papers.newest.month.year
    for order, (words, kind, due_words) in enumerate(_WITHOUT_DAY, len(_TASKS) + 1):
        yield {
            "ma": f"nv-{year}-{order}", "noi_dung": words, "thoi_han": due_words, "loai_thoi_han": kind,
        } | from_place(papers.plans[year].id, f"Phụ lục: dòng {order}")  # fmt: skip


_PROOFS = {
    "da_xong": "đã hoàn thành, có biên bản nghiệm thu", "cham": "chậm so với kế hoạch do thiếu người làm",
    "dang_lam": "đang triển khai",
}  # fmt: skip
_SEEN = 100
"""Days before a task is due from which reports tell of it."""


def progress(commune: Character, _: Course, papers: Papers) -> Iterator[Row]:
    """What the reports of each quarter tell of tasks: under way, late, done; of one a plan nothing is said."""
    chance = commune.chance("progress")
    for year in papers.plans:
        silent = chance.randrange(len(_TASKS))
        for order, (*_words, due) in enumerate(_TASKS, 1):
            end = Month(year, due).end
            done = end + dt.timedelta(chance.randint(-40, 25))
            if order - 1 != silent:
                yield from _told_of(f"nv-{year}-{order}", order, end, done, papers)
    yield _report(f"nv-{papers.newest.month.year}-{len(_TASKS) + 1}", "dang_lam", papers.newest, "Mục 5")


def _told_of(id: str, order: int, end: dt.date, done: dt.date, papers: Papers) -> Iterator[Row]:
    """What each report of a year tells of a task, until it is done."""
    for month, paper in sorted(papers.full.items()):
        if month.end > end - dt.timedelta(_SEEN) and (month.year == end.year or done.year > end.year):
            state = "da_xong" if done <= month.end else "cham" if end <= month.end else "dang_lam"
            yield _report(id, state, paper, f"Mục 5: dòng {order}")
            if state == "da_xong":
                return


def _report(id: str, state: str, paper: Paper, place: str) -> Row:
    return {
        "viec": id, "ngay": paper.month.end, "trang_thai": state, "noi_dung": _PROOFS[state],
    } | from_place(paper.id, place)  # fmt: skip
