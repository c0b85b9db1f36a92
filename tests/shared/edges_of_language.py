"""Edges of the named numbers of words, numbers, speech and personal data, and of the model."""

from __future__ import annotations

from decimal import Decimal
from unittest import mock

from edges import Edge
from edges_of_time import COMMUNE
from figures import figure

from generator.language import accounts, digits, first_look, numbers, one_unit, quotes, spoken
from generator.language.digits import BETWEEN_CELLS, Number
from generator.language.personal_data import found_in
from generator.language.unreadable import Unreadable
from generator.loudspeaker import texts
from generator.model.figure_words import is_above_whole
from generator.model.published_columns import COLUMNS, published
from generator.pieces.loudspeaker_words import FACT, Spoken

ACCOUNT = "12345678912345"
UNSEEN = "\u200b"


def _groups(text: str, start: int = 0) -> list[Number]:
    groups, gaps = digits.groups_of(text, start, len(text))
    return list(digits.beginning_at(text, groups, gaps, 0))


def _runs(text: str) -> int:
    return len(first_look.look(text).runs)


def _is_read(text: str) -> bool:
    try:
        numbers.read_quantity(text, "hồ sơ")
    except Unreadable:
        return False
    return True


def _fits(seconds: int) -> int:
    """How many of two sentences are read that take so many seconds together, the second of them one."""
    said = [Spoken("một " * 3 * (seconds - 1), "a", FACT), Spoken("hai ba bốn", "a", FACT)]
    return len(texts.fit(said, texts.LONGEST))


def _kept(earlier: int) -> int:
    """How many texts of so many earlier periods are kept."""
    with mock.patch.multiple(
        texts, any_number=lambda _: True, occasions=lambda *_: range(earlier + 1), _reading=lambda one, _: one
    ):
        (sheet,) = texts.loud(mock.Mock(), COMMUNE)
    return len(sheet.earlier)


def _quoted(letters: int) -> bool:
    """Whether of two texts of so many letters only what differs is quoted."""
    old = ("chữ " * 50)[: letters - 1]
    return "…" in quotes.quoted(f"{old}a", f"{old}b")


def _around(shared: int) -> bool:
    """Whether the word before one of so many letters, after which two texts differ, is quoted too."""
    old = f"{'x' * 60} {'y' * shared}"
    return "x" in quotes.quoted(f"{old}a", f"{old}b")


EDGES: dict[str, Edge] = {
    "language.accounts._SHORTEST": Edge(
        lambda length: bool(accounts.sure_account(Number((ACCOUNT[:length],), (), "so tai khoan ", ""))),
        {7: False, 8: True, 9: True},
    ),
    "language.accounts._SHORTEST_UNSURE": Edge(
        lambda length: bool(accounts.likely_account(Number((ACCOUNT[:length],), (), "tai khoan ", ""))),
        {9: False, 10: True, 11: True},
    ),
    "language.accounts._SHORTEST_HALF": Edge(
        lambda length: bool(
            accounts.sure_account(Number((ACCOUNT[:6], ACCOUNT[:length]), (BETWEEN_CELLS,), "so tai khoan ", ""))
        ),
        {4: False, 5: True, 6: True},
    ),
    "language.digits._LONGEST": Edge(
        lambda length: len(_groups(f"{'1' * (length - 9)} {'2' * 9}")[0].digits), {18: 18, 19: 19, 20: 11}
    ),
    "language.digits._SHORTEST": Edge(lambda length: len(_groups("1" * length)), {6: 0, 7: 1, 8: 1}),
    "language.digits._BEFORE": Edge(
        lambda length: len(_groups(f"{'a' * length}1234567", length)[0].before), {55: 55, 56: 56, 57: 56}
    ),
    "language.digits._AFTER": Edge(
        lambda length: len(_groups(f"1234567{'a' * length}")[0].after), {29: 29, 30: 30, 31: 30}
    ),
    "language.digits._WIDEST": Edge(
        lambda blanks: digits.groups_of(f"12{' ' * blanks}34", 0, 99)[1], {3: [" "], 4: [" "], 5: [""]}
    ),
    "language.first_look.BEFORE": Edge(
        lambda length: bool(found_in(f"cmnd{UNSEEN * length}191234567")), {67: True, 68: True, 69: False}
    ),
    "language.first_look.AFTER": Edge(
        lambda length: bool(found_in(f"191234567{UNSEEN * length} cmnd")), {74: True, 75: True, 76: False}
    ),
    "language.first_look._FEWEST": Edge(lambda length: _runs(f"cccd {ACCOUNT[:length]}"), {8: 0, 9: 1, 10: 1}),
    "language.first_look._SHORT": Edge(lambda length: _runs(f"stk {ACCOUNT[:length]}"), {6: 0, 7: 1, 8: 1, 9: 1}),
    "language.first_look._BEFORE_SHORT": Edge(lambda length: _runs(f"stk{'x' * length}1234567"), {36: 1, 37: 1, 38: 0}),
    "language.numbers.MOST_DIGITS": Edge(lambda length: _is_read("1" * length), {14: True, 15: True, 16: False}),
    "language.one_unit._LEAST": Edge(
        lambda millions: one_unit.one_scale([Decimal(10**9), millions * Decimal(10**6)]),
        {96: 10**6, 100: 10**9, 125: 10**9},
    ),
    "language.one_unit._PLACES": Edge(
        lambda places: one_unit.one_scale([Decimal(f"1.{'1' * places}") * 10**6]), {2: 10**6, 3: 10**6, 4: 1}
    ),
    "language.quotes.LONGEST": Edge(
        lambda length: quotes.cut("a" * length).endswith("…"), {159: False, 160: False, 161: True}, loaded=True
    ),
    "language.quotes.LONG": Edge(_quoted, {59: False, 60: False, 61: True}),
    "language.quotes.AROUND": Edge(_around, {19: True, 20: False, 21: False}),
    "language.spoken.SYLLABLES_A_MINUTE": Edge(
        lambda length: texts.seconds([Spoken("một " * length, "a", FACT)]), {180: 60}
    ),
    "language.spoken._LONGEST_LINE": Edge(
        lambda length: bool(spoken.telephone("1" * length)), {10: True, 11: True, 12: False}
    ),
    "language.spoken._FIRST_DAYS": Edge(
        lambda day: "mồng" in spoken.date(f"2026-05-{day:02}"), {9: True, 10: True, 11: False}
    ),
    "loudspeaker.texts._EARLIER": Edge(_kept, {7: 7, 8: 8, 9: 8}),
    "loudspeaker.texts.LONGEST": Edge(_fits, {89: 2, 90: 2, 91: 1}),
    "model.figure_words.WHOLE_SHARE": Edge(
        lambda share: is_above_whole(figure("ty_le_dung_han", share, don_vi="%")), {99: False, 100: False, 101: True}
    ),
    "model.published_columns._MOST_DECIMALS": Edge(
        lambda places: published(figure("ty_le_dung_han", float(f"0.{'1' * places}")))[COLUMNS.index("gia_tri")],
        {5: "0.11111", 6: "0.111111", 7: "0.111111"},
    ),
}
