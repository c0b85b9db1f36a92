"""`portal owners`: the file that says who must agree to changes of which commune."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.language.vietnamese import lines_in_print
from generator.model.problem import Refused
from generator.officer.code_owners import owners_text, read_owners, within
from generator.publishing.write import replace_together
from generator.reading.decode import Undecodable, decode
from generator.reading.province import province_of


def run(options: argparse.Namespace) -> int:
    """Write the part of a province anew. Raises Refused for a list that cannot be read, and without any folder."""
    province = province_of(options.data, options.tinh)
    if not province.folders:
        raise Refused(f"{province.unit.name} chưa có thư mục xã nào. Chạy trước: portal new --tinh {options.tinh}.")
    communes = read_owners(_text(options.list).splitlines() if options.list else [], province)
    path = options.out
    if not path.parent.is_dir():
        raise Refused(f"Không có thư mục “{path.parent}”: tạo thư mục ấy trước, hoặc chọn nơi khác bằng --out.")
    root = path.resolve().parent
    repository = root.parent if root.name in (".github", ".gitlab", "docs") else root
    old = _text(path) if path.is_file() else ""
    made = owners_text(old, province, options.team, communes, within(options.data, repository))
    replace_together(path.parent, {path.name: made.encode()})
    own = [code for code in province.folders if code in communes]
    print(lines_in_print(f"Đã ghi {path}: {len(province.folders)} xã của {province.unit.name}."))
    print(f"{len(own)} xã có người duyệt riêng; mọi xã đều do {' '.join(options.team)} duyệt được.")
    if away := [code for code in communes if code not in province.folders]:
        print(f"Chưa có thư mục nên chưa ghi: {', '.join(away)}.")
    return 0


def _text(path: Path) -> str:
    """The text of a file in any Unicode coding, as editors save it. Raises Refused where it has none."""
    try:
        return decode(path.read_bytes())
    except Undecodable as fault:
        raise Refused(f"“{path}”, dòng {fault.line}: {fault.message} Lưu lại tệp với mã UTF-8 rồi chạy lại.") from None
