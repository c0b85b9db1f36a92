"""One row of a table as its officer wrote it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.problem import Problem, Severity


@dataclass(frozen=True, slots=True)
class Record:
    """One row of an officer's table, every cell still text, with the place it stands in."""

    table: str
    commune: str
    file: str
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def problem(self, column: str, code: str, message: str, remedy: str, severity: Severity = "error") -> Problem:
        """A problem at this row."""
        return Problem(self.file, self.line, column, code, severity, message, remedy)
