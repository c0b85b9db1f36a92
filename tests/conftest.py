"""Fixtures of the tests about forms."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from officer import CASE, CODE

from generator.forms.exchange import make_form


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path, problems = make_form(CASE, CODE, tmp_path_factory.mktemp("bieu") / "bieu.xlsx")
    assert path, problems
    return path


@pytest.fixture
def form(tmp_path: Path, written: Path) -> Path:
    """The form of the made-up commune, to be edited."""
    return Path(shutil.copy(written, tmp_path / "bieu.xlsx"))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The made-up commune's data folder."""
    shutil.copytree(CASE / "xa", tmp_path / "data" / "xa")
    return tmp_path / "data"
