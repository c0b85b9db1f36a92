"""From the commits of a repository to the states that each commune's folder was in. Pure: nothing is read here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.model.history import Version
from generator.reading.catalogue_files import FOLDER as CATALOGUES
from generator.reading.commits import Commit
from generator.reading.data_folder import COMMUNE_FOLDER


class State(NamedTuple):
    """What a commune's folder was from a commit on: its name, the id of its tree ('' where it was gone), that of the
    catalogues ('' where the data folder brought none).
    """

    version: Version
    name: str
    tree: str
    catalogue: str


Chain = tuple[State, ...]
"""The states of a commune, the oldest first."""


class _Change(NamedTuple):
    """What a commit did to a data folder, wherever that stood then: folders by name, the catalogues (None: nothing)."""

    commit: Commit
    communes: Mapping[str, tuple[str, str]]
    catalogue: str | None
    reasons: Mapping[str, str]


def chains(commits: Sequence[Commit], place: str) -> dict[str, Chain]:
    """The states of each commune by its code; `place` is the data folder's, `data/`, or '' at the top.

    A folder that was renamed is the commune of its code; where the code was confirmed (`x0001-hoang-son` became
    `16279-hoang-son` in one commit), its states before are those of the new code. A data folder that was moved is
    followed.
    """
    made: dict[str, list[State]] = {}
    names: dict[str, dict[str, str]] = {}
    catalogue = ""
    for change in _in_place(commits, place):
        before = catalogue
        catalogue = before if change.catalogue is None else change.catalogue
        touched = {code_of(name) for name in change.communes}
        for name, (_, tree) in sorted(change.communes.items(), key=lambda item: bool(item[1][1])):
            there = names.setdefault(code_of(name), {})
            there.pop(name, None)
            if tree:
                there[name] = tree
        _confirmed(change, made, names)
        for code in touched if catalogue == before else {*touched, *names}:
            state = _state(change, code, names.get(code, {}), catalogue)
            if state and (not (own := made.setdefault(code, [])) or own[-1][1:] != state[1:]):
                own.append(state)
    return {code: tuple(own) for code, own in made.items()}


def _state(change: _Change, code: str, there: Mapping[str, str], catalogue: str) -> State | None:
    gone = [name for name in change.communes if code_of(name) == code]
    name = next(reversed([*there]), "") or next(iter(gone), "")
    said = [change.reasons[one] for one in (name, *gone, CATALOGUES) if one in change.reasons]
    version = Version(change.commit.day, change.commit.id, next(iter(said), ""))
    return State(version, name, there.get(name, ""), catalogue) if name else None


def _confirmed(change: _Change, made: dict[str, list[State]], names: dict[str, dict[str, str]]) -> None:
    """The states of a commune whose code was confirmed by a commit become those of the new code."""
    came = {_slug(name): name for name, (old, new) in change.communes.items() if new and not old}
    for name, (old, new) in change.communes.items():
        after = came.get(_slug(name), "")
        confirmed = old and not new and name.startswith("x") and after and not after.startswith("x")
        if confirmed and code_of(name) in made and code_of(after) not in made:
            made[code_of(after)] = made.pop(code_of(name))
            names.pop(code_of(name), None)


def code_of(name: str) -> str:
    """The code in the name of a commune's folder."""
    return name.split("-", 1)[0]


def _slug(name: str) -> str:
    return name.partition("-")[2]


# --- where the data folder stood ------------------------------------------------------------------


def _in_place(commits: Sequence[Commit], place: str) -> list[_Change]:
    """What each commit did to the data folder, the oldest first. Where a commit brought its folder of communes while
    another went that had the same communes, it stood there before.
    """
    made: list[_Change] = []
    for commit in reversed(commits):
        change = _of_place(commit, place)
        old, new = commit.changed.get(f"{place}{COMMUNE_FOLDER}", ("", ""))
        if new and not old and (before := _moved_from(commit, place)) is not None:
            left = _of_place(commit, before)
            communes = {
                name: (left.communes.get(name, ("", ""))[0], tree) for name, (_, tree) in change.communes.items()
            }
            gone = {name: trees for name, trees in left.communes.items() if name not in communes}
            change = change._replace(communes={**gone, **communes})
            place = before
        if change.communes or change.catalogue is not None:
            made.append(change)
    return made[::-1]


def _of_place(commit: Commit, place: str) -> _Change:
    home = f"{place}{COMMUNE_FOLDER}/"
    own = {path: trees for path, trees in commit.changed.items() if path.startswith(place)}
    communes = {path.removeprefix(home): trees for path, trees in own.items() if _is_in(path, home)}
    catalogue = own.get(f"{place}{CATALOGUES}")
    reasons = {path.rpartition("/")[2]: reason for path, reason in commit.reasons.items() if path in own}
    return _Change(commit, communes, catalogue[1] if catalogue else None, reasons)


def _is_in(path: str, home: str) -> bool:
    return path.startswith(home) and "/" not in path.removeprefix(home)


def _moved_from(commit: Commit, place: str) -> str | None:
    """Where the folder of communes stood that went with a commit and had the most communes of the one that came."""
    came = {code_of(name) for name in _of_place(commit, place).communes}
    end = COMMUNE_FOLDER
    gone = [
        path.removesuffix(end) for path, (old, new) in commit.changed.items()
        if old and not new and (path == end or path.endswith(f"/{end}"))
    ]  # fmt: skip
    shared = Counter({at: len(came & {code_of(name) for name in _of_place(commit, at).communes}) for at in gone})
    best = shared.most_common(1)
    return best[0][0] if best and best[0][1] else None
