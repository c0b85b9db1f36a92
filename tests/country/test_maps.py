"""Maps of dots: where they stand, how they look, the same as a list; as light as a page may be."""

from __future__ import annotations

import datetime as dt
import gzip
import itertools
import re
from collections import Counter
from dataclasses import replace

import pytest
import whole_country
from hypothesis import given
from hypothesis import strategies as st

from generator.country import map_pages
from generator.country.country import Country
from generator.country.map_layout import TALL, WIDE, layout
from generator.country.map_pages import MAP, look_of
from generator.language.vietnamese import own_name
from generator.model.commune import Centre
from generator.pieces.blocks import Items, Page, Prose
from generator.pieces.dot_map import DotMap, Look, Spot, path
from generator.publishing import render

DAY = whole_country.DATE
CENTRES = st.dictionaries(
    st.integers(0, 99_999).map(lambda code: f"{code:05}"),
    st.builds(Centre, st.floats(8, 24), st.floats(102, 118)),
    min_size=1,
    max_size=30,
)


def test_communes_without_a_known_centre_are_an_empty_map() -> None:
    """A province of which no centre is known has its page all the same."""
    made = layout({}, {})
    assert (made.spots, made.names, made.apart) == ({}, (), ())
    assert made.height > 0


def every(newest: str) -> Country:
    """A country in which each commune has a page, by turns with data up to a day, and with none."""
    known = whole_country.country()
    days = itertools.cycle(((False, "2026-10-31"), (False, newest), (True, "")))
    return replace(
        known,
        communes=[replace(one, is_empty=empty, newest=day)
                  for one, (empty, day) in zip(known.communes, days, strict=False)],
    )  # fmt: skip


def map_of(page: Page) -> DotMap:
    (found,) = (block for block in page.opening if isinstance(block, DotMap))
    return found


# --- where --------------------------------------------------------------------------------------


@given(CENTRES, st.sets(st.integers(0, 29)))
def test_every_commune_stands_on_its_map(centres: dict[str, Centre], islands: set[int]) -> None:
    """Whatever lies where: within the map, north above south and east right of west, but for what is set apart."""
    codes = sorted(centres)
    names = {codes[number]: "Phú Quý" for number in islands if number < len(codes)}
    made = layout(centres, names)
    assert made.spots.keys() == centres.keys()
    assert all(0 <= spot.x <= WIDE and 0 <= spot.y <= made.height for spot in made.spots.values())
    boxes = [(one.at, Spot(one.at.x + one.width, one.at.y + one.height)) for one in made.apart]
    apart = {c for c, s in made.spots.items() if any(a.x < s.x < b.x and a.y < s.y < b.y for a, b in boxes)}
    assert apart <= names.keys()
    assert len(apart) == len(boxes)
    assert made.height <= TALL + 110 * (len(boxes) + 1) // 2
    main = [code for code in codes if code not in apart]
    assert main
    for one, other in itertools.combinations(main, 2):
        if centres[one].latitude > centres[other].latitude:
            assert made.spots[one].y <= made.spots[other].y
        if centres[one].longitude > centres[other].longitude:
            assert made.spots[one].x >= made.spots[other].x


def test_far_islands_are_set_apart_and_named() -> None:
    """Where they would make the map of their province unreadable; on the country's map they stand where they are."""
    known = whole_country.country()
    pages = {page.path: map_of(page) for page in map_pages.of_provinces(known)}
    apart = {address: [name.words for name in one.names] for address, one in pages.items() if one.apart}
    assert apart == {
        "da-nang/ban-do/": ["Hoàng Sa"], "khanh-hoa/ban-do/": ["Trường Sa"], "hai-phong/ban-do/": ["Bạch Long Vĩ"],
        "ho-chi-minh/ban-do/": ["Côn Đảo"],
    }  # fmt: skip
    assert all(("Đảo ở xa đặt riêng" in one.about) == bool(one.apart) for one in pages.values())
    whole = map_of(map_pages.of_country(known))
    assert not whole.apart
    assert [name.words for name in whole.names] == ["Hoàng Sa", "Trường Sa"]
    centres, units = known.catalogue.centres, known.catalogue.units
    made = layout(centres, {code: own_name(unit.name) for code, unit in units.items() if unit.kind == "dac_khu"})
    assert made.spots["20333"].x > max(spot.x for code, spot in made.spots.items() if units[code].province == "44")


@given(st.lists(st.builds(Spot, st.integers(0, WIDE), st.integers(20, TALL)), max_size=20))
def test_a_path_goes_to_every_spot(spots: list[Spot]) -> None:
    at, found = (0, 0), set()
    for x, y in re.findall(r"m(-?\d+) ?(-?\d+)h0", path(Look.THERE, spots)):
        at = (at[0] + int(x), at[1] + int(y))
        found.add(at)
    assert found == {(spot.x, spot.y) for spot in spots}
    assert path(Look.LATE, spots).count("l-12 13 12 13 12-13z") == len(set(spots))


# --- which --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("newest", "look"),
    [("2026-10-31", Look.THERE), ("2026-09-23", Look.THERE), ("2026-09-22", Look.LATE), ("", Look.THERE)],
)
def test_a_dot_tells_whether_a_commune_still_reports(newest: str, look: Look) -> None:
    """As its first page does: two months without a newer number; one whose documents give no day is not late."""
    one = replace(whole_country.country().communes[0], is_empty=False, newest=newest)
    assert look_of(one, dt.date(2026, 11, 22)) is look


def test_without_numbers_there_is_nothing() -> None:
    one = whole_country.country().communes[0]
    assert look_of(None, DAY) is look_of(replace(one, is_empty=True), DAY) is Look.NOTHING


def test_the_list_says_what_the_dots_do() -> None:
    """Each commune of a province once, in a section of its state, with the same link as its dot."""
    made = every("2026-06-30")
    for page in map_pages.of_provinces(made):
        drawn, address = map_of(page), page.path.removesuffix(MAP)
        own = [one for one in made.communes if f"{one.commune.province_slug}/" == address and one.province]
        assert not drawn.quiet
        listed = {
            (block.link.href, Look[section.id.upper()])
            for section in page.sections
            for items in section.blocks if isinstance(items, Items)
            for block in items.items if block.link
        }  # fmt: skip
        assert listed == {(one.link.href, one.look) for one in drawn.linked}
        assert len(listed) == len(own)
        assert {one.look: one.many for one in drawn.key} == Counter(look_of(one, DAY) for one in own)


def test_few_communes_are_dots_that_lead_to_them() -> None:
    """On the country's map too, with the same as a list; where there are many, provinces lead on."""
    few, _ = whole_country.project()
    page = map_pages.of_country(few)
    codes = [one.commune.address for one in few.communes if one.province]
    assert sorted(one.link.href for one in map_of(page).linked) == sorted(f"../{address}" for address in codes)
    named = [section for section in page.sections if section.id == "cac-xa"]
    assert [len(block.items) for section in named for block in section.blocks if isinstance(block, Items)] == [2]
    many = map_pages.of_country(every("2026-06-30"))
    assert not map_of(many).linked
    assert [section.id for section in many.sections] == ["tinh", "nhung"]
    (items,) = (block for block in many.sections[0].blocks if isinstance(block, Items))
    assert len(items.items) == 34


def test_it_says_what_a_dot_is_and_whose() -> None:
    about = map_of(map_pages.of_country(whole_country.project()[0])).about
    assert "điểm giữa" in about
    assert "không vẽ ranh giới" in about
    assert "vietnamadminunits 1.0.4, giấy phép MIT, © 2025" in about


def test_a_commune_without_a_centre_is_told() -> None:
    few, _ = whole_country.project()
    centres = {code: one for code, one in few.catalogue.centres.items() if code != "19405"}
    page = map_pages.of_country(replace(few, catalogue=replace(few.catalogue, centres=centres)))
    assert "1 nơi chưa có tọa độ nên không có chấm." in map_of(page).about
    assert all(one.link.href != "../quang-tri/vinh-thuy-19405/" for one in map_of(page).linked)


# --- how heavy ----------------------------------------------------------------------------------


def test_maps_of_the_whole_country_keep_to_their_budget() -> None:
    """All 3,321 communes with a page, in every state: beside the frame, of which a page has some 5 KB."""
    made, environment = every("2026-06-30"), render.environment()
    for page in (map_pages.of_country(made), *map_pages.of_provinces(made)):
        text = render.page_text(environment, page, {})
        assert len(gzip.compress(text.encode())) < 15 * 1024, page.path
        assert text.count("<") - text.count("</") < 1_300, page.path
    assert all(isinstance(block, Prose | DotMap) for block in map_pages.of_country(made).opening)
