"""`chi-tieu.csv`, of all else: people, machines, mobile networks, economy, meetings, tasks of the province."""

from __future__ import annotations

from collections.abc import Iterator

from generator.made_up.character import Character
from generator.made_up.course import Course
from generator.made_up.growth import Growth
from generator.made_up.months import Month
from generator.made_up.papers import Paper, Papers
from generator.made_up.rows import Row, counted_on, from_place, number, since_new_year

_GOALS = {
    "ty_le_dan_tiep_can_dich_vu_so": (38, 90), "ty_le_dinh_danh_dien_tu": (55, 93),
    "ty_le_cb_boi_duong_ky_nang_so": (60, 100), "ty_le_phu_song_5g": (6, 80), "ty_le_van_ban_di_ky_so": (80, 100),
    "ty_le_chi_tra_bao_tro_huu_tri": (52, 97), "ty_le_so_hoa_luu_tru": (12, 85),
}  # fmt: skip

_POINTS = {
    "cong_khai": 18, "tien_do": 20, "so_hoa": 22, "dich_vu_truc_tuyen": 12, "thanh_toan": 10, "hai_long": 18,
}  # fmt: skip
"""The groups of the national index of services, with the most points that each may have."""


def rows(commune: Character, _: Course, papers: Papers) -> Iterator[Row]:
    """What is counted once a year, and what each report of the year so far tells."""
    growth = Growth(commune, _GOALS)
    for month, paper in papers.yearly.items():
        yield from _states(_things(commune, month), month, paper)
        for name in _GOALS:
            about = "khoảng " if name == "ty_le_dan_tiep_can_dich_vu_so" else ""
            value = f"{about}{min(100, round(growth.at(name, month)))}%"
            yield counted_on(month) | from_place(paper.id, "Biểu 6") | {"chi_tieu": name, "gia_tri": value}
        yield from _points(commune, month, paper)
        yield counted_on(month) | from_place(paper.id, "Mục 7: đề xuất") | {
            "chi_tieu": "may_tinh", "gia_tri": 4 + commune.staff // 12, "loai": "nhu_cau",
        }  # fmt: skip
    for month, paper in papers.full.items():
        yield from _directed(commune, month, paper)


def _points(commune: Character, month: Month, paper: Paper) -> Iterator[Row]:
    """Points of the national index: each group and all together, in hundredths so that they add up."""
    chance = commune.chance(f"points {month.year}")
    got = {group: round(100 * most * chance.uniform(0.7, 0.98)) for group, most in _POINTS.items()}
    for group, points in {"": sum(got.values()), **got}.items():
        yield since_new_year(month) | from_place(paper.id, "Biểu 7") | {
            "chi_tieu": "diem_bo_chi_so_766", "phan_to": group, "gia_tri": f"{points // 100},{points % 100:02}",
        }  # fmt: skip


def corrections(commune: Character, _: Course, papers: Papers) -> Iterator[Row]:
    """`dinh-chinh.csv`: one count was first entered with the wrong day."""
    month, paper = max(papers.yearly.items())
    id, wrong = f"{commune.code}.so_thon.tong.-{{:%Y%m%d}}-thoi_diem.bao_cao.{paper.id}", month.moved(-1).end
    yield {
        "ma_so_cu": id.format(wrong), "ma_so_moi": id.format(month.end), "ngay": paper.issued,
        "ly_do": "Ngày chốt số ghi nhầm một tháng.",
    }  # fmt: skip


def _things(commune: Character, month: Month) -> Row:
    """Things and people at the end of a month: machines are renewed, networks grow."""
    chance = commune.chance("things")
    staff, years = commune.staff, month.year - 2023
    bad = max(2, round(staff * chance.uniform(0.25, 0.4)) - 3 * years)
    printers, scanners = staff // 3, max(3, staff // 9)
    weak = max(0, commune.villages // 4 - years)
    firms = max(6, commune.size // 4) + chance.randint(0, 5)
    return {
        "can_bo_cong_chuc": staff, "may_tinh": staff + 4, "may_tinh_dap_ung": staff + 4 - bad,
        "may_tinh_khong_dap_ung": bad, "may_in": printers, "may_in_dap_ung": printers - printers // 4,
        "may_in_khong_dap_ung": printers // 4, "may_quet": scanners, "may_quet_dap_ung": scanners - 1,
        "may_quet_khong_dap_ung": 1, "chu_ky_so_to_chuc": chance.randint(3, 8), "so_thon": commune.villages,
        "thon_lom_song": weak or "Không có", "nha_mang_4g": 3, "ty_le_phu_song_4g": "100%",
        "cb_phu_trach_cntt": 2, "so_dn_nho_vua": firms + 2 * years, "so_htx": chance.randint(1, 6),
        "so_san_pham_ocop": max(0, chance.randint(1, 4) + years) or "Không có",
        "ho_so_dat_dai_lam_sach": _of(round(commune.size * (9 + 2 * years)), commune.size * 20),
    }  # fmt: skip


def _of(part: int, whole: int) -> str:
    return f"{number(part)}/{number(whole)}"


def _states(things: Row, month: Month, paper: Paper) -> Iterator[Row]:
    for name, value in things.items():
        base: Row = {"co_so": "hồ sơ phải làm sạch"} if name == "ho_so_dat_dai_lam_sach" else {}
        yield counted_on(month) | from_place(paper.id, "Biểu 6") | {"chi_tieu": name, "gia_tri": value} | base


def _directed(commune: Character, month: Month, paper: Paper) -> Iterator[Row]:
    """Meetings and letters of the year so far; tasks of the province and what has become of them."""
    chance = commune.chance(f"directed {month.year}")
    each_month = (chance.randint(3, 6), chance.randint(4, 8), chance.randint(2, 4))
    meetings, letters, tasks = (each * month.number for each in each_month)
    done, overdue = tasks * 3 // 4, min(2, tasks // 9)
    within_year = {
        "cuoc_hop": meetings, "cuoc_hop_nguoi_dung_dau": meetings * 2 // 3, "cuoc_hop_cap_pho": meetings // 4,
        "van_ban_nguoi_dung_dau_ky": letters, "van_ban_cap_pho_ky": letters * 2,
    }  # fmt: skip
    states = {
        "nhiem_vu_tinh_giao": tasks, "nhiem_vu_hoan_thanh": done, "nhiem_vu_hoan_thanh_dung_han": done - done // 8,
        "nhiem_vu_trong_han": tasks - done - overdue, "nhiem_vu_qua_han": overdue,
    }  # fmt: skip
    for name, value in (within_year | states).items():
        place = from_place(paper.id, "Mục 1" if name in within_year else "Mục 2: việc tỉnh giao")
        yield since_new_year(month) | place | {"chi_tieu": name, "gia_tri": value}
