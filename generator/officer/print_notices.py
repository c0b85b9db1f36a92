"""The notices of one commune, printed to a PDF."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.model.problem import Refused
from generator.notice import notice
from generator.pieces.view import View
from generator.publishing import by_hand, pdf, render


def print_notices(view: View, subjects: Sequence[str], out: Path | None = None) -> tuple[Path, int]:
    """Print the notices of the one commune of the view, of the named subjects or of all with figures, to a PDF.

    `out` is by default `niem-yet-{code}-{slug}.pdf` in the current folder. Returns where it stands and its pages.
    Raises Refused where a subject is unknown, there is nothing to print or no place for it, NotPrinted where it could
    not be printed.
    """
    (commune,) = view.dataset.communes
    if unknown := [subject for subject in subjects if subject not in view.subjects]:
        raise Refused(f"Không có mục “{unknown[0]}”; các mục: {', '.join(view.subjects)}.")
    out = out or Path(f"niem-yet-{commune.code}-{commune.slug}.pdf")
    if out.suffix.lower() != ".pdf" or not out.parent.is_dir() or out.is_dir():
        raise Refused(f"“{out}” phải là tên một tệp .pdf trong một thư mục đã có.")
    sheet = notice.together(view, commune, subjects)
    if not sheet.boards:
        raise Refused(f"{commune.name} chưa có số liệu nào để niêm yết.")
    style = (by_hand.HAND_WRITTEN / "assets" / "giay.css").read_text(encoding="utf-8")
    pdf.print_pdf({"index.html": render.sheet_text(render.environment(), sheet), "giay.css": style}, out)
    return out, len(sheet.boards)
