"""What a drawn SVG needs to stand in a page: its colours leave it as CSS classes, so that a page's light and dark
palettes reach into the picture.
"""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping

_GROUP = '<g class="mark-group role-scope" role="graphics-object" aria-roledescription="group mark container">'


def groups(svg: str) -> list[str]:
    """What is in each outer group of an SVG, as vl-convert draws it; the last one holds the end of the SVG too."""
    return svg.split(_GROUP)[1:]


def finish(
    marks: str,
    size: tuple[float, float],
    colours: Mapping[str, str],
    title: str,
    alt: str,
    key: str,
    *,
    hatched: str = "",
    across: bool = False,
) -> str:
    """The marks of one group as an SVG fit for a page: classes for colours, one text alternative, no styles.

    `size` is width and height; `colours` gives the name of each colour of the drawing; `key` makes the ids of title
    and description. What is filled with the colour `hatched` becomes hatched. `across` makes a drawing that takes the
    width it is given: marks are drawn out, letters and dots keep their size.
    """
    width, height = size
    if across:
        marks = "".join(_across(marks, width, height))
    defined = ""
    if hatched and f'"{hatched}"' in marks:
        marks = marks.replace(f'"{hatched}"', f'"url(#h{key})"')
        stripe = f'<path d="M0,0V6" stroke="{next(iter(_named(colours, "s1")))}" stroke-width="3"/>'
        turned = 'width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"'
        defined = f'<defs><pattern id="h{key}" {turned}>{stripe}</pattern></defs>'
    marks = defined + marks
    for colour, name in colours.items():
        marks = re.sub(rf'\b(fill|stroke)="{colour}"', rf'data-\1="c-{name}"', marks, flags=re.IGNORECASE)
    marks = re.sub(r"<(\w+)((?:[^<>]*?)data-(?:fill|stroke)=[^<>]*?)(/?)>", _with_class, marks)
    marks = re.sub(r' (font-family|role|aria-\w+|pointer-events)="[^"]*"', "", marks).replace("\n", "")
    named = f'role="img" aria-labelledby="t{key} d{key}" focusable="false"'
    words = f'<title id="t{key}">{html.escape(title)}</title><desc id="d{key}">{html.escape(alt)}</desc>'
    if across:
        return f'<svg class="chart across" width="100%" height="{height:g}" {named}>{words}{marks}</svg>'
    return (
        f'<svg class="chart" viewBox="0 0 {width:g} {height:g}" {named}>{words}'
        '<g fill="none" stroke-miterlimit="10" transform="translate(0,0)"><g class="mark-group role-frame root">'
        f"{marks}</g></svg>"
    )


def _named(colours: Mapping[str, str], wanted: str) -> Iterator[str]:
    yield from (colour for colour, name in colours.items() if name == wanted)


def _with_class(tag: re.Match[str]) -> str:
    name, attributes, close = tag.groups()
    parts = re.findall(r'data-(fill|stroke)="c-(\w+)"', attributes)
    bare = re.sub(r'\s*data-(?:fill|stroke)="[^"]*"', "", attributes)
    classes = " ".join(f"{'f' if kind == 'fill' else 'l'}-{colour}" for kind, colour in parts)
    return f'<{name} class="{classes}"{re.sub(r" class=.[^ ]*", "", bare)}{close}>'


# --- drawings that take the width they are given -------------------------------------------------


def _across(marks: str, width: float, height: float) -> Iterator[str]:
    """Shapes as one drawing that is drawn out; then lines, dots and words, each at its share of the width."""
    whole = ET.fromstring(f"<g>{marks}")  # noqa: S314 (drawn by us)
    behind: list[str] = []
    shapes: list[str] = []
    others: list[str] = []
    for part, x, y in _placed(whole, 0, 0):
        if part.tag == "path" and "A" not in part.get("d", ""):
            shapes.append(_shape(part, x, y))
        elif part.tag == "line":
            (others if shapes else behind).append(_line(part, x, y, width))
        else:
            others.append(_set(part, x, y, width))
    yield from behind
    if shapes:
        yield (
            f'<svg width="100%" height="{height:g}" viewBox="0 0 {width:g} {height:g}" preserveAspectRatio="none">'
            f"{''.join(shapes)}</svg>"
        )
    yield from others


def _placed(part: ET.Element, x: float, y: float) -> Iterator[tuple[ET.Element, float, float]]:
    """Each mark that is seen, with where it stands."""
    for child in part:
        kind = child.get("class", "")
        if kind in ("background", "foreground") or child.get("display") == "none":
            continue
        moved = re.match(r"translate\(([-\d.e]+),([-\d.e]+)\)", child.get("transform", ""))
        across, down = (x + float(moved[1]), y + float(moved[2])) if moved else (x, y)
        if child.tag == "g":
            yield from _placed(child, across, down)
        else:
            yield child, across, down


def _kept(part: ET.Element, *names: str) -> str:
    """Attributes that a mark keeps."""
    return "".join(f' {name}="{html.escape(value)}"' for name in names if (value := part.get(name)))


def _share(x: float, width: float) -> str:
    return f"{100 * x / width:.2f}".rstrip("0").rstrip(".") + "%"


def _shape(part: ET.Element, x: float, y: float) -> str:
    path = "".join(_straight(part.get("d", "")))
    moved = f' transform="translate({x:g},{y:g})"' if x or y else ""
    fill = ' fill="none"' if part.get("fill") in (None, "transparent") else _kept(part, "fill")
    line = _kept(part, "stroke", "stroke-width") + ' vector-effect="non-scaling-stroke"' if part.get("stroke") else ""
    return f'<path d="{path}"{moved}{fill}{line}/>'


def _straight(path: str) -> Iterator[str]:
    """A path of straight lines, along an axis said by the one number that changes."""
    last = ("", "")
    for step, ends in re.findall(r"([MLZHV])([^MLZHV]*)", path):
        numbers = [f"{float(number):.1f}".removesuffix(".0") for number in ends.split(",") if number]
        if step == "L" and len(numbers) == 2 and numbers[1] == last[1]:
            yield "" if numbers[0] == last[0] else f"H{numbers[0]}"
        elif step == "L" and len(numbers) == 2 and numbers[0] == last[0]:
            yield f"V{numbers[1]}"
        else:
            yield step + ",".join(numbers)
        last = (numbers[0], numbers[1]) if len(numbers) == 2 else last


def _line(part: ET.Element, x: float, y: float, width: float) -> str:
    x2, y2 = x + float(part.get("x2", 0)), y + float(part.get("y2", 0))
    ends = f'x1="{_share(x, width)}" y1="{y:.4g}" x2="{_share(x2, width)}" y2="{y2:.4g}"'
    return f"<line {ends}{_kept(part, 'stroke', 'stroke-width', 'stroke-dasharray')}/>"


def _set(part: ET.Element, x: float, y: float, width: float) -> str:
    """A word or a dot at its share of the width."""
    at = _share(x, width)
    if part.tag == "path":
        radius = re.match(r"M([\d.]+)", part.get("d", ""))
        assert radius
        hollow = part.get("fill") in (None, "transparent")
        look = (' fill="none"' if hollow else _kept(part, "fill")) + _kept(part, "stroke", "stroke-width")
        return f'<circle cx="{at}" cy="{y:.4g}" r="{float(radius[1]):.2g}"{look}/>'
    kept = _kept(part, "text-anchor", "font-size", "font-weight", "fill")
    if "rotate" in part.get("transform", ""):
        turned = part.get("transform", "").split(" ", 1)[1]
        word = f'<text transform="{turned}"{kept}>{html.escape(part.text or "")}</text>'
        return f'<svg x="{at}" y="{y:.4g}" overflow="visible">{word}</svg>'
    said = "".join(_further(at, line) for line in part) or html.escape(part.text or "")
    return f'<text x="{at}" y="{y:.4g}"{kept}>{said}</text>' if said else ""


def _further(at: str, line: ET.Element) -> str:
    """A line of several."""
    down = f' x="{at}"{_kept(line, "dy")}' if line.get("dy") else ""
    return f"<tspan{down}>{html.escape(line.text or '')}</tspan>"
