"""Personal data are found in the writings that people use, and hardly anything else is taken for them."""

from __future__ import annotations

import unicodedata

import pytest
from planted import ACCOUNTS, CITIZEN_IDS, LANDLINES, LOOKALIKES, MAILS, MOBILES, OLD_IDS
from support import ROOT

from generator.language.personal_data import ACCOUNT, CITIZEN, MAIL, PHONE, found_in, found_in_cells, found_in_name

AROUND = ("{}", "Ông B, {}, thôn 3", "Mục 2: hỏi {}. Ngày 31/05/2026", "Kính gửi UBND xã; {}; trân trọng")
KINDS = {
    "mobile": (MOBILES, PHONE),
    "landline": (LANDLINES, PHONE),
    "citizen id": (CITIZEN_IDS, CITIZEN),
    "old id": (OLD_IDS, CITIZEN),
    "account": (ACCOUNTS, ACCOUNT),
    "mail": (MAILS, MAIL),
}
AT_LEAST, FALSE_AT_MOST = 0.92, 2


def is_found(sample: str, kind: str) -> bool:
    """Whether a sample is found wherever it stands, in both Unicode forms; the number of an account may be taken for
    a telephone or a paper: it is stopped all the same.
    """
    texts = [unicodedata.normalize(form, around.format(sample)) for around in AROUND for form in ("NFC", "NFD")]
    return all(any(kind in (found.kind, ACCOUNT) for found in found_in(text)) for text in texts)


def test_the_samples_are_many() -> None:
    """What the shares below are taken of."""
    assert sum(len(samples) for samples, _ in KINDS.values()) >= 150
    assert len(LOOKALIKES) >= 80


@pytest.mark.parametrize("sort", KINDS)
def test_most_of_each_sort_is_found(sort: str) -> None:
    """At least 92 of a hundred, of each sort alone."""
    samples, kind = KINDS[sort]
    missed = [sample for sample in samples if not is_found(sample, kind)]
    assert len(missed) <= (1 - AT_LEAST) * len(samples), missed


def test_look_alikes_are_let_pass() -> None:
    """Nearly all of what officers write beside personal data is none."""
    taken = [text for text in LOOKALIKES if any(found_in(around.format(text)) for around in AROUND)]
    assert len(taken) <= FALSE_AT_MOST, taken


@pytest.mark.parametrize(
    ("cells", "at", "kind"),
    [
        (["Ông B", "0912", "345678"], 1, PHONE),
        (["0912", "345", "678"], 0, PHONE),
        (["09123", "45678"], 0, PHONE),
        (["SĐT", "912345678"], 1, PHONE),
        (["Điện thoại:", "0912 345 678", "5"], 1, PHONE),
        (["CMND", "191234567"], 1, CITIZEN),
        (["CCCD", "001203", "004567"], 1, CITIZEN),
        (["Số tài khoản", "3700205123456"], 1, ACCOUNT),
        (["STK", "3700205", "123456"], 1, ACCOUNT),
        (["3700205123456", "Agribank"], 0, ACCOUNT),
        (["2.842", "nguyen.a@gmail.com"], 1, MAIL),
    ],
)
def test_what_is_parted_over_cells_is_found(cells: list[str], at: int, kind: str) -> None:
    """A word in one cell and its number in the next; a number in two or three."""
    assert [(number, found.kind) for number, found in found_in_cells(cells)] == [(at, kind)]


@pytest.mark.parametrize(
    "cells",
    [
        ["Số tài khoản VNeID", "2842", "3120", "5000"],
        ["Tài khoản", "12345", "2842", "3120"],
        ["Chuyển khoản", "316000000", "150000000"],
        ["19405", "20260531", "2842"],
        ["08974", "2.842", "98,97%"],
        ["0", "9", "1", "2", "3", "4", "5", "6", "7", "8"],
        ["09", "12", "34", "56", "78"],
        ["Điện thoại thông minh", "2842", "3120", "91,1"],
    ],
)
def test_cells_of_counts_are_let_pass(cells: list[str]) -> None:
    """Rows of a report."""
    assert found_in_cells(cells) == []


@pytest.mark.parametrize("name", ["anh_0912345678.png", "0912-345-678", "cmnd-191234567.csv", "bc-0912345678.v2.csv"])
def test_names_of_files_are_looked_at(name: str) -> None:
    """In a name, hyphens and underscores stand for blanks."""
    assert found_in_name(name)


@pytest.mark.parametrize(
    "name",
    ["bc-05-2026-0001", "so-lieu.csv", "vega-6.2.0.js", "20260531-20260630.svg", "230-bc-du-2026", "a0912345678f.png"],
)
def test_other_names_are_let_pass(name: str) -> None:
    """Days, numbers of documents, hashes."""
    assert found_in_name(name) == []


def test_no_file_that_officers_edit_is_stopped() -> None:
    """Rows of the real data, cell by cell beside each other."""
    for path in (ROOT / "data").rglob("*.csv"):
        for line in path.read_text(encoding="utf-8").splitlines():
            assert found_in_cells(line.split(",")) == [], (path, line)
