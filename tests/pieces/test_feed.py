"""Feeds: what programs fetch is an Atom feed, the same whenever the site is made."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st
from told_months import Data, work

from generator.model.history import History, Span, Version
from generator.model.published_columns import COLUMNS, published
from generator.pieces.feed import MOST, feed
from generator.pieces.news import News, news
from generator.pieces.view import View

ATOM = "{http://www.w3.org/2005/Atom}"
HOME = "https://so-lieu.example/"
TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")))


def one(day: int, title: str = "Xã A: đính chính 2 số", text: str = "Lý do: cộng nhầm.", named: str = "a.") -> News:
    return News(dt.date(2026, 5, day), True, 2, title, text, named, "tinh/xa/dinh-chinh/")


def is_atom(text: str) -> Element:
    """The root of a feed that keeps to RFC 4287, 4.1: what each element must have, once."""
    root: Element = fromstring(text.encode())
    assert root.tag == f"{ATOM}feed"
    entries = root.findall(f"{ATOM}entry")
    for element in (root, *entries):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1
        assert (element.findtext(f"{ATOM}id") or "").startswith("urn:uuid:")
        assert dt.datetime.fromisoformat(element.findtext(f"{ATOM}updated") or "").utcoffset() == dt.timedelta(hours=7)
    assert root.find(f"{ATOM}author/{ATOM}name") is not None
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids)
    return root


def test_a_feed_says_what_is_new() -> None:
    root = is_atom(feed("Xã A", "tinh/xa/", HOME, [one(3), one(2)]))
    assert root.findtext(f"{ATOM}updated") == "2026-05-03T00:00:00+07:00"
    assert [link.get("href") for link in root.iter(f"{ATOM}link")] == [
        f"{HOME}tinh/xa/tin-moi.xml", f"{HOME}tinh/xa/", *[f"{HOME}tinh/xa/dinh-chinh/"] * 2,
    ]  # fmt: skip
    assert root.findtext(f"{ATOM}entry/{ATOM}summary") == "Lý do: cộng nhầm. a."


@pytest.mark.parametrize("here", ["", "tinh/", "tinh/xa/"])
def test_without_an_address_links_lead_on_from_the_feed(here: str) -> None:
    root = is_atom(feed("Xã A", here, "", [one(3)]))
    links = [urljoin(f"{HOME}{here}tin-moi.xml", link.get("href") or "") for link in root.iter(f"{ATOM}link")]
    assert links == [f"{HOME}{here}", f"{HOME}tinh/xa/dinh-chinh/"]


def test_nothing_new_is_no_feed() -> None:
    """A feed must say when it changed last."""
    assert feed("Xã A", "tinh/xa/", HOME, []) == ""


def test_a_feed_is_no_archive() -> None:
    every = [one(1, title=f"{number}") for number in range(MOST + 1)]
    assert len(is_atom(feed("Xã A", "", HOME, every)).findall(f"{ATOM}entry")) == MOST
    assert len(is_atom(feed("Xã A", "", HOME, every[1:])).findall(f"{ATOM}entry")) == MOST


@given(TEXT, TEXT, TEXT)
def test_any_words_can_be_told(title: str, text: str, place: str) -> None:
    root = is_atom(feed(place, "", "", [one(3, title=title, text=text, named="")]))
    assert root.findtext(f"{ATOM}title") == place
    assert root.findtext(f"{ATOM}entry/{ATOM}title") == title


# --- what is told --------------------------------------------------------------------------------


def corrected_once() -> View:
    """A month of dossiers that came on one day; three days later two of its numbers were put right."""
    view, commune = Data().months([work(0, late=3)]).view()
    came, then = Version(dt.date(2026, 2, 3), "a" * 40), Version(dt.date(2026, 2, 6), "b" * 40, "cộng nhầm.")
    spans: list[Span] = []
    for figure in view.of(commune):
        row = published(figure)
        if figure.topic.indicator in ("ho_so_qua_han", "ho_so_dung_han") and figure.has_value:
            cells = zip(COLUMNS, row, strict=True)
            was = tuple("77" if column in ("gia_tri", "nhu_in") else cell for column, cell in cells)
            spans += [Span(was, came, then), Span(row, then)]
        else:
            spans.append(Span(row, came))
    return replace(view, history=History(tuple(spans), came.day, ""))


def test_what_came_and_what_was_corrected_are_told_apart() -> None:
    """Corrections of a day by their reason, with the first figures; what came by its document and period."""
    view = corrected_once()
    (commune,) = view.dataset.communes
    corrections, came = news(view, commune)
    many = sum(len(own) > 1 for own in view.history.of.values())
    assert corrections[:4] == (dt.date(2026, 2, 6), True, many, f"{commune.name}: đính chính {many} số")
    assert corrections.text == "Lý do: cộng nhầm."
    assert "“77” sửa thành “3”" in corrections.named
    assert came[:2] == (dt.date(2026, 2, 3), False)
    assert came.text == "Kỳ: tháng 01/2026 (đến 31/01/2026)."
