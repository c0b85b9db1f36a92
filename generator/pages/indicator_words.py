"""Words around the numbers that matter: how an indicator is said in a sentence of a page, and after a large number on
a notice. Both forms stand side by side, so that they claim the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Said(NamedTuple):
    """How an indicator is said; '' where that form does not tell it.

    `after` follows the number on a notice, which brings its unit; where it ends in ':', the document's words come next.
    `told` stands around {value} on a page, with {here} for xã, phường, đặc khu, {content} for the document's words and
    {base} for what a rate is a share of.
    `counted`, where counts are known, stands around {part} of {whole}; `rest` says those left over. `about` is the
    quantity that is missing where nothing is known; of several with one `about`, the first that has a value is told.
    It is not said to be missing where the indicator `unless`, which answers it in other words, is known.
    """

    indicator: str
    after: str = ""
    told: str = ""
    about: str = ""
    counted: str = ""
    rest: str = ""
    unless: str = ""


_ONLINE = "bao nhiêu phần trăm hồ sơ nộp qua mạng"
_PLEASED = "mức hài lòng của người làm thủ tục"
_OPINIONS = "bao nhiêu phản ánh, kiến nghị của người dân"

SAID: Mapping[str, tuple[Said, ...]] = {
    "thu-tuc-hanh-chinh": (
        Said("ty_le_dung_han", "", "Văn bản ghi {value} hồ sơ được trả đúng hẹn hoặc sớm hơn.",
             "bao nhiêu hồ sơ đúng hẹn, trễ hẹn", "Trong {whole} hồ sơ đã giải quyết, {part} hồ sơ đúng hẹn", "trễ"),
        Said("ho_so_tiep_nhan", "được tiếp nhận."),
        Said("ho_so_da_giai_quyet", "đã giải quyết xong."),
        Said("ho_so_qua_han", "bị trả trễ hẹn."),
        Said("ho_so_dang_qua_han", "đang làm dở mà đã quá hẹn."),
        Said("ho_so_truc_tuyen", "được nộp qua mạng."),
        Said("ho_so_truc_tiep_buu_chinh", "được nộp tận nơi hoặc gửi bưu điện."),
        Said("ho_so_dang_giai_quyet", "đang được giải quyết."),
        Said("ty_le_truc_tuyen_ho_so_moi", "", "Văn bản ghi {value} hồ sơ nộp mới là nộp qua mạng.", _ONLINE,
             "Trong {whole} hồ sơ nộp mới, {part} hồ sơ nộp qua mạng"),
        Said("ty_le_truc_tuyen", "hồ sơ được nộp qua mạng.", "Văn bản ghi {value} hồ sơ được nộp qua mạng.", _ONLINE,
             "Trong {whole} {base}, {part} hồ sơ nộp qua mạng"),
        Said("ty_le_hai_long", "là mức hài lòng của người làm thủ tục.",
             "Văn bản ghi mức hài lòng của người làm thủ tục là {value}.", _PLEASED),
        Said("ty_le_hai_long_dvctt", "là mức hài lòng của người làm thủ tục qua mạng.",
             "Văn bản ghi mức hài lòng của người làm thủ tục qua mạng là {value}.", _PLEASED),
        Said("ty_le_thanh_toan_truc_tuyen", "hồ sơ phải nộp tiền đã nộp tiền qua mạng."),
        Said("so_tthc", "bà con có thể làm ở đây."),
        Said("so_dvctt_toan_trinh", "làm trọn qua mạng, không phải đến tận nơi."),
        Said("so_dvctt_mot_phan", "nộp qua mạng nhưng vẫn có bước phải đến tận nơi."),
        Said("ty_le_xin_loi_qua_han", "hồ sơ trễ hẹn có văn bản xin lỗi."),
        Said("can_bo_yeu_cau_nop_them_giay_to", "cán bộ đòi nộp thêm giấy tờ đã có trên máy."),
        Said("ty_le_so_hoa_dau_vao", "hồ sơ có giấy tờ được lưu đủ vào máy."),
        Said("ty_le_so_hoa_dau_ra", "hồ sơ có kết quả được lưu vào máy."),
    ),
    "binh-dan-hoc-vu-so": (
        Said("to_cnsc", "", "{here} có {value} công nghệ số cộng đồng để giúp bà con dùng điện thoại, máy tính.",
             "có bao nhiêu Tổ công nghệ số cộng đồng"),
        Said("to_cnsc_thanh_vien", "là thành viên các Tổ công nghệ số cộng đồng.",
             "Các Tổ công nghệ số cộng đồng có {value}.", "các tổ ấy có bao nhiêu người"),
        Said("to_cnsc_da_tap_huan", "trong các tổ đã được tập huấn."),
        Said("bdhvs_hoan_thanh", "đã học xong Bình dân học vụ số.", "Đã học xong Bình dân học vụ số: {value}.",
             "bao nhiêu người đã học xong Bình dân học vụ số"),
        Said("bdhvs_da_hoc", "đã học Bình dân học vụ số."),
        Said("bdhvs_doi_tuong", "cần học Bình dân học vụ số."),
        Said("ty_le_dinh_danh_dien_tu", "người dân có tài khoản định danh điện tử."),
        Said("ty_le_dan_tiep_can_dich_vu_so", "người lớn tiếp cận được dịch vụ y tế, giáo dục, giao thông qua mạng."),
        Said("buoi_tuyen_truyen", "đã tổ chức:", "Đã tổ chức {value}: {content}.",
             "đã tổ chức bao nhiêu buổi tuyên truyền, hướng dẫn"),
        Said("ty_le_cb_boi_duong_ky_nang_so", "cán bộ đã được bồi dưỡng kỹ năng số cơ bản."),
        Said("ty_le_cb_lam_chu_ky_nang_so", "cán bộ làm chủ kỹ năng số trong công việc."),
        Said("ty_le_cb_tap_huan_ai", "cán bộ đã được tập huấn dùng trí tuệ nhân tạo."),
        Said("ty_le_cb_pho_bien_attt", "cán bộ đã được phổ biến cách giữ an toàn thông tin."),
    ),
    "ngan-sach": (
        Said("vu_viec_lang_phi", "thất thoát, lãng phí, chi sai được phát hiện."),
    ),
    "ha-tang-nhan-luc": (
        Said("ty_le_phu_song_4g", "là mức phủ sóng điện thoại 4G.", "Mức phủ sóng điện thoại 4G{base}: {value}.",
             "mức phủ sóng điện thoại 4G"),
        Said("thon_lom_song", "có chỗ sóng điện thoại yếu (lõm sóng).",
             "Có {value} có chỗ sóng điện thoại yếu (lõm sóng).", "bao nhiêu thôn có chỗ sóng yếu"),
        Said("thon_trang_song", "chưa có sóng điện thoại (trắng sóng).",
             "Có {value} chưa có sóng điện thoại (trắng sóng).", "bao nhiêu thôn chưa có sóng",
             unless="ty_le_phu_song_4g"),
        Said("ty_le_phu_song_5g", "là mức phủ sóng điện thoại 5G."),
        Said("may_tinh_khong_dap_ung", "máy tính không đáp ứng yêu cầu công việc."),
        Said("may_tinh_dap_ung", "máy tính đáp ứng yêu cầu công việc."),
        Said("may_in_khong_dap_ung", "máy in không đáp ứng yêu cầu công việc."),
        Said("cb_phu_trach_cntt", "phụ trách công nghệ thông tin, chuyển đổi số.",
             "Phụ trách công nghệ thông tin, chuyển đổi số: {value}.",
             "bao nhiêu người phụ trách công nghệ thông tin, chuyển đổi số"),
        Said("cb_phu_trach_cntt_con_thieu", "là số người phụ trách công nghệ thông tin còn thiếu."),
        Said("cb_chuyen_trach_cntt", "chỉ chuyên lo công nghệ thông tin."),
        Said("ty_le_cb_co_chu_ky_so", "cán bộ, công chức có chữ ký số.", "Cán bộ, công chức có chữ ký số: {value}.",
             "bao nhiêu phần trăm cán bộ, công chức có chữ ký số"),
        Said("chu_ky_so_ca_nhan", "có chữ ký số.", "Có chữ ký số cá nhân: {value}.",
             "bao nhiêu phần trăm cán bộ, công chức có chữ ký số"),
        Said("ty_le_van_ban_di_ky_so", "văn bản gửi đi được ký số."),
        Said("ty_le_cb_co_may_tinh", "cán bộ, công chức được trang bị máy tính."),
    ),
    "kinh-te-xa-hoi-so": (
        Said("ty_le_chi_tra_nguoi_co_cong", "là tỷ lệ chi trả qua tài khoản cho người có công.",
             "Chi trả qua tài khoản cho người có công: {value}.", "tỷ lệ chi trả qua tài khoản cho người có công"),
        Said("ty_le_chi_tra_bao_tro_huu_tri",
             "là tỷ lệ chi trả qua tài khoản cho người hưởng bảo trợ xã hội, hưu trí.",
             "Chi trả qua tài khoản cho người hưởng bảo trợ xã hội, hưu trí: {value}.",
             "tỷ lệ chi trả qua tài khoản cho người hưởng bảo trợ xã hội, hưu trí"),
        Said("rut_ngan_thoi_gian_giai_quyet", "là mức rút ngắn thời gian giải quyết hồ sơ, tính trung bình."),
        Said("cat_giam_thanh_phan_ho_so", "đã được bớt."),
        Said("cat_giam_tthc", "đã được bớt."),
        Said("ho_so_dat_dai_lam_sach", "đất đai đã được rà soát, làm sạch dữ liệu."),
        Said("ty_le_dat_dai_lam_sach", "", "Văn bản ghi {value} hồ sơ đất đai đã được rà soát, làm sạch dữ liệu.",
             "bao nhiêu phần trăm hồ sơ đất đai đã được rà soát, làm sạch dữ liệu",
             "Trong {whole} hồ sơ đất đai, {part} hồ sơ đã được rà soát, làm sạch dữ liệu"),
        Said("so_dn_nho_vua", "nhỏ và vừa đang hoạt động.", "Trong {here} có {value} nhỏ và vừa đang hoạt động.",
             "bao nhiêu doanh nghiệp nhỏ và vừa"),
        Said("so_htx", "đang hoạt động.", "Trong {here} có {value} đang hoạt động.", "bao nhiêu hợp tác xã"),
        Said("so_san_pham_ocop", "của chương trình Mỗi xã một sản phẩm (OCOP)."),
        Said("ty_le_dn_htx_dinh_danh", "doanh nghiệp, hợp tác xã đã đăng ký định danh điện tử."),
        Said("tiet_kiem_van_phong_pham", "là mức tiết kiệm chi phí văn phòng phẩm."),
        Said("doan_tham_quan", "tham quan, học tập mô hình sản xuất."),
    ),
    "chi-dao-kien-nghi": (
        Said("ty_le_nhiem_vu_hoan_thanh", "", "Văn bản ghi {value} số việc tỉnh giao đã làm xong.",
             "bao nhiêu phần trăm việc tỉnh giao đã xong", "Trong {whole} việc tỉnh giao, {part} việc đã làm xong"),
        Said("nhiem_vu_hoan_thanh", "tỉnh giao đã làm xong."),
        Said("nhiem_vu_tinh_giao", "được tỉnh giao."),
        Said("nhiem_vu_qua_han", "tỉnh giao đã quá hạn mà chưa xong."),
        Said("pakn", "được ghi nhận.", "Văn bản ghi {value}.", _OPINIONS),
        Said("pakn_moi", "mới được ghi nhận.", "Văn bản ghi {value} mới.", _OPINIONS),
        Said("pakn_keo_dai", "kéo dài hoặc lặp lại."),
        Said("cuoc_hop_nguoi_dung_dau", "do người đứng đầu chủ trì."),
        Said("van_ban_nguoi_dung_dau_ky", "do người đứng đầu trực tiếp ký."),
        Said("cuoc_hop_cap_pho", "do cấp phó của người đứng đầu chủ trì."),
        Said("van_ban_cap_pho_ky", "do cấp phó của người đứng đầu ký."),
        Said("sang_kien", "được nêu ra."),
    ),
}  # fmt: skip
"""Subject to its indicators in the order of importance to people who live there; one in none is told by its name."""

ASKED: Mapping[str, str] = {
    "thu-tuc-hanh-chinh": "Hồ sơ của tôi có đúng hẹn không?",
    "binh-dan-hoc-vu-so": "Ai giúp tôi dùng điện thoại, dịch vụ công?",
    "ngan-sach": "Tiền dùng vào việc gì?",
    "muc-tieu-nhiem-vu": "Đã hứa gì, làm tới đâu rồi?",
    "ha-tang-nhan-luc": "Sóng điện thoại, máy móc ra sao?",
    "kinh-te-xa-hoi-so": "Trợ cấp, làm ăn qua mạng tới đâu?",
    "chi-dao-kien-nghi": "Đã chỉ đạo, kiến nghị những gì?",
}
"""Subject to the plain question that its answer and its notice begin with, short enough for two lines of a poster."""
