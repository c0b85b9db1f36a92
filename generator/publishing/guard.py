"""The last look at a finished site: nothing personal is published, in no text and in no picture.

It knows nothing of where a page came from, so that it also holds for pages written by hand.
"""

from __future__ import annotations

import csv
import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache, partial
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import BinaryIO, NamedTuple

from generator.charts.cache import shared
from generator.language.digits import BETWEEN_CELLS
from generator.language.personal_data import found_in, found_in_name
from generator.model.edition import PAST
from generator.publishing import pictures
from generator.publishing.differing_rows import differing_rows

_MARKUP = frozenset({".html", ".svg", ".xml"})
_TEXT = frozenset(
    {".csv", ".json", ".geojson", ".jsonld", ".txt", ".md", ".ics", ".webmanifest", ".css", ".js", ".mjs", ".map"}
)
_UNREAD = frozenset({".wasm", ".woff2", ".pagefind", ".pf_meta", ".pf_index", ".pf_fragment"})
"""Kinds that hold no words of ours, or only words of pages."""
_NO_WORDS = re.compile(r"""\s(?:d|points|transform|viewBox)="[^"]*"|'sha256-[A-Za-z0-9+/]{43}='""")
"""Coordinates, and what a page's policy calls its own scripts and styles by."""
_STYLES = re.compile(r"(<(style|script)\b[^>]*>[^<]*+(?:<(?!/\2>)[^<]*+)*+</\2>)")
"""What many pages carry alike: looked at once."""
_TAG = re.compile(r"<[^<>]*>")
_TAGS = re.compile(r"(<[^<>]*>(?:\s*<[^<>]*>)*)")
_BESIDE_WORDS = re.compile(
    r"<(?!/?(?:a|abbr|b|bdi|bdo|code|em|font|i|mark|s|small|span|strong|sub|sup|tspan|u|wbr)\b|!---->)"
)
"""A tag that does not stand within a word."""
_DRAWN = re.compile(r"</?text\b")
_LINE = re.compile(r"<br\b[^<>]*>")
_PLACE_OF_TEXT = re.compile(r'<c\b[^<>]*\bt="s"[^<>]*><v>\d+</v></c>')
"""A cell of a workbook that only says which of its texts it holds."""
_AMOUNT = re.compile(r"<c\b(?![^<>]*\bt=)[^<>]*><v>([^<>]*)</v></c>")
"""A cell of a workbook that is a number: a telephone number may stand in it, and in no two of them together."""
_MOST_UNPACKED = 200_000_000
_BATCH = 250
"""Files that a process looks at before it says what it has found."""
ROWS = 1000
"""Rows of a table that are looked at together."""
AGAIN = 20
"""Of these, how many are looked at again together with the next."""
_COUNTED = frozenset({PAST})
"""Tables of counts beside counts, each cell of which has its form: no cells together are one number."""


class Leak(NamedTuple):
    """What must not be published: the file of the site that holds it, and what it holds in words."""

    file: str
    what: str

    def __str__(self) -> str:
        """A sentence."""
        return f"{self.file}: {self.what}."


def leaks(
    site: Path,
    allowed: Collection[str] = (),
    of: Collection[str] | None = None,
    jobs: int = 1,
    before: Path | None = None,
) -> list[Leak]:
    """Everything that must not be published, or that of some files with their folders; `allowed` are texts with the
    public lines. Many files are looked at by `jobs` processes. Where the same lines were allowed for a site `before`,
    in which nothing was found, only what differs of a table from that one's is looked at.
    """
    paths = site.rglob("*") if of is None else {one for name in of for one in (site / name, *(site / name).parents)}
    names = sorted(path.relative_to(site).as_posix() for path in paths if path.is_relative_to(site) and path != site)
    look = partial(_leaks_of, site, tuple(allowed), before)
    batches = [names[at : at + _BATCH] for at in range(0, len(names), _BATCH)]
    found = shared(look, batches, jobs if len(batches) > jobs else 1)
    return [leak for some in found for leak in some]


def _leaks_of(site: Path, public: tuple[str, ...], before: Path | None, names: Sequence[str]) -> list[Leak]:
    found: list[Leak] = []
    for name in names:
        path, old = site / name, before / name if before else None
        if old and path.suffix == ".csv" and old.is_file():
            found += leaks_in(name, io.BytesIO(differing_rows(path.read_bytes(), old.read_bytes(), AGAIN)), public)
        elif path.is_file():
            with path.open("rb") as file:
                found += leaks_in(name, file, public)
        else:
            found += leaks_in(name, None, public)
    return found


def leaks_in(name: str, file: BinaryIO | None, public: tuple[str, ...] = ()) -> Iterator[Leak]:
    """What must not be published of one file of the site, whatever the others hold; a folder has a name and no
    content. `public` are texts with the public lines.
    """
    named = found_in_name(PurePosixPath(name).name, public)
    yield from (Leak(name, f"tên tệp có {found.kind} {found.shown}") for found in named)
    if file is not None:
        yield from (Leak(name, fault) for fault in _faults(PurePosixPath(name), file, public))


def _faults(name: PurePosixPath, file: BinaryIO, public: tuple[str, ...]) -> Iterator[str]:
    suffix = name.suffix.lower()
    if suffix == pictures.PNG:
        yield from _in_picture(file.read())
    elif suffix in pictures.OTHERS:
        yield f"ảnh loại “{suffix}”, mà trang chỉ nhận ảnh PNG; lưu lại thành tệp .png rồi sửa tên ảnh ở chỗ dùng"
    elif suffix in _MARKUP | _TEXT:
        yield from _in_text(file, suffix, public, apart=str(name) in _COUNTED)
    elif suffix == ".gz":
        try:
            with gzip.open(file) as packed:
                unpacked = packed.read(_MOST_UNPACKED + 1)
        except (OSError, EOFError, zlib.error):
            unpacked = b""
        if not unpacked or len(unpacked) > _MOST_UNPACKED:
            yield "không mở được tệp nén để kiểm tra"
        yield from _in_text(io.BytesIO(unpacked), PurePosixPath(name.stem).suffix, public)
    elif suffix == ".xlsx":
        yield from _in_workbook(file, public)
    elif suffix not in _UNREAD:
        yield f"không kiểm tra được loại tệp “{suffix or name.name}”; bỏ tệp này khỏi trang"


def _in_workbook(file: BinaryIO, public: tuple[str, ...]) -> Iterator[str]:
    """What the parts of a workbook tell, each text of it once. Numbers that stand for such a text are none of ours."""
    try:
        with zipfile.ZipFile(file) as archive:
            if sum(part.file_size for part in archive.infolist()) > _MOST_UNPACKED:
                raise zipfile.BadZipFile
            texts = {name: archive.read(name).decode() for name in archive.namelist()}
    except (zipfile.BadZipFile, OSError, EOFError, zlib.error, NotImplementedError, RuntimeError, UnicodeDecodeError):
        yield "không mở được sổ tính để kiểm tra"
        return
    if hidden := [name for name in texts if name.startswith("docProps/")]:
        yield f"sổ tính mang theo thông tin ẩn ({hidden[0]}), như tên người làm; xóa phần ấy"
    told = {found for text in map(_cells, texts.values()) for found in _told_of_page(text, public)}
    yield from (f"có {kind} {shown}" for kind, shown in sorted(told))


def _cells(sheet: str) -> str:
    return _AMOUNT.sub(rf" {BETWEEN_CELLS * 2} \1 {BETWEEN_CELLS * 2} ", _PLACE_OF_TEXT.sub("<c/>", sheet))


def _in_picture(content: bytes) -> Iterator[str]:
    try:
        parts = pictures.beside_pixels(content)
    except pictures.Broken:
        yield "ảnh hỏng, hoặc không phải PNG như đuôi tên tệp"
        return
    if parts:
        named = ", ".join(dict.fromkeys(parts))
        yield f"ảnh mang theo thông tin ẩn ({named}), như nơi chụp hay tên người; lưu lại ảnh không kèm thông tin"


def _in_text(file: BinaryIO, suffix: str, public: tuple[str, ...], *, apart: bool = False) -> Iterator[str]:
    try:
        if suffix == ".csv":
            told = {found for rows in _rows(file, apart=apart) for found in _told(rows, public)}
        else:
            text = file.read().decode("utf-8-sig")
            if suffix == ".svg" and "<metadata" in text:
                yield "hình vẽ mang theo phần <metadata>, như tên người vẽ; xóa phần ấy"
            told = _told_of_page(text, public) if suffix in _MARKUP else _told(text, public)
    except UnicodeDecodeError:
        yield "không phải văn bản UTF-8 nên không kiểm tra được"
        return
    yield from (f"có {kind} {shown}" for kind, shown in sorted(told))


def _rows(table: BinaryIO, *, apart: bool = False) -> Iterator[str]:
    """The rows of a table, a line each, with its cells parted, wholly if they are `apart`: ROWS at a time, as that of
    the country is long, and the last ones again with those after them. What is no table is told whole. Raises
    UnicodeDecodeError.
    """
    between = f" {BETWEEN_CELLS * 2} " if apart else f" {BETWEEN_CELLS} "
    with io.TextIOWrapper(table, encoding="utf-8-sig", newline="") as lines:
        rows = (between.join(row) for row in csv.reader(lines))
        try:
            last: list[str] = []
            while some := list(islice(rows, ROWS)):
                yield "\n".join(last + some)
                last = some[-AGAIN:]
        except csv.Error:
            table.seek(0)
            yield table.read().decode("utf-8-sig")


def _told_of_page(text: str, public: tuple[str, ...]) -> set[tuple[str, str]]:
    parts = _STYLES.split(text)
    return _told(_words(" ".join(parts[::3])), public).union(*(_told_of_style(one, public) for one in parts[1::3]))


def _told(text: str, public: tuple[str, ...]) -> set[tuple[str, str]]:
    return {(finding.kind, finding.shown) for finding in found_in(text, public)}


@lru_cache(maxsize=64)
def _told_of_style(text: str, public: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    return frozenset(_told(text, public))


def _words(markup: str) -> str:
    """What a page shows, each box parted from the next, then its different tags: a number may be parted by tags, and
    stand in one.
    """
    pieces = _TAGS.split(markup.strip())
    texts, tags = pieces[::2], pieces[1::2]
    shown = [texts[0].rstrip()]
    for before, between, after in zip(texts, tags, texts[1:], strict=False):
        shown += (_parting(between, before[-1:].isspace() or after[:1].isspace()), after.strip())
    each = dict.fromkeys(_TAG.findall("".join(dict.fromkeys(tags))))
    return "\n".join(["".join(shown).replace("\n", " "), _NO_WORDS.sub("", "\n".join(each))])


@lru_cache(maxsize=16_384)
def _parting(tags: str, blank: bool) -> str:
    """What a reader sees where tags stand, with a blank beside them or none: nothing within a word, a blank, or another
    box; between the words of a drawing more than parts a number: its months and counts are no digits of one.
    """
    if _DRAWN.search(tags):
        return f" {BETWEEN_CELLS}{BETWEEN_CELLS} "
    if _BESIDE_WORDS.search(tags):
        return " " if _LINE.fullmatch(tags) else f" {BETWEEN_CELLS} "
    return " " if blank or re.search(r">\s", tags) else ""
