"""The link with which a reader reports a number, filled with where the number stands; no account is needed."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from generator.pieces.row_blocks import Link
from generator.pieces.view import View

WORDS = "Báo số này sai"


def report(view: View, here: str, title: str, anchor: str = "", words: str = WORDS) -> Link:
    """The link beside a figure: `here` is its page, `anchor` its id there, `title` its name for who receives it."""
    place = f"{here}#{anchor}" if anchor else here
    if urlsplit(view.operator.report).scheme:
        return Link(words, filled(view.operator.report, f"{view.site_url}{place}", title))
    path, _, part = view.operator.report.partition("#")
    return Link(words, f"{view.link(here, path)}?so={quote(place)}{f'#{part}' if part else ''}")


def filled(template: str, address: str, title: str) -> str:
    """A template with its braces filled and percent-encoded; what else is no letter of an address is encoded too."""
    safe = quote(template, safe="{}:/?#[]@!$&'()*+,;=%-._~")
    return safe.replace("{dia_chi}", quote(address, safe="")).replace("{tieu_de}", quote(title, safe=""))
