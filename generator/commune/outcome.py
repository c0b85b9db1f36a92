"""What comes of a data folder: of what all communes share, of each commune, of all together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator.checking.repeats import told_once
from generator.commune.examine import Examined, has_error, in_order
from generator.model.catalogue import Catalogue
from generator.model.difference import Difference
from generator.model.figure import Figure
from generator.model.problem import Problem
from generator.model.provincial import Provincial
from generator.model.record import Record


@dataclass(frozen=True, slots=True)
class Shared:
    """What all communes of a data folder rest on: the catalogue (None where it cannot be read), the problems of what
    no commune is to blame for, and how many files that are. `set_aside` are the problems of provinces whose last
    version that passed stands in for their faulty folder, or which are left out: they stop nothing.
    """

    catalogue: Catalogue | None
    problems: tuple[Problem, ...] = ()
    files: int = 0
    set_aside: tuple[Problem, ...] = ()

    @property
    def provinces(self) -> tuple[Provincial, ...]:
        """What provinces publish of themselves."""
        return tuple(self.catalogue.provinces.values()) if self.catalogue else ()

    @property
    def broken(self) -> bool:
        """Whether nothing can be published: the catalogue cannot be read, or there is an error."""
        return self.catalogue is None or has_error(self.problems)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one commune's folder: `shown` is what may be published, None where nothing may; `kept` the day (ISO)
    of the older version that it is, '' where it is the folder as it is now. `problems` are those of the newest data,
    and of what is shown; `files` and `figures` how many were read.
    """

    folder: str
    shown: Examined | None
    problems: tuple[Problem, ...]
    kept: str = ""
    files: int = 0
    figures: int = 0

    @property
    def light(self) -> Outcome:
        """The same without rows, figures and differences, which are most of it."""
        bare = replace(self.shown, records=(), figures=(), differences=(), readings=()) if self.shown else None
        return replace(self, shown=bare)


@dataclass(frozen=True, slots=True)
class Underway:
    """A survey that goes from commune to commune and keeps none: `data` is the folder, `names` are the folders of
    communes that it comes to, `of` gives what comes of one; with `keeping` older versions stand in for faulty ones.
    `at_fault` are the folders of communes whose pages were: what they become no content of a folder decides.
    """

    shared: Shared
    data: Path
    names: tuple[str, ...]
    of: Callable[[str], Outcome]
    keeping: bool = False
    at_fault: frozenset[str] = frozenset()

    @property
    def outcomes(self) -> Iterator[Outcome]:
        """What comes of each commune, one after the other; nothing where the catalogue cannot be read."""
        return map(self.of, self.names if self.shared.catalogue else ())


@dataclass(frozen=True, slots=True)
class Survey:
    """A data folder after all rules, every commune at once."""

    shared: Shared
    outcomes: tuple[Outcome, ...]
    keeping: bool = False

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems, by place."""
        own = (*self.shared.problems, *self.shared.set_aside, *(p for one in self.outcomes for p in one.problems))
        return in_order(list({*own}) if self.keeping else own)

    @property
    def told(self) -> tuple[Problem, ...]:
        """The problems as people are told them: one of each cause, with the lines it stands in."""
        return told_once(self.problems)

    @property
    def communes(self) -> tuple[Examined, ...]:
        """The communes that may be published."""
        return tuple(outcome.shown for outcome in self.outcomes if outcome.shown)

    @property
    def records(self) -> tuple[Record, ...]:
        """The rows of the communes that may be published."""
        return tuple(record for one in self.communes for record in one.records)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of the communes that may be published."""
        return tuple(figure for one in self.communes for figure in one.figures)

    @property
    def differences(self) -> tuple[Difference, ...]:
        """What does not agree within these communes."""
        return tuple(difference for one in self.communes for difference in one.differences)

    @property
    def readings(self) -> tuple[Difference, ...]:
        """What may be counted in two ways within these communes."""
        return tuple(reading for one in self.communes for reading in one.readings)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What readers of these communes are told too."""
        return tuple(warning for one in self.communes for warning in one.warnings)

    @property
    def figures_made(self) -> int:
        """How many figures there are, those of provinces too, and of communes that may not be published."""
        of_provinces = sum(len(one.figures) for one in self.shared.provinces)
        return of_provinces + sum(outcome.figures for outcome in self.outcomes)

    @property
    def files(self) -> int:
        """How many files were read."""
        return self.shared.files + sum(outcome.files for outcome in self.outcomes)

    @property
    def broken(self) -> bool:
        """Whether the build must stop: an error of what all share, or one of a commune that is not set aside."""
        left_out = any(outcome.shown is None for outcome in self.outcomes)
        return self.shared.broken or (left_out and not self.keeping)
