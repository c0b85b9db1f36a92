"""All subjects that say more than their indicators do; pages, notices, cards and the loudspeaker walk over them."""

from __future__ import annotations

from generator.pieces.view import View
from generator.subjects import budget, directives, dossiers, equipment, literacy, promises
from generator.subjects.subject import Subject

ALL = (
    dossiers.SUBJECT,
    literacy.SUBJECT,
    budget.SUBJECT,
    promises.SUBJECT,
    equipment.SUBJECT,
    directives.SUBJECT,
)
_BY_ID = {subject.id: subject for subject in ALL}
PLANNED = frozenset().union(*(subject.planned for subject in ALL))
"""Indicators that only a national plan asks for."""


def subject_by(id: str) -> Subject:
    """The subject of an id; one without a module tells its indicators alone."""
    return _BY_ID.get(id) or Subject(id)


def in_order(view: View) -> list[Subject]:
    """The subjects in reading order."""
    return [subject_by(id) for id in view.subjects]
