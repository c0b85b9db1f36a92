"""Fixtures of several tests: a form, a browser, the real site."""

from __future__ import annotations

import os
import re
import shutil
import signal
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from audit.host import serving
from audit.pages import page_types
from browsing import PATIENCE, Scheme, Visit, Windows, running, served
from hosting import Hosted
from hypothesis import HealthCheck, settings
from officer import CASE, CODE, read_here
from playwright.sync_api import Browser, Page, ViewportSize, expect
from sites import Sites, site_of
from xdist.scheduler import LoadScopeScheduling

from generator.forms import exchange, return_list
from generator.forms.make_form import make_form
from generator.long_tables import grid, kind_of_file

settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")
expect.set_options(timeout=PATIENCE)
"""A busy machine is slow, not wrong: no test has a deadline, and a browser is waited for."""
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
"""Tests that interrupt a command do so too where the whole run was started in the background, deaf to it."""


@pytest.fixture(autouse=True)
def _forms_are_read_here(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """No process is started for each form that is read, but where a test is about that."""
    if request.node.get_closest_marker("own_process") is None:
        for module in (exchange, return_list, grid, kind_of_file):
            monkeypatch.setattr(module, "apart", read_here)


class ByFile(LoadScopeScheduling):  # type: ignore[misc]
    """Tests of a file share a worker, as they share what was made for them; shares of one (`[part 1-…]`) do not."""

    def _split_scope(self, nodeid: str) -> str:
        file, _, test = nodeid.partition("::")
        part = re.search(r"\[(part \d+)\b", test)
        return f"{file} {part[1] if part else ''}"


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByFile:
    return ByFile(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Those that take longest come first."""
    items.sort(key=lambda item: not any(map(item.get_closest_marker, ("browser", "slow"))))


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
def windows(browser: Browser) -> Windows:
    """Its pages, each used again as if new."""
    return Windows(browser)


@pytest.fixture
def visit(windows: Windows, site: str) -> Iterator[Visit]:
    """Opens pages of the real site."""
    with ExitStack() as stack:

        def opened(
            path: str, width: int = 360, color_scheme: Scheme = "light", **context: Any
        ) -> tuple[Page, list[str]]:
            size = ViewportSize(width=width, height=900)
            return stack.enter_context(windows.opened(site + path, site, size, color_scheme, **context))

        yield opened


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """The built sites of `sites.SITES`, which all workers share."""
    own = tmp_path_factory.getbasetemp()
    return partial(site_of, own.parent if "PYTEST_XDIST_WORKER" in os.environ else own)


@pytest.fixture(scope="session")
def built(sites: Sites) -> Path:
    """The real site, freshly built, without a public address."""
    return sites("real")


@pytest.fixture(scope="session")
def site(built: Path) -> Iterator[str]:
    """The address of the real site, served on this machine."""
    with served(built) as address:
        yield address


@pytest.fixture(scope="session")
def hosted(sites: Sites) -> Iterator[Hosted]:
    """The real site with a public address, served compressed."""
    folder = sites("real, public")
    with serving(folder) as host:
        yield Hosted(host, page_types(folder))
