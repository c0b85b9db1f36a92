"""What is announced of dossiers: how many were settled, how many late, how many came online."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.nouns.model import Figure
from generator.pages import chosen
from generator.pages.chosen import on_time, wholes
from generator.sheets.aloud import DETAIL, FACT, MUST, Number, Occasion, Sentence, count, say, when, whole


def of_one_document(about: Occasion) -> list[Figure]:
    """The figures of the period that the tables of one document tell: of that which answers whether dossiers were on
    time, else of that which says how many there were.
    """
    tables = [figure for figure in about.own if figure.tep.endswith("/tthc.csv")]
    first = on_time(tables) or next(iter(wholes(tables, "ho_so_da_giai_quyet", "ho_so_tiep_nhan")), None)
    return [figure for figure in tables if first and figure.nguon == first.nguon]


def dossiers(about: Occasion) -> Iterator[Sentence]:
    """Received, settled, on time, late, still open; the rate; what another document says of it."""
    topic, own = "ho-so", of_one_document(about)
    received = wholes(own, "ho_so_tiep_nhan")[:1]
    rates = wholes(own, "ty_le_dung_han", kinds=("tinh_lai",))[:1]
    settled = wholes(own, "ho_so_da_giai_quyet")[:1]
    if about.own and not about.start and about.own[0].loai_ky == "luy_ke":
        yield say(topic, MUST, "Đây là số cộng dồn, văn bản không nêu tính từ ngày nào.")
    for figure in received:
        yield say(topic, DETAIL, f"{about.kind} đã nhận {{}}.", whole(figure))
    for rate in rates:
        done = _counted(own, rate, rate.mau_so, "ho_so_da_giai_quyet")
        yield say(topic, MUST, f"{about.kind} đã giải quyết {{}}.", done)
        yield say(topic, MUST, "Đúng hẹn có {}.", _counted(own, rate, rate.tu_so, "ho_so_dung_va_truoc_han"))
        yield from _late(own, rate)
        yield say(topic, FACT, "Tỷ lệ đúng hẹn, tự tính, là {}.", whole(rate))
    if not rates:
        for figure in settled:
            yield say(topic, MUST, f"{about.kind} đã giải quyết {{}}.", whole(figure))
    for figure in wholes(own, "ho_so_dang_giai_quyet")[:1]:
        yield say(topic, DETAIL, "Còn {} đang giải quyết.", whole(figure))
    for figure in wholes(own, "ho_so_dang_qua_han")[:1]:
        if figure.gia_tri:
            yield say(topic, FACT, "Đang giải quyết mà đã quá hẹn có {}.", whole(figure))
    yield from _other_rates(about, rates)
    yield from _online(about, own)
    if any(about.view.differing.get(figure.ma_so) for figure in (*received, *settled, *rates)):
        yield say(topic, FACT, f"Có số liệu chưa khớp nhau, trang của {about.kind} ghi rõ từng chỗ.")


def _late(own: Sequence[Figure], rate: Figure) -> Iterator[Sentence]:
    """How many were late; where the document prints another number than is left over, that it does not agree."""
    late = chosen.late(own, rate)
    if late.count:
        yield say("ho-so", MUST, "Trễ hẹn có {}.", _counted(own, rate, late.count, "ho_so_qua_han"))
    elif late.count == 0:
        yield say("ho-so", MUST, "Không hồ sơ nào trễ hẹn.")
    elif late.printed:
        yield say("ho-so", MUST, "Văn bản ghi trễ hẹn {}, chưa khớp với các số trên.", whole(late.printed))


def _counted(own: Sequence[Figure], rate: Figure, number: float, indicator: str) -> Number:
    """A count of the formula of a rate: the figure that prints it, else the rate, which names its counts."""
    printed = [figure for figure in wholes(own, indicator) if figure.gia_tri == number]
    return count((printed or [rate])[0], number, "hồ sơ")


def _other_rates(about: Occasion, rates: Sequence[Figure]) -> Iterator[Sentence]:
    """Rates beside those computed for the period: a later one, an earlier one, or only a reported one."""
    topic = "ho-so"
    among = about.view.sayable(about.commune) if about.latest else about.own
    reported = wholes(among, "ty_le_dung_han")[:1]
    computed = wholes(among, "ty_le_dung_han", kinds=("tinh_lai",))[:1]
    if rates:
        for figure in reported:
            if figure.order_day > rates[0].order_day:
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
        text = f"{read} không nêu bao nhiêu hồ sơ đúng hẹn, bao nhiêu hồ sơ trễ hẹn."
        yield say(topic, MUST, about.unstated(text, "ty_le_dung_han", "ho_so_da_giai_quyet"))


def _online(about: Occasion, own: Sequence[Figure]) -> Iterator[Sentence]:
    """How many dossiers came online, and what share of which whole."""
    counts = wholes(own, "ho_so_truc_tuyen")[:1]
    for figure in counts:
        yield say("ho-so", FACT, "Nộp qua mạng có {}.", whole(figure))
    shares = wholes(about.own, "ty_le_truc_tuyen", kinds=("tinh_lai", "bao_cao"))
    shares.sort(key=lambda figure: figure.loai != "tinh_lai")
    for figure in shares[:1]:
        base = about.aloud(figure.co_so) if figure.co_so != "không nêu" else ""
        share_of = f"tính trên {base}" if base else "văn bản không nêu tính trên tổng nào"
        yield say("ho-so", DETAIL, f"Tỷ lệ nộp qua mạng là {{}}, {share_of}.", whole(figure))
    if not counts and not shares:
        text = "Văn bản không nêu bao nhiêu hồ sơ nộp qua mạng."
        yield say("ho-so", DETAIL, about.unstated(text, "ho_so_truc_tuyen", "ho_so_tiep_nhan"))
