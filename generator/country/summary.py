"""What the country keeps in mind of a commune when its pages are written and forgotten."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from generator.commune.held_back import HeldBack
from generator.model.commune import AdminUnit, Commune
from generator.pages.doubts import notes_of
from generator.pages.missing import blanks
from generator.pieces.due_shown import newest_of
from generator.pieces.view import View


@dataclass(frozen=True, slots=True)
class Summary:
    """A commune in a few lines. `is_empty`: it has told nothing yet. `blanks` counts the indicators that its documents
    leave blank, `notes` what the machine finds odd; `documents` are what its documents are called, by their ids; `held`
    says why an older version is shown, if it is; `newest` is the last day that anything of it tells of, as 2026-05-31,
    '' where nothing gives one.
    """

    commune: Commune
    is_empty: bool
    blanks: int
    notes: int
    documents: Mapping[str, str]
    held: HeldBack | None = None
    newest: str = ""

    @property
    def province(self) -> str:
        """The code of its province, '' where nobody has confirmed which commune it is."""
        return self.commune.province.code if self.commune.province else ""


def summary(view: View, commune: Commune) -> Summary:
    """A commune in a few lines."""
    return Summary(
        commune,
        view.is_empty(commune),
        len({indicator for _, indicator in blanks(view, commune)}),
        len(notes_of(view, commune)),
        view.names_of(commune.code),
        view.held.get(commune.code),
        str(newest_of(view, commune) or ""),
    )


def as_json(one: Summary) -> str:
    """A summary as text."""
    fields = asdict(one) | {"held": one.held and one.held._asdict()}
    return json.dumps(fields, ensure_ascii=False)


def from_json(text: str) -> Summary:
    """The summary that a text says."""
    fields: dict[str, Any] = json.loads(text)
    about, held = fields["commune"], fields["held"]
    province = AdminUnit(**about["province"]) if about["province"] else None
    lists = {name: tuple(about[name]) for name in ("candidates", "lines")}
    return Summary(**{
        **fields,
        "commune": Commune(**{**about, **lists, "province": province}),
        "held": HeldBack(**{**held, "faults": tuple(held["faults"])}) if held else None,
    })  # fmt: skip
