"""The words inside an office file (xlsx, docx, ods...): cells, comments, properties, addresses of links.

Enough to look for what must not be public; the meaning of a sheet is not read here.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from generator.language.undisguised import without_codes

SUFFIXES = frozenset({".xlsx", ".xlsm", ".xltx", ".docx", ".docm", ".pptx", ".ods", ".odt"})
_MOST_PARTS = 5_000
_MOST_BYTES = 200_000_000
_READ = (".xml", ".rels", ".vml", ".txt")
_TAG = re.compile(r"<(/?)(?:\w+:)?(\w+)[^<>]*>")
_RUNS = frozenset(
    {"t", "r", "rPr", "span", "b", "i", "u", "strike", "sz", "color", "rFont", "family", "scheme", "charset"}
)
"""Marks inside one piece of text: a number may be half bold. Any other mark ends the piece."""
_VALUE = re.compile(r"""=\s*(?:"([^"]*)"|'([^']*)')""")


class Unopened(ValueError):
    """The bytes are no such file, or one made to be larger than it looks, or locked by a password."""


def words(content: bytes, depth: int = 0) -> Iterator[str]:
    """The text of each part, a piece a line, then the values of its attributes. Raises Unopened."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > _MOST_PARTS or depth > 2:
                raise Unopened
            left = _MOST_BYTES
            for part in parts:
                with archive.open(part) as stream:
                    read = stream.read(left + 1)
                left -= len(read)
                if left < 0:
                    raise Unopened
                yield from _of_part(part.filename.lower(), read, depth)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError) as fault:
        raise Unopened from fault


def _of_part(name: str, content: bytes, depth: int) -> Iterator[str]:
    if name.endswith(_READ):
        text = content.decode("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "replace")
        yield without_codes(html.unescape(_TAG.sub(lambda tag: "" if tag[2] in _RUNS else "\n", text)))
        yield html.unescape("\n".join(one or other for one, other in _VALUE.findall(text)))
    elif name.endswith(tuple(SUFFIXES)):
        yield from words(content, depth + 1)
