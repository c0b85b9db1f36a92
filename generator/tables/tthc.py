"""`tthc.csv`: dossiers of administrative procedures, counted."""

from __future__ import annotations

from generator.model.choices import INCLUDES
from generator.tables.melting import wide
from generator.tables.shared_columns import AS_PRINTED, PERIOD, PERIOD_KEY, TRACE, count
from generator.tables.table import Column, Table


def _dossiers(name: str, heading: str, *explained: str) -> Column:
    return count(name, heading, f"ho_so_{name}", *explained)


TABLE = Table(
    "tthc",
    "Hồ sơ thủ tục hành chính",
    (
        *PERIOD,
        Column("linh_vuc", "Lĩnh vực", explained="Lĩnh vực, ví dụ: Hộ tịch. Số chung của mọi lĩnh vực thì để trống."),
        _dossiers("tiep_nhan", "Tiếp nhận"),
        _dossiers("moi", "Tiếp nhận mới"),
        _dossiers("ky_truoc", "Kỳ trước chuyển qua"),
        _dossiers("truc_tuyen", "Nộp trực tuyến"),
        _dossiers(
            "truc_tuyen_toan_trinh",
            "Trực tuyến toàn trình",
            "Trong số nộp trực tuyến: hồ sơ làm trọn qua mạng. Văn bản không tách thì để trống.",
        ),
        _dossiers(
            "truc_tuyen_mot_phan",
            "Trực tuyến một phần",
            "Trong số nộp trực tuyến: hồ sơ vẫn có bước phải đến nơi. Văn bản không tách thì để trống.",
        ),
        _dossiers("truc_tiep_buu_chinh", "Nộp trực tiếp, bưu chính"),
        Column(
            "gom_ky_truoc",
            "Trực tuyến gồm cả kỳ trước",
            "choice",
            choices=INCLUDES,
            explained="Số nộp trực tuyến đã gồm cả hồ sơ kỳ trước chuyển qua hay chưa.",
        ),
        _dossiers("da_giai_quyet", "Đã giải quyết"),
        _dossiers("truoc_han", "Trước hạn"),
        _dossiers("dung_han", "Đúng hạn"),
        _dossiers(
            "dung_va_truoc_han",
            "Đúng và trước hạn (không tách)",
            "Chỉ điền khi văn bản gộp chung đúng hạn và trước hạn, không tách.",
        ),
        _dossiers("qua_han", "Quá hạn"),
        _dossiers("dang_giai_quyet", "Đang giải quyết"),
        _dossiers("dang_trong_han", "Đang giải quyết, trong hạn"),
        _dossiers("dang_qua_han", "Đang giải quyết, quá hạn"),
        _dossiers(
            "tra_lai",
            "Trả lại",
            "Hồ sơ trả lại, không giải quyết. Tiếp nhận = đã giải quyết + đang giải quyết + số này.",
        ),
        _dossiers("rut", "Người dân rút", "Hồ sơ người dân rút về."),
        _dossiers("dung", "Dừng giải quyết", "Hồ sơ dừng giải quyết."),
        _dossiers(
            "tra_lai_rut_dung",
            "Trả lại, rút, dừng (không tách)",
            "Chỉ điền khi văn bản gộp chung hồ sơ trả lại, rút, dừng, không tách.",
        ),
        *TRACE,
        AS_PRINTED,
    ),
    key=(*PERIOD_KEY, "linh_vuc", "nguon"),
    change_key=("ky", *PERIOD_KEY, "linh_vuc"),
    page="thu-tuc-hanh-chinh",
    category=("linh_vuc", "Lĩnh vực"),
    form_words="Hồ sơ thủ tục hành chính: mỗi kỳ báo cáo một dòng. Ghi số đếm (số hồ sơ), không ghi tỷ lệ; máy tự "
    "tính.",
    melt=wide,
)
