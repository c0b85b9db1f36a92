"""`ket-qua.csv`: what documents say was done, word by word: works, models, charges, lessons, feedback."""

from __future__ import annotations

from generator.model.choices import RESULT_KINDS, TASK_STATES
from generator.tables.shared_columns import TRACE
from generator.tables.table import Column, Table

TABLE = Table(
    "ket-qua",
    "Việc đã làm được",
    (
        Column(
            "loai",
            "Loại",
            "choice",
            required=True,
            choices=RESULT_KINDS,
            explained="Việc đã làm; đã chỉ đạo mà văn bản không nói kết quả; mô hình, thí điểm; tổ chức, phân công "
            "(chức danh, không ghi tên người); bài học; phản ánh của người dân, lời xin lỗi.",
        ),
        Column(
            "chu_de",
            "Chủ đề",
            "subject",
            required=True,
            explained="Chọn trang mà việc này thuộc về, ví dụ: Thủ tục hành chính.",
        ),
        Column(
            "noi_dung",
            "Nguyên văn",
            required=True,
            long=True,
            explained="Chép nguyên văn câu trong văn bản; bỏ bớt chữ thì ghi […] vào chỗ bỏ.",
        ),
        Column(
            "tinh_trang",
            "Tình trạng",
            "choice",
            choices=TASK_STATES,
            explained="Chỉ của mô hình, thí điểm, khi văn bản nói nó đang làm, đã xong hay đã dừng.",
        ),
        *TRACE,
    ),
    key=("loai", "vi_tri", "nguon"),
    change_key=("loai", "vi_tri"),
    page="muc-tieu-nhiem-vu",
    form_words="Văn bản nói đã làm gì: mỗi việc một dòng, chép nguyên văn.",
    noun="kết quả",
    nouns="việc đã làm, mô hình, phân công theo lời văn bản",
)
