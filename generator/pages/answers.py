"""The three questions that a commune's first page answers before anything else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.nouns.model import BUDGET, Commune, Figure
from generator.nouns.quantities import show_number
from generator.pages.blocks import Answer, Link
from generator.pages.summaries import dates, sentences, told
from generator.pages.view import View, pick, value, with_value
from generator.pages.way import subject_path

ASK = "Cần Ủy ban nhân dân xã bổ sung."
"""Who owes what no document says."""
LOOK_UP = "https://dichvucong.gov.vn/p/home/dvc-tra-cuu-ho-so.html"
"""Where a person follows a dossier on the national portal."""


def dossier(view: View, commune: Commune, figures: Sequence[Figure]) -> Answer:
    """Will my dossier be on time: counts if there are any, else the reported rate, else who owes it."""
    question = "Hồ sơ của tôi có đúng hẹn không?"
    page = subject_path(commune, "thu-tuc-hanh-chinh")
    link = Link("Xem kỹ về thủ tục hành chính", view.link(commune.address, page))
    outside = Link("Tra hồ sơ của tôi trên Cổng Dịch vụ công quốc gia", LOOK_UP)
    if known := told(view, commune, "thu-tuc-hanh-chinh", "ty_le_dung_han", commune.address):
        first, *newer = known
        sentence = " ".join((first.text, *(one.dated for one in newer)))
        return Answer(question, first.number, first.period, sentence, link, outside=outside)
    figures = [figure for figure in figures if not figure.phan_to]  # the whole, not one field of it
    received = with_value(pick(figures, "ho_so_tiep_nhan"))[:1]
    settled = with_value(pick(figures, "ho_so_da_giai_quyet"))[:1]
    counts = [f"đã nhận {value(f)}" for f in received] + [f"đã giải quyết {value(f)}" for f in settled]
    much = f" Xã {' và '.join(counts)} ({dates((received + settled)[0])})." if counts else ""
    sentence = f"Các văn bản đã đọc không nêu bao nhiêu hồ sơ đúng hẹn, bao nhiêu hồ sơ trễ.{much} {ASK}"
    return Answer(question, "Chưa có số liệu", "", sentence, link, True, outside=outside)


def on_time(figures: Sequence[Figure]) -> Figure | None:
    """The rate of dossiers settled on time that answers: the newest computed from counts, else the newest reported."""
    whole = [figure for figure in figures if not figure.phan_to]
    rates = (with_value(pick(whole, "ty_le_dung_han", kinds=(kind,))) for kind in ("tinh_lai", "bao_cao"))
    return next((found[0] for found in rates if found), None)


def teams(figures: Sequence[Figure]) -> Figure | None:
    """The newest count of community digital teams."""
    return next(iter(with_value(pick(figures, "to_cnsc"))), None)


def allocated(figures: Sequence[Figure]) -> Figure | None:
    """The newest total that was allocated."""
    lines = with_value(figure for figure in figures if figure.chi_tieu == BUDGET)
    totals = [line for line in lines if line.loai == "phan_bo" and not line.ma_cha]
    return max(totals, key=lambda line: line.den_ngay, default=None)


def helpers(view: View, commune: Commune, figures: Sequence[Figure]) -> Answer:
    """Who helps me: place, hours and office line of the support points, then the teams."""
    question = "Ai giúp tôi dùng điện thoại, dịch vụ công?"
    page = subject_path(commune, "binh-dan-hoc-vu-so")
    link = Link("Xem kỹ về Bình dân học vụ số", view.link(commune.address, page))
    details = tuple(_support_points(view, commune))
    team = teams(figures)
    if not team:
        sentence = f"Các văn bản đã đọc không nêu xã có bao nhiêu Tổ công nghệ số cộng đồng, ai là thành viên. {ASK}"
        return Answer(question, "Chưa có số liệu", "", sentence, link, True, details)
    members = with_value(pick(figures, "to_cnsc_thanh_vien"))
    people = f" với {show_number(members[0].gia_tri)} người" if members else ""
    sentence = (
        f"Xã có {show_number(team.gia_tri)} Tổ công nghệ số cộng đồng{people} ở các thôn. Cần giúp, hãy hỏi "
        "trưởng thôn hoặc tổ ở thôn mình."
    )
    return Answer(question, f"{show_number(team.gia_tri)} tổ", dates(team), sentence, link, False, details)


def _support_points(view: View, commune: Commune) -> Iterator[tuple[str, str]]:
    """Place, hours and office line of the support points; what is missing says so."""
    points = view.records(commune, "diem-ho-tro")
    for point in points:
        yield "Điểm hỗ trợ", f"{point['ten']}, {point['dia_chi']}"
        yield "Giờ mở cửa", point["gio"] or "chưa có, Ủy ban nhân dân xã cần bổ sung"
        yield "Điện thoại cơ quan", point["duong_day"] or "chưa có, Ủy ban nhân dân xã cần bổ sung"
    if not points:
        yield "Điểm hỗ trợ, giờ mở cửa, điện thoại", "văn bản không nêu; Ủy ban nhân dân xã cần bổ sung"


def money(view: View, commune: Commune) -> Answer:
    """Where does the money go: what was allocated, to what, what of it was spent, what is asked for."""
    question = "Tiền chuyển đổi số đi đâu?"
    link = Link("Xem kỹ về ngân sách", view.link(commune.address, subject_path(commune, "ngan-sach")))
    allocated, *more = sentences(view, commune, "ngan-sach", commune.address)
    if not allocated.number:
        return Answer(question, "Chưa có số liệu", "", f"{allocated.text} {ASK}", link, True)
    sentence = " ".join((allocated.text, *(one.dated for one in more)))
    return Answer(question, allocated.number, allocated.period, sentence, link)
