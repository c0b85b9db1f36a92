"""`portal new`: the empty folder of a commune."""

from __future__ import annotations

import argparse

from generator.officer import new_commune
from generator.tables.all_tables import TABLES


def run(options: argparse.Namespace) -> int:
    """Write it and print what comes next. Raises Refused where the code is not one, or its folder is there."""
    folder = new_commune.write_commune(options.data, " ".join(options.code))
    print(f"""Đã tạo thư mục {folder} với xa.yml và {len(TABLES)} bảng trống. Bước tiếp theo:
  1. Mở xa.yml, đọc lại tên xã, ghi cơ quan đầu mối nếu không phải UBND.
  2. Mở nguon.csv, thêm một dòng cho mỗi văn bản sẽ lấy số.
  3. Điền các bảng khác từ dòng 3 trở đi; dòng bắt đầu bằng “# ” chỉ để hướng dẫn, giữ hay xóa đều được.
  4. Chạy: portal check. Máy chỉ từng chỗ cần sửa cho tới khi báo “Không có lỗi”.""")
    return 0
