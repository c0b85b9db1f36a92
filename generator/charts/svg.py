"""What a drawn SVG needs to stand in a page: its colours leave it as CSS classes, so that a page's light and dark
palettes reach into the picture.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

_GROUP = '<g class="mark-group role-scope" role="graphics-object" aria-roledescription="group mark container">'


def groups(svg: str) -> list[str]:
    """What is in each outer group of an SVG, as vl-convert draws it; the last one holds the end of the SVG too."""
    return svg.split(_GROUP)[1:]


def finish(marks: str, size: tuple[float, float], colours: Mapping[str, str], title: str, alt: str, key: str) -> str:
    """The marks of one group as an SVG fit for a page: classes for colours, one text alternative, no styles.

    `size` is width and height; `colours` gives the name of each colour of the drawing; `key` makes the ids of title
    and description.
    """
    for colour, name in colours.items():
        marks = re.sub(rf'\b(fill|stroke)="{colour}"', rf'data-\1="c-{name}"', marks, flags=re.IGNORECASE)
    marks = re.sub(r"<(\w+)((?:[^<>]*?)data-(?:fill|stroke)=[^<>]*?)(/?)>", _with_class, marks)
    marks = re.sub(r' (font-family|role|aria-\w+|pointer-events)="[^"]*"', "", marks).replace("\n", "")
    width, height = size
    return (
        f'<svg class="chart" viewBox="0 0 {width:g} {height:g}" role="img" aria-labelledby="t{key} d{key}" '
        'focusable="false">'
        f'<title id="t{key}">{html.escape(title)}</title><desc id="d{key}">{html.escape(alt)}</desc>'
        '<g fill="none" stroke-miterlimit="10" transform="translate(0,0)"><g class="mark-group role-frame root">'
        f"{marks}</g></svg>"
    )


def _with_class(tag: re.Match[str]) -> str:
    name, attributes, close = tag.groups()
    parts = re.findall(r'data-(fill|stroke)="c-(\w+)"', attributes)
    bare = re.sub(r'\s*data-(?:fill|stroke)="[^"]*"', "", attributes)
    classes = " ".join(f"{'f' if kind == 'fill' else 'l'}-{colour}" for kind, colour in parts)
    return f'<{name} class="{classes}"{re.sub(r" class=.[^ ]*", "", bare)}{close}>'
