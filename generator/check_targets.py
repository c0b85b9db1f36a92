"""Rules on what a value may be: targets and shares; a docstring is its rule."""

from __future__ import annotations

from collections.abc import Iterator

from generator import schema
from generator.check_rows import Context, Rule, quantity, unit_of
from generator.choices import COMPARISONS
from generator.model import Problem, Record
from generator.quantities import PERCENT, Quantity
from generator.unreadable import Unreadable


def _read(row: Record, table: schema.Table, context: Context, *columns: str) -> tuple[Quantity, ...]:
    """The values of some cells; none where one cannot be read, which another rule tells."""
    unit = unit_of(row, table.column(columns[0]), context.catalogue)
    try:
        return tuple(quantity(row[name], unit) for name in columns)
    except Unreadable:
        return ()


def target_in_order(row: Record, table: schema.Table, context: Context) -> Iterator[Problem]:
    """A target's second value is above its first, and its two comparisons say the same."""
    if table.name != "muc-tieu" or not row["gia_tri"]:
        return
    read = _read(row, table, context, "gia_tri", "gia_tri_den")
    if not read:
        return
    low, high = read
    if low.value is not None and high.value is not None and low.value > high.value:
        yield row.problem(
            "gia_tri_den", "muc-tieu-nguoc", f"Mức đầu {row['gia_tri']} lớn hơn mức sau {row['gia_tri_den']}.",
            "Ghi mức nhỏ ở gia_tri, mức lớn ở gia_tri_den.",
        )  # fmt: skip
    if row["so_sanh"] in COMPARISONS and low.comparison not in ("=", row["so_sanh"]):
        yield row.problem(
            "so_sanh", "so-sanh-khac", f"Cột so_sanh ghi “{row['so_sanh']}” nhưng ô giá trị ghi “{row['gia_tri']}”.",
            "Chỉ ghi so sánh ở một chỗ: để số trần trong gia_tri, hoặc để trống so_sanh.",
        )  # fmt: skip
    if low.state == "co" and low.comparison == "=" and not row["so_sanh"] and low.value_to is None and not high.value:
        yield row.problem(
            "so_sanh", "thieu-so-sanh",
            f"Mục tiêu “{row['gia_tri']}” không nói phải đạt đúng, từ hay không quá mức ấy.",
            "Ghi vào so_sanh theo lời văn bản: = (đạt), >= (từ … trở lên), > (trên), <= (không quá), < (dưới).",
        )  # fmt: skip


def shares_up_to_100(row: Record, table: schema.Table, context: Context) -> Iterator[Problem]:
    """A share of something is at most 100 %. What a document itself prints above is published as a warning."""
    indicator = context.catalogue.indicators.get(row["chi_tieu"])
    if indicator is None or indicator.unit != PERCENT or not row["gia_tri"]:
        return
    for value in _read(row, table, context, "gia_tri"):
        if max(value.value or 0, value.value_to or 0) > 100:
            declared = row["dung_nhu_van_ban"] == "co"
            yield row.problem(
                "gia_tri", "ngoai-khoang",
                f"{indicator.name}: văn bản in {row['gia_tri']}, trong khi một phần của tổng không thể quá 100%.",
                "Nếu gõ nhầm: sửa lại số. Nếu chính văn bản in như vậy: ghi “co” vào cột dung_nhu_van_ban của dòng "
                "này; trang sẽ công bố kèm lời nhắc.",
                "warning" if declared else "error",
            )  # fmt: skip


TARGET_RULES: tuple[Rule, ...] = (target_in_order, shares_up_to_100)
