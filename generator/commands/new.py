"""`portal new`: the empty folder of a commune, or of every commune of a province that has none."""

from __future__ import annotations

import argparse

from generator.officer import new_commune
from generator.reading.province import province_of
from generator.tables.all_tables import TABLES


def run(options: argparse.Namespace) -> int:
    """Write them and print what comes next. Raises Refused where the code is not one, or its folder is there."""
    if options.tinh:
        return _of_province(options)
    folder = new_commune.write_commune(options.data, " ".join(options.code))
    print(f"""Đã tạo thư mục {folder} với xa.yml và {len(TABLES)} bảng trống. Bước tiếp theo:
  1. Mở xa.yml, đọc lại tên xã, ghi cơ quan đầu mối nếu không phải UBND.
  2. Mở nguon.csv, thêm một dòng cho mỗi văn bản sẽ lấy số.
  3. Điền các bảng khác từ dòng 3 trở đi; dòng bắt đầu bằng “# ” chỉ để hướng dẫn, giữ hay xóa đều được.
  4. Chạy: portal check. Máy chỉ từng chỗ cần sửa cho tới khi báo “Không có lỗi”.""")
    return 0


def _of_province(options: argparse.Namespace) -> int:
    province = province_of(options.data, options.tinh)
    names = {unit.code: unit.name for unit in province.communes}
    for code, there in province.folders.items():
        print(f"Đã có, giữ nguyên: {names[code]}, thư mục {there}")
    made = new_commune.write_communes(options.data, province)
    for folder in made:
        print(f"Đã tạo: {folder}")
    print(f"""{province.unit.name}: {len(province.communes)} xã, phường, đặc khu; đã tạo {len(made)} thư mục, \
{len(province.folders)} nơi đã có thư mục từ trước.
Bước tiếp theo: portal form --tinh {province.unit.code} tạo biểu của cả tỉnh để gửi đi.""")
    return 0
