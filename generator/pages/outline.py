"""The order in which figures stand on a commune's subject pages: groups of indicator ids.

An indicator in no group stands under 'Số liệu khác' of its subject, so none can be lost.
"""

from __future__ import annotations

from collections.abc import Mapping

GROUPS: Mapping[str, tuple[tuple[str, str, tuple[str, ...]], ...]] = {
    "thu-tuc-hanh-chinh": (
        ("Bao nhiêu hồ sơ", "khoi-luong", (
            "ho_so_tiep_nhan", "ho_so_moi", "ho_so_ky_truoc", "ho_so_da_giai_quyet",
            "ho_so_dang_giai_quyet", "ho_so_tra_lai", "ho_so_rut", "ho_so_dung", "ho_so_tra_lai_rut_dung",
            "ho_so_phi_dia_gioi",
        )),
        ("Đúng hẹn hay trễ hẹn", "dung-hen", (
            "ty_le_dung_han", "ty_le_dung_han_766", "ty_le_qua_han", "ho_so_truoc_han", "ho_so_dung_han",
            "ho_so_dung_va_truoc_han", "ho_so_qua_han", "ho_so_dang_trong_han", "ho_so_dang_qua_han",
            "ty_le_xin_loi_qua_han",
        )),
        ("Nộp qua mạng", "truc-tuyen", (
            "ty_le_truc_tuyen", "ty_le_truc_tuyen_ho_so_moi", "ho_so_truc_tuyen", "ho_so_truc_tuyen_toan_trinh",
            "ho_so_truc_tuyen_mot_phan", "ty_le_xu_ly_truc_tuyen", "ty_le_truc_tiep",
            "ho_so_truc_tiep_buu_chinh", "ty_le_ho_so_truc_tuyen_toan_trinh",
        )),
        ("Số hóa giấy tờ và dùng lại dữ liệu", "so-hoa", (
            "ty_le_so_hoa_dau_vao", "ty_le_so_hoa_dau_ra", "ty_le_so_hoa", "so_hoa_ho_so",
            "ty_le_ket_qua_dien_tu", "ket_qua_dien_tu", "ty_le_tai_su_dung", "can_bo_yeu_cau_nop_them_giay_to",
        )),
        ("Thanh toán qua mạng", "thanh-toan", (
            "ty_le_thanh_toan_truc_tuyen", "ty_le_tthc_thanh_toan_truc_tuyen",
            "ty_le_giao_dich_thanh_toan_truc_tuyen",
        )),
        ("Người dân có hài lòng", "hai-long", ("ty_le_hai_long_dvctt", "ty_le_hai_long")),
        ("Xã được chấm bao nhiêu điểm", "diem", ("diem_bo_chi_so_766", "chi_so_par_index", "chi_so_sipas")),
        ("Xã làm được những thủ tục nào", "so-thu-tuc", (
            "so_tthc", "so_dvctt", "so_dvctt_toan_trinh", "so_dvctt_mot_phan", "so_tthc_truc_tiep",
            "so_tthc_niem_yet", "ty_le_tthc_niem_yet", "ty_le_phi_dia_gioi",
            "ty_le_dvctt_toan_trinh_du_dieu_kien",
        )),
    ),
    "binh-dan-hoc-vu-so": (
        ("Tổ công nghệ số cộng đồng", "to-cong-nghe-so", (
            "to_cnsc", "to_cnsc_thanh_vien", "to_cnsc_da_tap_huan", "ty_le_to_cnsc_tap_huan",
        )),
        ("Các buổi hướng dẫn đã tổ chức", "buoi-huong-dan", ("buoi_tuyen_truyen",)),
        ("Cán bộ được đào tạo", "can-bo", (
            "ty_le_cb_boi_duong_ky_nang_so", "ty_le_cb_lam_chu_ky_nang_so", "ty_le_cb_tap_huan_ai",
            "ty_le_cb_pho_bien_attt",
        )),
        ("Người dân dùng dịch vụ số", "nguoi-dan", (
            "ty_le_dan_tiep_can_dich_vu_so", "ty_le_dinh_danh_dien_tu",
        )),
    ),
    "ngan-sach": (
        ("Kinh phí ghi trong văn bản", "kinh-phi", ("kinh_phi_cds",)),
        ("So với tổng chi ngân sách", "ty-le-chi", ("ty_le_chi_khcn_cds",)),
    ),
    "ha-tang-nhan-luc": (
        ("Máy móc của cơ quan xã", "may-moc", (
            "can_bo_cong_chuc", "may_tinh", "may_tinh_dap_ung", "may_tinh_khong_dap_ung", "may_quet",
            "may_quet_dap_ung", "may_quet_khong_dap_ung", "may_in", "may_in_dap_ung",
            "may_in_khong_dap_ung", "cb_co_may_tinh", "ty_le_cb_co_may_tinh", "may_tinh_de_ban",
            "may_tinh_xach_tay", "may_tinh_chuyen_dung", "may_photocopy", "may_bam_so", "thiet_bi_tra_cuu_tthc",
        )),
        ("Sóng điện thoại và mạng ở thôn", "song", (
            "so_thon", "ty_le_phu_song_4g", "thon_lom_song", "thon_trang_song", "nha_mang_4g",
            "ty_le_phu_song_5g", "ty_le_bang_rong_1gb",
        )),
        ("Chữ ký số và văn bản điện tử", "chu-ky-so", (
            "chu_ky_so_to_chuc", "chu_ky_so_ca_nhan", "ty_le_cb_co_chu_ky_so", "ty_le_cb_su_dung_chu_ky_so",
            "ty_le_van_ban_di_ky_so", "ty_le_van_ban_ky_so_gui_nhan", "ty_le_ho_so_cong_viec_ky_so",
            "ty_le_van_ban_xu_ly_dung_han", "ty_le_van_ban_den_xu_ly_tren_mang",
            "ty_le_thong_bao_noi_bo_dien_tu",
        )),
        ("Người làm công nghệ thông tin", "nhan-luc", (
            "cb_phu_trach_cntt", "cb_phu_trach_cntt_bien_che", "cb_phu_trach_cntt_con_thieu",
            "cb_chuyen_trach_cntt", "cb_chuyen_mon_sau_cntt",
        )),
    ),
    "kinh-te-xa-hoi-so": (
        ("Nhận tiền qua tài khoản", "chi-tra", ("ty_le_chi_tra_nguoi_co_cong", "ty_le_chi_tra_bao_tro_huu_tri")),
        ("Bớt thủ tục, bớt thời gian, bớt tiền", "cat-giam", (
            "rut_ngan_thoi_gian_giai_quyet", "thoi_gian_xu_ly_cong_viec", "cat_giam_thanh_phan_ho_so",
            "cat_giam_tthc", "tiet_kiem_van_phong_pham",
        )),
        ("Dữ liệu đất đai", "dat-dai", ("ho_so_dat_dai_lam_sach", "ty_le_dat_dai_lam_sach")),
        ("Doanh nghiệp, hợp tác xã, sản phẩm làng quê", "doanh-nghiep", (
            "so_dn_nho_vua", "so_htx", "ty_le_dn_htx_dinh_danh", "so_san_pham_ocop", "so_dn_cong_nghe_so",
            "so_dn_khcn", "so_dn_khoi_nghiep", "ty_le_dn_ung_dung_cong_nghe_so", "ty_le_kinh_te_so_grdp",
        )),
    ),
    "chi-dao-kien-nghi": (
        ("Việc tỉnh giao", "viec-tinh-giao", (
            "nhiem_vu_tinh_giao", "nhiem_vu_hoan_thanh", "ty_le_nhiem_vu_hoan_thanh",
            "nhiem_vu_hoan_thanh_dung_han", "nhiem_vu_trong_han", "nhiem_vu_qua_han",
        )),
        ("Họp và văn bản chỉ đạo", "hop", (
            "cuoc_hop_nguoi_dung_dau", "cuoc_hop_cap_pho", "cuoc_hop", "van_ban_nguoi_dung_dau_ky",
            "van_ban_cap_pho_ky",
        )),
        ("Phản ánh, kiến nghị của người dân", "phan-anh", ("pakn", "pakn_moi", "pakn_keo_dai", "sang_kien")),
    ),
}  # fmt: skip
"""Subject id to groups (title, anchor, indicator ids)."""

LEAD: Mapping[str, str] = {
    "thu-tuc-hanh-chinh": "Hồ sơ bà con nộp ở xã: bao nhiêu, có đúng hẹn không, nộp qua mạng được chưa.",
    "binh-dan-hoc-vu-so": "Ai giúp bà con dùng điện thoại, dịch vụ công; đã có bao nhiêu người được hướng dẫn.",
    "ngan-sach": "Được giao bao nhiêu tiền, cho việc gì, đã thực hiện tới đâu.",
    "muc-tieu-nhiem-vu": "Xã hứa làm gì, đến bao giờ, đã tới đâu.",
    "ha-tang-nhan-luc": "Máy móc, sóng điện thoại, chữ ký số và người làm công nghệ của xã.",
    "kinh-te-xa-hoi-so": "Nhận tiền qua tài khoản, doanh nghiệp, đất đai và những gì đã bớt được cho dân.",
    "chi-dao-kien-nghi": "Xã đã chỉ đạo, họp, kiến nghị những gì; cơ quan nào xem xét, trả lời.",
}
"""One plain sentence under each subject's title."""
