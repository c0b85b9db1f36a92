"""Where a person gets on who finds no answer here."""

from __future__ import annotations

from generator.language.vietnamese import committee
from generator.model.commune import Commune

LOOK_UP = "https://dichvucong.gov.vn/p/home/dvc-tra-cuu-ho-so.html"
"""Where a person follows a dossier on the national portal."""


def asking(commune: Commune) -> str:
    """Where a person can ask for what is told nowhere."""
    return f"Bà con có thể hỏi tại trụ sở {committee(commune.name)}."
