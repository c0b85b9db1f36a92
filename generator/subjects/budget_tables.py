"""The tables of the budget's page: lines with what was given and spent, what is asked for, what must be disclosed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.figures.budget_lines import Line, lines
from generator.language.vietnamese import kind_of, opened
from generator.model.commune import Commune
from generator.model.figure import SPENDING_SHARE, Stage
from generator.model.grouping import grouped
from generator.pieces.blocks import Grid, Prose, Section
from generator.pieces.due_shown import dues_of, listed
from generator.pieces.money_rows import in_tree_order, money_rows
from generator.pieces.row_blocks import Row, Rows, State
from generator.pieces.standings import TARGET_HEAD, target_rows
from generator.pieces.view import View
from generator.subjects.progress import in_words, mark, reports_of_all

SUBJECT = "ngan-sach"
OPEN, OPEN_OF_EACH = 8, 3
"""Lines of a table of the budget that stand open, of a table alone and of several; the others wait behind a line."""


def tables(view: View, commune: Commune, here: str) -> Iterator[Section]:
    """Each table of the budget: its lines with what was given and spent, the largest first; then what is asked for."""
    every = lines(figure for figure in view.of(commune) if figure.stage)
    asked_for = [line for line in every if all(amount.stage is Stage.NEEDED for amount in line.amounts)]
    text = "Thanh: đã thực hiện so với số được giao; vạch: phần năm đã qua; khung trống: chưa rõ."
    note = Prose(text, "small")
    told = False
    tables = grouped((line for line in every if line not in asked_for), lambda line: line.indicator)
    most = OPEN if len(tables) == 1 else OPEN_OF_EACH
    for group in view.subjects[SUBJECT].groups:
        own = [line for indicator in group.indicators for line in tables.get(indicator, ())]
        if not own:
            continue
        ordered = in_tree_order(own)
        shown = money_rows(view, commune, here, ordered[:most], own)
        drawn = (note,) if not told and any(row.spark for row in shown.rows) else ()
        told = told or bool(drawn)
        more = ordered[most:]
        folded = (_light(money_rows(view, commune, here, more, own)),) if more else ()
        yield Section(group.title, group.id, (*drawn, shown), folded, f"Xem {len(more)} khoản khác")
    if asked_for:
        asked = _answered(view, commune, asked_for, money_rows(view, commune, here, asked_for, asked_for))
        yield Section(f"{opened(kind_of(commune.name))} đề nghị thêm", "nhu-cau", (asked,))


def _answered(view: View, commune: Commune, asked_for: Sequence[Line], asked: Rows) -> Rows:
    """The rows of what is asked for, each with what documents tell became of it."""
    needs = [row for row in view.records(commune, "ngan-sach") if row["giai_doan"] == Stage.NEEDED]
    told = reports_of_all(view, commune, needs)

    def answered(line: Line, row: Row) -> Row:
        reports = next((told[code] for code in sorted(line.codes) if told.get(code)), [])
        if not reports:
            return row
        state = reports[0].state
        return replace(row, aim=State(mark(state), state), notes=(*row.notes, opened(in_words(view, commune, reports))))

    return replace(asked, rows=tuple(map(answered, asked_for, asked.rows)))


def _light(lines: Rows) -> Rows:
    """Rows without drawing and links, of which a page can hold many: sixty lines are no more than a reader's phone."""
    return replace(lines, rows=tuple(replace(row, spark="", links=()) for row in lines.rows))


def after(view: View, commune: Commune, here: str) -> Iterator[Section]:
    """What share of its budget the commune means to spend, and, while nobody can tell whether it does, why; then by
    when its budget must be disclosed, and what is there.
    """
    own = [s for s in view.targets_of(commune) if s.target.topic.indicator == SPENDING_SHARE]
    if own:
        rows = target_rows(view, commune, here, own)
        text = f"Muốn biết có đạt hay không cần tổng chi ngân sách của {kind_of(commune.name)}, chưa có số ấy."
        known = any(figure.topic.indicator == SPENDING_SHARE and figure.is_measured for figure in view.of(commune))
        unsaid = () if known else (Prose(text),)
        yield Section("Mục tiêu chi ngân sách", "muc-tieu-chi", (Grid("Mục tiêu chi", TARGET_HEAD, rows), *unsaid))
    if disclosed := listed(view, commune, here, [due for due in dues_of(view, commune) if due.duty.stage]):
        text = "Chưa có trên trang này không có nghĩa là chưa công khai ở nơi khác."
        blocks = (*disclosed, Prose(text, "small"))
        yield Section("Hạn công khai", "cong-khai", (), blocks, "Xem từng kỳ")
