"""Marks of contents: the same for the same, of letters alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.language.content_mark import content_mark
from generator.language.personal_data import found_in, found_in_name


@given(st.binary(max_size=40), st.integers(8, 12))
def test_a_mark_is_nobodys_number(content: bytes, length: int) -> None:
    """Whatever it stands for: no digit, so that no address or form looks as if it held personal data."""
    mark = content_mark(content, length)
    assert mark == content_mark(content, length) != content_mark(content + b"x", length)
    assert len(mark) == length
    assert set(mark) <= set("abcdefghijklmnop")


def test_marks_pass_the_guard() -> None:
    """Of thousands, as a province makes them, none stops a site."""
    marks = [content_mark(str(number).encode(), 10) for number in range(5_000)]
    assert found_in(" ".join(f'"{mark}":' for mark in marks)) == []
    assert not any(found_in_name(f"{mark}.png") for mark in marks)
