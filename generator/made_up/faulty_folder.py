"""A small commune's folder without faults, and the ways of putting one into it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass

NAME = "Xã Mẫu"


@dataclass(frozen=True, slots=True)
class Link:
    """A file that only points to another."""

    to: str


Files = Mapping[str, str | bytes | Link]
"""The files of a folder: names to what they hold."""
Edit = Callable[[Files], Files]

_BASE = {
    "nguon.csv": """\
nguon,so_hieu,ngay,co_quan,ten,tinh_trang,ngay_biet,doc_o_dau,thay_the
bc-5,05/BC-MẪU,2026-05-31,UBND xã Mẫu,Báo cáo mẫu tháng 5,co_so,2026-05-31,Không có thật,
bc-6,06/BC-MẪU,2026-06-30,UBND xã Mẫu,Báo cáo mẫu tháng 6,co_so,2026-06-30,Không có thật,
""",
    "tthc.csv": """\
ky,loai_ky,tu_ngay,den_ngay,linh_vuc,tiep_nhan,moi,ky_truoc,truc_tuyen,truc_tiep_buu_chinh,da_giai_quyet,\
dung_va_truoc_han,qua_han,dang_giai_quyet,nguon,vi_tri,dung_nhu_van_ban
5 tháng,trong_ky,2026-01-01,2026-05-31,,420,400,20,,,400,396,4,20,bc-5,Mục 1,
""",
    "chi-tieu.csv": """\
chi_tieu,phan_to,ky,loai_ky,tu_ngay,den_ngay,gia_tri,don_vi,nhu_in,nhan_dinh,nguon,vi_tri,ghi_chu,dung_nhu_van_ban
ty_le_dung_han,,5 tháng,trong_ky,2026-01-01,2026-05-31,99%,,,,bc-5,Mục 2,,
so_tthc,,tại thời điểm báo cáo,thoi_diem,,2026-05-31,400,,,,bc-5,Mục 3,,
""",
    "muc-tieu.csv": """\
ma,chi_tieu,giai_doan,tu_ngay,den_ngay,so_sanh,gia_tri,gia_tri_den,noi_dung,nguon,vi_tri
mt-1,ty_le_dung_han,Năm 2026,2026-01-01,2026-12-31,>=,98%,,Từ 98% hồ sơ đúng hạn,bc-6,Mục 5
""",
    "ngan-sach.csv": """\
ky,tu_ngay,den_ngay,ma_dong,ma_cha,noi_dung,giai_doan,so_tien,du_dong_con,nguon,vi_tri,dung_nhu_van_ban
Năm 2026,2026-01-01,2026-12-31,tong,,Chuyển đổi số,duoc_phan_bo,300 triệu đồng,co,bc-5,Mục 4,
Năm 2026,2026-01-01,2026-12-31,phan-mem,tong,Phần mềm,duoc_phan_bo,180 triệu đồng,,bc-5,Mục 4,
Năm 2026,2026-01-01,2026-12-31,thiet-bi,tong,Thiết bị,duoc_phan_bo,120 triệu đồng,,bc-5,Mục 4,
""",
}


def base(code: str, slug: str) -> Files:
    """The folder of a made-up commune that passes every check."""
    own = f'ma: "{code}"\nten: "{NAME}"\nslug: {slug}\nghi_chu: "Dữ liệu giả để thử, cố ý ghi sai."\n'
    return {"xa.yml": own, **_BASE}


def cell(file: str, line: int, column: str, value: str) -> Edit:
    """Another value in one cell."""

    def edit(files: Files) -> Files:
        rows = _rows(files, file)
        rows[line - 1][rows[0].index(column)] = value
        return {**files, file: _text(rows)}

    return edit


def row(file: str, **cells: str) -> Edit:
    """One more row; a table that is not there is made with these columns."""

    def edit(files: Files) -> Files:
        rows = _rows(files, file) if file in files else [list(cells)]
        return {**files, file: _text([*rows, [cells.get(name, "") for name in rows[0]]])}

    return edit


def only(file: str) -> Edit:
    """A table without its rows, so that others take their place."""
    return lambda files: {**files, file: _text(_rows(files, file)[:1])}


def swap(file: str, old: str, new: str) -> Edit:
    """Other words in a file."""

    def edit(files: Files) -> Files:
        text = str(files[file])
        if old not in text:
            raise ValueError(f"{old!r} does not stand in {file}")
        return {**files, file: text.replace(old, new)}

    return edit


def put(file: str, content: str | bytes | Link) -> Edit:
    """A file of its own, or in the place of another."""
    return lambda files: {**files, file: content}


def drop(*gone: str) -> Edit:
    """Without some files."""
    return lambda files: {name: content for name, content in files.items() if name not in gone}


def _rows(files: Files, file: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(str(files[file]))))


def _text(rows: list[list[str]]) -> str:
    made = io.StringIO()
    csv.writer(made, lineterminator="\n").writerows(rows)
    return made.getvalue()
