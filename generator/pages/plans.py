"""Targets and tasks of a commune: what it promised, by when, how far it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.language.vietnamese import kind_of, show_date
from generator.model.commune import Commune
from generator.model.figure import Standing
from generator.model.figure_words import aimed
from generator.model.grouping import grouped
from generator.model.record import Record
from generator.pages.blocks import Block, Cell, Grid, Notice, Prose, Section
from generator.pages.newest import overdue
from generator.pages.standings import judged
from generator.pages.view import View, anchor, source_link, source_name, value


def listed(title: str, id: str, block: Block, count: int, most: int, things: int = 0) -> Section:
    """A section whose list is folded away when it is longer than a reader's patience; `things` are what its rows tell
    of, where these are fewer.
    """
    if count > most:
        return Section(f"{title} ({things or count})", id, (), (block,), f"Xem {count} dòng")
    return Section(title, id, (block,))


def target_rows(
    view: View, commune: Commune, here: str, standings: Sequence[Standing], *, anchored: bool
) -> tuple[tuple[Cell, ...], ...]:
    """Targets beside their results; `anchored` where this is the page that other pages link to."""
    rows = []
    for standing in standings:
        target, result, _ = standing
        reached, until = "chưa có số liệu", ""
        if result is not None:
            reached = value(result)
            until = f"đến {show_date(result.den_ngay)}, {source_name(view, view.source(commune.code, result.nguon))}"
        place = f"{target.vi_tri.split(':')[0]}" + (f". Không kể {target.ngoai_tru}" if target.ngoai_tru else "")
        level = aimed(target) if target.tinh_trang == "co" else "không nêu con số"
        each = f" {target.co_so}" if target.co_so else ""
        link = source_link(view, commune, here, target.nguon)
        rows.append((
            Cell(target.noi_dung, "", place, link, anchor(target.ma_so) if anchored else ""),
            Cell(f"{level}{each}", "number" if target.tinh_trang == "co" else "missing"),
            Cell(reached, "number" if result else "missing", until),
            Cell(judged(standing), "state"),
        ))  # fmt: skip
    return tuple(rows)


TARGET_HEAD = ("Mục tiêu", "Mức", "Kết quả", "Đánh giá")


def targets(view: View, commune: Commune, here: str) -> Iterator[Section]:
    """Every target, a section a stage."""
    standings = view.targets_of(commune)
    if not standings:
        text = f"Trang chưa có mục tiêu nào của {kind_of(commune.name)}."
        yield Section("Mục tiêu", "muc-tieu", (Notice("Chưa có mục tiêu", text, "missing"),))
        return
    note = Prose(
        f"Đánh giá tính đến {show_date(view.date.isoformat())}. “Đang đạt”, “đang dưới mục tiêu”: giai đoạn còn đang "
        "chạy. “Chưa có số để so”: chưa có kết quả trong giai đoạn ấy, hoặc mục tiêu không nêu con số.",
        "small",
    )
    by_stage = grouped(standings, lambda s: s.target.ky_in)
    for number, (stage, own) in enumerate(by_stage.items(), 1):
        rows = target_rows(view, commune, here, own, anchored=True)
        grid = Grid(f"Mục tiêu {stage}", TARGET_HEAD, rows)
        yield Section(f"Mục tiêu: {stage}", f"muc-tieu-{number}", (note, grid) if number == 1 else (grid,))


def spending_targets(view: View, commune: Commune, here: str) -> Iterator[Section]:
    """What share of its budget the commune means to spend, and why nobody can tell whether it does."""
    own = [s for s in view.targets_of(commune) if s.target.chi_tieu == "ty_le_chi_khcn_cds"]
    if own:
        rows = target_rows(view, commune, here, own, anchored=False)
        text = f"Muốn biết có đạt hay không cần tổng chi ngân sách của {kind_of(commune.name)}, chưa có số ấy."
        yield Section("Mục tiêu chi ngân sách", "muc-tieu-chi", (Grid("Mục tiêu chi", TARGET_HEAD, rows), Prose(text)))


_DEADLINES = {
    "co_ngay": "Việc có hạn phải xong", "hang_nam": "Việc làm hằng năm",
    "theo_lo_trinh_tinh": "Việc theo lộ trình của tỉnh", "co_dieu_kien": "Việc chờ điều kiện, hướng dẫn",
    "thuong_xuyen": "Việc thường xuyên", "khong_neu": "Việc không ghi ngày phải xong",
}  # fmt: skip


def tasks(view: View, commune: Commune, here: str) -> Iterator[Section]:
    """Every task, those with a day first, a section a sort of deadline."""
    all_tasks = view.records(commune, "nhiem-vu")
    for kind, title in _DEADLINES.items():
        own = sorted((t for t in all_tasks if t["loai_thoi_han"] == kind), key=lambda t: t["den_ngay"] or "9")
        if not own:
            continue
        rows = tuple(_task_row(view, commune, here, task) for task in own)
        grid = Grid(title, ("Việc", "Chủ trì", "Phối hợp", "Thời hạn"), rows)
        yield listed(title, f"nhiem-vu-{kind.replace('_', '-')}", grid, len(own), 6)
    if not all_tasks:
        text = f"Trang chưa có nhiệm vụ nào của {kind_of(commune.name)}."
        yield Section("Nhiệm vụ", "nhiem-vu", (Notice("Chưa có nhiệm vụ", text, "missing"),))


def _task_row(view: View, commune: Commune, here: str, task: Record) -> tuple[Cell, ...]:
    due = task["thoi_han"] or "không nêu"
    if task["loai_thoi_han"] == "co_ngay" and task["den_ngay"]:
        late = overdue([task], view.date)
        due = task["thoi_han"] or show_date(task["den_ngay"])
        due += " (đã qua hạn, chưa thấy báo cáo kết quả)" if late else ""
    state = f"Trạng thái: {task['trang_thai']}" if task["trang_thai"] else ""
    place = f"{task['vi_tri'].split(':')[0]}"
    return (
        Cell(task["noi_dung"], "", "; ".join(filter(None, (place, state))),
             source_link(view, commune, here, task["nguon"])),
        Cell(task["chu_tri"] or "không nêu"),
        Cell(task["phoi_hop"] or "không nêu"),
        Cell(due),
    )  # fmt: skip
