"""`nguon.csv`: the documents that everything else is taken from."""

from __future__ import annotations

from generator.model.choices import SOURCE_STATES
from generator.tables.shared_columns import DEN_NGAY, GHI_CHU, SO_HIEU, TU_NGAY
from generator.tables.table import Column, Table

TABLE = Table(
    "nguon",
    "Văn bản nguồn",
    (
        Column(
            "nguon",
            "Mã văn bản",
            required=True,
            explained="Mã tự đặt cho văn bản, không đổi về sau: chữ thường không dấu, chữ số, gạch nối, ví dụ "
            "bc-thang-6-2026.",
            example="mã do xã đặt, không dấu, ví dụ bao-cao-5-thang",
            to_fill="một mã riêng cho văn bản này, ví dụ bao-cao-5-thang",
        ),
        SO_HIEU,
        Column(
            "ngay", "Ngày ban hành", "date", explained="Ngày ký, ví dụ 30/06/2026. Văn bản chưa ghi ngày thì để trống."
        ),
        Column("ngay_in", "Ngày như in", explained="Ngày đúng như trên văn bản, ví dụ: ngày 30 tháng 6 năm 2026."),
        Column("co_quan", "Cơ quan ban hành", required=True, explained="Cơ quan ban hành văn bản."),
        Column("ten", "Tên văn bản", required=True, long=True, explained="Tên đầy đủ của văn bản."),
        Column(
            "tinh_trang",
            "Tình trạng",
            "choice",
            required=True,
            choices=SOURCE_STATES,
            explained="Chọn: văn bản đã có số, chưa có số, hay còn là dự thảo.",
        ),
        Column(
            "ky",
            "Kỳ báo cáo",
            explained="Kỳ mà văn bản báo cáo, ví dụ: 6 tháng đầu năm 2026.",
            example="ví dụ 5 tháng đầu năm 2026",
        ),
        TU_NGAY,
        DEN_NGAY,
        Column(
            "ngay_biet",
            "Ngày muộn nhất văn bản có thể biết",
            "date",
            required=True,
            explained="Thường là ngày ký. Không số liệu nào trong văn bản được muộn hơn ngày này.",
            to_fill="ngày muộn nhất mà văn bản có số liệu, thường là ngày ban hành, ví dụ 30/06/2026",
        ),
        Column(
            "doc_o_dau",
            "Đọc hoặc hỏi ở đâu",
            required=True,
            long=True,
            explained="Người dân đọc văn bản ở đâu, hoặc hỏi cơ quan nào.",
            example="địa chỉ trang web hoặc bộ phận giữ văn bản",
        ),
        Column(
            "luoc_bo",
            "Nội dung không đưa lên và lý do",
            long=True,
            explained="Loại nội dung nào của văn bản không đưa lên và vì sao, không ghi nội dung ấy.",
            example="chỉ ghi loại nội dung, không ghi nội dung",
        ),
        Column(
            "thay_the",
            "Thay thế văn bản",
            "source",
            explained="Chọn mã của văn bản cũ mà văn bản này thay. Không thay văn bản nào thì để trống.",
        ),
        GHI_CHU,
    ),
    key=("nguon",),
    id_column="nguon",
    page="nguon-so-lieu",
    past_days={"ngay": "Văn bản ban hành ngày", "ngay_biet": "Văn bản biết số liệu đến ngày"},
    agency_column="co_quan",
    form_words="Các báo cáo, kế hoạch mà số liệu được lấy ra. Đăng ký ở đây trước; mọi dòng ở các tờ khác đều chỉ về "
    "một mã văn bản trong tờ này.",
    noun="văn bản nguồn",
)
