"""A workbook (.xlsx) of plain tables as bytes, always the same for the same tables.

Written part by part rather than with openpyxl, which makes a cell an object: of a commune's 1,200 figures it takes ten
times as long and twice the bytes (each cell with its address), and stamps the day into the file.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

from generator.country.published_table import Type

_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_FIRST_DAY = dt.date(1899, 12, 30).toordinal()
"""The day from which Excel counts days; one before its 1 January 1900, since it takes 1900 for a leap year."""
_DAY, _HEAD, _WRAPPED = 1, 2, 3
"""Styles by their places in `_STYLES`."""
_STILL = (1980, 1, 1, 0, 0, 0)
"""The time of every part: the first that a zip file can hold."""
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4">'
    '<xf/><xf numFmtId="14" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/>'
    '<xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


class Sheet(NamedTuple):
    """A table: its `name` on the tab, the type of each column with its heading and width in letters, its rows as texts
    in the form of the published tables. `wrapped` breaks long texts into lines.
    """

    name: str
    columns: Sequence[tuple[str, Type, int]]
    rows: Iterable[Sequence[str]]
    wrapped: bool = False


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """The workbook of some sheets, the first of them open. Texts are texts whatever they begin with: nothing runs."""
    texts: dict[str, int] = {}
    pages = {f"xl/worksheets/sheet{number}.xml": _sheet(one, texts) for number, one in enumerate(sheets, 1)}
    strings = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in texts)
    parts = {
        "[Content_Types].xml": _content_types(pages),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _book(sheets),
        "xl/_rels/workbook.xml.rels": _relations(
            [
                *(("worksheet", name.removeprefix("xl/")) for name in pages),
                ("styles", "styles.xml"),
                ("sharedStrings", "sharedStrings.xml"),
            ]
        ),
        "xl/styles.xml": _STYLES,
        "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{strings}</sst>',
        **pages,
    }
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _STILL), _XML + text, zipfile.ZIP_DEFLATED, 9)
    return content.getvalue()


def _sheet(sheet: Sheet, texts: dict[str, int]) -> str:
    """A sheet whose texts are numbers into `texts`, to which it adds its own; the heading stays when one scrolls."""

    def text(cell: str, style: int) -> str:
        place = texts.setdefault(_NOT_IN_XML.sub("\ufffd", cell), len(texts))
        return f'<c t="s" s="{style}"><v>{place}</v></c>' if style else f'<c t="s"><v>{place}</v></c>'

    usual = _WRAPPED if sheet.wrapped else 0
    kinds = [kind for _, kind, _ in sheet.columns]
    rows = ["".join(text(heading, _HEAD) for heading, _, _ in sheet.columns)]
    for row in sheet.rows:
        cells = []
        for kind, cell in zip(kinds, row, strict=True):
            if not cell:
                cells.append("<c/>")
            elif kind == "number":
                cells.append(f"<c><v>{cell}</v></c>")
            elif kind == "date":
                cells.append(f'<c s="{_DAY}"><v>{dt.date.fromisoformat(cell).toordinal() - _FIRST_DAY}</v></c>')
            else:
                cells.append(text(cell, usual))
        rows.append("".join(cells))
    widths = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>'
        for n, (_, _, width) in enumerate(sheet.columns, 1)
    )
    return (
        f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{widths}</cols><sheetData>{''.join(f'<row>{row}</row>' for row in rows)}</sheetData></worksheet>"
    )


def _book(sheets: Sequence[Sheet]) -> str:
    named = "".join(
        f'<sheet name="{escape(sheet.name, {chr(34): "&quot;"})}" sheetId="{n}" r:id="r{n}"/>'
        for n, sheet in enumerate(sheets, 1)
    )
    return f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{named}</sheets></workbook>'


def _relations(parts: Iterable[tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(parts, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _content_types(pages: Iterable[str]) -> str:
    named = {
        "xl/workbook.xml": "sheet.main", "xl/styles.xml": "styles", "xl/sharedStrings.xml": "sharedStrings",
        **dict.fromkeys(pages, "worksheet"),
    }  # fmt: skip
    lines = "".join(f'<Override PartName="/{name}" ContentType="{_TYPES}.{kind}+xml"/>' for name, kind in named.items())
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{lines}</Types>'
    )
