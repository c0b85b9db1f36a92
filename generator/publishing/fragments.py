"""What shows other communes on a commune's page: a mark within the page, a file of its own, filled in last.

The mark is all that the commune's own page knows. The country writes the files, in a folder that no engine publishes,
since its name begins with a dot; whoever makes the page, MkDocs' hook or another engine's finish, puts the file in the
place of the mark.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.publishing.ready_html import NotWhole

MARK = "<!--canh-ben-->"
FOLDER = ".canh-ben/"
"""Below MkDocs' docs_dir: the files, by the addresses of pages."""


def file_of(page: str) -> str:
    """Where what a page at a site address shows of other communes stands."""
    return f"{FOLDER}{page}index.html"


def filled(made: str, read: Callable[[], str | None]) -> str:
    """A made page with the file in the place of the mark, `read` where there is one. Raises NotWhole where there is
    none.
    """
    if MARK not in made:
        return made
    text = read()
    if text is None:
        raise NotWhole(f"trang có chỗ đặt các xã khác nhưng không có tệp của nó trong {FOLDER}; hãy soạn lại trang.")
    return made.replace(MARK, text)
