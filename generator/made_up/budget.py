"""`ngan-sach.csv`, of the whole budget as it is disclosed: revenue, spending, balance; plan, quarters, settlement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.made_up.character import Character
from generator.made_up.course import Course
from generator.made_up.money import of_year, share_spent, shared_out, to_date
from generator.made_up.months import Month
from generator.made_up.papers import Papers
from generator.made_up.rows import Row, from_place, number, percent

Shares = Mapping[str, tuple[str, str, float]]
"""Lines of a table by their codes: what they are part of, their words, what share they are of it."""

_SPENDING: Shares = {
    "tong-chi": ("", "Tổng chi ngân sách", 1),
    "dau-tu": ("tong-chi", "Chi đầu tư phát triển", 0.31),
    "duong-sa": ("dau-tu", "Đường, kênh mương", 0.58),
    "nha-cua": ("dau-tu", "Trường học, nhà văn hóa", 0.42),
    "thuong-xuyen": ("tong-chi", "Chi thường xuyên", 0.67),
    "giao-duc": ("thuong-xuyen", "Giáo dục và đào tạo", 0.39),
    "y-te": ("thuong-xuyen", "Y tế, dân số", 0.05),
    "van-hoa": ("thuong-xuyen", "Văn hóa, thể thao, truyền thanh", 0.04),
    "moi-truong": ("thuong-xuyen", "Môi trường, vệ sinh", 0.06),
    "kinh-te": ("thuong-xuyen", "Hoạt động kinh tế", 0.08),
    "xa-hoi": ("thuong-xuyen", "Bảo đảm xã hội", 0.15),
    "bo-may": ("thuong-xuyen", "Hoạt động của cơ quan, tổ chức ở cơ sở", 0.23),
    "du-phong": ("tong-chi", "Dự phòng ngân sách", 0.02),
}
_REVENUE: Shares = {
    "tong-thu": ("", "Tổng thu ngân sách", 1),
    "duoc-huong": ("tong-thu", "Các khoản thu được hưởng", 0.24),
    "phi": ("duoc-huong", "Phí, lệ phí", 0.12),
    "thue-dat": ("duoc-huong", "Thuế sử dụng đất phi nông nghiệp", 0.2),
    "tien-dat": ("duoc-huong", "Tiền sử dụng đất", 0.55),
    "thu-khac": ("duoc-huong", "Thu khác", 0.13),
    "bo-sung": ("tong-thu", "Thu bổ sung từ ngân sách cấp trên", 0.76),
    "can-doi": ("bo-sung", "Bổ sung cân đối", 0.81),
    "muc-tieu": ("bo-sung", "Bổ sung có mục tiêu", 0.19),
}
_TABLES = {"thu": (_REVENUE, "tong-thu"), "chi": (_SPENDING, "tong-chi")}
_WITHOUT_RESULT, _OVERSPENT = "du-phong", "moi-truong"
_AHEAD = 1.7
"""How much faster than planned the line is spent that ends above its plan."""
_BALANCE = ("chenh-lech", "Chênh lệch thu và chi")
_PRINTED = frozenset({"tong-thu", "duoc-huong", "bo-sung", "tong-chi", "dau-tu", "thuong-xuyen"})
"""Lines beside which a document prints per cent."""
Amounts = dict[tuple[str, str], int]
"""Millions of đồng by table and code."""


def rows(commune: Character, _: Course, papers: Papers) -> Iterator[Row]:
    """The newest two years: what was planned, what came in and was spent by each quarter, the year before settled."""
    chance = commune.chance("budget")
    size = round(26_000 * chance.uniform(1, 1.8))
    newest = papers.newest.month.year
    plans: dict[int, Amounts] = {}
    results: dict[Month, Amounts] = {}
    for year in (year for year in papers.estimates if year >= newest - 1):
        plans[year] = _planned(round(size * 1.06 ** (year - newest)))
        yield from _told(plans[year], "du_toan", of_year(year), from_place(papers.estimates[year].id, "Biểu 2"))
    paces = {year: {code: chance.uniform(0.9, 1.02) for code in (*_REVENUE, *_SPENDING)} for year in plans}
    paces[newest][_OVERSPENT] = _AHEAD
    for month, paper in papers.disclosures.items():
        plan = plans[month.year]
        results[month] = own = _so_far(plan, month, paces[month.year])
        ago = results.get(month.moved(-12), {})
        for row in _told(own, "thuc_hien", to_date(month), from_place(paper.id, "Biểu 1")):
            yield row | _per_cent(row, own, plan, ago)
    for year, paper in papers.settlements.items():
        if december := results.get(Month(year, 12)):
            yield from _told(december, "quyet_toan", of_year(year), from_place(paper.id, "Biểu 1"))


def _planned(total: int) -> Amounts:
    """Each line of a year."""
    made: Amounts = {}
    for table, (lines, root) in _TABLES.items():
        made[table, root] = total
        for above in lines:
            shares = {code: share for code, (parent, _, share) in lines.items() if parent == above}
            if shares:
                made |= {(table, code): part for code, part in shared_out(made[table, above], shares).items()}
    return made


def _so_far(plan: Amounts, month: Month, pace: Mapping[str, float]) -> Amounts:
    """What came in and was spent until the end of a month: of leaves as much as their pace makes, of others the sum."""
    made: Amounts = {}
    for table, (lines, _) in _TABLES.items():
        parents = {parent for parent, _, _ in lines.values()}
        season = 1 if table == "chi" else 0.85 if month.number <= 3 else 1.1
        for code in lines:
            if code not in parents and code != _WITHOUT_RESULT:
                made[table, code] = round(plan[table, code] * share_spent(month) * pace[code] * season)
        for code in reversed([code for code in lines if code in parents]):
            own = (part for part, (parent, _, _) in lines.items() if parent == code)
            made[table, code] = sum(made.get((table, part), 0) for part in own)
    return made


def _told(amounts: Amounts, stage: str, days: Row, place: Row) -> Iterator[Row]:
    """The rows of a document: each line of each table, then the balance of results."""
    for table, (lines, _) in _TABLES.items():
        for code, (above, words, _) in lines.items():
            amount = amounts.get((table, code))
            yield days | place | {
                "bang": table, "ma_dong": code, "ma_cha": above, "noi_dung": words, "giai_doan": stage,
                "so_tien": "—" if amount is None else _dong(amount),
            }  # fmt: skip
    if stage != "du_toan":
        gap = amounts["thu", "tong-thu"] - amounts["chi", "tong-chi"]
        yield days | place | {
            "bang": "can_doi", "ma_dong": _BALANCE[0], "noi_dung": _BALANCE[1], "giai_doan": stage,
            "so_tien": _dong(gap),
        }  # fmt: skip


def _dong(millions: int) -> str:
    return f"{'-' if millions < 0 else ''}{number(abs(millions) * 10**6)} đồng"


def _per_cent(row: Row, own: Amounts, plan: Amounts, ago: Amounts) -> Row:
    """What is printed beside an amount; that its document indeed prints more than was planned."""
    key = str(row["bang"]), str(row["ma_dong"])
    more: Row = {}
    if key[1] in _PRINTED:
        more["so_du_toan"] = percent(own[key], plan[key], 1)
        more |= {"so_cung_ky": percent(own[key], ago[key], 1)} if key in ago else {}
    if key[0] == "chi" and key in own and own[key] > plan[key]:
        more["dung_nhu_van_ban"] = "co"
    return more
