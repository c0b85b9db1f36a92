"""A commune's subject pages: charts first, then every figure in groups, then what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from generator import schema
from generator.blocks import Block, Cell, Grid, Items, Lines, Link, Notice, Page, Prose, Section
from generator.compose_charts import aimed, change, fitness, money, on_target, stages, timeliness
from generator.compose_commune import crumbs, siblings, subject_path, where
from generator.model import SUBJECTS, Commune, Record
from generator.outline import GROUPS, LEAD
from generator.quantities import show_quantity
from generator.view import View, anchor, line, pick, source_link, source_name
from generator.vietnamese import show_date

_MEASURED = ("bao_cao", "tinh_lai", "phan_bo", "nhu_cau")
_RATES = (
    "ty_le_dung_han", "ty_le_truc_tuyen", "ty_le_thanh_toan_truc_tuyen", "ty_le_so_hoa_dau_vao",
    "ty_le_so_hoa_dau_ra", "ty_le_hai_long_dvctt", "ty_le_tai_su_dung",
)  # fmt: skip


def subject_pages(view: View, commune: Commune) -> Iterator[Page]:
    """One page a subject."""
    for subject, name in SUBJECTS.items():
        here = subject_path(commune, subject)
        charts = tuple(_charts(view, commune, subject))
        sections = [Section("Nhìn nhanh", "nhin-nhanh", charts)] if charts else []
        sections += _figures(view, commune, here, subject)
        sections += _special(view, commune, here, subject)
        if not sections:
            sections = [_nothing(name)]
        yield Page(
            path=here,
            title=name,
            kicker=f"{commune.name}, {where(commune)}",
            description=f"{name} của {commune.name}: {LEAD[subject]}",
            crumbs=crumbs(view, commune, here),
            siblings=siblings(view, commune, here),
            opening=(Prose(LEAD[subject], "lead"), *_differing(view, commune, here, subject)),
            sections=tuple(sections),
        )


def _nothing(name: str) -> Section:
    text = f"Không văn bản nào đã đọc của xã có số liệu về {name.lower()}. UBND xã còn nợ phần này."
    return Section("Chưa công bố", "con-thieu", (Notice("Chưa có số liệu", text, "missing"),))


def _charts(view: View, commune: Commune, subject: str) -> Iterator[Block]:
    figures, targets = view.of(commune), view.targets[view.targets.ma_xa == commune.code]
    if subject == "thu-tuc-hanh-chinh":
        yield from timeliness(view, commune, figures)
        yield from on_target(view, commune, targets[targets.chi_tieu.isin(_RATES)])
        yield from change(view, commune, figures, *_RATES)
    elif subject == "ngan-sach":
        yield from money(view, commune, figures)
    elif subject == "ha-tang-nhan-luc":
        yield from fitness(view, commune, figures)
    elif subject == "muc-tieu-nhiem-vu":
        yield from on_target(view, commune, targets)
        yield from stages(view, commune, targets)


def _differing(view: View, commune: Commune, here: str, subject: str) -> Iterator[Block]:
    found = [
        difference
        for difference in view.differences
        if difference.commune == commune.code
        and difference.indicator
        and view.indicator(difference.indicator).subject == subject
    ]
    if found:
        from_here = view.link(here, "chat-luong-so-lieu/", f"xa-{commune.code}")
        text = f"Có {len(found)} chỗ các con số chưa khớp nhau. Chúng được nêu ra, không sửa."
        yield Notice("Số liệu chưa khớp", text, "differ", Link("Xem từng chỗ", from_here))


def _figures(view: View, commune: Commune, here: str, subject: str) -> list[Section]:
    """Every measured figure of the subject, grouped; the rest under 'Số liệu khác'."""
    figures = view.of(commune)
    own = figures[figures.chi_tieu.map(lambda id: view.indicator(id).subject) == subject]
    own = own[own.loai.isin(_MEASURED)]
    made, shown = [], set()
    for title, id, indicators in GROUPS.get(subject, ()):
        shown |= set(indicators)
        rows = pick(own, *indicators, kinds=_MEASURED)
        if rows:
            made.append(_section(title, id, Lines(title, tuple(line(view, commune, here, r) for r in rows)), len(rows), 30))
    rest = own[~own.chi_tieu.isin(shown)]
    rows = pick(rest, *dict.fromkeys(rest.chi_tieu), kinds=_MEASURED)
    if rows:
        lines = Lines("Số liệu khác", tuple(line(view, commune, here, row) for row in rows))
        made.append(_section("Số liệu khác", "so-lieu-khac", lines, len(rows), 12))
    return made


def _section(title: str, id: str, block: Block, count: int, most: int) -> Section:
    """A section whose list is folded away when it is longer than a reader's patience."""
    if count > most:
        return Section(f"{title} ({count})", id, (), (block,), f"Xem {count} dòng")
    return Section(title, id, (block,))


def _special(view: View, commune: Commune, here: str, subject: str) -> Iterator[Section]:
    if subject == "binh-dan-hoc-vu-so":
        yield _national(view)
        yield _points(view, commune)
    elif subject == "muc-tieu-nhiem-vu":
        yield from _targets(view, commune, here)
        yield from _tasks(view, commune, here)
    elif subject == "ngan-sach":
        yield from _money_targets(view, commune, here)
    elif subject == "chi-dao-kien-nghi":
        yield from _directives(view, commune, here)
        yield from _proposals(view, commune, here)
        yield from _remarks(view, commune, here)


# --- digital literacy -------------------------------------------------------------------------


def _national(view: View) -> Section:
    rows = []
    for target in view.dataset.catalogue.national_targets:
        group = schema.GROUPS.get(target["phan_to"], "Cả nước")
        unit = "%" if target["gia_tri"].endswith("%") else "người"
        aim = f"{target['gia_tri'].removesuffix('%')}{unit if unit == '%' else ' ' + unit}"
        rows.append((Cell(group), Cell(target["giai_doan"]), Cell(aim, "number"), Cell(target["noi_dung"])))
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


def _points(view: View, commune: Commune) -> Section:
    points = view.records(commune, "diem-ho-tro")
    if not points:
        text = "Địa điểm, giờ mở cửa và điện thoại cơ quan của điểm hỗ trợ: UBND xã chưa công bố."
        return Section("Điểm hỗ trợ người dân", "diem-ho-tro", (Notice("Chưa công bố", text, "missing"),))
    rows = tuple(
        tuple(Cell(point[name] or "chưa công bố") for name in ("ten", "dia_chi", "gio", "duong_day"))
        for point in points
    )
    grid = Grid("Điểm hỗ trợ", ("Tên", "Địa điểm", "Giờ mở cửa", "Điện thoại cơ quan"), rows)
    return Section("Điểm hỗ trợ người dân", "diem-ho-tro", (grid,))


# --- targets and tasks ------------------------------------------------------------------------


def _target_rows(view: View, commune: Commune, here: str, targets: pd.DataFrame) -> tuple[tuple[Cell, ...], ...]:
    rows = []
    for row in targets.itertuples():
        result, until = "chưa có số liệu", ""
        if row.kq_ma_so:
            result = show_quantity(row.kq_gia_tri, row.don_vi, row.kq_le)
            until = f"đến {show_date(row.kq_den_ngay)}, {source_name(view.source(commune.code, row.kq_nguon))}"
        printed = aimed(row) if row.tinh_trang == "co" else "không nêu con số"
        rows.append((
            Cell(row.noi_dung, "", f"{source_name(view.source(commune.code, row.nguon))}, "
                 f"{row.vi_tri.split(':')[0]}" + (f". Không kể {row.ngoai_tru}" if row.ngoai_tru else ""),
                 source_link(view, commune, here, row.nguon), anchor(row.ma_so)),
            Cell(printed, "number" if row.tinh_trang == "co" else "missing"),
            Cell(result, "number" if row.kq_ma_so else "missing", until),
            Cell(row.trang_thai, "state"),
        ))  # fmt: skip
    return tuple(rows)


_TARGET_HEAD = ("Mục tiêu", "Mức", "Kết quả", "Đánh giá")


def _targets(view: View, commune: Commune, here: str) -> Iterator[Section]:
    targets = view.targets[view.targets.ma_xa == commune.code]
    if targets.empty:
        text = "Các văn bản đã đọc của xã không đặt mục tiêu bằng con số."
        yield Section("Mục tiêu", "muc-tieu", (Notice("Chưa có mục tiêu", text, "missing"),))
        return
    note = Prose(
        f"Đánh giá tính đến {show_date(view.date.isoformat())}. “Chưa đến hạn”: giai đoạn còn đang chạy. "
        "“Không so được”: không có kết quả, hoặc mục tiêu không nêu con số.", "small",
    )  # fmt: skip
    for number, (stage, group) in enumerate(targets.groupby("ky_in", sort=False)):
        grid = Grid(f"Mục tiêu {stage}", _TARGET_HEAD, _target_rows(view, commune, here, group))
        blocks: tuple[Block, ...] = (note, grid) if number == 0 else (grid,)
        yield Section(f"Mục tiêu: {stage}", f"muc-tieu-{number + 1}", blocks)


def _money_targets(view: View, commune: Commune, here: str) -> Iterator[Section]:
    targets = view.targets[(view.targets.ma_xa == commune.code) & (view.targets.chi_tieu == "ty_le_chi_khcn_cds")]
    if not targets.empty:
        rows = tuple(
            tuple(Cell(c.text, c.kind, c.small, c.link) for c in row)
            for row in _target_rows(view, commune, here, targets)
        )
        text = (
            "Muốn biết có đạt hay không cần tổng chi ngân sách của xã; văn bản không nêu nên chưa so được."
        )
        yield Section("Mục tiêu chi ngân sách", "muc-tieu-chi",
                      (Grid("Mục tiêu chi", _TARGET_HEAD, rows), Prose(text)))  # fmt: skip


_DEADLINES = {
    "co_ngay": "Việc có ngày hoàn thành", "hang_nam": "Việc làm hằng năm",
    "theo_lo_trinh_tinh": "Việc theo lộ trình của tỉnh", "co_dieu_kien": "Việc chờ điều kiện, hướng dẫn",
    "thuong_xuyen": "Việc thường xuyên", "khong_neu": "Việc không nêu thời hạn",
}  # fmt: skip


def _tasks(view: View, commune: Commune, here: str) -> Iterator[Section]:
    tasks = view.records(commune, "nhiem-vu")
    for kind, title in _DEADLINES.items():
        own = sorted((t for t in tasks if t["loai_thoi_han"] == kind), key=lambda t: t["den_ngay"] or "9")
        if not own:
            continue
        rows = tuple(_task_row(view, commune, here, task) for task in own)
        grid = Grid(title, ("Việc", "Chủ trì", "Phối hợp", "Thời hạn"), rows)
        yield _section(title, f"nhiem-vu-{kind.replace('_', '-')}", grid, len(own), 6)
    if not tasks:
        text = "Các văn bản đã đọc của xã không có nhiệm vụ kèm người làm và thời hạn."
        yield Section("Nhiệm vụ", "nhiem-vu", (Notice("Chưa có nhiệm vụ", text, "missing"),))


def _task_row(view: View, commune: Commune, here: str, task: Record) -> tuple[Cell, ...]:
    due = task["thoi_han"] or "không nêu"
    if task["loai_thoi_han"] == "co_ngay" and task["den_ngay"]:
        late = view.date.isoformat() > task["den_ngay"]
        due = f"{show_date(task['den_ngay'])}{' (đã qua hạn, chưa thấy báo cáo kết quả)' if late else ''}"
    state = f"Trạng thái: {task['trang_thai']}" if task["trang_thai"] else ""
    place = f"{task['vi_tri'].split(':')[0]}"
    return (
        Cell(task["noi_dung"], "", "; ".join(filter(None, (place, state))),
             source_link(view, commune, here, task["nguon"])),
        Cell(task["chu_tri"] or "không nêu"),
        Cell(task["phoi_hop"] or "không nêu"),
        Cell(due),
    )  # fmt: skip


# --- directives, proposals, remarks -----------------------------------------------------------


def _directives(view: View, commune: Commune, here: str) -> Iterator[Section]:
    rows = []
    for row in sorted(view.records(commune, "van-ban"), key=lambda row: row["ngay"], reverse=True):
        number = row["so_hieu"] or "không nêu số"
        rows.append((
            Cell(f"{row['loai']} {number}", "", row["vi_tri"].split(":")[0],
                 source_link(view, commune, here, row["nguon"])),
            Cell(show_date(row["ngay"]) or "không nêu"),
            Cell(row["trich_yeu"] or "không nêu", "", row["ghi_chu"]),
        ))  # fmt: skip
    if rows:
        grid = Grid("Văn bản", ("Văn bản", "Ngày", "Về việc"), tuple(rows))
        yield _section("Văn bản đã ban hành", "van-ban", grid, len(rows), 6)


def _proposals(view: View, commune: Commune, here: str) -> Iterator[Section]:
    rows = tuple(
        (
            Cell(row["noi_dung"], "", row["vi_tri"].split(":")[0], source_link(view, commune, here, row["nguon"])),
            Cell(row["co_quan_tra_loi"] or "văn bản không nêu", "" if row["co_quan_tra_loi"] else "missing"),
            Cell(row["thoi_han"] or "không nêu"),
        )
        for row in view.records(commune, "kien-nghi")
    )
    if rows:
        grid = Grid("Kiến nghị", ("Xã kiến nghị", "Ai phải trả lời", "Thời hạn"), rows)
        yield _section("Kiến nghị", "kien-nghi", grid, len(rows), 12)
    else:
        text = "Văn bản đã đọc không có kiến nghị nào, hoặc ghi “Không”."
        yield Section("Kiến nghị", "kien-nghi", (Notice("Không có kiến nghị", text, "info"),))


def _remarks(view: View, commune: Commune, here: str) -> Iterator[Section]:
    remarks = view.records(commune, "nhan-xet")
    for kind, title in schema.REMARK_KINDS.items():
        quotes = tuple(
            Prose(row["noi_dung"], row["vi_tri"].split(":")[0], source_link(view, commune, here, row["nguon"]))
            for row in remarks
            if row["loai"] == kind
        )
        if quotes:
            heading = f"{title}, theo lời văn bản"
            yield _section(heading, kind.replace("_", "-"), Items(quotes, "quotes"), len(quotes), 4)
