"""Budgets, and what was measured in words: a table, what is broken, what to mend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from audit.model import Audited, Finding

KB = 1024
FIRST_NARROW, FIRST, HTML, SECOND = 60 * KB, 75 * KB, 20 * KB, 20 * KB
"""Bytes at most: a first visit of a commune's page or subject page, of any other page; HTML; a second page."""
PAINT, ANSWER = 1.0, 3.0
"""Seconds at most: Lighthouse's largest contentful paint; the first answer on slow 3G."""
SCORES = ("performance", "accessibility", "best practices", "SEO")

HEADS = (
    "page type",
    "perf",
    "a11y",
    "best",
    "SEO",
    "LCP s",
    "LH KB",
    "1st KB",
    "HTML KB",
    "2nd KB",
    "req",
    "slow s",
    "axe",
    "html",
)


def table(rows: Sequence[Audited]) -> str:
    """The measures of page types, a line each, in columns; `-` where there is nothing to measure."""
    lines = [HEADS, *map(_cells, rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADS))]
    return "\n".join(
        "  ".join(
            [line[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True))]
        )
        for line in lines
    )


def _cells(row: Audited) -> tuple[str, ...]:
    judged, visit = row.lighthouse, row.visit
    scores = tuple(map(str, judged.scores)) if judged else ("-",) * len(SCORES)
    return (
        row.name,
        *scores,
        f"{judged.paint:.2f}" if judged else "-",
        _kb(judged.size if judged else None),
        *map(_kb, (visit.first, visit.html, visit.second)),
        str(visit.requests),
        f"{visit.answer:.2f}",
        str(len(row.axe)),
        str(len(row.html)),
    )


def _kb(size: int | None) -> str:
    return "-" if size is None else f"{size / KB:.1f}"


def broken(row: Audited) -> Iterator[str]:
    """Each budget that a page breaks, in words with both numbers."""
    visit, judged = row.visit, row.lighthouse
    for name, size, most in (
        ("first visit", visit.first, FIRST_NARROW if row.narrow else FIRST),
        ("HTML", visit.html, HTML),
        ("second page", visit.second or 0, SECOND),
    ):
        if size > most:
            yield f"{name} {_kb(size)} KB, at most {most // KB}"
    if judged:
        yield from (
            f"{name} {score}, wanted 100" for name, score in zip(SCORES, judged.scores, strict=True) if score < 100
        )
        if round(judged.paint, 2) > PAINT:  # as the table shows it
            yield f"LCP {judged.paint:.2f} s, at most {PAINT}"
    if round(visit.answer, 2) > ANSWER:
        yield f"first answer on slow 3G {visit.answer:.2f} s, at most {ANSWER}"
    for name, found in (("axe", row.axe), ("html-validate", row.html)):
        if found:
            yield f"{name} {len(found)}, wanted 0"


def findings(rows: Iterable[Audited], most: int | None) -> str:
    """What to mend, rule by rule: each place once with the page types that have it, at most `most` places a rule."""
    rules: dict[tuple[str, str, str], dict[str, list[str]]] = {}
    rows = list(rows)
    for row in rows:
        for one in _all(row):
            pages = rules.setdefault((one.tool, one.rule, one.says), {}).setdefault(one.place, [])
            pages += [row.name] * (row.name not in pages)
    lines: list[str] = []
    for (tool, rule, says), places in sorted(rules.items()):
        lines.append(f"{tool} · {rule}{f': {says}' if says else ''}")
        widest = sorted(places.items(), key=lambda place: -len(place[1]))
        for place, pages in widest[:most]:
            where = "every page type" if len(pages) == len(rows) > 1 else ", ".join(pages)
            lines.append(f"    {place}  ({where})" if place else f"    ({where})")
        if most is not None and len(places) > most:
            lines.append(f"    and {len(places) - most} more places: --all")
    return "\n".join(lines)


def _all(row: Audited) -> Iterator[Finding]:
    if row.lighthouse:
        yield from row.lighthouse.findings
    yield from row.axe
    yield from row.html
