"""What a year of reports says of change: sentences, notices, cards and the loudspeaker at 1, 2, 13 and 36 months."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from plain_sample import write_sample

from generator.charts import card as drawing
from generator.charts import letters
from generator.commune.survey import survey
from generator.language.vietnamese import lowered
from generator.loudspeaker.texts import LONGEST, occasions, seconds, sentences
from generator.model.commune import Commune
from generator.notice.notice import boards
from generator.pages.cards import cards
from generator.pieces.view import View
from generator.pieces.views import view_of
from generator.subjects import summaries
from generator.subjects.all_subjects import in_order

SHORTEST, DATE = 60, dt.date(2026, 12, 1)


@cache
def view(months: int, without: str = "") -> View:
    """A made-up commune after some months, without the documents of one of them (`2026-09`)."""
    with TemporaryDirectory() as work:
        folder = Path(work) / "data"
        write_sample(folder, 1, months, 7)
        if without:
            _forget(folder, without)
        return view_of(survey(folder), DATE, "https://vi-du.gov.vn/")


def _forget(data: Path, month: str) -> None:
    (own,) = (data / "xa").iterdir()
    for table in own.glob("*.csv"):
        with table.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        kept = [row for row in rows if not any(cell.startswith(f"{month}-") for cell in row)]
        with table.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([header, *kept])


def commune(of: View) -> Commune:
    (one,) = of.dataset.communes
    return one


def on_pages(of: View) -> str:
    every = (one for subject in in_order(of) for one in summaries.sentences(of, commune(of), subject))
    return " ".join(one.text for one in every)


def on_paper(of: View) -> str:
    told = (fact for board in boards(of, commune(of)) for group in board.groups for fact in group.facts)
    return " ".join(fact.sentence for fact in told)


def on_cards(of: View) -> str:
    return " ".join(one.alt for one in cards(of, commune(of)).values())


def aloud(of: View) -> str:
    return " ".join(one.text for one in sentences(occasions(of, commune(of))[0]))


TELLERS = [on_pages, on_paper, on_cards, aloud]


@pytest.mark.parametrize("tell", TELLERS)
@pytest.mark.parametrize(("months", "year"), [(1, False), (2, False), (13, True), (36, True)])
def test_everyone_tells_the_change(tell: Callable[[View], str], months: int, year: bool) -> None:
    """One report has nothing to be held against, a second has the month before; pages tell the year before too."""
    said = tell(view(months)).lower()
    assert ("tháng trước" in said) == (months > 1)
    if not year or tell is on_pages:
        assert ("cùng kỳ năm ngoái" in said) == year
    assert "kỳ trước (" not in said


@pytest.mark.parametrize("tell", [on_pages, on_paper, on_cards])
def test_after_a_gap_the_period_has_its_name(tell: Callable[[View], str]) -> None:
    said = tell(view(13, "2026-09"))
    assert "Kỳ trước (08/2026)" in said
    assert "Tháng trước" not in said


def test_after_a_gap_the_announcer_says_its_days() -> None:
    said = aloud(view(13, "2026-09"))
    assert "kỳ trước, từ ngày mồng một đến ngày ba mươi mốt tháng tám, tỷ lệ ấy là" in lowered(said).lower()
    assert not re.search(r"\d", said)


@pytest.mark.parametrize("months", [2, 13, 36])
def test_every_text_keeps_its_length(months: int) -> None:
    """The change makes no text of any period too long, and what must be said is there."""
    for about in occasions(view(months), commune(view(months))):
        said = sentences(about)
        assert SHORTEST - 0.5 <= seconds(said) <= LONGEST + 0.5
        assert said[-1].text == "Xin cảm ơn bà con."


@pytest.mark.parametrize("months", [2, 13, 36])
def test_a_card_has_one_line_of_change(months: int) -> None:
    """It is whole, and its sentence does not say it again."""
    made = [card for card in cards(view(months), commune(view(months))).values() if card.change]
    assert made
    for card in made:
        shown, _ = letters.fitted(letters.writable(card.change), (36, 34, 32), 1072, bold=True)
        assert shown == letters.writable(card.change)
        assert card.change not in card.sentence
        assert "trước" not in card.sentence
        assert drawing.to_svg(card).count("Tháng") + drawing.to_svg(card).count("tháng trước") == 1


def test_what_did_not_move_takes_no_room_on_paper() -> None:
    assert "không đổi" in on_pages(view(13))
    (told,) = {b.path: b for b in boards(view(13), commune(view(13))) if "binh-dan-hoc-vu-so" in b.path}.values()
    assert "không đổi" not in str(told.groups)
