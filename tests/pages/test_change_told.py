"""What a year of reports says of change: sentences, notices, cards and the loudspeaker at 1, 2, 13 and 36 months."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from months import Work, enter, following
from support import ROOT

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

SHORTEST, FOLDER, START, LATER = 60, "xa/19405-vinh-thuy", dt.date(2026, 7, 1), dt.date(2030, 1, 1)
"""The seconds of the shortest text; a real commune, and what it is given to report: months of dossiers."""


def work(month: int) -> Work:
    """A month that settles more dossiers than the one before, and every other month many of them late."""
    return Work(400 + 3 * month, 300 + month, 40 if month % 2 else 2, 5 + month % 3)


@cache
def view(months: int, without: int | None = None) -> View:
    """The commune after some months of its own, without the document of one of them (counted from 0)."""
    with TemporaryDirectory() as name:
        data = Path(name) / "data"
        shutil.copytree(ROOT / "data" / "danh-muc", data / "danh-muc")
        shutil.copytree(ROOT / "data" / FOLDER, data / FOLDER)
        given = list(following(START, [{"": work(month)} for month in range(months)]))
        enter(data / FOLDER, [month for at, month in enumerate(given) if at != without], {"": 5})
        return view_of(survey(data, ["19405"], LATER), LATER, "https://vi-du.gov.vn/")


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
        assert bool(re.search(r"cùng kỳ năm (ngoái|\d{4})", said)) == year
    assert "kỳ trước (" not in said


@pytest.mark.parametrize("tell", [on_pages, on_paper, on_cards])
def test_after_a_gap_the_period_has_its_name(tell: Callable[[View], str]) -> None:
    said = tell(view(13, 11))
    assert "Kỳ trước (05/2027)" in said
    assert "Tháng trước" not in said


def test_after_a_gap_the_announcer_says_its_days() -> None:
    said = aloud(view(13, 11))
    assert "kỳ trước, tháng năm, tỷ lệ ấy là" in lowered(said).lower()
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
        assert "háng trước" not in card.sentence
        assert len(re.findall("[Tt]háng trước", drawing.to_svg(card))) <= 1


def test_what_did_not_move_takes_no_room_on_paper() -> None:
    """The commune tells a share of two years that is the same: paper has other things to say."""
    assert not re.search(r"không đổi", on_paper(view(1)))
