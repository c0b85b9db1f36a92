"""Folders of communes with faults: one for each code of the check, named after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import reduce

from generator.made_up.faults_of_figures import BETWEEN, WITHIN
from generator.made_up.faults_of_files import CELLS, FILES
from generator.made_up.faulty_folder import NAME, Edit, Files, base

_OF_FOLDERS = ("ma-xa-la", "ten-xa-khac", "xa-lap")
PLANTED: Mapping[str, tuple[Edit, ...]] = {**FILES, **CELLS, **WITHIN, **BETWEEN, **dict.fromkeys(_OF_FOLDERS, ())}
"""Every code that a data folder can show without hiding others, and what is done to a sound folder."""


def faulty_folders(taken: str) -> Iterator[tuple[str, Files]]:
    """A folder for each code, by its name; `taken` is the code of a commune of the official list."""
    for number, (fault, edits) in enumerate(PLANTED.items(), 101):
        code = {"ma-xa-la": "99999", "ten-xa-khac": taken}.get(fault, f"x{number:04}")
        files = reduce(lambda files, edit: edit(files), edits, base(code, fault))
        yield f"{code}-{fault}", files
        if fault == "xa-lap":
            slug = f"{fault}-2"
            yield f"{code}-{slug}", {"xa.yml": f'ma: "{code}"\nten: "{NAME}"\nslug: {slug}\n'}
