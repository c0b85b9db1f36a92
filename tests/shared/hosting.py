"""The real site as readers get it: with a public address, compressed, every type of page known."""

from __future__ import annotations

from typing import NamedTuple

from audit.host import Host
from audit.pages import PageType


class Hosted(NamedTuple):
    """A site that is served, and a page of each type."""

    host: Host
    types: list[PageType]
