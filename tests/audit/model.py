"""What an audit tells of a page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """A thing that a tool finds wrong on a page, with the words by which it can be mended."""

    tool: str
    rule: str
    says: str
    """What the rule asks for: the same wherever it is broken."""
    place: str
    """Selector, line or measure of the one fault."""


@dataclass(frozen=True)
class Lighthouse:
    """What Lighthouse says of a page with its settings for a phone."""

    scores: tuple[int, int, int, int]
    """Performance, accessibility, best practices, SEO: 0 to 100."""
    paint: float
    """Largest contentful paint, seconds."""
    size: int
    """Bytes that came over the wire."""
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Visit:
    """What a browser fetched and how long it took."""

    first: int
    """Bytes of a first visit, heads of responses and the icon too."""
    html: int
    """Bytes of the page itself among them."""
    requests: int
    second: int | None
    """Bytes when another page of the same commune was read before; None where there is none."""
    answer: float
    """Seconds from the first byte to the paint of the largest text in view, on slow 3G with a slow processor."""


@dataclass(frozen=True)
class Audited:
    """A page type with all that was measured on one page of it."""

    name: str
    address: str
    narrow: bool
    """Whether the smaller budget of a first visit holds."""
    visit: Visit
    lighthouse: Lighthouse | None
    """None where it was left out."""
    axe: tuple[Finding, ...]
    html: tuple[Finding, ...]


class AuditError(Exception):
    """Something that the audit needs is missing or failed; the words say what and what to do."""
