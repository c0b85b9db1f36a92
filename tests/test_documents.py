"""What README and CONTRIBUTING name is there."""

from __future__ import annotations

import re

import pytest
from support import ROOT

PATH = re.compile(r"`((?:generator|tests|site_src|overrides|data|\.github|\.ci)/[\w./-]*)`")
MODULE_CONSTANT = re.compile(r"`([A-Z][A-Z_]{2,})`(?: \w+)? (?:in|of) `(generator/[\w/]+\.py)`")
TARGET = re.compile(r"`make ([a-z-]+)")


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_every_path_constant_and_target_exists(name: str) -> None:
    """A file that moved or a constant with another name is told before a contributor looks for it in vain."""
    text = " ".join((ROOT / name).read_text(encoding="utf-8").split())
    paths = PATH.findall(text)
    assert paths
    assert [path for path in paths if not (ROOT / path).exists()] == []
    named = MODULE_CONSTANT.findall(text)
    missing = [
        constant for constant, path in named
        if not re.search(rf"^{constant}\b", (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE)
    ]  # fmt: skip
    assert missing == []
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(TARGET.findall(text)) <= targets
