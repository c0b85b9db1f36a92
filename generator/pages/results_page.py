"""A commune's page of results: what its documents say was done, subject by subject."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language.vietnamese import lowered
from generator.model.commune import Commune
from generator.pieces.addresses import TARGETS, page_below, subject_path
from generator.pieces.blocks import Page, Prose
from generator.pieces.row_blocks import Link
from generator.pieces.view import View
from generator.subjects.results import in_few_words, results, results_path


def results_page(view: View, commune: Commune) -> Iterator[Page]:
    """The page, where documents tell of anything that was done."""
    if not view.records(commune, "ket-qua"):
        return
    here = results_path(commune)
    how = "Chép theo lời văn bản, chỗ lược ghi […]; trang không kiểm tra việc ấy đã làm thật hay chưa."
    text = f"{in_few_words(view, commune)}. {how}"
    yield page_below(
        view, commune, here,
        title="Đã làm được gì",
        description=f"Những việc {lowered(commune.name)} đã làm, mô hình, phân công, bài học, theo lời các văn bản.",
        opening=(Prose(text, "lead"),),
        sections=results(view, commune, here),
        steps=(Link(view.subjects[TARGETS].name, view.link(here, subject_path(commune, TARGETS))),),
    )  # fmt: skip
