"""A phường is asked, and answers, by its own name."""

from __future__ import annotations

import re

import pytest
from support import ROOT

from generator.pieces.home_words import said_of
from generator.reading.catalogue_files import FOLDER, load_catalogue
from generator.reading.folders import on_disk

CATALOGUE, _ = load_catalogue(on_disk(ROOT / "data" / FOLDER, FOLDER), [])
assert CATALOGUE
OTHER = re.compile(r"Cấp xã|[Hh]ợp tác xã|Mỗi xã|xã hội|Xã hội|xã, phường|xã khác|xã cũ")
"""Where the word is of a level, of a society, of other places."""


def words(kind: str) -> list[str]:
    assert CATALOGUE
    said = said_of(CATALOGUE, kind)
    told = [text for one in said.indicators.values() for text in (one.question, *one.breakdowns.values())]
    told += [one.about for one in said.said.values()]
    for subject in said.subjects.values():
        told += [subject.question, subject.lead, *(group.title for group in subject.groups)]
    return told


@pytest.mark.parametrize("kind", ["phường", "đặc khu"])
def test_what_is_asked_of_a_commune_is_asked_by_its_kind(kind: str) -> None:
    """No question, title or part calls it xã; everything else stays as it is, word for word."""
    for usual, own in zip(words("xã"), words(kind), strict=True):
        assert not re.search(r"\b[Xx]ã\b", OTHER.sub("", own)), own
        assert kind != "phường" or not re.search(r"\bthôn\b(?! thông minh)", own), own
        back = own.replace(kind, "xã").replace(kind.capitalize(), "Xã").replace("tổ dân phố", "thôn")
        assert back == usual.replace(kind, "xã").replace(kind.capitalize(), "Xã")
    assert any(f"{kind.capitalize()} được chấm" in told for told in words(kind))
    assert f"Ủy ban nhân dân {kind}" in words(kind)
    assert ("Sóng điện thoại và mạng ở tổ dân phố" in words(kind)) == (kind == "phường")


def test_a_xa_is_asked_as_it_is_written() -> None:
    assert CATALOGUE
    assert said_of(CATALOGUE, "xã") is CATALOGUE


def test_names_are_official() -> None:
    """What an indicator is called is the same everywhere."""
    assert CATALOGUE
    said = said_of(CATALOGUE, "phường")
    assert {one.name for one in said.indicators.values()} == {one.name for one in CATALOGUE.indicators.values()}
