"""Dossiers of citizens: how many, on time or late, by field of work."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language.vietnamese import lowered, opened
from generator.model.commune import Commune
from generator.pieces import newest
from generator.pieces.blocks import Block, Figure, Prose, Section
from generator.pieces.flow_over_time import Flow, Share, flow_over_time
from generator.pieces.intervals import intervals
from generator.pieces.late_over_time import late_in_words, late_over_time
from generator.pieces.picking import pick, with_value
from generator.pieces.sentence import Place, Sentence, dates
from generator.pieces.shown import value
from generator.pieces.two_years import against_last_year
from generator.pieces.view import View
from generator.pieces.where_to_ask import LOOK_UP
from generator.subjects import dossiers_on_time
from generator.subjects.dossiers_by_field import by_field, is_of_a_field
from generator.subjects.dossiers_loudspeaker import loudspeaker
from generator.subjects.subject import Subject


def _received(place: Place) -> Iterator[Sentence]:
    """How many dossiers came, were settled, are pending: one row of one document, of all fields together."""
    received = newest.wholes(place.figures, "ho_so_tiep_nhan") or newest.wholes(place.figures, "ho_so_moi")
    whole = next(iter(received), None)
    if whole is None:
        if with_value(pick(place.figures, "ho_so_tiep_nhan")):
            yield Sentence("Bao nhiêu hồ sơ tiếp nhận: chỉ có số theo từng lĩnh vực, chưa có số chung.")
        elif doubted := place.unstated("", "ho_so_tiep_nhan").text:
            yield Sentence(f"Bao nhiêu hồ sơ tiếp nhận: {lowered(doubted)}")
        return
    row = newest.row_of(place.figures, whole)
    told = [whole]
    new, old = row.get("ho_so_moi"), row.get("ho_so_ky_truoc")
    text = f"{opened(place.kind)} tiếp nhận {'mới ' if whole is new else ''}{value(whole)}"
    inside_it = not new or not old or new.number + old.number == whole.number  # by definition, else by the print
    for indicator, words in (
        ("ho_so_ky_truoc", ", kể cả {} từ kỳ trước" if inside_it else "; từ kỳ trước chuyển qua {}"),
        ("ho_so_da_giai_quyet", "; đã giải quyết {}"),
        ("ho_so_dang_giai_quyet", "; đang giải quyết {}"),
    ):  # fmt: skip
        if figure := row.get(indicator):
            told.append(figure)
            text += words.format(value(figure))
    change = place.change(whole, f"tiếp nhận{' mới' if whole is new else ''}")
    yield place.says(f"{text}.{place.beside(whole)}", value(whole), *told, change=change)


ON_TIME = "ty_le_dung_han"
_ASIDE = ("ho_so_tra_lai", "ho_so_rut", "ho_so_dung", "ho_so_tra_lai_rut_dung")
FLOW = Flow(
    (
        Share(("ho_so_ky_truoc",), "kỳ trước chuyển qua", "old"),
        Share(("ho_so_moi",), "mới đến", "other"),
    ),
    (
        Share(("ho_so_da_giai_quyet",), "đã xong", "result"),
        Share(_ASIDE, "trả lại, rút, dừng", "aside", needed=False),
        Share(("ho_so_dang_giai_quyet",), "còn lại", "light"),
    ),
    "hồ sơ",
)  # fmt: skip
"""Where dossiers come from, and what becomes of them."""


def timeliness(view: View, commune: Commune) -> list[Block]:
    """Late dossiers month by month; where stretches of time are mixed, the rate on time over each of them; of one
    period alone a sentence.
    """
    made = late_over_time(view, commune, ON_TIME)
    return made or intervals(view, commune, ON_TIME) or _only_period(view, commune)


def _only_period(view: View, commune: Commune) -> list[Block]:
    """How many were late in the one period that tells it."""
    rate = dossiers_on_time.on_time(view.sayable(commune))
    if rate is None or not rate.is_ratio:
        return []
    return [Prose(f"Trễ hẹn: {late_in_words(rate)} đã giải quyết, {dates(rate)}. Mới có một kỳ, chưa so được.")]


def _charts(view: View, commune: Commune) -> Iterator[Block]:
    yield from timeliness(view, commune)
    yield from flow_over_time(view, commune, FLOW)
    yield from against_last_year(view, commune, "ho_so_da_giai_quyet", "Hồ sơ đã giải quyết")


def _overview(view: View, commune: Commune) -> Iterator[Section]:
    """A picture, whose words the answer above it tells."""
    shown = timeliness(view, commune)
    drawn = tuple(block for block in shown if isinstance(block, Figure))
    yield Section("Hồ sơ đúng hẹn hay trễ hẹn", "dung-hen", drawn or tuple(shown))


def _help(*_: object) -> Iterator[tuple[str, str]]:
    yield "Tra hồ sơ của mình", LOOK_UP.removeprefix("https://")


SUBJECT = Subject(
    dossiers_on_time.ID,
    first=_received,
    charts=_charts,
    after=by_field,
    apart=is_of_a_field,
    answer=dossiers_on_time.answer,
    rests_on=dossiers_on_time.on_time,
    overview=_overview,
    facts=dossiers_on_time.facts,
    help=_help,
    loudspeaker=loudspeaker,
)
