"""`tien-do.csv`: what has become of a task, a recommendation or a need, each report of it by its own document."""

from __future__ import annotations

from generator.model.choices import PROGRESS
from generator.tables.shared_columns import TRACE
from generator.tables.table import Column, Table

TABLE = Table(
    "tien-do",
    "Tiến độ",
    (
        Column(
            "viec",
            "Mã việc",
            "thing",
            required=True,
            explained="Chọn việc trong danh sách: nhiệm vụ, kiến nghị hoặc khoản xin cấp (nhu cầu) chưa xong. Việc mới "
            "ghi ở tờ của nó trước, rồi gõ mã của nó vào đây.",
            example="mã ở cột ma của nhiem-vu.csv hay kien-nghi.csv",
            to_fill="mã của việc, đúng như cột ma của nhiem-vu.csv hay kien-nghi.csv",
        ),
        Column("ngay", "Tính đến ngày", "date", explained="Ngày của tình trạng ấy. Văn bản không ghi thì để trống."),
        Column(
            "trang_thai",
            "Tình trạng",
            "choice",
            required=True,
            choices=PROGRESS,
            explained="Nhiệm vụ: chưa bắt đầu, đang làm, xong, chậm, dừng, đổi nội dung. Kiến nghị: đang chờ, đã trả "
            "lời, từ chối. Khoản xin cấp: đang chờ, đã cấp, từ chối.",
        ),
        Column(
            "noi_dung",
            "Văn bản viết gì",
            required=True,
            long=True,
            explained="Lời văn bản làm bằng chứng. Đổi nội dung thì chép nội dung mới; lời cũ vẫn giữ ở nhiem-vu.csv.",
        ),
        *TRACE,
    ),
    key=("viec", "ngay", "trang_thai", "nguon"),
    change_key=("viec", "ngay", "nguon"),
    page="muc-tieu-nhiem-vu",
    past_days={"ngay": "Tình trạng tính đến ngày"},
    form_words="Việc đã tới đâu: mỗi lần báo một dòng, kèm văn bản nói điều ấy.",
    noun="lần báo tiến độ",
    nouns="lần báo tiến độ",
    unseen=("ghi_chu",),
)
