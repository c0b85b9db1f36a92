"""How form II.06, the appendices and reports write what the catalogue names otherwise.

Only ways to write: the indicators, their names and units are the catalogue's. An id that the catalogue does not have
is passed over.
"""

from __future__ import annotations

OFFICE_WORDS: dict[str, tuple[str, ...]] = {
    # form II.06/VPCP/KSTT and the sentences made of it
    "ho_so_tiep_nhan": (
        "Số lượng hồ sơ tiếp nhận Tổng số", "Tổng số hồ sơ tiếp nhận", "đã tiếp nhận hồ sơ TTHC",
        "Số hồ sơ tiếp nhận Tổng số", "Tiếp nhận Tổng",
    ),
    "ho_so_moi": ("tiếp nhận mới hồ sơ", "Số mới tiếp nhận trong kỳ", "Số hồ sơ tiếp nhận mới", "nhận mới trong kỳ"),
    "ho_so_ky_truoc": (
        "Số hồ sơ tiếp nhận Từ kỳ trước", "Từ kỳ trước", "Số kỳ trước chuyển qua", "hồ sơ kỳ trước chuyển sang",
        "hồ sơ chuyển kỳ trước", "tồn kỳ trước",
    ),
    "ho_so_truc_tuyen": (
        "Số hồ sơ trực tuyến", "Số hồ sơ tiếp nhận Trong kỳ Trực tuyến", "Số lượng hồ sơ trực tuyến",
        "hồ sơ nộp trực tuyến", "tiếp nhận trực tuyến",
    ),
    "ho_so_truc_tiep_buu_chinh": (
        "Số hồ sơ trực tiếp và hình thức khác", "Số hồ sơ tiếp nhận Trong kỳ Trực tiếp, dịch vụ bưu chính",
        "nộp trực tiếp", "hồ sơ tiếp nhận trực tiếp", "trực tiếp hoặc qua bưu chính công ích",
    ),
    "ho_so_da_giai_quyet": ("Số lượng hồ sơ đã giải quyết Tổng số", "Hồ sơ đã giải quyết", "đã giải quyết hồ sơ"),
    "ho_so_truoc_han": ("Số lượng hồ sơ đã giải quyết Trước hạn", "hồ sơ trước hạn", "giải quyết trước hạn"),
    "ho_so_dung_han": ("Số lượng hồ sơ đã giải quyết Đúng hạn", "hồ sơ đúng hạn", "giải quyết đúng hạn"),
    "ho_so_dung_va_truoc_han": (
        "hồ sơ đúng và trước hạn", "hồ sơ trước và đúng hạn", "giải quyết đúng hạn và trước hạn",
    ),
    "ho_so_qua_han": ("Số lượng hồ sơ đã giải quyết Quá hạn", "hồ sơ quá hạn", "giải quyết quá hạn",
                      "giải quyết trễ hạn", "hồ sơ trễ hạn"),
    "ho_so_dang_giai_quyet": (
        "Số lượng hồ sơ đang giải quyết Tổng số", "hồ sơ đang giải quyết", "hồ sơ chưa giải quyết", "Chưa giải quyết",
    ),
    "ho_so_dang_trong_han": (
        "Số lượng hồ sơ đang giải quyết Trong hạn", "đang giải quyết trong hạn", "hồ sơ trong hạn",
        "đang giải quyết chưa đến hạn",
    ),
    "ho_so_dang_qua_han": ("Số lượng hồ sơ đang giải quyết Quá hạn", "đang giải quyết quá hạn"),
    # appendices on procedures and services
    "so_tthc": ("Số TTHC", "Tổng số TTHC", "Số lượng thủ tục hành chính thuộc thẩm quyền giải quyết của cấp xã",
                "Số thủ tục hành chính hiện nay"),
    "so_dvctt": ("Số DVCTT", "Số dịch vụ công trực tuyến hiện nay"),
    "so_dvctt_toan_trinh": ("Số DVCTT toàn trình", "số lượng TTHC trực tuyến toàn trình"),
    "so_dvctt_mot_phan": ("Số DVCTT một phần", "số lượng TTHC trực tuyến một phần"),
    "so_tthc_truc_tiep": ("TTHC trực tiếp", "số lượng TTHC trực tiếp"),
    "so_tthc_niem_yet": ("niêm yết công khai thủ tục hành chính", "cập nhật, niêm yết công khai TTHC"),
    # rates, as sentences and tables of results write them
    "ty_le_dung_han": (
        "Tỷ lệ hồ sơ xử lý đúng hạn, trước hạn", "Tỷ lệ hồ sơ thủ tục hành chính giải quyết trước, đúng hạn",
        "Tỷ lệ hồ sơ giải quyết đúng và trước hạn", "hồ sơ được tiếp nhận, xử lý đúng, trước hạn",
    ),
    "ty_le_truc_tuyen": ("Tỷ lệ hồ sơ trực tuyến", "Tỷ lệ hồ sơ nộp trực tuyến"),
    "ty_le_truc_tiep": ("Tỷ lệ hồ sơ nộp trực tiếp",),
    "ty_le_thanh_toan_truc_tuyen": ("Tỷ lệ thanh toán trực tuyến", "Tỷ lệ hồ sơ thanh toán trực tuyến"),
    "ty_le_tthc_thanh_toan_truc_tuyen": ("Tỷ lệ TTHC có giao dịch thanh toán trực tuyến",),
    "ty_le_so_hoa_dau_vao": ("Tỷ lệ hồ sơ được số hóa đầy đủ thành phần hồ sơ", "Tỷ lệ số hóa đầu vào"),
    "ty_le_so_hoa_dau_ra": (
        "Tỷ lệ hồ sơ được số hóa kết quả giải quyết", "Tỷ lệ số hóa đầu ra", "hồ sơ được số hóa kết quả",
        "Tỷ lệ số hóa kết quả giải quyết thủ tục hành chính",
    ),
    "ty_le_so_hoa": ("tỷ lệ số hóa hồ sơ", "Số hóa hồ sơ đã giải quyết tỷ lệ"),
    "so_hoa_ho_so": ("Số hóa hồ sơ đã giải quyết",),
    "ket_qua_dien_tu": ("Cấp kết quả điện tử hồ sơ",),
    "ty_le_ket_qua_dien_tu": ("Tỷ lệ cấp kết quả điện tử", "Cấp kết quả điện tử tỷ lệ"),
    "ty_le_tai_su_dung": ("Tỷ lệ tái sử dụng dữ liệu đã số hóa", "Tỷ lệ tái sử dụng dữ liệu"),
    # the appendix on direction and that on staff
    "van_ban_nguoi_dung_dau_ky": ("Số văn bản đã ban hành Người đứng đầu trực tiếp ký",),
    "van_ban_cap_pho_ky": ("Số văn bản đã ban hành Cấp phó người đứng đầu ký",),
    "cuoc_hop_nguoi_dung_dau": ("Số phiên họp/cuộc họp Người đứng đầu chủ trì",),
    "cuoc_hop_cap_pho": ("Số phiên họp/cuộc họp Cấp phó người đứng đầu chủ trì",),
    "pakn_moi": ("Nhóm PAKN/SKGP xuất hiện nhiều PAKN/SKGP mới",),
    "pakn_keo_dai": ("Nhóm PAKN/SKGP xuất hiện nhiều PAKN/SKGP được đề cập kéo dài hoặc lặp lại",),
    "cb_phu_trach_cntt_bien_che": ("Số biên chế được giao",),
    "cb_phu_trach_cntt": ("Số người đã được bố trí", "bố trí công chức phụ trách công nghệ thông tin, chuyển đổi số"),
    "cb_phu_trach_cntt_con_thieu": ("Số người còn thiếu",),
    "nhiem_vu_tinh_giao": ("Tổng số nhiệm vụ UBND tỉnh giao",),
    "nhiem_vu_qua_han": ("nhiệm vụ quá hạn chưa hoàn thành",),
    # the survey of equipment
    "can_bo_cong_chuc": ("Số Cán bộ công chức/ viên chức",),
    "may_tinh": ("MÁY TÍNH Số lượng máy vi tính đã trang cấp và đang sử dụng", "máy tính"),
    "may_tinh_dap_ung": ("MÁY TÍNH Số lượng đáp ứng",),
    "may_tinh_khong_dap_ung": ("MÁY TÍNH Số lượng không đáp ứng",),
    "may_quet": ("MÁY QUÉT Số lượng máy quét đã trang cấp và đang sử dụng", "máy scan", "máy quét"),
    "may_quet_dap_ung": ("MÁY QUÉT Số lượng đáp ứng",),
    "may_quet_khong_dap_ung": ("MÁY QUÉT Số lượng không đáp ứng",),
    "may_in": ("MÁY IN Số lượng máy in đã trang cấp và đang sử dụng", "máy in"),
    "may_in_dap_ung": ("MÁY IN Số lượng đáp ứng",),
    "may_in_khong_dap_ung": ("MÁY IN Số lượng không đáp ứng",),
    "may_tinh_xach_tay": ("máy tính xách tay", "laptop"),
    "chu_ky_so_to_chuc": ("Hệ thống chứng thư số tổ chức", "chữ ký số cơ quan", "chứng thư số tổ chức"),
    "chu_ky_so_ca_nhan": ("Hệ thống chứng thư số cá nhân", "chữ ký số cá nhân", "chứng thư số cá nhân"),
    "to_cnsc": ("Tổ công nghệ số cộng đồng", "thành lập tổ công nghệ số cộng đồng"),
    "to_cnsc_thanh_vien": ("tổ công nghệ số cộng đồng với thành viên", "thành viên Tổ công nghệ số cộng đồng"),
}  # fmt: skip

BLOCKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("khoi_dang", ("khối Đảng", "cơ quan Đảng", "Văn phòng Đảng ủy")),
    ("mat_tran_doan_the", ("khối Mặt trận và các đoàn thể", "Mặt trận và các đoàn thể")),
    ("dang_uy_mat_tran", ("Đảng ủy và Ủy ban MTTQ xã",)),
    ("ubnd_xa", ("UBND xã có", "UBND xã Vĩnh", "khối chính quyền")),
    ("trung_tam_hcc", ("Trung tâm Phục vụ Hành chính công xã có", "Trung tâm PV HCC:")),
)
"""Parts of a commune's offices as reports head them, by the id that breakdowns have for them."""
