"""Pages of indicators: what each is, how it is computed, its values by commune."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.catalogue import Indicator
from generator.model.choices import SUBJECTS
from generator.model.commune import Commune
from generator.model.figure import Figure
from generator.model.grouping import grouped
from generator.pages.addresses import home_crumb, subject_of, subject_path
from generator.pages.blocks import Cell, Grid, Items, Link, Page, Prose, Section
from generator.pages.view import View, anchor, label, period, source_link, value


def indicator_pages(view: View) -> Iterator[Page]:
    """An index of indicators and one page an indicator that has a figure or target."""
    groups = grouped(view.figures, lambda figure: figure.chi_tieu)
    used = [i for i in view.dataset.catalogue.indicators.values() if i.id in groups]
    here = "chi-tieu/"
    sections = []
    for subject, name in SUBJECTS.items():
        rows = tuple(
            Prose(indicator.question, "", Link(indicator.name, view.link(here, f"{here}{indicator.id}/")))
            for indicator in used
            if indicator.subject == subject
        )
        if rows:
            sections.append(Section(f"{name} ({len(rows)})", subject, (), (Items(rows),), f"Xem {len(rows)} chỉ tiêu"))
    yield Page(
        path=here,
        title="Các chỉ tiêu",
        description="Mỗi chỉ tiêu trả lời câu hỏi gì, tính thế nào, căn cứ vào đâu.",
        crumbs=home_crumb(view, here),
        opening=(Prose("Mỗi con số trên trang thuộc một chỉ tiêu. Ở đây nói chỉ tiêu ấy là gì.", "lead"),),
        sections=tuple(sections),
    )
    names = {commune.code: commune for commune in view.dataset.communes}
    for indicator in used:
        yield _indicator(view, indicator, groups[indicator.id], names)


_BETTER = {"cao": "càng cao càng tốt", "thap": "càng thấp càng tốt", "khong": "không có chiều tốt xấu"}
_KINDS = {"bao_cao": "báo cáo", "tinh_lai": "tự tính", "muc_tieu": "mục tiêu", "nhu_cau": "nhu cầu",
          "phan_bo": "phân bổ"}  # fmt: skip


def _indicator(view: View, indicator: Indicator, figures: Sequence[Figure], communes: dict[str, Commune]) -> Page:
    here = f"chi-tieu/{indicator.id}/"
    facts = [("Câu hỏi", indicator.question)]
    if indicator.everyday:
        facts.append(("Có thể tìm bằng", ", ".join(indicator.everyday)))
    facts.append(("Đơn vị", indicator.unit or "không có"))
    if indicator.base:
        facts.append(("Tính trên", indicator.base))
    facts += [("Cao hay thấp là tốt", _BETTER[indicator.better]), ("Căn cứ hoặc nguồn gốc", indicator.basis)]
    facts += [(f"Cách tính lại {number}", formula.words) for number, formula in enumerate(indicator.formulas, 1)] or [
        ("Cách tính lại", "không tính lại được từ số đếm")
    ]
    rows = []
    for figure in sorted(figures, key=lambda f: (f.ma_xa, f.order_day, f.loai, f.dong)):
        commune = communes[figure.ma_xa]
        there = view.link(here, subject_path(commune, subject_of(view, figure)), anchor(figure.ma_so))
        words = label(view, figure).removeprefix(indicator.name).removeprefix(": ")
        rows.append((
            Cell(commune.name, "", words if figure.loai != "muc_tieu" else figure.noi_dung, Link(commune.name, there)),
            Cell(value(figure), "number" if figure.tinh_trang == "co" else "missing", _KINDS[figure.loai]),
            Cell(period(figure), "", "", source_link(view, commune, here, figure.nguon)),
        ))  # fmt: skip
    note = "Kỳ và cách tính của các xã có thể khác nhau nên trang không xếp hạng."
    return Page(
        path=here,
        title=indicator.name,
        kicker="Chỉ tiêu",
        description=f"{indicator.name}: {indicator.question}",
        crumbs=(*home_crumb(view, here), Link("Các chỉ tiêu", view.link(here, "chi-tieu/"))),
        opening=(
            Prose(indicator.question, "lead"),
            Grid("Định nghĩa", ("", ""), tuple((Cell(a), Cell(b)) for a, b in facts)),
        ),
        sections=(
            Section(
                "Số liệu theo xã",
                "theo-xa",
                (Prose(note, "small"), Grid(indicator.name, ("Xã", "Giá trị", "Kỳ, nguồn"), tuple(rows))),
            ),
        ),
    )
