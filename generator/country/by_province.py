"""The table of all figures: one file, or, where that is too much to fetch and open, a packed one for each province."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.country.csv_text import joined, rows_text
from generator.country.published_table import Field, Published
from generator.country.published_tables import FIGURES
from generator.country.summary import Summary
from generator.model.grouping import grouped
from generator.pieces.downloads import FOLDER

LARGEST = 50_000_000
"""Bytes of the table of all figures, above which its address gives the index of its parts."""
PLACE = f"{FOLDER}{FIGURES.name}/"
"""Where its parts stand."""
INDEX = Published(
    FIGURES.name,
    FIGURES.title,
    "Mục lục các tệp nén theo tỉnh của bảng số liệu.",
    (
        Field("ma_tinh", "mã tỉnh, hai chữ số; trống là chưa xác định"),
        Field("ten_tinh", "tên tỉnh", required=True),
        Field("tep", "tệp nén gzip, tính từ thư mục của mục lục này", required=True),
        Field("so_xa", "số xã trong tệp", "number", required=True),
    ),
    ("tep",),
)


class Part(NamedTuple):
    """The figures of one province: its code and name, the address of the packed file, its communes."""

    code: str
    name: str
    file: str
    communes: tuple[Summary, ...]


def parts(communes: Iterable[Summary], size: int, largest: int = LARGEST) -> tuple[Part, ...]:
    """The parts of a table of so many bytes, by the addresses of their provinces; none where it stays whole."""
    if size <= largest:
        return ()
    by_slug = grouped(communes, lambda one: one.commune.province_slug)
    return tuple(_part(slug, own) for slug, own in sorted(by_slug.items()))


def _part(slug: str, own: Sequence[Summary]) -> Part:
    province = own[0].commune.province
    code, name = (province.code, province.name) if province else ("", "Chưa xác định tỉnh")
    return Part(code, name, f"{PLACE}{slug}.csv.gz", tuple(own))


def files(divided: Sequence[Part], table_of: Callable[[Summary], Path]) -> dict[str, str | Iterator[bytes]]:
    """The index and the packed parts, by their addresses; `table_of` gives the published table of a commune."""
    rows = [(part.code, part.name, part.file.removeprefix(FOLDER), len(part.communes)) for part in divided]
    tables = {part.file: packed(joined(FIGURES.columns, [table_of(one) for one in part.communes])) for part in divided}
    return {FIGURES.file: rows_text(INDEX.columns, rows), **tables}


def packed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces as one gzip file, the same for the same content: no name and no time stand in it."""
    packer = zlib.compressobj(9, wbits=16 + zlib.MAX_WBITS)  # in the frame of gzip
    for piece in pieces:
        yield packer.compress(piece)
    yield packer.flush()
