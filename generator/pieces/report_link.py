"""The link with which a reader reports a number, filled with where the number stands; no account is needed."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from generator.pieces.row_blocks import Link
from generator.pieces.view import View

WORDS = "Báo số này sai"


def has_channel(view: View) -> bool:
    """Whether who runs the site takes reports in a mailbox or a form. Else the foot of each page says how to report,
    and no figure does.
    """
    return bool(urlsplit(view.operator.report).scheme)


def report(view: View, here: str, title: str, anchor: str = "", words: str = WORDS, code: str = "") -> Link | None:
    """The link beside a figure: `here` is its page, `anchor` its id there, `title` its name for who receives it, `code`
    its short code, which the link shows; None where no mailbox and no form takes reports.
    """
    if not has_channel(view):
        return None
    place = f"{here}#{anchor}" if anchor else here
    said = f" (mã {code})" if code else ""
    return Link(f"{words}{said}", filled(view.operator.report, f"{view.site_url}{place}", f"{title}{said}"))


def filled(template: str, address: str, title: str) -> str:
    """A template with its braces filled and percent-encoded; what else is no letter of an address is encoded too."""
    safe = quote(template, safe="{}:/?#[]@!$&'()*+,;=%-._~")
    return safe.replace("{dia_chi}", quote(address, safe="")).replace("{tieu_de}", quote(title, safe=""))
