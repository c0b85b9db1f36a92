"""What the Excel form says to officers: how to use it, what each table and each column is for."""

from __future__ import annotations

from collections.abc import Mapping

START = "Bắt đầu"
LISTS = "Danh mục"
"""Names of the first and the last sheet."""

CODE, NAME, NEWEST, STAMP = "Mã xã", "Tên xã", "Văn bản mới nhất", "Dấu bản số liệu"
"""Labels of the first sheet; what they say stands in the cell to their right."""

CHECK = "Kiểm:"
"""A heading that begins so is of a check column, which import does not read."""

STEPS: tuple[str, ...] = (
    "1. Đăng ký báo cáo của tháng ở tờ “Văn bản nguồn” trước: mỗi văn bản một dòng, tự đặt một mã, ví dụ bc-thang-6.",
    "2. Sang tờ cần điền, viết vào các dòng trống bên dưới. Cột có dấu * phải điền; ô có danh sách thì bấm mũi tên.",
    "3. Chép đúng như in: 99,89%, 07/10, 275,4 triệu đồng. Dấu chấm cho hàng nghìn, dấu phẩy cho phần lẻ.",
    "4. Trống khác với không: văn bản bỏ trống thì để trống ô; văn bản ghi “Không phát sinh” thì chép đúng như vậy.",
    "5. Cột xám “Kiểm” là phép cộng để đối chiếu, không cần điền. Nổi màu đỏ thì xem lại các số trong dòng.",
    "6. Được lọc, sắp xếp, tô màu, ẩn dòng, thêm cột ghi riêng. Không đổi tên tờ, tên cột và không sửa ô “Mã xã”.",
    "7. Xóa một dòng trong biểu là xóa số liệu ấy khỏi trang. Số cũ sai thì sửa ngay trong dòng của nó.",
    "8. Lưu ở dạng “Excel Workbook (.xlsx)” rồi gửi lại. Máy kiểm tra, trả lời bằng lời; có lỗi thì chưa ghi gì cả.",
)

TABLES: Mapping[str, str] = {
    "nguon": "Các báo cáo, kế hoạch mà số liệu được lấy ra. Đăng ký ở đây trước; mọi dòng ở các tờ khác đều chỉ về "
    "một mã văn bản trong tờ này.",
    "tthc": "Hồ sơ thủ tục hành chính: mỗi kỳ báo cáo một dòng. Ghi số đếm (số hồ sơ), không ghi tỷ lệ; máy tự tính.",
    "bdhvs": "Bình dân học vụ số: mỗi thời điểm và mỗi nhóm người một dòng.",
    "to-cong-nghe-so": "Tổ công nghệ số cộng đồng và các buổi tuyên truyền, hướng dẫn người dân.",
    "diem-ho-tro": "Nơi người dân đến để được giúp: địa điểm, giờ mở cửa, đường dây của cơ quan.",
    "ngan-sach": "Kinh phí: mỗi khoản một dòng. Khoản nằm trong khoản lớn thì ghi mã của khoản lớn ở “Mã dòng cha”.",
    "chi-tieu": "Mọi con số khác trong văn bản: chọn chỉ tiêu trong danh sách, mỗi con số một dòng.",
    "muc-tieu": "Mục tiêu mà nghị quyết, kế hoạch đặt ra: mỗi mục tiêu một dòng.",
    "nhiem-vu": "Nhiệm vụ được giao trong văn bản: mỗi việc một dòng.",
    "van-ban": "Văn bản chỉ đạo, điều hành mà xã đã ban hành, như báo cáo kể ra.",
    "kien-nghi": "Kiến nghị, đề xuất của xã và cơ quan phải trả lời.",
    "nhan-xet": "Câu tự đánh giá, khó khăn, nguyên nhân: chép nguyên văn từ báo cáo.",
}
"""One line under the title of each table's sheet."""

_COUNT = "Số đếm, chép như văn bản in. Văn bản bỏ trống thì để trống; văn bản ghi “Không phát sinh” thì chép đúng vậy."

_EVERYWHERE: Mapping[str, str] = {
    "ky": "Kỳ, chép như văn bản in, ví dụ: 5 tháng đầu năm 2026.",
    "loai_ky": "Chọn: số của cả kỳ, số cộng dồn (lũy kế), hay số tại một thời điểm.",
    "tu_ngay": "Ngày đầu kỳ, ví dụ 01/01/2026. Số tại một thời điểm, hay văn bản không nêu, thì để trống.",
    "den_ngay": "Ngày cuối kỳ hoặc ngày chốt số, ví dụ 31/05/2026.",
    "nguon": "Chọn mã văn bản mà con số được lấy ra. Chưa có trong danh sách thì đăng ký ở tờ “Văn bản nguồn” trước.",
    "vi_tri": "Chỗ trong văn bản để người khác tìm lại được, ví dụ: Mục II.1.a: “tiếp nhận 2.842 hồ sơ”.",
    "ghi_chu": "Điều người đọc cần biết thêm về dòng này. Không bắt buộc.",
    "dung_nhu_van_ban": "Chỉ chọn khi máy báo các số không khớp mà chính văn bản in như vậy. Trang sẽ nói rõ chỗ lệch.",
    "phan_to": "Con số là của phần nào (ví dụ của khối Đảng). Số chung của cả xã thì để trống.",
    "don_vi": "Để trống: máy đã biết đơn vị của chỉ tiêu (xem tờ “Danh mục”).",
    "nhu_in": "Chỉ điền khi cách in trong văn bản khác ô giá trị, ví dụ thiếu đơn vị: 135,4 được giao.",
    "ngoai_tru": "Phần mà văn bản nói là không tính đến. Không bắt buộc.",
    "noi_dung": "Nội dung, chép theo lời văn bản.",
    "chi_tieu": "Chọn tên chỉ tiêu trong danh sách; tên và đơn vị có ở tờ “Danh mục”.",
    "ma": "Mã tự đặt, mỗi dòng một mã: chữ thường không dấu, chữ số, gạch nối, ví dụ kh-2026-01.",
    "co_quan": "Cơ quan ban hành văn bản.",
    "so_hieu": "Số và ký hiệu, ví dụ 12/BC-UBND. Văn bản chưa có số thì để trống.",
}

_IN_TABLE: Mapping[str, str] = {
    "nguon.nguon": "Mã tự đặt cho văn bản, không đổi về sau: chữ thường không dấu, chữ số, gạch nối, ví dụ "
    "bc-thang-6-2026.",
    "nguon.ngay": "Ngày ký, ví dụ 30/06/2026. Văn bản chưa ghi ngày thì để trống.",
    "nguon.ngay_in": "Ngày đúng như trên văn bản, ví dụ: ngày 30 tháng 6 năm 2026.",
    "nguon.ten": "Tên đầy đủ của văn bản.",
    "nguon.tinh_trang": "Chọn: văn bản đã có số, chưa có số, hay còn là dự thảo.",
    "nguon.ky": "Kỳ mà văn bản báo cáo, ví dụ: 6 tháng đầu năm 2026.",
    "nguon.ngay_biet": "Thường là ngày ký. Không số liệu nào trong văn bản được muộn hơn ngày này.",
    "nguon.doc_o_dau": "Người dân đọc văn bản ở đâu, hoặc hỏi cơ quan nào.",
    "nguon.thay_the": "Chọn mã của văn bản cũ mà văn bản này thay. Không thay văn bản nào thì để trống.",
    "nguon.luoc_bo": "Loại nội dung nào của văn bản không đưa lên và vì sao, không ghi nội dung ấy.",
    "tthc.linh_vuc": "Lĩnh vực, ví dụ: Hộ tịch. Số chung của mọi lĩnh vực thì để trống.",
    "tthc.gom_ky_truoc": "Số nộp trực tuyến đã gồm cả hồ sơ kỳ trước chuyển qua hay chưa.",
    "tthc.dung_va_truoc_han": "Chỉ điền khi văn bản gộp chung đúng hạn và trước hạn, không tách.",
    "tthc.truc_tuyen_toan_trinh": "Trong số nộp trực tuyến: hồ sơ làm trọn qua mạng. Văn bản không tách thì để trống.",
    "tthc.truc_tuyen_mot_phan": "Trong số nộp trực tuyến: hồ sơ vẫn có bước phải đến nơi. Văn bản không tách thì để "
    "trống.",
    "tthc.tra_lai": "Hồ sơ trả lại, không giải quyết. Tiếp nhận = đã giải quyết + đang giải quyết + số này.",
    "tthc.rut": "Hồ sơ người dân rút về.",
    "tthc.dung": "Hồ sơ dừng giải quyết.",
    "tthc.tra_lai_rut_dung": "Chỉ điền khi văn bản gộp chung hồ sơ trả lại, rút, dừng, không tách.",
    "bdhvs.nhom": "Chọn nhóm người mà dòng này nói đến; nhóm khác (ví dụ Phụ nữ, Thôn 3) thì chép như văn bản in.",
    "to-cong-nghe-so.don_vi_buoi": "Văn bản gọi là buổi, đợt hay hội nghị.",
    "to-cong-nghe-so.noi_dung": "Nội dung các buổi, theo lời văn bản. Không bắt buộc.",
    "diem-ho-tro.ten": "Tên điểm, ví dụ: Trung tâm Phục vụ hành chính công xã.",
    "diem-ho-tro.dia_chi": "Ở đâu, để người dân đến được.",
    "diem-ho-tro.gio": "Giờ mở cửa, ví dụ: Thứ Hai đến Thứ Sáu, 7:30 đến 17:00.",
    "diem-ho-tro.duong_day": "Chỉ đường dây của cơ quan. Không ghi số điện thoại của cá nhân.",
    "ngan-sach.ma_dong": "Mã tự đặt cho khoản, mỗi dòng một mã, ví dụ phan-mem: chữ thường không dấu, gạch nối.",
    "ngan-sach.ma_cha": "Mã của khoản lớn chứa khoản này. Khoản tổng thì để trống.",
    "ngan-sach.giai_doan": "Chọn: nhu cầu, được phân bổ, dự toán hay thực hiện.",
    "ngan-sach.so_tien": "Số tiền theo đồng, ví dụ 275400000; hoặc gõ chữ như in: khoảng 275,4 triệu đồng.",
    "ngan-sach.du_dong_con": "Chọn “có” nếu các khoản con đã đủ; khi đó máy cộng lại để đối chiếu.",
    "chi-tieu.gia_tri": "Chép đúng như in: 99,89% hay 07/10 hay 2.842 hay 85,64/100. Văn bản bỏ trống thì để trống.",
    "chi-tieu.co_so": "Tỷ lệ tính trên số nào, ví dụ: hồ sơ đã giải quyết. Số đếm của riêng một phần thì ghi phần ấy. "
    "Văn bản không nêu thì để trống.",
    "chi-tieu.loai": "Để trống nếu là số báo cáo; chọn “nhu cầu” nếu là số đề nghị cấp.",
    "chi-tieu.nhan_dinh": "Chỉ chọn khi văn bản nói con số này đạt hay vượt chỉ tiêu.",
    "chi-tieu.don_vi_bao_cao": "Cơ quan mà văn bản giao báo cáo con số này. Không bắt buộc.",
    "muc-tieu.giai_doan": "Giai đoạn, chép như in, ví dụ: Đến hết năm 2026.",
    "muc-tieu.lap_lai": "Mục tiêu đạt một lần, hay năm nào cũng phải đạt.",
    "muc-tieu.so_sanh": "Chọn: đạt, từ, trên, không quá hay dưới. Nếu ô giá trị đã viết “trên 98%” thì để trống.",
    "muc-tieu.gia_tri": "Mức phải đạt, ví dụ 98%. Mục tiêu chỉ nói bằng lời thì để trống.",
    "muc-tieu.gia_tri_den": "Chỉ điền khi mục tiêu là một khoảng: mức trên, ví dụ 90%.",
    "muc-tieu.moi": "Mục tiêu tính cho mỗi đơn vị nào, ví dụ: thôn. Không bắt buộc.",
    "muc-tieu.nhu_in": "Mục tiêu, chép nguyên văn.",
    "nhiem-vu.chu_tri": "Đơn vị chủ trì như văn bản ghi.",
    "nhiem-vu.phoi_hop": "Các đơn vị phối hợp như văn bản ghi.",
    "nhiem-vu.thoi_han": "Thời hạn, chép như in, ví dụ: Quý III/2026.",
    "nhiem-vu.loai_thoi_han": "Chọn loại thời hạn; văn bản không nói thì chọn “không nêu thời hạn”.",
    "nhiem-vu.tu_ngay": "Ngày bắt đầu, nếu văn bản nêu.",
    "nhiem-vu.den_ngay": "Ngày phải xong, ví dụ 31/12/2026, nếu văn bản nêu.",
    "nhiem-vu.trang_thai": "Chỉ ghi khi văn bản nói việc đã đến đâu.",
    "van-ban.loai": "Loại văn bản, ví dụ: Kế hoạch, Quyết định.",
    "van-ban.ngay": "Ngày ban hành, ví dụ 08/01/2026.",
    "van-ban.trich_yeu": "Trích yếu: văn bản nói về việc gì.",
    "kien-nghi.co_quan_tra_loi": "Cơ quan mà xã kiến nghị, phải trả lời.",
    "kien-nghi.thoi_han": "Thời hạn trả lời, nếu văn bản nêu.",
    "nhan-xet.loai": "Chọn: tự đánh giá, khó khăn hay nguyên nhân.",
    "nhan-xet.noi_dung": "Chép nguyên văn câu trong báo cáo.",
}


def explained(table: str, column: str) -> str:
    """What a column is for, in one or two sentences; at most 255 characters, as Excel shows no more."""
    return _IN_TABLE.get(f"{table}.{column}") or _EVERYWHERE.get(column, _COUNT)
