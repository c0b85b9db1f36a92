"""The digital-literacy part of a commune's pages: where to get help, the national groups."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.language.quantities import show_quantity
from generator.language.value import Value
from generator.language.vietnamese import committee, kind_of, show_date
from generator.model import choices
from generator.model.commune import Commune
from generator.model.figure import Figure
from generator.model.grouping import grouped
from generator.pages.blocks import Block, Cell, Grid, Notice, Prose, Section
from generator.pages.view import NO_DAY, View, anchor, source_link, value, with_value
from generator.reading.values import read


def national_targets(view: View) -> Section:
    """What the country means to reach, for comparison."""
    rows = []
    for target in view.dataset.catalogue.national_targets:
        group = choices.GROUPS.get(target["phan_to"], "Cả nước")
        unit = "%" if target["gia_tri"].endswith("%") else "người"
        aim = show_quantity(_number(target["gia_tri"], unit), unit, 0)
        year = target["giai_doan"].removeprefix("Năm ")
        rows.append((Cell(group), Cell(year), Cell(aim, "number"), Cell(target["noi_dung"])))
    origin = view.dataset.catalogue.national_targets[0]["nguon_goc"]
    return Section(
        "Mục tiêu quốc gia của phong trào",
        "muc-tieu-quoc-gia",
        (
            Prose("Để so sánh: cả nước đặt ra các mức sau. Xã nào chưa có số của mình thì chưa so được."),
            Grid("Mục tiêu quốc gia", ("Nhóm", "Năm", "Mục tiêu", "Nội dung"), tuple(rows)),
            Prose(f"Nguồn gốc: {origin}", "small"),
        ),
    )


def _number(text: str, unit: str) -> Decimal:
    value = read(text, unit)
    return value.number or Decimal() if isinstance(value, Value) else Decimal()


def groups(view: View, commune: Commune, here: str) -> Iterator[Section]:
    """The four national groups and the confirmations, then other groups as printed, a table a report; blanks said as
    blanks.
    """
    own = [figure for figure in view.of(commune) if figure.chi_tieu in GROUP_COUNTS]
    grids: list[Block] = []
    reports = grouped(own, lambda f: (f.nguon, f.den_ngay))
    for (source, end), figures in sorted(reports.items(), key=lambda report: report[1][0].order_day, reverse=True):
        by_cell = {(f.phan_to, f.chi_tieu): f for f in figures}
        rows = []
        others = {f.phan_to: f.phan_to for f in figures if f.phan_to not in choices.GROUPS}
        for group, words in (choices.GROUPS | others).items():
            cells = [by_cell.get((group, count)) for count in GROUP_COUNTS]
            rows.append((Cell(words), *(_group_cell(cell, owed=group not in others) for cell in cells)))
        link = source_link(view, commune, here, source)
        name = link.text if link else ""
        when = f"số liệu đến {show_date(end)}" if end else NO_DAY
        grids.append(Grid(f"{name}, {when}", ("Nhóm", *GROUP_COUNTS.values()), tuple(rows)))
    title, id = "Bốn nhóm của phong trào và xác nhận trên điện thoại", "bon-nhom"
    if grids and not with_value(own):
        text = "Chưa có số người học và hoàn thành của nhóm nào. "
        text += f"Cần {committee(commune.name)} bổ sung."
        yield Section(
            title,
            id,
            (Notice("Bốn nhóm và xác nhận trên điện thoại: chưa có số người", text, "missing"),),
            tuple(grids),
        )
    elif grids:
        note = "Kế hoạch quốc gia chia bốn nhóm và đếm số người được xác nhận trên VNeID. "
        note += f"Ô “chưa có” cần {kind_of(commune.name)} bổ sung."
        yield Section(title, id, (Prose(note), grids[0]), tuple(grids[1:]), "Xem các báo cáo trước")


GROUP_COUNTS = {
    "bdhvs_doi_tuong": "Số người", "bdhvs_da_hoc": "Đã học", "bdhvs_hoan_thanh": "Đã hoàn thành",
    "bdhvs_ty_le": "Tỷ lệ (tự tính)",
}  # fmt: skip


ASKED = "Kế hoạch quốc gia đặt mục tiêu về kỹ năng số của bốn nhóm và về số người được xác nhận trên VNeID"
"""What the national plan asks of every commune, whether its documents have a place for it or not."""


def unanswered_plan(view: View, commune: Commune) -> bool:
    """Whether the documents give nothing of what the national plan asks for, which is no blank of theirs."""
    counts = [figure for figure in view.of(commune) if figure.chi_tieu in GROUP_COUNTS and figure.loai == "bao_cao"]
    return bool(counts) and all(figure.tinh_trang == "chua_co" for figure in counts)


def _group_cell(figure: Figure | None, *, owed: bool) -> Cell:
    """A count of a group; only the national groups are owed by every commune."""
    if figure is None:
        return Cell("chưa có" if owed else "không nêu", "missing")
    shown = figure.tinh_trang == "co"
    text = value(figure).removesuffix(" người") if shown else "chưa có"
    return Cell(text, "number" if shown else "missing", anchor=anchor(figure.ma_so))


def support_points(view: View, commune: Commune) -> Section:
    """Where people get help: place, hours, office line; or that nobody has said."""
    points = view.records(commune, "diem-ho-tro")
    if not points:
        text = (
            "Chưa có địa điểm, giờ mở cửa, điện thoại của điểm hỗ trợ. "
            f"Bà con có thể hỏi tại trụ sở {committee(commune.name)}."
        )
        return Section("Điểm hỗ trợ người dân", "diem-ho-tro", (Notice("Chưa có thông tin", text, "missing"),))
    rows = tuple(
        tuple(Cell(point[name] or "chưa có") for name in ("ten", "dia_chi", "gio", "duong_day")) for point in points
    )
    grid = Grid("Điểm hỗ trợ", ("Tên", "Địa điểm", "Giờ mở cửa", "Điện thoại cơ quan"), rows)
    return Section("Điểm hỗ trợ người dân", "diem-ho-tro", (grid,))
