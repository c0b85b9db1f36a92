"""The commits of a repository that changed data folders, read by two processes of git, however many there are.

First parents only, from the branch that is checked out: a merge brings what it merges, on its own day.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.language.personal_data import found_in
from generator.language.quotes import cut
from generator.language.vietnamese import clean
from generator.reading import git
from generator.reading.catalogue_files import FOLDER as CATALOGUES
from generator.reading.data_folder import COMMUNE_FOLDER

HERE = dt.timezone(dt.timedelta(hours=7))
"""Việt Nam has one time, and no summer time."""
LONGEST_REASON = 500
"""Letters of a reason that are published."""
UNSAID = "Lý do trong lời ghi không đăng vì có thông tin cá nhân."
"""What stands for a reason with personal data: what was pushed cannot be mended, and must not be published."""
_REASON = re.compile(r"^[ \t]*(?:ly|lý)[ -]do[ \t]*:[ \t]*(\S.*(?:\n[ \t]+\S.*)*)", re.IGNORECASE | re.MULTILINE)
_GONE = re.compile("0+")


class Commit(NamedTuple):
    """A commit that changed data folders: the day of its committer in Việt Nam, the folders that it changed (path from
    the top to the id of the tree before and after it, '' for none), and the reason that its message gives for each of
    them; a merge without a reason has those of the commits that it brought, each for the folders that they changed.
    """

    id: str
    day: dt.date
    changed: Mapping[str, tuple[str, str]]
    reasons: Mapping[str, str]


def reason_in(message: str) -> str:
    """What a message says behind `Ly-do:` at the beginning of a line (or `Lý do:`), and on the indented lines below."""
    found = _REASON.search("\n".join(map(_line, message.splitlines())))
    said = clean(found[1].replace("\n", " ")) if found else ""
    return UNSAID if found_in(said) else cut(said, LONGEST_REASON)


def _line(line: str) -> str:
    """A line of a message in composed letters, still indented where it was; what is no letter as a mark of that."""
    shown = line.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return shown[: len(shown) - len(shown.lstrip())] + clean(shown)


def is_shallow(folder: Path) -> bool:
    """Whether the repository lacks its older commits. Raises NoHistory outside of git."""
    return git.surely(folder, "rev-parse", "--is-shallow-repository").strip() == "true"


def commits(folder: Path) -> list[Commit]:
    """The commits that changed a folder of communes or of catalogues anywhere in the repository, the oldest first.

    Raises NoHistory outside of git, and where nothing was committed yet.
    """
    said = git.surely(folder, "log", "-z", "--topo-order", "--no-show-signature", "--format=%H%n%P%n%ct%n%B")
    listed = {id: about for id, *about in (one.split("\n", 3) for one in said.split("\0") if one)}
    parents = {id: above.split() for id, (above, *_) in listed.items()}
    pairs = "".join(f"{' '.join([id, *own[:1]])}\n" for id, own in parents.items())
    options = ("diff-tree", "--stdin", "-r", "-t", "--root", "--no-renames", "--raw", "--no-abbrev", "-z")
    changed = _changed(git.surely(folder, *options, given=pairs))
    reasons = {id: reason_in(listed[id][2]) for id in changed}
    made, seen = [], set[str]()
    for id in _first_parents(parents):
        brought = _brought(id, parents, seen)
        if own := changed.get(id):
            day = dt.datetime.fromtimestamp(int(listed[id][1]), HERE).date()
            said_by = [id] if reasons[id] else [other for other in brought if reasons.get(other)]
            made.append(Commit(id, day, own, dict(_by_folder(own, said_by, changed, reasons))))
    return made


def _first_parents(parents: Mapping[str, Sequence[str]]) -> list[str]:
    """The commits of the branch itself, the oldest first; the first of all commits is its newest."""
    line, at = list[str](), next(iter(parents), "")
    while at in parents:
        line.append(at)
        at = next(iter(parents[at]), "")
    return line[::-1]


def _brought(id: str, parents: Mapping[str, Sequence[str]], seen: set[str]) -> list[str]:
    """The commits that came to the branch with one of it, the oldest first; they are `seen` from then on."""
    found, waiting = list[str](), [id]
    while waiting:
        at = waiting.pop()
        if at in parents and at not in seen:
            seen.add(at)
            found.append(at)
            waiting += parents[at]
    return found[::-1]


def _by_folder(
    own: Iterable[str], said_by: Sequence[str], changed: Mapping[str, Iterable[str]], reasons: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    for path in own:
        told = [reasons[id] for id in said_by if path in changed[id]]
        if told:
            yield path, " ".join(dict.fromkeys(told))


def _changed(raw: str) -> dict[str, dict[str, tuple[str, str]]]:
    """The trees of communes, of all communes together and of catalogues that each commit changed."""
    made: dict[str, dict[str, tuple[str, str]]] = {}
    own: dict[str, tuple[str, str]] = {}
    words = iter(raw.split("\0"))
    for word in words:
        if word and not word.startswith(":"):
            own = made.setdefault(word.split()[0], {})
        if not word.startswith(":"):
            continue
        before, after, old, new, _ = word.removeprefix(":").split(" ")
        path = next(words)
        if _TREE in (before, after) and _is_ours(path):
            own[path] = (_there(old, before), _there(new, after))
    return made


_TREE = "040000"


def _is_ours(path: str) -> bool:
    *_, above, name = ["", *path.split("/")]
    return name in (COMMUNE_FOLDER, CATALOGUES) or above == COMMUNE_FOLDER


def _there(id: str, mode: str) -> str:
    return "" if mode != _TREE or _GONE.fullmatch(id) else id
