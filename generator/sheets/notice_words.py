"""What a figure says in plain words, its number first: `99,6%` “hồ sơ được nộp qua mạng.”

The order is that of importance to people who live there, subject by subject. The value brings its unit.
"""

from __future__ import annotations

from collections.abc import Mapping

AFTER: Mapping[str, Mapping[str, str]] = {
    "thu-tuc-hanh-chinh": {
        "ho_so_tiep_nhan": "phải giải quyết trong kỳ.",
        "ho_so_da_giai_quyet": "đã giải quyết xong.",
        "ho_so_qua_han": "bị trả trễ hẹn.",
        "ho_so_dang_qua_han": "đang làm dở mà đã quá hẹn.",
        "ho_so_truc_tuyen": "được nộp qua mạng.",
        "ho_so_truc_tiep_buu_chinh": "được nộp tận nơi hoặc gửi bưu điện.",
        "ho_so_dang_giai_quyet": "đang được giải quyết.",
        "ty_le_hai_long": "là mức hài lòng của người làm thủ tục.",
        "ty_le_hai_long_dvctt": "là mức hài lòng của người làm thủ tục qua mạng.",
        "ty_le_thanh_toan_truc_tuyen": "hồ sơ phải nộp tiền đã nộp tiền qua mạng.",
        "ty_le_truc_tuyen": "hồ sơ được nộp qua mạng.",
        "so_tthc": "bà con có thể làm ở đây.",
        "so_dvctt_toan_trinh": "làm trọn qua mạng, không phải đến tận nơi.",
        "so_dvctt_mot_phan": "nộp qua mạng nhưng vẫn có bước phải đến tận nơi.",
        "ty_le_xin_loi_qua_han": "hồ sơ trễ hẹn có văn bản xin lỗi.",
        "can_bo_yeu_cau_nop_them_giay_to": "cán bộ đòi nộp thêm giấy tờ đã có trên máy.",
        "ty_le_so_hoa_dau_vao": "hồ sơ có giấy tờ được lưu đủ vào máy.",
        "ty_le_so_hoa_dau_ra": "hồ sơ có kết quả được lưu vào máy.",
    },
    "binh-dan-hoc-vu-so": {
        "to_cnsc_thanh_vien": "là thành viên các Tổ công nghệ số cộng đồng.",
        "to_cnsc_da_tap_huan": "trong các tổ đã được tập huấn.",
        "bdhvs_hoan_thanh": "đã học xong Bình dân học vụ số.",
        "bdhvs_da_hoc": "đã học Bình dân học vụ số.",
        "bdhvs_doi_tuong": "cần học Bình dân học vụ số.",
        "ty_le_dinh_danh_dien_tu": "người dân có tài khoản định danh điện tử (VNeID).",
        "ty_le_dan_tiep_can_dich_vu_so": "người lớn dùng được dịch vụ y tế, giáo dục, giao thông qua mạng.",
        "buoi_tuyen_truyen": "đã tổ chức:",
        "ty_le_cb_boi_duong_ky_nang_so": "cán bộ đã được bồi dưỡng kỹ năng số cơ bản.",
        "ty_le_cb_lam_chu_ky_nang_so": "cán bộ dùng thạo kỹ năng số trong công việc.",
        "ty_le_cb_tap_huan_ai": "cán bộ đã được tập huấn dùng trí tuệ nhân tạo.",
        "ty_le_cb_pho_bien_attt": "cán bộ đã được phổ biến cách giữ an toàn thông tin.",
    },
    "ngan-sach": {
        "vu_viec_lang_phi": "thất thoát, lãng phí, chi sai được phát hiện.",
    },
    "ha-tang-nhan-luc": {
        "ty_le_phu_song_4g": "là mức phủ sóng điện thoại 4G.",
        "thon_lom_song": "có chỗ sóng điện thoại yếu (lõm sóng).",
        "thon_trang_song": "chưa có sóng điện thoại (trắng sóng).",
        "ty_le_phu_song_5g": "là mức phủ sóng điện thoại 5G.",
        "may_tinh_khong_dap_ung": "máy tính không đáp ứng yêu cầu công việc.",
        "may_tinh_dap_ung": "máy tính đáp ứng yêu cầu công việc.",
        "may_in_khong_dap_ung": "máy in không đáp ứng yêu cầu công việc.",
        "cb_phu_trach_cntt": "phụ trách công nghệ thông tin, chuyển đổi số.",
        "cb_phu_trach_cntt_con_thieu": "phụ trách công nghệ thông tin còn thiếu.",
        "cb_chuyen_trach_cntt": "chỉ chuyên lo công nghệ thông tin.",
        "ty_le_cb_co_chu_ky_so": "cán bộ, công chức có chữ ký số.",
        "chu_ky_so_ca_nhan": "có chữ ký số.",
        "ty_le_van_ban_di_ky_so": "văn bản gửi đi được ký số.",
        "su_co_attt": "mất an toàn thông tin nghiêm trọng.",
        "ro_ri_du_lieu": "rò rỉ dữ liệu, nhiễm mã độc.",
        "ty_le_cb_co_may_tinh": "cán bộ, công chức được trang bị máy tính.",
    },
    "kinh-te-xa-hoi-so": {
        "ty_le_chi_tra_nguoi_co_cong": "là tỷ lệ chi trả qua tài khoản cho người có công.",
        "ty_le_chi_tra_bao_tro_huu_tri": "là tỷ lệ chi trả qua tài khoản cho người hưởng bảo trợ xã hội, hưu trí.",
        "rut_ngan_thoi_gian_giai_quyet": "là mức rút ngắn thời gian giải quyết hồ sơ, tính trung bình.",
        "cat_giam_thanh_phan_ho_so": "đã được bớt.",
        "cat_giam_tthc": "đã được bớt.",
        "ho_so_dat_dai_lam_sach": "đất đai đã được rà soát, làm sạch dữ liệu.",
        "so_dn_nho_vua": "nhỏ và vừa đang hoạt động.",
        "so_htx": "đang hoạt động.",
        "so_san_pham_ocop": "của chương trình Mỗi xã một sản phẩm (OCOP).",
        "ty_le_dn_htx_dinh_danh": "doanh nghiệp, hợp tác xã đã đăng ký định danh điện tử.",
        "tiet_kiem_van_phong_pham": "là mức tiết kiệm chi phí văn phòng phẩm.",
        "doan_tham_quan": "tham quan, học tập mô hình sản xuất.",
    },
    "chi-dao-kien-nghi": {
        "nhiem_vu_hoan_thanh": "tỉnh giao đã làm xong.",
        "nhiem_vu_tinh_giao": "được tỉnh giao.",
        "nhiem_vu_qua_han": "tỉnh giao đã quá hạn mà chưa xong.",
        "pakn": "của người dân gửi tới.",
        "pakn_moi": "mới của người dân.",
        "pakn_keo_dai": "kéo dài hoặc lặp lại.",
        "cuoc_hop_nguoi_dung_dau": "do người đứng đầu chủ trì.",
        "van_ban_nguoi_dung_dau_ky": "do người đứng đầu trực tiếp ký.",
        "cuoc_hop_cap_pho": "do cấp phó của người đứng đầu chủ trì.",
        "van_ban_cap_pho_ky": "do cấp phó của người đứng đầu ký.",
        "sang_kien": "được nêu ra.",
    },
}  # fmt: skip
"""Subject to indicator ids and what follows the number; an indicator in none is told by its name."""

ASKED: Mapping[str, str] = {
    "thu-tuc-hanh-chinh": "Hồ sơ của tôi có đúng hẹn không?",
    "binh-dan-hoc-vu-so": "Ai giúp tôi dùng điện thoại, dịch vụ công?",
    "ngan-sach": "Tiền chuyển đổi số đi đâu?",
    "muc-tieu-nhiem-vu": "Đã hứa gì, làm tới đâu rồi?",
    "ha-tang-nhan-luc": "Sóng điện thoại, máy móc ra sao?",
    "kinh-te-xa-hoi-so": "Trợ cấp, làm ăn qua mạng tới đâu?",
    "chi-dao-kien-nghi": "Đã chỉ đạo, kiến nghị những gì?",
}
"""Subject to the plain question that its notice answers, short enough for two lines of a poster."""
