"""Each command of `portal` has its module, and loads what it needs alone."""

from __future__ import annotations

import argparse
import subprocess
import sys
from importlib import import_module

import pytest
from support import CASES, ROOT

from generator import cli
from generator.arguments import parser

(SUBPARSERS,) = (one for one in parser()._actions if isinstance(one, argparse._SubParsersAction))
HEAVY = {"pandas", "altair", "vl_convert", "PIL", "fontTools", "openpyxl", "jinja2", "rich"}
"""What draws, prints, writes pages and forms."""


@pytest.mark.parametrize("command", SUBPARSERS.choices)
def test_each_command_has_its_module(command: str) -> None:
    name = cli._NOT_CALLED_AS_TYPED.get(command, command)
    assert callable(import_module(f"generator.commands.{name}").run)


def test_a_check_loads_nothing_that_draws() -> None:
    """An officer's check, and git's before each push, wait for no library of charts, pages or forms."""
    program = (
        "import sys; from generator.cli import main; "
        f"code = main(['check', '--data', {str(CASES / 'mot-xa')!r}]); print(code, *sorted(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    code, *loaded = done.stdout.splitlines()[-1].split()
    assert code == "0"
    assert HEAVY.isdisjoint(loaded)
