"""Every text that an Excel file carries, seen or unseen: for whoever must know that it holds nothing private.

Sheets (also hidden ones), notes, text boxes, headings and footers, messages of cells, names, links, the file's
properties, and texts that no cell shows any more. Formatted pieces of one text are read as one.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path, PurePosixPath
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from generator.forms.archive import NotAForm, part, safe_zip
from generator.language.digits import BETWEEN_CELLS
from generator.language.personal_data import found_in
from generator.language.undisguised import without_codes

_TOGETHER = frozenset({"si", "is", "p", "comment", "threadedComment"})
"""Elements whose pieces make one text."""
_HEADINGS = frozenset({f"{which}{part}" for which in ("odd", "even", "first") for part in ("Header", "Footer")})
_CELL = frozenset({"c", "row", "col", "xf"})
_NO_WORDS = frozenset({"id", "uid", "guid", "idx", "spid", "xfId", "numFmtId", "rgb"})
"""Elements of sheets and attributes that hold places, styles and marks of the program, no words."""
_PLACES = (("docProps/", "thuộc tính của tệp"), ("comment", "ghi chú của ô"), ("drawing", "hình và hộp chữ"))


def texts(path: Path) -> Iterator[tuple[str, str]]:
    """Each text with the place it stands in, in Vietnamese.

    Raises `NotAForm` for a file that is no .xlsx, is too large, or has a part that cannot be read.
    """
    with safe_zip(path) as archive:
        sheets = _sheet_names(archive)
        shared = _shared(archive)
        used: set[int] = set()
        for name in archive.namelist():
            if name.endswith((".xml", ".rels", ".vml")) and name != "xl/sharedStrings.xml":
                parts = _of_part(archive, name, sheets, shared, used)
                yield from ((place, text) for place, text in parts if text.strip())
        for number, text in enumerate(shared):
            if number not in used:
                yield "chữ còn sót trong tệp, không ô nào hiện", text


def private(path: Path, lines: Collection[str]) -> list[tuple[str, str, str]]:
    """Personal data in the texts of a file: place, kind and what may be shown of it, each once; `lines` are public."""
    known = cache(lambda text: [(finding.kind, finding.shown) for finding in found_in(text, lines)])
    found: dict[tuple[str, str, str], None] = {}
    told: set[tuple[str, str]] = set()
    for place, text in texts(path):
        for what in known(text):
            if ", dòng " not in place or what not in told:  # a row repeats what its cells hold
                found[(place, *what)] = None
                told.add(what)
    return [one for one in found if not any(_within(one, other) for other in found)]


def _within(one: tuple[str, str, str], other: tuple[str, str, str]) -> bool:
    """Whether the other tells the same at a place within that of the one."""
    return other[1:] == one[1:] and other[0].startswith(f"{one[0]}, ")


def _of_part(
    archive: zipfile.ZipFile, name: str, sheets: Mapping[str, str], shared: Sequence[str], used: set[int]
) -> Iterator[tuple[str, str]]:
    root = _parsed(archive, name)
    if root is None:  # old drawings are not always well formed: all of it, then
        yield name, part(archive, name).decode("utf-8", "replace")
        return
    sheet = sheets.get(name)
    place = f"tờ “{sheet}”" if sheet else next((words for part, words in _PLACES if part in name), name)
    for element in root.iter():
        tag = _local(element.tag)
        if tag == "c":
            yield f"{place}, ô {element.get('r', '')}", _cell(element, shared, used)
        elif tag in _HEADINGS:
            yield f"{place}, đầu hoặc cuối trang in", without_codes(element.text or "")
        elif tag in _TOGETHER:
            yield place, "".join(element.itertext())
        elif element.text and element.text.strip() and tag != "v":
            yield place, element.text
        if tag not in _CELL:
            yield from ((place, value) for key, value in element.attrib.items() if _local(key) not in _NO_WORDS)
    yield from ((f"{place}, {words}", text) for words, text in _beside(root, shared, used))


def _beside(root: Element, shared: Sequence[str], used: set[int]) -> Iterator[tuple[str, str]]:
    """Each row with its cells beside each other, and each number below the words that head its column."""
    heads: dict[str, str] = {}
    for row in root.iter():
        if _local(row.tag) != "row":
            continue
        cells = {cell.get("r", ""): _cell(cell, shared, used) for cell in row if _local(cell.tag) == "c"}
        yield f"dòng {row.get('r', '')}", f" {BETWEEN_CELLS} ".join(filter(None, cells.values()))
        for name, text in cells.items():
            column = name.rstrip("0123456789")
            if text and not text.strip("+0123456789 .-"):
                yield f"ô {name}", f"{heads.get(column, '')} {BETWEEN_CELLS} {text}"
            elif text:
                heads[column] = text


def _cell(cell: Element, shared: Sequence[str], used: set[int]) -> str:
    """What a cell shows; its formula is an element of its own."""
    value = next(("".join(child.itertext()) for child in cell if _local(child.tag) in ("v", "is")), "")
    if cell.get("t") == "s" and value.isdecimal() and int(value) < len(shared):
        used.add(int(value))
        return shared[int(value)]
    return value


def _sheet_names(archive: zipfile.ZipFile) -> dict[str, str]:
    """The part of each sheet and its name."""
    book, links = (_parsed(archive, name) for name in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels"))
    if book is None or links is None:
        raise NotAForm("Không đọc được mục lục các tờ bên trong tệp.")
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    names: dict[str, str] = {}
    for sheet in book.iter():
        if _local(sheet.tag) == "sheet":
            link = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), None)
            part = str(PurePosixPath("xl") / targets.get(link, "")).removeprefix("/")
            names[part] = sheet.get("name", "")
    return names


def _shared(archive: zipfile.ZipFile) -> list[str]:
    """The texts that cells point to by number."""
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    root = _parsed(archive, "xl/sharedStrings.xml")
    if root is None:
        raise NotAForm("Không đọc được phần chữ bên trong tệp.")
    return ["".join(item.itertext()) for item in root]


def _parsed(archive: zipfile.ZipFile, name: str) -> Element | None:
    try:
        root: Element = fromstring(part(archive, name))
    except DefusedXmlException:
        raise NotAForm("Tệp có phần được viết để đánh lừa máy đọc nên không nhận.") from None
    except (ParseError, ValueError, LookupError):
        return None
    return root


def _local(tag: str) -> str:
    return re.sub(r"^\{.*\}", "", str(tag))
