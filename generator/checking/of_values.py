"""Rules on numbers and their units, targets and shares; a docstring is its rule."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checking.of_rows import Context, Rule
from generator.language.numbers import PERCENT, in_words, show_quantity
from generator.language.unreadable import Unreadable
from generator.language.value import Value
from generator.model.choices import COMPARISONS
from generator.model.problem import Problem
from generator.model.record import Record
from generator.reading.values import SPREADSHEET_ERROR
from generator.tables import muc_tieu, muc_tieu_tinh
from generator.tables.table import Table


def no_spreadsheet_errors(row: Record, table: Table, _: Context) -> Iterator[Problem]:
    """No cell holds what a spreadsheet shows in the place of a value that it lost."""
    for column in table.columns:
        if SPREADSHEET_ERROR.fullmatch(row[column.name]):
            yield row.problem(
                column.name, "loi-excel", f"Ô ghi “{row[column.name]}”: công thức của Excel bị hỏng, số thật đã mất.",
                "Mở văn bản nguồn và gõ lại giá trị vào ô này, không dùng công thức.",
            )  # fmt: skip


def readable_quantities(row: Record, table: Table, _: Context) -> Iterator[Problem]:
    """A number has exactly one reading in the unit of its indicator."""
    for column in table.columns:
        if isinstance(refusal := row.values.get(column.name), Unreadable):
            yield row.problem(column.name, "so-sai", refusal.message, refusal.remedy)


def one_unit(row: Record, _: Table, context: Context) -> Iterator[Problem]:
    """A unit written in the row is the unit of its indicator."""
    indicator = context.catalogue.indicators.get(row["chi_tieu"])
    if not (indicator and row["don_vi"]) or _unit(row["don_vi"]) == _unit(indicator.unit):
        return
    message = f"Đơn vị “{row['don_vi']}” khác đơn vị “{indicator.unit}” của chỉ tiêu “{indicator.name}”."
    remedy = (
        f"Nếu số ở cột gia_tri tính bằng “{indicator.unit}” thì để trống cột don_vi; nếu văn bản tính bằng "
        f"“{row['don_vi']}” thì chọn chỉ tiêu khác ở cột chi_tieu, hoặc đổi số về “{indicator.unit}” và chép số như in "
        "vào cột nhu_in."
    )
    if not row["gia_tri"] and row["don_vi"][0].isdigit():
        message = f"Cột don_vi ghi số “{row['don_vi']}”, còn cột gia_tri trống: có lẽ hai ô bị đổi chỗ."
        remedy = f"Ghi {row['don_vi']} vào cột gia_tri và để trống cột don_vi."
    yield row.problem("don_vi", "don-vi-khac", message, remedy)


def _unit(text: str) -> str:
    return "%" if text.casefold() == "phần trăm" else in_words(text.casefold())


def some_number(row: Record, table: Table, _: Context) -> Iterator[Problem]:
    """A row of a form prints at least one number; one without gives nothing to the site, and its author is told."""
    counts = [column.name for column in table.columns if column.melts_to]
    if counts and not table.blank_is_missing and not any(row[name] for name in counts):
        yield row.problem(
            "", "dong-khong-so", "Dòng này không có số nào nên không đưa gì lên trang.",
            "Điền các số mà văn bản in, hoặc xóa dòng. Nếu văn bản kẻ ô mà bỏ trống thì ghi dấu “—” vào ô ấy: trang sẽ "
            "nói là chưa có số liệu.",
            "note",
        )  # fmt: skip


def _read(row: Record, *columns: str) -> tuple[Value, ...]:
    """The values of some cells; none where one cannot be read, which another rule tells."""
    try:
        return tuple(row.value(name) for name in columns)
    except Unreadable:
        return ()


_TARGETS = (muc_tieu.TABLE, muc_tieu_tinh.TABLE)


def target_in_order(row: Record, table: Table, context: Context) -> Iterator[Problem]:
    """A target's second value is above its first, and its two comparisons say the same."""
    if table not in _TARGETS or not row["gia_tri"] or row["chi_tieu"] not in context.catalogue.indicators:
        return
    read = _read(row, "gia_tri", "gia_tri_den")
    if not read:
        return
    low, high = read
    if low.number is not None and high.number is not None and low.number > high.number:
        yield row.problem(
            "gia_tri_den", "muc-tieu-nguoc", f"Mức đầu {row['gia_tri']} lớn hơn mức sau {row['gia_tri_den']}.",
            f"Ghi mức nhỏ ở gia_tri, mức lớn ở gia_tri_den: {row['gia_tri_den']} rồi {row['gia_tri']}.",
        )  # fmt: skip
    if row["so_sanh"] in COMPARISONS and low.compared not in ("=", row["so_sanh"]):
        yield row.problem(
            "so_sanh", "so-sanh-khac", f"Cột so_sanh ghi “{row['so_sanh']}” nhưng ô giá trị ghi “{row['gia_tri']}”.",
            f"Chỉ ghi so sánh ở một chỗ: viết {_bare(low, row, context)} trong gia_tri, hoặc để trống so_sanh.",
        )  # fmt: skip
    if low.state == "co" and low.compared == "=" and not row["so_sanh"] and low.upper is None and not high.number:
        yield row.problem(
            "so_sanh", "thieu-so-sanh",
            f"Mục tiêu “{row['gia_tri']}” không nói phải đạt đúng, từ hay không quá mức ấy.",
            "Ghi vào so_sanh theo lời văn bản: = (đạt), >= (từ … trở lên), > (trên), <= (không quá), < (dưới).",
        )  # fmt: skip


def shares_up_to_100(row: Record, table: Table, context: Context) -> Iterator[Problem]:
    """A share of something is at most 100 %. What a document itself prints above is published as a warning."""
    indicator = context.catalogue.indicators.get(row["chi_tieu"])
    if indicator is None or indicator.unit != PERCENT or not row["gia_tri"]:
        return
    for value in _read(row, "gia_tri"):
        if max(value.number or 0, value.upper or 0) > 100:
            can_be_declared = table.has("dung_nhu_van_ban")
            keep = "ghi “co” vào cột dung_nhu_van_ban của dòng này" if can_be_declared else "để nguyên"
            yield row.problem(
                "gia_tri", "ngoai-khoang",
                f"{indicator.name}: văn bản in {row['gia_tri']}, trong khi một phần của tổng không thể quá 100%.",
                f"Nếu gõ nhầm: sửa lại số{_comma_lost(row['gia_tri'])}. Nếu chính văn bản in như vậy: {keep}; trang sẽ "
                "công bố kèm lời nhắc.",
                "error" if can_be_declared and row["dung_nhu_van_ban"] != "co" else "warning",
            )  # fmt: skip


def _comma_lost(text: str) -> str:
    """The share that a number without a comma may have been: 9989 may be 99,89%."""
    found = re.fullmatch(r"(?=[5-9]|[0-9]{4})([0-9]{2})([0-9]{1,2}) ?%?", text)
    return f", có lẽ mất dấu phẩy và đúng ra là {found[1]},{found[2]}%" if found else ""


def _bare(value: Value, row: Record, context: Context) -> str:
    """The value of a target without its comparison."""
    assert value.number is not None
    return show_quantity(value.number, context.catalogue.indicators[row["chi_tieu"]].unit, value.decimals)


VALUE_RULES: tuple[Rule, ...] = (
    no_spreadsheet_errors,
    readable_quantities,
    one_unit,
    some_number,
    target_in_order,
    shares_up_to_100,
)
