"""The three questions that a commune's first page answers before anything else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.nouns.model import BUDGET, Commune, Figure
from generator.nouns.quantities import show_number
from generator.nouns.vietnamese import show_date
from generator.pages.blocks import Answer, Link
from generator.pages.view import View, pick, printed_otherwise, value, with_value
from generator.pages.way import subject_path

ASK = "Cần UBND xã bổ sung."
"""Who owes what no document says."""
LOOK_UP = "https://dichvucong.gov.vn/p/home/dvc-tra-cuu-ho-so.html"
"""Where a person follows a dossier on the national portal."""


def dossier(view: View, commune: Commune, figures: Sequence[Figure]) -> Answer:
    """Will my dossier be on time: counts if there are any, else the reported rate, else who owes it."""
    question = "Hồ sơ của tôi có đúng hẹn không?"
    page = subject_path(commune, "thu-tuc-hanh-chinh")
    link = Link("Xem kỹ về thủ tục hành chính", view.link(commune.address, page))
    outside = Link("Tra hồ sơ của tôi trên Cổng Dịch vụ công quốc gia", LOOK_UP)
    figures = [figure for figure in figures if not figure.phan_to]  # the whole, not one field of it
    best = on_time(figures)
    if best and best.loai == "tinh_lai":
        late = best.mau_so - best.tu_so
        sentence = (
            f"Trong {show_number(best.mau_so)} hồ sơ đã giải quyết, {show_number(best.tu_so)} hồ sơ đúng hẹn, "
            + (f"{show_number(late)} hồ sơ trễ." if late else "không hồ sơ nào trễ.")
        )
        sentence += "".join(
            f" Văn bản sau đó ghi {value(later)} ({_dates(later)})."
            for later in with_value(pick(figures, "ty_le_dung_han"))[:1]
            if later.den_ngay > best.den_ngay
        )
        return Answer(question, value(best), _dates(best), sentence, link, outside=outside)
    if best:
        sentence = "Tỷ lệ xã báo cáo; văn bản không nêu số hồ sơ để tính lại."
        return Answer(question, value(best), _dates(best), sentence, link, outside=outside)
    received = with_value(pick(figures, "ho_so_tiep_nhan"))[:1]
    settled = with_value(pick(figures, "ho_so_da_giai_quyet"))[:1]
    known = [f"đã nhận {value(f)}" for f in received] + [f"đã giải quyết {value(f)}" for f in settled]
    told = f" Xã {' và '.join(known)} ({_dates((received + settled)[0])})." if known else ""
    sentence = f"Các văn bản đã đọc không nêu bao nhiêu hồ sơ đúng hẹn, bao nhiêu hồ sơ trễ.{told} {ASK}"
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


def _dates(figure: Figure) -> str:
    """The stretch of time a number speaks of."""
    if figure.loai_ky != "thoi_diem" and figure.tu_ngay:
        return f"từ {show_date(figure.tu_ngay)} đến {show_date(figure.den_ngay)}"
    return f"tính đến {show_date(figure.den_ngay)}"


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
    return Answer(question, f"{show_number(team.gia_tri)} tổ", _dates(team), sentence, link, False, details)


def _support_points(view: View, commune: Commune) -> Iterator[tuple[str, str]]:
    """Place, hours and office line of the support points; what is missing says so."""
    points = view.records(commune, "diem-ho-tro")
    for point in points:
        yield "Điểm hỗ trợ", f"{point['ten']}, {point['dia_chi']}"
        yield "Giờ mở cửa", point["gio"] or "chưa có, UBND xã cần bổ sung"
        yield "Điện thoại cơ quan", point["duong_day"] or "chưa có, UBND xã cần bổ sung"
    if not points:
        yield "Điểm hỗ trợ, giờ mở cửa, điện thoại", "văn bản không nêu; UBND xã cần bổ sung"


def money(view: View, commune: Commune, figures: Sequence[Figure]) -> Answer:
    """Where does the money go: what was allocated, to what, what of it was spent."""
    question = "Tiền chuyển đổi số đi đâu?"
    link = Link("Xem kỹ về ngân sách", view.link(commune.address, subject_path(commune, "ngan-sach")))
    lines = with_value(figure for figure in figures if figure.chi_tieu == BUDGET)
    total = allocated(figures)
    if not total:
        sentence = f"Các văn bản đã đọc không nêu số tiền được bố trí. {ASK}"
        return Answer(question, "Chưa có số liệu", "", sentence, link, True)
    children = [line for line in lines if line.ma_cha == total.phan_to and line.loai == total.loai]
    parts = "; ".join(f"{value(child)} {_lower(child.noi_dung)}" for child in children)
    spent = [line for line in lines if line.loai == "bao_cao"]
    as_printed = printed_otherwise(total)
    sentence = f"Được bố trí {value(total)}{f' (văn bản in “{as_printed}”)' if as_printed else ''}"
    sentence += f", gồm {parts}." if parts else ". Văn bản không chia ra từng khoản."
    sentence += "" if spent else " Đã chi bao nhiêu: văn bản không nêu."
    for row in spent:
        sentence += f" Đã chi {value(row)}: {_lower(row.noi_dung)}."
        sentence += "" if row.ma_cha else " Văn bản không nói khoản này có nằm trong số trên hay không."
    return Answer(question, value(total), _for_year(total), sentence, link)


def _lower(text: str) -> str:
    first = text.split(" ", 1)[0]
    return text if first.isupper() else text[:1].lower() + text[1:]


def _for_year(total: Figure) -> str:
    year = total.den_ngay[:4]
    return f"kinh phí năm {year}"
