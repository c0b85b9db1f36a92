"""Whether dossiers are settled on time: the rate that answers, and the answer on a page and on a notice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.language.numbers import show_number
from generator.language.vietnamese import kind_of, opened
from generator.model.commune import Commune
from generator.model.figure import Figure, Kind
from generator.pieces.addresses import subject_path
from generator.pieces.blocks import Answer
from generator.pieces.changed import changed
from generator.pieces.document_links import source_name
from generator.pieces.fact import Fact, origin_of
from generator.pieces.newest import moment, printed_of, unstated, wholes
from generator.pieces.picking import is_of_a_month
from generator.pieces.provincial import aim_of_province
from generator.pieces.row_blocks import Link
from generator.pieces.sentence import Sentence, dates
from generator.pieces.shown import MISSING, value
from generator.pieces.standings import aim_of
from generator.pieces.view import View
from generator.pieces.where_to_ask import LOOK_UP, asking
from generator.subjects.summaries import told

ID = "thu-tuc-hanh-chinh"


def on_time(figures: Iterable[Figure]) -> Figure | None:
    """The rate of dossiers settled on time that answers: that of the newest period; of one period the one computed
    from counts.
    """
    return next(iter(rates_on_time(figures)), None)


def rates_on_time(figures: Iterable[Figure]) -> list[Figure]:
    """Rates of dossiers settled on time, a period each, the newest first."""
    found = wholes(figures, "ty_le_dung_han", kinds=(Kind.COMPUTED, Kind.REPORTED))
    found.sort(key=lambda f: f.kind is not Kind.COMPUTED)
    found.sort(key=lambda f: (f.day, is_of_a_month(f), f.issued), reverse=True)
    found.sort(key=lambda f: not f.stands)
    return list({figure.period: figure for figure in reversed(found)}.values())[::-1]


def answer(view: View, commune: Commune, figures: Sequence[Figure]) -> Answer:
    """Will my dossier be on time: the newest rate, by its counts if there are any, and what was said before it; else
    where to ask.
    """
    question = view.subjects[ID].question
    page = subject_path(commune, ID)
    link = Link("Xem kỹ về thủ tục hành chính", view.link(commune.address, page))
    outside = Link("Tra hồ sơ của tôi trên Cổng Dịch vụ công quốc gia", LOOK_UP)
    known = told(view, commune, "ty_le_dung_han", commune.address)
    if known and known[0].number:
        first, figure = known[0], on_time(figures)
        before = before_it(view, commune, figures, figure) if figure else ""
        ours = _whose(figures, figure) if figure else ""
        printed = printed_of(figures, figure) if figure else None
        aim = aim_of(view, commune, figure) or aim_of_province(view, commune, figure) if figure else ""
        change = _change(view, commune, first, figure)
        ago = _last_year(view, commune, figures, figure) if figure and not before else ""
        text = " ".join(filter(None, (first.bare, change, ago, ours, aim, before)))
        brief = " ".join(filter(None, (first.bare, ours, before)))
        when = f"{first.period}, trang tự tính" if ours and not printed else first.period
        origin = first.source.href if first.source else ""
        return Answer(question, first.number, when, text, link, outside=outside, brief=brief, origin=origin)
    text = "Chưa có số hồ sơ đúng hẹn, trễ hẹn."
    sentence = known[0].text if known else unstated(view, commune, text, "ty_le_dung_han", "ho_so_da_giai_quyet")
    sentence += f"{_handled(commune, figures)} {asking(commune)}"
    return Answer(question, MISSING, "", sentence, link, True, outside=outside)


def _whose(figures: Iterable[Figure], rate: Figure) -> str:
    """That a rate is ours, and what its document prints, or what we compute where that is told; '' where both agree."""
    if rate.kind is not Kind.COMPUTED:
        return ""
    same = (f for f in wholes(figures, rate.topic.indicator) if (f.source, f.period) == (rate.source, rate.period))
    agreeing = printed_of(figures, rate)
    printed = agreeing or next(same, None)
    if printed is None:
        return "Tỷ lệ do trang tự tính."
    if show_number(printed.number, rate.value.decimals) == show_number(rate.number, rate.value.decimals):
        return ""
    return f"Trang tự tính {value(rate)}." if agreeing else f"Văn bản in {value(printed)}."


def _change(view: View, commune: Commune, told: Sentence, rate: Figure | None) -> str:
    """How the rate changed; its number stands above the sentence and is not said again."""
    ours = rate and rate.kind is Kind.COMPUTED and rate.id in told.figures
    change = changed(view, commune, rate, "tỷ lệ là") if rate and ours else None
    return change.words if change else told.change


def _last_year(view: View, commune: Commune, figures: Sequence[Figure], newest: Figure) -> str:
    """The rate of the whole year before, where the same days of it are not told: for who asks about last year."""
    found = changed(view, commune, newest)
    if found and found.year:
        return ""
    whole = (rate for rate in rates_on_time(figures) if rate.stands and rate.period.is_whole_years)
    rate = next((rate for rate in whole if rate.day.year == newest.day.year - 1 and rate.id != newest.id), None)
    return f"Cả năm {rate.day.year} là {value(rate)}." if rate else ""


def before_it(view: View, commune: Commune, figures: Sequence[Figure], newest: Figure) -> str:
    """What was said before the newest rate on time: a value that can hardly be true beside it, with what it would
    take; else that of the period before and no more.
    """
    older = [rate for rate in rates_on_time(figures) if rate.period != newest.period and rate.stands]
    for rate in older:
        named = {
            rate.id,
            *(f.id for f in figures if f.topic.indicator == rate.topic.indicator and moment(f) == moment(rate)),
        }
        for difference in view.differing.get(newest.id, ()):
            if difference.rule == "hai-nguon" and named & {*difference.ids}:
                document = source_name(view, view.source(commune.code, rate.source))
                gives = "có số đếm cho" if rate.kind is Kind.COMPUTED else "ghi"
                same = (rate.period.start, rate.period.end) == (newest.period.start, newest.period.end)
                why = "hai số chưa khớp" if same else "hai kỳ khác nhau, cần đọc cả hai"
                return f"{document} {gives} {value(rate)} ({dates(rate)}): {why}. {difference.more}".strip()
    change = changed(view, commune, newest)  # told beside its number already
    if change and change.before:
        return ""
    told = {change.year.change.before.id} if change and change.year else set()
    earlier = [rate for rate in older if rate.day < newest.day]  # a month of the same total is no earlier one
    return "".join(f"Trước đó ({dates(rate)}): {value(rate)}." for rate in earlier[:1] if rate.id not in told)


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


def facts(view: View, commune: Commune, own: Sequence[Figure]) -> Iterator[Fact]:
    """The answer begins the notice."""
    said, best = answer(view, commune, own), on_time(own)
    if best is None:
        yield Fact(MISSING, said.sentence, missing=True)
        return
    origin, known = origin_of(view, best)
    yield Fact(said.number, said.sentence, origin, "", "đúng hẹn", known, (printed_of(own, best) or best).id)
