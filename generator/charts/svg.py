"""What a drawn SVG needs to stand in a page: its colours leave it as CSS classes, so that a page's light and dark
palettes reach into the picture.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping


def finish(svg: str, colours: Mapping[str, str], title: str, alt: str, key: str) -> str:
    """Make a drawn SVG fit for a page: classes for colours, one text alternative, no styles.

    `colours` gives the name of each colour of the drawing; `key` makes the ids of title and description.
    """
    for colour, name in colours.items():
        svg = re.sub(rf'\b(fill|stroke)="{colour}"', rf'data-\1="c-{name}"', svg, flags=re.IGNORECASE)
    svg = re.sub(r"<(\w+)((?:[^<>]*?)data-(?:fill|stroke)=[^<>]*?)(/?)>", _with_class, svg)
    svg = re.sub(r' (font-family|class="mark-[^"]*"|role|aria-\w+|pointer-events)="[^"]*"', "", svg)
    size = re.search(r'viewBox="([^"]+)"', svg)
    box = size[1] if size else "0 0 300 100"
    body = svg[svg.index(">", svg.index("<svg")) + 1 :]
    head = (
        f'<svg class="chart" viewBox="{box}" role="img" aria-labelledby="t{key} d{key}" focusable="false">'
        f'<title id="t{key}">{html.escape(title)}</title><desc id="d{key}">{html.escape(alt)}</desc>'
    )
    return head + body.replace("\n", "")


def _with_class(tag: re.Match[str]) -> str:
    name, attributes, close = tag.groups()
    parts = re.findall(r'data-(fill|stroke)="c-(\w+)"', attributes)
    bare = re.sub(r'\s*data-(?:fill|stroke)="[^"]*"', "", attributes)
    classes = " ".join(f"{'f' if kind == 'fill' else 'l'}-{colour}" for kind, colour in parts)
    return f'<{name} class="{classes}"{re.sub(r" class=.[^ ]*", "", bare)}{close}>'
