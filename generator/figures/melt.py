"""Checked rows become figures, each table in its own way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.language.vietnamese import read_date
from generator.model.catalogue import Catalogue
from generator.model.figure import Document, Figure
from generator.model.problem import Problem
from generator.model.record import Record
from generator.tables import chi_tieu, nguon
from generator.tables.all_tables import BY_NAME


def figures(records: Iterable[Record], catalogue: Catalogue) -> list[Figure]:
    """Every reported, needed, allocated figure and every target of a commune's rows, in the order of the rows."""
    rows = list(records)
    documents = _documents(rows)
    made: list[Figure] = []
    for row in rows:
        table = BY_NAME.get(row.table)
        if table and table.melt:
            made += table.melt(table, row, catalogue, documents.get(row["nguon"], Document(row["nguon"])))
    return made


def _documents(rows: Iterable[Record]) -> dict[str, Document]:
    """What figures know of the documents that are registered, by their ids."""
    sources = [row for row in rows if row.table == nguon.TABLE.name]
    replaced = {row["thay_the"]: row["nguon"] for row in sources if row["thay_the"]}
    made = {}
    for row in sources:
        known, signed = read_date(row["ngay_biet"]), read_date(row["ngay"])
        by = replaced.get(row["nguon"], "")
        made[row["nguon"]] = Document(row["nguon"], signed or known, known, by, signed)
    return made


def repeated(all_figures: Iterable[Figure]) -> Iterator[Problem]:
    """A figure whose id an earlier row has taken: the same thing twice from one document."""
    first: dict[str, Figure] = {}
    for figure in all_figures:
        one = first.setdefault(figure.id, figure)
        if one is not figure:
            yield Problem(
                figure.trace.file, figure.trace.line,
                "chi_tieu" if figure.trace.table == chi_tieu.TABLE.name else "", "so-lieu-lap", "error",
                f"Dòng này lặp số liệu của dòng {one.trace.line}: cùng chỉ tiêu, phân tổ, kỳ và văn bản.",
                "Nếu là một số liệu: giữ một dòng, xóa dòng kia (ghi cả hai vị trí, ngăn bằng “ | ”). Nếu là hai số "
                "liệu: ghi cho khác nhau ở cột phân tổ (phan_to, linh_vuc) hoặc ngày của kỳ (tu_ngay, den_ngay).",
            )  # fmt: skip
