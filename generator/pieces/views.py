"""What pages are composed from, made of what was examined."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from generator.commune.examine import Examined
from generator.commune.held_back import held_back
from generator.commune.outcome import Outcome, Shared, Survey
from generator.figures.standings import standings
from generator.language.vietnamese import kind_of
from generator.model.catalogue import Catalogue
from generator.model.commune import Commune
from generator.model.dataset import Dataset
from generator.model.difference import Difference
from generator.model.figure import MEASURED, Figure, Standing
from generator.model.history import History
from generator.model.provincial import Provincial
from generator.pieces.home_words import said_of
from generator.pieces.view import View
from generator.reading import operator
from generator.reading.operator import Operator
from generator.tables.dinh_chinh import corrections_in


def view_of(surveyed: Survey, date: dt.date, site_url: str = "", who: Operator | None = None) -> View:
    """What the pages of all communes of a survey are composed from; `who` runs the site, by default whom mkdocs.yml
    names.
    """
    return view(surveyed.outcomes, surveyed.shared, date, site_url, who or operator.read(operator.SETTINGS))


def view(
    each: Sequence[Outcome], shared: Shared, date: dt.date, site_url: str, who: Operator, history: History | None = None
) -> View:
    """What the pages of some communes are composed from; those of one in the words of its kind, with its `history`,
    by default what it tells of that itself.
    """
    assert shared.catalogue is not None
    catalogue, told = shared.catalogue, [problem for problem in shared.problems if problem.severity == "warning"]
    shown = [outcome.shown for outcome in each if outcome.shown]
    communes = tuple(one.commune for one in shown if one.commune)
    kinds = {kind_of(commune.name) for commune in communes}
    words = said_of(catalogue, kinds.pop()) if len(kinds) == 1 else catalogue
    records = tuple(record for one in shown for record in one.records)
    return View(
        Dataset(words, communes, records, sum(one.files for one in shown)),
        [figure for one in shown for figure in one.figures],
        [standing for one in shown for standing in _standings(one.figures, one.differences, catalogue, date)],
        [difference for one in shown for difference in one.differences],
        date,
        held_back(each, catalogue),
        [*told, *(warning for one in shown for warning in one.warnings)],
        site_url,
        who,
        [reading for one in shown for reading in one.readings],
        history or History(corrections=corrections_in(records)),
        {code: of_province(catalogue.provinces[code], catalogue, date, site_url, who) for code in _above(communes)
         if code in catalogue.provinces},
        {one.commune.code: tuple(_set_for_each(one, one.commune, catalogue, date)) for one in shown if one.commune},
    )  # fmt: skip


def of_province(own: Provincial, catalogue: Catalogue, date: dt.date, site_url: str, who: Operator) -> View:
    """What the pages of what a province publishes of itself are composed from."""
    words = said_of(catalogue, kind_of(own.place.name))
    judged = _standings(own.figures, own.differences, catalogue, date)
    return View(
        Dataset(words, (own.place,), own.records, 0), own.figures, judged, own.differences, date, {}, own.warnings,
        site_url, who, own.readings,
    )  # fmt: skip


def _above(communes: Iterable[Commune]) -> list[str]:
    return sorted({commune.province.code for commune in communes if commune.province})


def _set_for_each(one: Examined, commune: Commune, catalogue: Catalogue, date: dt.date) -> list[Standing]:
    """The targets that the province of a commune sets each of its communes, beside this one's results."""
    own = catalogue.provinces.get(commune.province.code) if commune.province else None
    if own is None or not own.for_each:
        return []
    targets = [target for target in own.figures if target.id in own.for_each]
    results = [figure for figure in one.figures if figure.kind in MEASURED]
    return _standings([*targets, *results], one.differences, catalogue, date)


def _standings(
    figures: Sequence[Figure], differences: Sequence[Difference], catalogue: Catalogue, date: dt.date
) -> list[Standing]:
    never = {id for difference in differences if difference.impossible for id in difference.ids}
    judged = [figure for figure in figures if figure.id not in never]
    return standings(judged, catalogue.indicators, date, catalogue.relations)
