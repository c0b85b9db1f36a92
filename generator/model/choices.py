"""The words that coded cells may hold, each id with its Vietnamese words."""

from __future__ import annotations

PERIOD_KINDS = {
    "thoi_diem": "tại một thời điểm",
    "trong_ky": "trong kỳ",
    "luy_ke": "lũy kế",
}
CORRECTIONS = {
    "sua": "sửa số đã đăng",
    "go_bo": "gỡ số thuộc loại không công khai",
    "giai_thich": "giải thích một số lạ mà đúng",
    "doi_cach_tinh": "đổi cách tính hoặc định nghĩa",
}
BUDGET_TABLES = {
    "khcn_cds": "kinh phí khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số",
    "thu": "thu ngân sách",
    "chi": "chi ngân sách",
    "can_doi": "cân đối ngân sách",
}
STAGES = {
    "nhu_cau": "nhu cầu",
    "du_toan": "dự toán",
    "duoc_phan_bo": "được phân bổ",
    "uoc_thuc_hien": "ước thực hiện",
    "thuc_hien": "thực hiện",
    "quyet_toan": "quyết toán",
}
DEADLINE_KINDS = {
    "co_ngay": "có ngày hoàn thành",
    "hang_nam": "hằng năm",
    "thuong_xuyen": "thường xuyên",
    "theo_lo_trinh_tinh": "theo lộ trình của tỉnh",
    "co_dieu_kien": "khi có điều kiện",
    "khong_neu": "không nêu thời hạn",
}
TASK_STATES = {
    "chua_bat_dau": "chưa bắt đầu",
    "dang_lam": "đang làm",
    "da_xong": "xong",
    "cham": "chậm",
    "dung": "dừng",
    "doi_noi_dung": "đổi nội dung",
}
ANSWERS = {"dang_cho": "đang chờ", "da_tra_loi": "đã trả lời", "tu_choi": "từ chối"}
GRANTS = {"dang_cho": "đang chờ", "da_cap": "đã cấp", "tu_choi": "từ chối"}
OVER = frozenset({"da_xong", "dung", "da_tra_loi", "tu_choi", "da_cap"})
"""States after which nothing more is expected."""
PROGRESS = TASK_STATES | ANSWERS | GRANTS
"""What becomes of a task, of a recommendation, of a need."""
SOURCE_STATES = {"co_so": "đã có số", "chua_co_so": "chưa có số", "du_thao": "dự thảo"}
REMARK_KINDS = {
    "tu_danh_gia": "Tự đánh giá",
    "kho_khan": "Khó khăn, hạn chế",
    "nguyen_nhan": "Nguyên nhân",
}
RESULT_KINDS = {
    "viec_da_lam": "Việc đã làm",
    "chi_dao": "Đã chỉ đạo, văn bản không nói kết quả",
    "mo_hinh": "Mô hình, thí điểm",
    "to_chuc": "Tổ chức, phân công",
    "bai_hoc": "Bài học kinh nghiệm",
    "phan_anh": "Phản ánh của người dân, lời xin lỗi",
}
GROUPS = {
    "can_bo": "Cán bộ, công chức, viên chức",
    "hoc_sinh": "Học sinh, sinh viên",
    "nguoi_truong_thanh": "Người trưởng thành",
    "nguoi_lao_dong": "Người lao động trong doanh nghiệp, hợp tác xã",
    "xac_nhan_vneid": "Xác nhận phổ cập trên VNeID",
}
SESSION_UNITS = {"buoi": "buổi", "dot": "đợt", "hoi_nghi": "hội nghị"}
COMPARISONS = {"=": "đạt", ">=": "từ", ">": "trên", "<=": "không quá", "<": "dưới"}
CLAIMS = {"vuot_chi_tieu": "vượt chỉ tiêu", "dat_chi_tieu": "đạt chỉ tiêu"}
YES = {"co": "đúng như văn bản in"}
INCLUDES = {"co": "có", "khong": "không", "khong_ro": "không rõ"}

AGENCY_WORDS = {
    "KH-CN": "Khoa học và Công nghệ",
    "KHCN": "Khoa học và Công nghệ",
    "KH&CN": "Khoa học và Công nghệ",
    "PV HCC": "Phục vụ hành chính công",
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
}
"""Short names of agencies that documents print in several ways, written out for counting and reading."""
