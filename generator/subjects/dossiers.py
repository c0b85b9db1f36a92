"""Dossiers of citizens: how many, on time or late, by field of work."""

from __future__ import annotations

from collections.abc import Iterator

from generator.charts.draw import enough
from generator.language.numbers import show_number
from generator.language.vietnamese import lowered, opened
from generator.model.commune import Commune
from generator.pieces import newest
from generator.pieces.blocks import Block, Section
from generator.pieces.chart_words import bars, documents, source_line
from generator.pieces.picking import pick, with_value
from generator.pieces.sentence import Place, Sentence, dates
from generator.pieces.shown import period, value
from generator.pieces.view import View
from generator.pieces.where_to_ask import LOOK_UP
from generator.subjects import dossiers_on_time
from generator.subjects.dossiers_by_field import is_of_a_field, months_by_fields
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


def timeliness(view: View, commune: Commune) -> list[Block]:
    """Settled dossiers early, on time and late, for the latest period that prints them."""
    figures = view.sayable(commune)
    settled = [f for f in with_value(pick(figures, "ho_so_da_giai_quyet")) if not f.topic.breakdown]
    for whole in settled:
        same = [f for f in figures if (f.trace.file, f.trace.line) == (whole.trace.file, whole.trace.line)]
        names = {
            "ho_so_truoc_han": "Trả sớm hơn hẹn", "ho_so_dung_han": "Trả đúng ngày hẹn",
            "ho_so_dung_va_truoc_han": "Trả đúng hẹn hoặc sớm hơn", "ho_so_qua_han": "Trả trễ hẹn",
        }  # fmt: skip
        parts = with_value(pick(same, *names))
        if enough(parts):
            late = next((part.number for part in parts if part.topic.indicator == "ho_so_qua_han"), None)
            total = show_number(whole.number)
            title = f"{total} hồ sơ đã giải quyết"
            if late:
                title = f"{show_number(late)} trong {total} hồ sơ đã giải quyết bị trễ hẹn"
            elif late == 0:
                title = f"{total} hồ sơ đã giải quyết, không hồ sơ nào trễ hẹn"
            when = period(whole)
            named = [(names[p.topic.indicator], p, f"{show_number(p.number)} hồ sơ", when) for p in parts]
            source = f"{when}. {source_line(view, commune, [whole])}"
            told = documents(view, commune, [whole])
            return [bars(f"{title}, {dates(whole)}", "Hồ sơ đã giải quyết", "Số hồ sơ", named, source, told)]
    return []


def _overview(view: View, commune: Commune) -> Iterator[Section]:
    yield Section("Hồ sơ đúng hẹn hay trễ hẹn", "dung-hen", tuple(timeliness(view, commune)))


def _help(*_: object) -> Iterator[tuple[str, str]]:
    yield "Tra hồ sơ của mình", LOOK_UP.removeprefix("https://")


SUBJECT = Subject(
    dossiers_on_time.ID,
    first=_received,
    charts=timeliness,
    after=months_by_fields,
    apart=is_of_a_field,
    answer=dossiers_on_time.answer,
    rests_on=dossiers_on_time.on_time,
    overview=_overview,
    facts=dossiers_on_time.facts,
    help=_help,
    loudspeaker=loudspeaker,
)
