"""A problem of a commune's folder, said of the table of many communes that brought it: the headings that it has."""

from __future__ import annotations

from dataclasses import replace

from generator.forms.problem_places import DECLARE_IN_A_COLUMN
from generator.long_tables.table_map import COUNTS, DECLARED, TableMap
from generator.model.problem import Problem
from generator.tables import shared_columns

_DECLARE = (
    f"ghi “co” ở dòng này, cột “{shared_columns.AS_PRINTED.heading}” của bảng; chưa có thì thêm cột ấy vào bảng và vào "
    f"mục cot của bản đồ cột, với la: {DECLARED}"
)


def in_table(problem: Problem, map: TableMap) -> Problem:
    """The same problem with the table's own heading, and with what the table and its mapping can say."""
    named = {COUNTS[column.means].heading: column.heading for column in map.columns if column.means in COUNTS}
    column = named.get(problem.column, problem.column)
    return replace(problem, column=column, remedy=problem.remedy.replace(DECLARE_IN_A_COLUMN, _DECLARE))
