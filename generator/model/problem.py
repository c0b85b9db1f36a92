"""A fault of the data, told to its author."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault of the data, told to its author.

    `file` is relative to the data folder, `line` counts as an editor does (header is 1),
    `column` is the header's word or ''. `message` and `remedy` are Vietnamese sentences.
    """

    file: str
    line: int
    column: str
    code: str
    severity: Severity
    message: str
    remedy: str


class Refused(ValueError):
    """A wrong use of the command, in words for whoever typed it: exit code 2."""
