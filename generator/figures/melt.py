"""Checked rows become figures, each table in its own way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.language.vietnamese import read_date, slug
from generator.model.catalogue import Catalogue
from generator.model.figure import Document, Figure, Stage
from generator.model.grouping import grouped
from generator.model.problem import Problem
from generator.model.record import Record
from generator.tables import chi_tieu, nguon
from generator.tables.all_tables import BY_NAME
from generator.tables.table import Table

Melted = dict[int, tuple[Mapping[str, str], Document, tuple[Figure, ...]]]
"""What rows became before, by the identity of their cells; with these, which keeps it theirs, and their document."""


def figures(records: Iterable[Record], catalogue: Catalogue, known: Melted | None = None) -> list[Figure]:
    """Every reported, needed, allocated figure and every target of a commune's rows, in the order of the rows. What
    is `known` from the same catalogue is not made again; what is made becomes known.
    """
    rows = list(records)
    documents = _documents(rows)
    made: list[Figure] = []
    for row in rows:
        table = BY_NAME.get(row.table)
        if table and table.melt:
            document = documents.get(row["nguon"], Document(row["nguon"]))
            if known is None:
                made += table.melt(table, row, catalogue, document)
            else:
                made += _melted(table, row, catalogue, document, known)
    return list(_amounts_apart(made))


def _melted(table: Table, row: Record, catalogue: Catalogue, document: Document, known: Melted) -> Iterable[Figure]:
    cells, of, own = known.get(id(row.cells), (None, document, ()))
    if cells is not row.cells or of != document:
        assert table.melt
        own = tuple(table.melt(table, row, catalogue, document))
        known[id(row.cells)] = (row.cells, document, own)
    if own and own[0].trace.line != row.line:
        own = tuple(replace(one, trace=replace(one.trace, line=row.line)) for one in own)
        known[id(row.cells)] = (row.cells, document, own)
    return own


_BARE = (Stage.NEEDED, Stage.PLANNED, Stage.ALLOCATED, Stage.SPENT, Stage.ESTIMATED, Stage.SETTLED)
"""Which of several stages keeps the id without its name: what was published before estimates and settlements were."""


def _amounts_apart(made: Sequence[Figure]) -> Iterator[Figure]:
    """The figures, of whose amounts no two stages or givers have one id: the first stage of _BARE and the first giver
    keep it, the others' names are added. The order of rows decides nothing.
    """
    stages, givers = {}, {}
    for id, own in grouped((f for f in made if f.stage), lambda figure: figure.id).items():
        stages[id] = min(_BARE.index(figure.stage) for figure in own if figure.stage)
        givers[id] = min(figure.giver for figure in own)
    for figure in made:
        more: list[str] = []
        if figure.stage and figure.stage is not _BARE[stages[figure.id]]:
            more.append(figure.stage)
        if figure.stage and figure.giver != givers[figure.id]:
            more.append(slug(figure.giver) or "khong-neu")
        yield replace(figure, id=".".join((figure.id, *more))) if more else figure


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
            same, apart = "chỉ tiêu, phân tổ, kỳ", "phân tổ (phan_to, linh_vuc) hoặc ngày của kỳ (tu_ngay, den_ngay)"
            if figure.stage:
                same = "khoản (ma_dong), giai đoạn, cấp giao, kỳ"
                apart = "ma_dong, giai_doan, cap_giao hoặc ngày của kỳ (tu_ngay, den_ngay)"
            yield Problem(
                figure.trace.file, figure.trace.line,
                "chi_tieu" if figure.trace.table == chi_tieu.TABLE.name else "", "so-lieu-lap", "error",
                f"Dòng này lặp số liệu của dòng {one.trace.line}: cùng {same} và văn bản.",
                "Nếu là một số liệu: giữ một dòng, xóa dòng kia (ghi cả hai vị trí, ngăn bằng “ | ”). Nếu là hai số "
                f"liệu: ghi cho khác nhau ở cột {apart}.",
            )  # fmt: skip
