"""Words around the numbers that matter most: how an indicator is said in one plain sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Said(NamedTuple):
    """How an indicator is said. `told` stands around {value}; `counted`, where the counts are known, around {part}
    of {whole} and {rest}; `about` names it where nothing is known. Of several with one `about`, the first that has
    a value is told.
    """

    indicator: str
    about: str
    told: str
    counted: str = ""


_ONLINE = "hồ sơ nộp qua mạng"
_PLEASED = "sự hài lòng của người làm thủ tục"

SAID: Mapping[str, tuple[Said, ...]] = {
    "thu-tuc-hanh-chinh": (
        Said("ty_le_dung_han", "hồ sơ đúng hẹn hay trễ hẹn",
             "Xã báo cáo {value} hồ sơ được trả đúng hẹn hoặc sớm hơn.",
             "Trong {whole} hồ sơ đã giải quyết, {part} hồ sơ đúng hẹn, {rest} trễ."),
        Said("ty_le_truc_tuyen_ho_so_moi", _ONLINE, "Xã báo cáo {value} hồ sơ nộp mới là nộp qua mạng.",
             "Trong {whole} hồ sơ nộp mới, {part} hồ sơ nộp qua mạng."),
        Said("ty_le_truc_tuyen", _ONLINE, "Xã báo cáo {value} hồ sơ là nộp qua mạng.",
             "Trong {whole} hồ sơ tiếp nhận, {part} hồ sơ nộp qua mạng."),
        Said("ty_le_hai_long", _PLEASED, "Xã báo cáo mức hài lòng của người làm thủ tục là {value}."),
        Said("ty_le_hai_long_dvctt", _PLEASED, "Xã báo cáo mức hài lòng của người làm thủ tục qua mạng là {value}."),
    ),
    "binh-dan-hoc-vu-so": (
        Said("to_cnsc", "tổ giúp bà con dùng điện thoại, máy tính",
             "Xã có {value} công nghệ số cộng đồng để giúp bà con dùng điện thoại, máy tính."),
        Said("to_cnsc_thanh_vien", "số người trong các tổ ấy", "Các tổ ấy có {value}."),
        Said("buoi_tuyen_truyen", "buổi hướng dẫn bà con", "Xã đã tổ chức {value} hướng dẫn bà con."),
        Said("bdhvs_hoan_thanh", "số người đã học xong của bốn nhóm", "Đã học xong: {value}."),
    ),
    "ha-tang-nhan-luc": (
        Said("ty_le_phu_song_4g", "sóng điện thoại 4G", "Xã báo cáo sóng điện thoại 4G phủ {value}."),
        Said("thon_lom_song", "thôn sóng yếu", "Còn {value} có nơi sóng điện thoại yếu."),
        Said("thon_trang_song", "thôn không có sóng", "Còn {value} không có sóng điện thoại."),
        Said("ty_le_cb_co_chu_ky_so", "cán bộ có chữ ký số", "Cán bộ được cấp chữ ký số: {value}."),
        Said("cb_phu_trach_cntt", "người lo việc máy tính, chuyển đổi số",
             "Cán bộ lo việc máy tính, chuyển đổi số: {value}."),
    ),
    "kinh-te-xa-hoi-so": (
        Said("ty_le_chi_tra_nguoi_co_cong", "trợ cấp người có công trả qua tài khoản",
             "Trợ cấp người có công được trả qua tài khoản: {value}."),
        Said("ty_le_chi_tra_bao_tro_huu_tri", "trợ cấp xã hội, lương hưu trả qua tài khoản",
             "Trợ cấp xã hội, lương hưu được trả qua tài khoản: {value}."),
        Said("ty_le_dat_dai_lam_sach", "hồ sơ đất đai đã rà soát",
             "Xã báo cáo {value} hồ sơ đất đai đã được rà soát, sửa cho đúng.",
             "Trong {whole} hồ sơ đất đai, {part} hồ sơ đã được rà soát, sửa cho đúng."),
        Said("so_dn_nho_vua", "doanh nghiệp nhỏ và vừa", "Trong xã có {value} nhỏ và vừa đang hoạt động."),
        Said("so_htx", "hợp tác xã", "Trong xã có {value} đang hoạt động."),
    ),
    "chi-dao-kien-nghi": (
        Said("ty_le_nhiem_vu_hoan_thanh", "việc tỉnh giao", "Xã báo cáo đã làm xong {value} số việc tỉnh giao.",
             "Trong {whole} việc tỉnh giao, {part} việc đã làm xong."),
        Said("pakn", "ý kiến của dân gửi tới xã", "Bà con gửi tới xã {value}."),
        Said("pakn_moi", "ý kiến của dân gửi tới xã", "Bà con gửi tới xã {value} mới."),
    ),
}  # fmt: skip
"""Subject to what its opening says, in this order."""
