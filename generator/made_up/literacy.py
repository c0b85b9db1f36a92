"""`bdhvs.csv`, `to-cong-nghe-so.csv`, `diem-ho-tro.csv`: who learnt digital skills, and who helps."""

from __future__ import annotations

from collections.abc import Iterator

from generator.made_up.character import Character
from generator.made_up.course import Course
from generator.made_up.growth import Growth
from generator.made_up.months import Month
from generator.made_up.papers import Papers
from generator.made_up.rows import Row, counted_on, from_place, in_month, number, within

BEGAN = Month(2025, 6)
"""Reports tell of the movement from here on."""
GOALS = {
    "can_bo": (62, 100), "hoc_sinh": (50, 100), "nguoi_truong_thanh": (24, 96), "nguoi_lao_dong": (30, 98),
    "xac_nhan_vneid": (14, 92),
}  # fmt: skip
"""The groups of the national plan: share that has finished two years ago, and where it tends to (%)."""
_PEOPLE = {"can_bo": 1, "hoc_sinh": 14, "nguoi_truong_thanh": 58, "nguoi_lao_dong": 6, "xac_nhan_vneid": 58}
"""People of each group for each official."""
_TOPICS = (
    "hướng dẫn nộp hồ sơ qua mạng", "hướng dẫn cài và dùng VNeID", "nhận biết lừa đảo qua mạng",
    "thanh toán không dùng tiền mặt",
)  # fmt: skip


def groups(commune: Character, _: Course, papers: Papers) -> Iterator[Row]:
    """Each group at each report of the year so far; one that a report passes over is blank."""
    chance = commune.chance("groups")
    growth = Growth(commune, GOALS)
    people = {group: round(commune.staff * each * chance.uniform(0.8, 1.2)) for group, each in _PEOPLE.items()}
    people |= {"can_bo": commune.staff, "xac_nhan_vneid": people["nguoi_truong_thanh"]}
    blank = chance.choice(("nguoi_lao_dong", "xac_nhan_vneid"))
    for order, (month, paper) in enumerate(there := sorted(papers.full.items())):
        if month < BEGAN:
            continue
        for group, all_of in people.items():
            told: Row = {}
            if group != blank or order == len(there) - 1 or order % 2:
                done = round(all_of * min(growth.at(group, month), 100) / 100)
                begun = min(all_of, done + (all_of - done) // 3)
                told = {"doi_tuong": number(all_of), "da_hoc": number(begun), "hoan_thanh": number(done)}
            place = "Biểu 4: dòng của nhóm" if told else "Toàn văn: không nêu số liệu"
            yield counted_on(month) | {"nhom": group} | told | from_place(paper.id, place)
        women = commune.villages * 9
        learnt = round(women * min(growth.at("nguoi_truong_thanh", month), 96) / 100)
        yield counted_on(month) | from_place(paper.id, "Biểu 4: dòng cuối") | {
            "nhom": "Hội viên phụ nữ", "doi_tuong": women, "da_hoc": learnt, "hoan_thanh": learnt * 4 // 5,
        }  # fmt: skip


def teams(commune: Character, _: Course, papers: Papers) -> Iterator[Row]:
    """Teams and their members at each report of the year so far, sessions in each month that held some."""
    chance = commune.chance("teams")
    members = commune.villages * chance.randint(4, 7)
    for order, (month, paper) in enumerate(sorted(papers.full.items())):
        trained = min(members, members // 2 + order * max(1, members // 12))
        yield counted_on(month) | from_place(paper.id, "Mục 5: Tổ công nghệ số cộng đồng") | {
            "so_to": commune.villages, "thanh_vien": members, "da_tap_huan": trained,
        }  # fmt: skip
        quarter = in_month(month)
        if month.number % 3 == 0:
            quarter = within(month.moved(-2).start, month.end, month.quarter_words)
        yield quarter | from_place(paper.id, "Mục 5: các buổi hướng dẫn") | {
            "so_buoi": chance.randint(2, 9), "don_vi_buoi": "buoi", "noi_dung": chance.choice(_TOPICS),
        }  # fmt: skip


def points(commune: Character, _: Course, papers: Papers) -> Iterator[Row]:
    """Where people are helped; the second point names no hours."""
    place = from_place(papers.newest.id, "Mục 5: điểm hỗ trợ")
    yield {
        "ten": "Trung tâm Phục vụ hành chính công", "dia_chi": "Tại trụ sở Ủy ban nhân dân",
        "gio": "Thứ Hai đến Thứ Sáu, 7:30 đến 17:00",
    } | place  # fmt: skip
    hamlet = f"{commune.hamlet} mẫu"
    yield {"ten": f"Nhà văn hóa {hamlet}", "dia_chi": f"{hamlet[0].upper()}{hamlet[1:]}, cạnh chợ mẫu"} | place
