"""One row of a table as its officer wrote it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.language.unreadable import Unreadable
from generator.language.value import State, Value
from generator.model.problem import Problem, Severity

_BLANK = Value(None, state=State.MISSING)


@dataclass(frozen=True, slots=True)
class Record:
    """One row of an officer's table, every cell still text, with the place it stands in. `values` are the cells of
    numbers that are not blank, read once: as a value, or as the refusal to read them.
    """

    table: str
    commune: str
    file: str
    line: int
    cells: Mapping[str, str]
    values: Mapping[str, Value | Unreadable] = field(default_factory=dict, compare=False)

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def value(self, column: str) -> Value:
        """What a cell of numbers says; a blank one is missing. Raises Unreadable where it cannot be read."""
        found = self.values.get(column, _BLANK)
        if isinstance(found, Unreadable):
            raise found
        return found

    def problem(self, column: str, code: str, message: str, remedy: str, severity: Severity = "error") -> Problem:
        """A problem at this row."""
        return Problem(self.file, self.line, column, code, severity, message, remedy)
