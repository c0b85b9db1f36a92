"""Sparks: small columns and dots that never draw what is not there."""

from __future__ import annotations

import re

import pytest

from generator.charts.spark import FEWEST, HEIGHT, WIDTH, spark


def marks(drawn: str, name: str) -> int:
    """How many marks the path of a class has."""
    (path,) = re.findall(rf'class="{name}" d="([^"]*)"', drawn)
    return int(path.count("M"))


@pytest.mark.parametrize("told", range(FEWEST + 2))
def test_it_needs_enough_points(told: int) -> None:
    """A gap is no point."""
    values = [None, *map(float, range(told))]
    assert bool(spark(values)) == (told >= FEWEST)


def test_the_newest_stands_out_and_a_gap_is_a_dot() -> None:
    """One mark a period; the last one that is told has a class of its own, also before a gap."""
    drawn = spark([3.0, None, 5.0, 4.0, None])
    assert (marks(drawn, "f-newest"), marks(drawn, "f-older")) == (1, 4)


def test_what_never_moves_is_not_drawn() -> None:
    assert spark([7.0] * 12) == ""


@pytest.mark.parametrize("shares", [False, True])
@pytest.mark.parametrize("count", [3, 12, 36, 37])
def test_it_stays_inside_and_small(count: int, shares: bool) -> None:
    """Whatever the numbers are; of very many the last that can still be told apart."""
    drawn = spark([90 + number % 7 * 1.5 for number in range(count)], 98.0, shares=shares)
    points = [tuple(map(float, pair)) for pair in re.findall(r"[ML]([\d.-]+) ([\d.-]+)", drawn)]
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in points)
    assert len(points) == min(count, 36) + 1 + shares  # the target, and the newest share
    assert len(drawn) < 2_500


def test_shares_claim_no_zero_and_exaggerate_nothing() -> None:
    """A tenth of a point is no cliff: the scale spans at least two units."""
    drawn = spark([99.0, 99.1, 99.0, 99.1], shares=True)
    (way,) = re.findall(r'class="l-older" d="([^"]*)"', drawn)
    heights = {float(y) for y in re.findall(r"[ML][\d.-]+ ([\d.-]+)", way)}
    assert max(heights) - min(heights) < HEIGHT / 8


def test_the_line_of_shares_breaks_at_a_gap() -> None:
    """It leads over no month that nobody tells of; a month between two gaps is a dot of its own."""
    drawn = spark([97.0, 98.0, None, 96.0, None, 99.0, 95.0], shares=True)
    (way,) = re.findall(r'class="l-older" d="([^"]*)"', drawn)
    assert [part.count("L") for part in way.split("M")[1:]] == [1, 0, 1]
