"""What is announced of dossiers: how many were settled, how many late, how many came online."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.nouns.model import Figure
from generator.pages.view import pick, with_value
from generator.sheets.aloud import DETAIL, FACT, MUST, Number, Occasion, Sentence, count, say, when, whole


def dossiers(about: Occasion) -> Iterator[Sentence]:
    """Received, settled, on time, late, still open; the rate; what another document says of it."""
    topic = "ho-so"
    received = with_value(pick(about.own, "ho_so_tiep_nhan"))[:1]
    rates = with_value(pick(about.own, "ty_le_dung_han", kinds=("tinh_lai",)))[:1]
    settled = with_value(pick(about.own, "ho_so_da_giai_quyet"))[:1]
    if about.own and not about.start and about.own[0].loai_ky == "luy_ke":
        yield say(topic, MUST, "Đây là số cộng dồn, văn bản không nêu tính từ ngày nào.")
    for figure in received:
        yield say(topic, DETAIL, f"{about.kind} đã nhận {{}}.", count(figure, figure.gia_tri, "hồ sơ"))
    for rate in rates:
        late = rate.mau_so - rate.tu_so
        done = _counted(about, rate, rate.mau_so, "ho_so_da_giai_quyet")
        yield say(topic, MUST, f"{about.kind} đã giải quyết {{}}.", done)
        yield say(topic, MUST, "Đúng hẹn có {}.", _counted(about, rate, rate.tu_so, "ho_so_dung_va_truoc_han"))
        if late > 0:
            yield say(topic, MUST, "Trễ hẹn có {}.", _counted(about, rate, late, "ho_so_qua_han"))
        else:
            yield say(topic, MUST, "Không hồ sơ nào trễ hẹn.")
        yield say(topic, FACT, "Tỷ lệ đúng hẹn, tự tính, là {}.", whole(rate))
    if not rates:
        for figure in settled:
            yield say(topic, MUST, f"{about.kind} đã giải quyết {{}}.", count(figure, figure.gia_tri, "hồ sơ"))
    for figure in with_value(pick(about.own, "ho_so_dang_giai_quyet"))[:1]:
        yield say(topic, DETAIL, "Còn {} đang giải quyết.", count(figure, figure.gia_tri, "hồ sơ"))
    for figure in with_value(pick(about.own, "ho_so_dang_qua_han"))[:1]:
        if figure.gia_tri:
            yield say(topic, FACT, "Đang giải quyết mà đã quá hẹn có {}.", count(figure, figure.gia_tri, "hồ sơ"))
    yield from _other_rates(about, rates)
    yield from _online(about)
    if any(about.view.differing.get(figure.ma_so) for figure in (*received, *settled, *rates)):
        yield say(topic, FACT, f"Có số liệu chưa khớp nhau, trang của {about.kind} ghi rõ từng chỗ.")


def _counted(about: Occasion, rate: Figure, number: float, indicator: str) -> Number:
    """A count of the formula of a rate: the figure that prints it, else the rate, which names its counts."""
    printed = [figure for figure in with_value(pick(about.own, indicator)) if figure.gia_tri == number]
    return count((printed or [rate])[0], number, "hồ sơ")


def _other_rates(about: Occasion, rates: Sequence[Figure]) -> Iterator[Sentence]:
    """Rates beside those computed for the period: a later one, an earlier one, or only a reported one."""
    topic = "ho-so"
    among = about.view.of(about.commune) if about.latest else about.own
    general = [figure for figure in among if not figure.phan_to]
    reported = with_value(pick(general, "ty_le_dung_han"))[:1]
    computed = with_value(pick(general, "ty_le_dung_han", kinds=("tinh_lai",)))[:1]
    if rates:
        for figure in reported:
            if figure.den_ngay > rates[0].den_ngay:
                text = "Văn bản sau đó ghi tỷ lệ đúng hẹn là {}, {}."
                yield say(topic, FACT, text, whole(figure), when(figure, about))
    elif computed:
        yield say(
            topic, MUST, "Tỷ lệ đúng hẹn gần nhất tính được là {}, {}.", whole(computed[0]), when(computed[0], about)
        )
    elif reported:
        yield say(topic, MUST, "Văn bản ghi tỷ lệ đúng hẹn là {}, {}.", whole(reported[0]), when(reported[0], about))
        yield say(topic, FACT, "Văn bản không nêu số hồ sơ để tính lại.")
    else:
        read = "Các văn bản đã đọc" if about.latest else "Số liệu kỳ này"
        text = f"{read} không nêu bao nhiêu hồ sơ đúng hẹn, bao nhiêu hồ sơ trễ hẹn. "
        yield say(topic, MUST, text + about.owed)


def _online(about: Occasion) -> Iterator[Sentence]:
    """How many dossiers came online, and what share of which whole."""
    counts = with_value(pick(about.own, "ho_so_truc_tuyen"))[:1]
    for figure in counts:
        yield say("ho-so", FACT, "Nộp qua mạng có {}.", count(figure, figure.gia_tri, "hồ sơ"))
    shares = with_value(pick(about.own, "ty_le_truc_tuyen", kinds=("tinh_lai", "bao_cao")))
    shares.sort(key=lambda figure: figure.loai != "tinh_lai")
    for figure in shares[:1]:
        base = about.aloud(figure.co_so) if figure.co_so != "không nêu" else ""
        share_of = f"tính trên {base}" if base else "văn bản không nêu tính trên tổng nào"
        yield say("ho-so", DETAIL, f"Tỷ lệ nộp qua mạng là {{}}, {share_of}.", whole(figure))
    if not counts and not shares:
        yield say("ho-so", DETAIL, f"Văn bản không nêu bao nhiêu hồ sơ nộp qua mạng. {about.owed}")
