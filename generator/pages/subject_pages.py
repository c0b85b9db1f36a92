"""A commune's subject pages: charts first, then every figure in groups, then what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language.vietnamese import kind_of, opened, show_date
from generator.model import choices
from generator.model.commune import Commune
from generator.model.grouping import grouped
from generator.pages import newest
from generator.pages.addresses import NOTICE, QUALITY, crumbs, kept_back, nothing_yet, siblings, subject_path, where
from generator.pages.answers import asking
from generator.pages.blocks import Block, Cell, Grid, Items, Lines, Link, Notice, Page, Prose, Section
from generator.pages.by_field import is_of_a_field, months_by_fields
from generator.pages.charted import change, fitness, money, on_target, stages, timeliness
from generator.pages.doubts import to_review
from generator.pages.lines import topics
from generator.pages.literacy import GROUP_COUNTS, groups, national_targets, support_points
from generator.pages.plans import listed, spending_targets, targets, tasks
from generator.pages.summaries import sentences
from generator.pages.view import NO_DAY, View, pick, source_link, value, with_value

_MEASURED = ("bao_cao", "tinh_lai", "phan_bo", "nhu_cau")


def subject_pages(view: View, commune: Commune) -> Iterator[Page]:
    """One page a subject."""
    for subject, outline in view.subjects.items():
        name, lead = outline.name, outline.lead
        here = subject_path(commune, subject)
        empty = view.is_empty(commune)
        sections = [] if empty else [*_sections(view, commune, here, subject)] or [_nothing(commune, name)]
        sections += to_review(view, commune, here, subject)
        sections.append(_paper(view, here))
        yield Page(
            path=here,
            title=name,
            kicker=f"{commune.name}, {where(commune)}",
            description=f"{name} của {commune.name}: {lead}",
            crumbs=crumbs(view, commune, here),
            siblings=siblings(view, commune, here),
            opening=(
                *kept_back(view, commune),
                Prose(lead, "lead"),
                *([nothing_yet(commune)] if empty else _differing(view, commune, here, subject)),
            ),
            sections=tuple(sections),
        )


def _sections(view: View, commune: Commune, here: str, subject: str) -> Iterator[Section]:
    if shown := [*_in_full(view, commune, here, subject)]:
        yield Section("Nói gọn", "noi-gon", tuple(_in_short(view, commune, subject)))
        yield from shown


def _in_short(view: View, commune: Commune, subject: str) -> Iterator[Prose]:
    """Sentences by document and stretch of time, which stand once before them, the newest first."""
    newest_first = sorted(sentences(view, commune, subject), key=lambda one: one.day, reverse=True)
    said = grouped(newest_first, lambda one: (one.period, one.source))
    for (period, source), own in said.items():
        text = " ".join(one.text for one in own)
        yield Prose(f"{period[:1].upper()}{period[1:]}: {text}" if period else text, "", source)


def _in_full(view: View, commune: Commune, here: str, subject: str) -> Iterator[Section]:
    if charts := tuple(_charts(view, commune, subject)):
        yield Section("Nhìn nhanh", "nhin-nhanh", charts)
    if subject == "binh-dan-hoc-vu-so":
        yield support_points(view, commune)
    if subject == "ha-tang-nhan-luc":
        yield from _equipment(view, commune)
    yield from _figures(view, commune, here, subject)
    yield from _special(view, commune, here, subject)


def _paper(view: View, here: str) -> Section:
    link = Link("In tờ niêm yết (A4)", view.link(here, f"{here}{NOTICE}"))
    text = f"Một trang giấy chữ to{', có mã QR về trang này' if view.site_url else ''}."
    return Section("Đưa lên bảng tin", "niem-yet", (Prose(text, "", link),))


def _nothing(commune: Commune, name: str) -> Section:
    text = f"Trang chưa có số liệu về {name.lower()} của {kind_of(commune.name)}. {asking(commune)}"
    return Section("Chưa có số liệu", "con-thieu", (Notice("Chưa có số liệu", text, "missing"),))


def _charts(view: View, commune: Commune, subject: str) -> Iterator[Block]:
    figures, standings = view.sayable(commune), view.targets_of(commune)
    if subject == "thu-tuc-hanh-chinh":
        yield from timeliness(view, commune, figures)
        outline = view.subjects[subject]
        yield from on_target(view, commune, [s for s in standings if s.target.chi_tieu in outline.aimed])
        yield from change(view, commune, figures, *outline.compared)
    elif subject == "ngan-sach":
        yield from money(view, commune, figures)
    elif subject == "ha-tang-nhan-luc":
        yield from fitness(view, commune, figures)
    elif subject == "muc-tieu-nhiem-vu":
        yield from on_target(view, commune, standings)
        yield from stages(view, commune, standings)


def _differing(view: View, commune: Commune, here: str, subject: str) -> Iterator[Block]:
    found = [
        difference
        for difference in view.differences
        if difference.commune == commune.code
        and difference.indicator
        and view.indicator(difference.indicator).subject == subject
    ]
    if found:
        from_here = view.link(here, QUALITY, f"xa-{commune.code}")
        text = f"{len(found)} chỗ số liệu chưa khớp, hoặc cần đọc cả hai mới hiểu. Trang giữ nguyên số của văn bản."
        yield Notice("Có chỗ cần đọc kỹ", text, "differ", Link("Xem từng chỗ", from_here))


def _figures(view: View, commune: Commune, here: str, subject: str) -> list[Section]:
    """Every measured figure of the subject, grouped; the rest under 'Số liệu khác'."""
    own = [
        f
        for f in view.of(commune)
        if f.loai in _MEASURED
        and view.indicator(f.chi_tieu).subject == subject
        and f.chi_tieu not in GROUP_COUNTS
        and not is_of_a_field(f)
    ]
    outlined = [(group.title, group.id, group.indicators) for group in view.subjects[subject].groups]
    named = {indicator for _, _, indicators in outlined for indicator in indicators}
    rest = tuple(dict.fromkeys(f.chi_tieu for f in own if f.chi_tieu not in named))
    made = []
    there = [figure for figure in own if figure.loai != "nhu_cau"]
    for title, id, indicators in (*outlined, ("Số liệu khác", "so-lieu-khac", rest)):
        shown = pick(there, *indicators, kinds=_MEASURED)
        if shown:
            lines = Lines(title, topics(view, commune, here, shown))
            made.append(listed(title, id, lines, len(shown), 12 if indicators is rest else 40))
    needs = [figure for figure in own if figure.loai == "nhu_cau"]
    if needs:
        title = f"{opened(kind_of(commune.name))} đề nghị thêm"
        made.append(Section(title, "nhu-cau", (Lines(title, topics(view, commune, here, needs)),)))
    return made


def _special(view: View, commune: Commune, here: str, subject: str) -> Iterator[Section]:
    if subject == "thu-tuc-hanh-chinh":
        yield from months_by_fields(view, commune, here)
    elif subject == "binh-dan-hoc-vu-so":
        yield from groups(view, commune, here)
        yield national_targets(view)
    elif subject == "muc-tieu-nhiem-vu":
        yield from targets(view, commune, here)
        yield from tasks(view, commune, here)
    elif subject == "ngan-sach":
        yield from spending_targets(view, commune, here)
    elif subject == "chi-dao-kien-nghi":
        yield from _directives(view, commune, here)
        yield from _proposals(view, commune, here)
        yield from _remarks(view, commune, here)


# --- equipment --------------------------------------------------------------------------------

_EQUIPMENT = (
    ("Máy tính", "may_tinh", ("may_tinh", "may_tinh_de_ban", "may_tinh_xach_tay")),
    ("Máy quét", "may_quet", ("may_quet",)),
    ("Máy in", "may_in", ("may_in",)),
)
"""What it is called, its indicator, the indicators of what is asked for."""


def _equipment(view: View, commune: Commune) -> Iterator[Section]:
    """What there is, what is fit, what is asked for: side by side, never subtracted."""
    figures = view.of(commune)
    needs = [figure for figure in figures if figure.loai == "nhu_cau"]
    rows = []
    for name, indicator, asked in _EQUIPMENT:
        fit = with_value(pick(figures, f"{indicator}_dap_ung"))
        own = [f for f in figures if fit and (f.phan_to, f.nguon) == (fit[0].phan_to, fit[0].nguon)]
        there = [with_value(pick(own, f"{indicator}{end}")) for end in ("", "_dap_ung", "_khong_dap_ung")]
        wanted = pick(needs, *asked, kinds=("nhu_cau",))
        words = "; ".join(
            f"{value(f)} {view.indicator(f.chi_tieu).name.lower().removeprefix('số ')}" if len(asked) > 1 else value(f)
            for f in wanted
        )
        if any(there) or wanted:
            cells = [Cell(value(found[0]), "number") if found else Cell("không nêu", "missing") for found in there]
            rows.append((Cell(name), *cells, Cell(words or "không nêu", "number" if wanted else "missing")))
    if rows and needs:
        note = (
            "“Đề nghị thêm” là nhu cầu ghi trong văn bản, chưa phải cái sẽ có. Trang không lấy số này trừ "
            "số kia, vì văn bản không nói cái nào thay cái nào."
        )
        head = ("Loại", "Đang có", "Đáp ứng", "Không đáp ứng", "Đề nghị thêm")
        yield Section(
            "Đang có gì, xin thêm gì", "co-va-xin", (Grid("Máy móc và nhu cầu", head, tuple(rows)), Prose(note))
        )


# --- directives, proposals, remarks -----------------------------------------------------------


def _directives(view: View, commune: Commune, here: str) -> Iterator[Section]:
    rows = []
    found = view.records(commune, "van-ban")
    for row in sorted(found, key=lambda row: row["ngay"], reverse=True):
        number = row["so_hieu"] or "(không ghi số)"
        rows.append((
            Cell(f"{row['loai']} {number}", "", row["vi_tri"].split(":")[0],
                 source_link(view, commune, here, row["nguon"])),
            Cell(show_date(row["ngay"]) or NO_DAY),
            Cell(row["trich_yeu"] or "không ghi", "", row["ghi_chu"]),
        ))  # fmt: skip
    if rows:
        grid = Grid("Văn bản", ("Văn bản", "Ngày", "Về việc"), tuple(rows))
        yield listed("Văn bản chỉ đạo được kể tên", "van-ban", grid, len(rows), 6, newest.distinct(found))


def _proposals(view: View, commune: Commune, here: str) -> Iterator[Section]:
    rows = tuple(
        (
            Cell(row["noi_dung"], "", row["vi_tri"].split(":")[0], source_link(view, commune, here, row["nguon"])),
            Cell(row["co_quan_tra_loi"] or "văn bản không nêu", "" if row["co_quan_tra_loi"] else "missing"),
            Cell(row["thoi_han"] or "không nêu"),
        )
        for row in view.records(commune, "kien-nghi")
    )
    if rows:
        grid = Grid("Kiến nghị", ("Nội dung", "Cơ quan xem xét, trả lời", "Thời hạn"), rows)
        yield listed("Kiến nghị", "kien-nghi", grid, len(rows), 12)
    else:
        text = "Văn bản đã đọc không có kiến nghị nào, hoặc ghi “Không”."
        yield Section("Kiến nghị", "kien-nghi", (Notice("Không có kiến nghị", text, "info"),))


def _remarks(view: View, commune: Commune, here: str) -> Iterator[Section]:
    remarks = view.records(commune, "nhan-xet")
    for kind, title in choices.REMARK_KINDS.items():
        quotes = tuple(
            Prose(row["noi_dung"], row["vi_tri"].split(":")[0], source_link(view, commune, here, row["nguon"]))
            for row in remarks
            if row["loai"] == kind
        )
        if quotes:
            heading = f"{title}, theo lời văn bản"
            yield listed(heading, kind.replace("_", "-"), Items(quotes, "quotes"), len(quotes), 4)
