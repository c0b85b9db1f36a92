"""Rules on the place in a document that a row names; a docstring is its rule."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.of_rows import Context, Rule
from generator.language.places import unquoted
from generator.language.value import State, Value
from generator.model.problem import Problem
from generator.model.record import Record
from generator.reading.values import unit_of
from generator.tables.table import Column, Table


def quoted_numbers(row: Record, table: Table, context: Context) -> Iterator[Problem]:
    """Where a row quotes its document, each of its numbers stands in one of the quotations. A note: readers are shown
    the whole place where a number of their own is missing.
    """
    lacking: dict[str, str] = {}
    for column in table.columns:
        if column.kind in ("count", "quantity") and _is_there(row, column):
            printed = row["nhu_in"] if column.kind == "quantity" and row["nhu_in"] else row[column.name]
            if unquoted(row["vi_tri"], printed, unit_of(row, column, context.catalogue) or ""):
                lacking[column.heading] = printed
    if lacking:
        (first, *_), names = lacking.values(), list(lacking)
        numbers = ", ".join(f"“{lacking[name]}” ({name})" for name in names[:_FEW])
        numbers += f" và {len(names) - _FEW} số khác" if len(names) > _FEW else ""
        yield row.problem(
            "vi_tri", "trich-thieu-so", f"Không câu trích nào ở cột vi_tri có số {numbers}.",
            "Chép thêm vào vi_tri câu có số ấy, ngăn với câu trước bằng “ | ”; số nằm trong ô của một bảng thì chép cả "
            f"ô sau dấu hai chấm, ví dụ Phụ lục 2: hàng Tổng số, cột Kết quả: “{first}”.",
            "note",
        )  # fmt: skip


_FEW = 4
"""So many numbers of one row are named."""


def _is_there(row: Record, column: Column) -> bool:
    """Whether a cell has a number; what cannot be read is told by another rule."""
    value = row.values.get(column.name)
    return isinstance(value, Value) and value.state is State.GIVEN


PLACE_RULES: tuple[Rule, ...] = (quoted_numbers,)
