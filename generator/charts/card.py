"""The picture that a chat app shows under a link: one commune, one number, its date, 1200 x 630 px.

Shown 300 px wide on a phone, so nothing but the source is smaller than 38 px here. Words are decided by the caller.
"""

from __future__ import annotations

import hashlib
import html
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

import vl_convert as vlc

from generator.charts import letters, png
from generator.charts.cache import each
from generator.language.content_mark import content_mark
from generator.language.vietnamese import opened

WIDTH, HEIGHT = 1200, 630
_EDGE = 64
_ROOM = WIDTH - 2 * _EDGE
_BAND, _BASE = 156, 388
_BATCH = 20
"""Cards that a process is given at a time."""
_NARROWEST = 330
"""Room for `đến 31/12/2026`, beside a number."""
_TEAL, _PALE, _INK, _SOFT, _NUMBER, _MISS, _LINE = (
    "#0b5563", "#d5e6e9", "#14212b", "#4a5963", "#0a6ebd", "#8a4b00", "#cfd8dc",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says: `place` over `within` (commune over province), `question`, `number` with its `date`, a
    `sentence` that explains it, the `source` it is from, the `site`'s name. `missing`: there is no number.
    `change` is one line below it all. Any text may be '' or too long: what does not fit ends in '…'.
    """

    place: str
    within: str
    question: str
    number: str
    date: str
    sentence: str
    source: str
    site: str
    missing: bool = False
    change: str = ""

    @property
    def alt(self) -> str:
        """The card in words, for those who do not see it."""
        number = f"{self.number} ({self.date})." if self.date else f"{self.number}."
        place = f"{self.place}, {self.within}." if self.within else f"{self.place}."
        said = " ".join(
            part for part in (place, self.question, number, self.sentence, self.change, self.source) if part
        )
        return " ".join(said.split())


def to_svg(card: Card) -> str:
    """The card as SVG text, every text at a size at which it fits."""
    marks = "".join(_marks(card))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" font-family="{letters.FAMILY}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>{marks}</svg>'
    )


def _marks(card: Card) -> Iterator[str]:
    yield f'<rect width="{WIDTH}" height="{_BAND}" fill="{_TEAL}"/>'
    place, size = letters.fitted(letters.writable(card.place), (64, 56, 48), _ROOM, bold=True)
    yield _text(place, 82 if card.within else 100, size, "#fff", bold=True)
    within, size = letters.fitted(letters.writable(card.within), (40, 36), _ROOM)
    yield _text(within, 133, size, _PALE)
    question, size = letters.fitted(letters.writable(card.question), (48, 44, 40), _ROOM)
    yield _text(question, 228, size, _INK)
    yield from _answer(card)
    yield f'<rect x="{_EDGE}" y="566" width="{_ROOM}" height="2" fill="{_LINE}"/>'
    site, _ = letters.fitted(letters.writable(card.site), (28,), _ROOM / 2, bold=True)
    yield _text(site, 606, 28, _TEAL, bold=True)
    room = _ROOM - letters.width(site, 28, bold=True) - _EDGE
    source, size = letters.fitted(letters.writable(card.source), (28, 26), room)
    yield _text(source, 606, size, _SOFT, left=WIDTH - _EDGE - letters.width(source, size))


def _answer(card: Card) -> Iterator[str]:
    """The number with its date beside it, or before the sentence where it is too wide for that."""
    number, date, sentence = (letters.writable(text) for text in (card.number, card.date, card.sentence))
    in_words = any(char.isalpha() for char in number)  # tone marks stand high
    number, size = letters.fitted(number, (116, 100, 86, 72) if in_words else (164, 140, 116, 92, 72), _ROOM, bold=True)
    yield _text(number, _BASE, size, _MISS if card.missing else _NUMBER, bold=True)
    left = _EDGE + letters.width(number, size, bold=True) + 40
    beside = letters.wrapped(date, 40, WIDTH - _EDGE - left, 3) if WIDTH - _EDGE - left >= _NARROWEST else []
    for at, line in enumerate(reversed(beside)):
        yield _text(line, _BASE - 52 * at, 40, _SOFT, left=left)
    if date and not beside:
        sentence = letters.writable(f"{opened(date)}. {sentence}")  # a capital may be another letter
    if card.change:
        yield from (_text(line, 446 + 41 * at, 34, _INK) for at, line in enumerate(_sentences(sentence, 2)))
        change, size = letters.fitted(letters.writable(card.change), (36, 34, 32), _ROOM, bold=True)
        yield _text(change, 541, size, _TEAL, bold=True)
        return
    lines = letters.wrapped(sentence, 38, _ROOM, 3)
    if len(lines) <= 2:
        yield from (_text(line, 472 + 54 * at, 38, _INK) for at, line in enumerate(lines))
    else:
        yield from (_text(line, 458 + 41 * at, 34, _INK) for at, line in enumerate(_sentences(sentence, 3)))


def _sentences(text: str, most: int) -> list[str]:
    """As many whole sentences as so many lines of the smaller size hold; where that would leave more than one line
    empty, as many words, and '…'.
    """
    said = text.split(". ")
    parts = (". ".join(said[:count]) + "." * (count < len(said)) for count in range(len(said), 0, -1))
    tried = [letters.wrapped(part, 34, _ROOM, most) for part in parts]
    return next((lines for lines in tried if not lines[-1].endswith("…") and len(lines) >= most - 1), tried[0])


def _text(text: str, baseline: float, size: int, colour: str, bold: bool = False, left: float = _EDGE) -> str:
    weight = ' font-weight="700"' if bold else ""
    return (
        f'<text x="{left:.1f}" y="{baseline}" font-size="{size}" fill="{colour}"{weight}>{html.escape(text)}</text>'
        if text
        else ""
    )


@cache
def name(card: Card) -> str:
    """The card's file name, made of all that decides its pixels: another figure, another picture."""
    return f"{content_mark(_decided(card), 10)}.png"


def _decided(card: Card) -> bytes:
    return f"{_tools()}|1|{to_svg(card)}".encode()


@cache
def _tools() -> str:
    """Version of vl-convert and content of the fonts, which it is also told of here, once a process."""
    vlc.register_font_directory(str(letters.FONTS))
    seen = hashlib.sha256()
    for path in sorted(letters.FONTS.glob("*.ttf")):
        seen.update(path.read_bytes())
    return f"{version('vl-convert-python')}|{seen.hexdigest()}"


def to_png(card: Card) -> bytes:
    """The card as PNG, nothing in it but pixels."""
    _tools()  # the fonts are known
    return png.packed(vlc.svg_to_png(to_svg(card)))


def draw(cards: Iterable[Card], cache_folder: Path, jobs: int = 1) -> dict[Card, bytes]:
    """The PNG of each card; cached by content."""

    def place(card: Card) -> Path:
        return cache_folder / f"{content_mark(_decided(card))}-{png.HOW}.png"

    return each(cards, place, _drawn, _BATCH, jobs)


def _drawn(cards: Sequence[Card]) -> list[bytes]:
    return [to_png(card) for card in cards]
