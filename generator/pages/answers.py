"""The three questions that a commune's first page answers before anything else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.nouns.model import Commune, Figure
from generator.nouns.vietnamese import committee, kind_of, opened
from generator.pages.blocks import Answer, Link
from generator.pages.chosen import members, moment, teams, unstated, wholes
from generator.pages.said import ASKED
from generator.pages.sentence import dates
from generator.pages.summaries import sentences, told
from generator.pages.view import MISSING, View, value
from generator.pages.way import subject_path

HELP = "Cần giúp, hãy hỏi tổ ở nơi mình sống."
"""Where a person gets on who cannot do it alone."""
LOOK_UP = "https://dichvucong.gov.vn/p/home/dvc-tra-cuu-ho-so.html"
"""Where a person follows a dossier on the national portal."""


def dossier(view: View, commune: Commune, figures: Sequence[Figure]) -> Answer:
    """Will my dossier be on time: counts if there are any, else the reported rate, else who owes it."""
    question = ASKED["thu-tuc-hanh-chinh"]
    page = subject_path(commune, "thu-tuc-hanh-chinh")
    link = Link("Xem kỹ về thủ tục hành chính", view.link(commune.address, page))
    outside = Link("Tra hồ sơ của tôi trên Cổng Dịch vụ công quốc gia", LOOK_UP)
    known = told(view, commune, "thu-tuc-hanh-chinh", "ty_le_dung_han", commune.address)
    if known and known[0].number:
        first, *newer = known
        sentence = " ".join((first.text, *(one.dated for one in newer)))
        return Answer(question, first.number, first.period, sentence, link, outside=outside)
    text = "Các văn bản đã đọc không nêu bao nhiêu hồ sơ đúng hẹn, bao nhiêu hồ sơ trễ."
    sentence = known[0].text if known else unstated(view, commune, text, "ty_le_dung_han", "ho_so_da_giai_quyet")
    sentence += f"{_handled(commune, figures)} {asking(commune)}"
    return Answer(question, MISSING, "", sentence, link, True, outside=outside)


def asking(commune: Commune) -> str:
    """Who owes what no document says."""
    return f"Cần {committee(commune.name)} bổ sung."


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
    question = ASKED["binh-dan-hoc-vu-so"]
    page = subject_path(commune, "binh-dan-hoc-vu-so")
    link = Link("Xem kỹ về Bình dân học vụ số", view.link(commune.address, page))
    here, details = kind_of(commune.name), tuple(_support_points(view, commune))
    team = teams(figures)
    if not team:
        sentence = f"Các văn bản đã đọc không nêu {here} có bao nhiêu Tổ công nghệ số cộng đồng, ai là thành viên."
        sentence = f"{unstated(view, commune, sentence, 'to_cnsc')} {asking(commune)}"
        return Answer(question, MISSING, "", sentence, link, True, details)
    people = members(figures, team)
    sentence = (
        f"{opened(here)} có {value(team)} công nghệ số cộng đồng{f' với {value(people)}' if people else ''}. {HELP}"
    )
    return Answer(question, value(team), dates(team), sentence, link, False, details)


def _support_points(view: View, commune: Commune) -> Iterator[tuple[str, str]]:
    """Place, hours and office line of the support points; what is missing says so."""
    points, owed = view.records(commune, "diem-ho-tro"), f"{committee(commune.name)} cần bổ sung"
    for point in points:
        yield "Điểm hỗ trợ", f"{point['ten']}, {point['dia_chi']}"
        yield "Giờ mở cửa", point["gio"] or f"chưa có, {owed}"
        yield "Điện thoại cơ quan", point["duong_day"] or f"chưa có, {owed}"
    if not points:
        yield "Điểm hỗ trợ, giờ mở cửa, điện thoại", f"văn bản không nêu; {owed}"


def money(view: View, commune: Commune) -> Answer:
    """Where does the money go: what was allocated, to what, what of it was spent, what is asked for."""
    question = ASKED["ngan-sach"]
    link = Link("Xem kỹ về ngân sách", view.link(commune.address, subject_path(commune, "ngan-sach")))
    allocated, *more = sentences(view, commune, "ngan-sach", commune.address)
    if not allocated.number:
        return Answer(question, MISSING, "", f"{allocated.text} {asking(commune)}", link, True)
    sentence = " ".join((allocated.text, *(one.dated for one in more)))
    return Answer(question, allocated.number, allocated.period, sentence, link)
