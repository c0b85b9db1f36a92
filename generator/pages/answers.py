"""The three questions that a commune's first page answers before anything else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.language.vietnamese import committee, kind_of, opened
from generator.model.commune import Commune
from generator.model.figure import Figure
from generator.pages.addresses import subject_path
from generator.pages.blocks import Answer, Link
from generator.pages.newest import members, moment, on_time, rates_on_time, teams, unstated, wholes, year_before
from generator.pages.sentence import dates
from generator.pages.summaries import sentences, told
from generator.pages.view import MISSING, View, source_name, value

LOOK_UP = "https://dichvucong.gov.vn/p/home/dvc-tra-cuu-ho-so.html"
"""Where a person follows a dossier on the national portal."""


def dossier(view: View, commune: Commune, figures: Sequence[Figure]) -> Answer:
    """Will my dossier be on time: the newest rate, by its counts if there are any, and what was said before it; else
    where to ask.
    """
    question = view.subjects["thu-tuc-hanh-chinh"].question
    page = subject_path(commune, "thu-tuc-hanh-chinh")
    link = Link("Xem kỹ về thủ tục hành chính", view.link(commune.address, page))
    outside = Link("Tra hồ sơ của tôi trên Cổng Dịch vụ công quốc gia", LOOK_UP)
    known = told(view, commune, "ty_le_dung_han", commune.address)
    if known and known[0].number:
        first, figure = known[0], on_time(figures)
        before = before_it(view, commune, figures, figure) if figure else ""
        before = f"{'Tỷ lệ do trang tự tính. ' if figure and figure.loai == 'tinh_lai' else ''}{before}"
        return Answer(question, first.number, first.period, f"{first.text} {before}".strip(), link, outside=outside)
    text = "Chưa có số hồ sơ đúng hẹn, trễ hẹn."
    sentence = known[0].text if known else unstated(view, commune, text, "ty_le_dung_han", "ho_so_da_giai_quyet")
    sentence += f"{_handled(commune, figures)} {asking(commune)}"
    return Answer(question, MISSING, "", sentence, link, True, outside=outside)


def before_it(view: View, commune: Commune, figures: Sequence[Figure], newest: Figure) -> str:
    """What was said before the newest rate on time: a value that can hardly be true beside it, with what it would
    take; else that of the period before and no more.
    """
    older = [rate for rate in rates_on_time(figures) if moment(rate)[1:] != moment(newest)[1:] and not rate.thay_boi]
    for rate in older:
        named = {rate.ma_so, *(f.ma_so for f in figures if f.chi_tieu == rate.chi_tieu and moment(f) == moment(rate))}
        for difference in view.differing.get(newest.ma_so, ()):
            if difference.rule == "hai-nguon" and named & {*difference.figures}:
                document = source_name(view, view.source(commune.code, rate.nguon))
                gives = "có số đếm cho" if rate.loai == "tinh_lai" else "ghi"
                apart = f"{document} {gives} {value(rate)} ({dates(rate)}): hai số chưa khớp."
                return f"{apart} {difference.more}".strip()
    told = year_before(figures, newest)  # beside its number already
    return "".join(f"Trước đó ({dates(rate)}): {value(rate)}." for rate in older[:1] if rate is not told)


def asking(commune: Commune) -> str:
    """Where a person can ask for what is told nowhere."""
    return f"Bà con có thể hỏi tại trụ sở {committee(commune.name)}."


def helping(commune: Commune) -> str:
    """Where a person gets on who cannot do it alone; it promises no team in every village."""
    return f"Cần giúp, bà con hỏi {committee(commune.name)} xem tổ nào gần mình."


def _handled(commune: Commune, figures: Sequence[Figure]) -> str:
    """How many dossiers came and were settled, by one document and period; '' where nobody says."""
    received = next(iter(wholes(figures, "ho_so_tiep_nhan")), None)
    settled = next(iter(wholes(figures, "ho_so_da_giai_quyet")), None)
    first = received or settled
    if first is None:
        return ""
    counts = [f"đã nhận {value(received)}"] if received else []
    if settled and moment(settled) == moment(first):
        counts.append(f"đã giải quyết {value(settled)}")
    return f" {opened(kind_of(commune.name))} {' và '.join(counts)} ({dates(first)})."


def helpers(view: View, commune: Commune, figures: Sequence[Figure]) -> Answer:
    """Who helps me: place, hours and office line of the support points, then the teams."""
    question = view.subjects["binh-dan-hoc-vu-so"].question
    page = subject_path(commune, "binh-dan-hoc-vu-so")
    link = Link("Xem kỹ về Bình dân học vụ số", view.link(commune.address, page))
    here, details = kind_of(commune.name), tuple(_support_points(view, commune))
    team = teams(figures)
    if not team:
        sentence = unstated(view, commune, f"Chưa có số Tổ công nghệ số cộng đồng của {here}.", "to_cnsc")
        return Answer(question, MISSING, "", f"{sentence} {asking(commune)}", link, True, details)
    people = members(figures, team)
    members_too = f" với {value(people)}" if people else ""
    sentence = f"{opened(here)} có {value(team)} công nghệ số cộng đồng{members_too}. {helping(commune)}"
    return Answer(question, value(team), dates(team), sentence, link, False, details)


def _support_points(view: View, commune: Commune) -> Iterator[tuple[str, str]]:
    """Place, hours and office line of the support points; what is missing says so."""
    points, ask = view.records(commune, "diem-ho-tro"), f"hỏi tại trụ sở {committee(commune.name)}"
    for point in points:
        yield "Điểm hỗ trợ", f"{point['ten']}, {point['dia_chi']}"
        yield "Giờ mở cửa", point["gio"] or f"chưa có, {ask}"
        yield "Điện thoại cơ quan", point["duong_day"] or f"chưa có, {ask}"
    if not points:
        yield "Điểm hỗ trợ, giờ mở cửa, điện thoại", f"chưa có, {ask}"


def money(view: View, commune: Commune) -> Answer:
    """Where does the money go: what was allocated, to what, what of it was spent, what is asked for."""
    question = view.subjects["ngan-sach"].question
    link = Link("Xem kỹ về ngân sách", view.link(commune.address, subject_path(commune, "ngan-sach")))
    allocated, *more = sentences(view, commune, "ngan-sach", commune.address)
    if not allocated.number:
        return Answer(question, MISSING, "", f"{allocated.text} {asking(commune)}", link, True)
    sentence = " ".join((allocated.text, *(one.dated for one in more)))
    return Answer(question, allocated.number, allocated.period, sentence, link)
