"""A state of long ago is read with less, and found as sound or as faulty as today's would be."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

import pytest
from support import BASE, CASES, COMMUNE, ROOT, lay_over, names

from generator.commune.examine import Examined, Sound, examine, sound
from generator.commune.survey import shared_by_all
from generator.model.catalogue import Catalogue
from generator.reading.data_folder import commune_folder, commune_folders

DAY = dt.date(2026, 12, 1)
ALL = [*names("loi-"), *names("nhac-"), *names("khac-"), *names("cach-"), "co-so", "mot-xa"]


@cache
def base() -> tuple[Catalogue, Sound]:
    catalogue = shared_by_all(BASE, DAY).catalogue
    assert catalogue
    found = sound(commune_folder(BASE, COMMUNE.removeprefix("xa/")), catalogue, DAY)
    assert found
    return catalogue, found


def agrees(state: Sound | None, examined: Examined) -> None:
    """Both find an error, or the same figures to the last word."""
    assert (state is None) == examined.stopped
    assert state is None or state.figures == examined.figures


@pytest.mark.parametrize("case", ALL)
def test_it_agrees_with_the_examination(case: str, tmp_path: Path) -> None:
    """Read alone, after the state of which the case is a change, and after itself."""
    data = CASES / case if case == "mot-xa" else lay_over(case, tmp_path)
    catalogue, before = base()
    own = shared_by_all(data, DAY).catalogue or catalogue
    if own.faulty:  # the fault is no commune's, and stops what is published before any is looked at
        own = catalogue
    for name in commune_folders(data):
        folder = commune_folder(data, name)
        examined = examine(folder, own, DAY)
        alone = sound(folder, own, DAY)
        agrees(alone, examined)
        agrees(sound(folder, own, DAY, alone), examined)
        if own == catalogue:
            agrees(sound(folder, catalogue, DAY, before), examined)


def test_what_is_known_of_real_communes_changes_nothing() -> None:
    """Rows that moved, went and came, beside all that stayed."""
    catalogue = shared_by_all(ROOT / "data", DAY).catalogue
    assert catalogue
    for name in commune_folders(ROOT / "data"):
        folder = commune_folder(ROOT / "data", name)
        before = sound(folder, catalogue, DAY)
        assert before
        for file in [file for file in folder.files if file.endswith(".csv")]:
            head, *rows = folder.files[file].decode().splitlines(keepends=True)
            for kept in (rows[1:], rows[:-1], ["\n", *rows]):
                files = {**folder.files, file: "".join([head, *kept]).encode()}
                changed = type(folder)(folder.place, files, folder.unread)
                agrees(sound(changed, catalogue, DAY, before), examine(changed, catalogue, DAY))
