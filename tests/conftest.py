"""Fixtures of several tests: a form, a browser, the real site."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import PATIENCE, running, served
from hypothesis import HealthCheck, settings
from officer import CASE, CODE
from playwright.sync_api import Browser, expect
from support import ROOT

from generator.build import build
from generator.commune.survey import survey
from generator.forms.make_form import make_form
from generator.publishing.mkdocs_site import Settings

settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")
expect.set_options(timeout=PATIENCE)
"""A busy machine is slow, not wrong: no test has a deadline, and a browser is waited for."""


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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests: Playwright runs once in a process."""
    with running() as made:
        yield made


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, freshly built, without a public address."""
    out = tmp_path_factory.mktemp("site") / "site"
    build(survey(ROOT / "data"), out, Settings(dt.date(2026, 11, 22)), tell=lambda _: None)
    return out


@pytest.fixture(scope="session")
def site(built: Path) -> Iterator[str]:
    """The address of the real site, served on this machine."""
    with served(built) as address:
        yield address
