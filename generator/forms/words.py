"""What the Excel form says to officers of itself: how to use it. What a table is for stands with the table."""

from __future__ import annotations

START = "Bắt đầu"
LISTS = "Danh mục"
"""Names of the first and the last sheet."""

CODE, NAME, NEWEST, STAMP = "Mã xã", "Tên xã", "Văn bản mới nhất", "Dấu bản số liệu"
REASON = "Lý do sửa số đã đăng"
WANTED = "Kỳ tới cần có"
"""Labels of the first sheet; what they say stands in the cell to their right."""

CHECK = "Kiểm:"
"""A heading that begins so is of a check column, which import does not read."""

DRAFT = "? "
"""A cell that begins so is a draft made by the machine of a report: no number until an officer confirms it."""
DRAFTS = "Bản thảo"
"""The sheet, and the line of the first, that tell of drafts; import reads neither."""
DRAFT_STEPS = (
    "Ô vàng bắt đầu bằng dấu ? là bản thảo máy đọc từ báo cáo, chưa phải số liệu. So từng ô với văn bản (cột “Vị trí "
    "trong văn bản” nói ở đâu): đúng thì xóa dấu ?, sai thì sửa hoặc xóa. Còn ô ? thì biểu chưa nhận được."
)

MONTH = "Biểu tháng"
"""The one sheet of a month's form."""
MONTH_STEPS = (
    "So kỳ, ngày điền sẵn. Chép số vào ô vàng, đúng như in; không nêu thì để trống. “Vị trí” trống là như dòng trên. "
    "Lưu (.xlsx), gửi lại."
)
MONTH_HEADINGS = ("Mục", "Lần này", "Lần trước", "Giải thích", "Vị trí trong văn bản")
AS_PRINTED = "(đúng như in)"
"""What an officer writes behind a number that agrees with no other, and is printed so."""
SENTENCE = "Câu trong văn bản"
"""What stands in the place of the explanation where a state is chosen: the document's own words."""

STEPS: tuple[str, ...] = (
    "1. Đăng ký báo cáo của tháng ở tờ “Văn bản nguồn” trước: mỗi văn bản một dòng, tự đặt một mã, ví dụ bc-thang-6.",
    "2. Sang tờ cần điền, viết vào các dòng trống bên dưới. Cột có dấu * phải điền; ô có danh sách thì bấm mũi tên.",
    "3. Chép đúng như in: 99,89%, 07/10, 275,4 triệu đồng. Dấu chấm cho hàng nghìn, dấu phẩy cho phần lẻ.",
    "4. Trống khác với không: văn bản bỏ trống thì để trống ô; văn bản ghi “Không phát sinh” thì chép đúng như vậy.",
    "5. Cột xám “Kiểm” là phép cộng để đối chiếu, không cần điền. Nổi màu đỏ thì xem lại các số trong dòng.",
    "6. Được lọc, sắp xếp, tô màu, ẩn dòng, thêm cột ghi riêng. Không đổi tên tờ, tên cột và không sửa ô “Mã xã”.",
    f"7. Xóa một dòng là xóa số liệu ấy khỏi trang. Số cũ sai thì sửa ngay trong dòng, ghi vì sao ở ô “{REASON}”.",
    "8. Lưu ở dạng “Excel Workbook (.xlsx)” rồi gửi lại. Máy kiểm tra, trả lời bằng lời; có lỗi thì chưa ghi gì cả.",
)
