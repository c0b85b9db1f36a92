"""Edges of the named numbers of drafting."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

from edges import Edge
from officer import catalogue

from generator.drafting import decide, draft_list, draft_rows, read_pdf, read_report, suggest, sums, when, word_archive
from generator.drafting.found import Found
from generator.drafting.last_report import NOTHING, Last
from generator.drafting.lines import blocks_of
from generator.drafting.passages import Passage, passages
from generator.drafting.phrases import Phrases, phrases_of
from generator.drafting.report import Paragraph
from generator.drafting.suggest import Suggestion
from generator.forms.archive import NotAForm
from generator.model.figure import Topic

ALONE = decide._Near({}, {}, frozenset(), Phrases({}, {}, {}, {}))
"""Nothing speaks for a number but its own words."""
TOPIC = Topic("so_htx", "")


def _found(text: str = "5", *, cell: bool = False, number: int = 0, before: str = "") -> Found:
    passage = Passage(text, "Mục I", column=("Số",) if cell else (), number=number)
    return Found(passage, text, "", before, "", 0, end=len(text))


def _sure(*, cell: bool) -> Callable[[float], bool]:
    return lambda likeness: decide._beyond_doubt(_found(cell=cell), [Suggestion(TOPIC, likeness)], ALONE)[0] is not None


def _apart(*, cell: bool) -> Callable[[float], bool]:
    """Whether the better of two is taken that are so far from each other."""

    def taken(distance: float) -> bool:
        both = [Suggestion(TOPIC, 1.0), Suggestion(Topic("so_thon", ""), 1.0 - distance)]
        return decide._beyond_doubt(_found(cell=cell), both, ALONE)[0] is not None

    return taken


def _closes(whole: int, likeness: float = 1.0) -> bool:
    """Whether a whole and its two parts, the second of which is 1, are seen to add up; the first is that likely."""
    counts = {"ho_so_tiep_nhan": whole, "ho_so_moi": whole - 1, "ho_so_ky_truoc": 1}
    offers = [
        (_found(str(count), number=n), [Suggestion(Topic(id, ""), likeness if id == "ho_so_moi" else 1.0)])
        for n, (id, count) in enumerate(counts.items())
    ]
    return bool(sums.closed(offers, catalogue()))


def _known(words: int) -> bool:
    """Whether a number with so many words before it is known by them."""
    said = ["chu"] * words
    return Last({(*said, "#"): TOPIC}).topic_of(_found(before=" ".join(said))) is not None


def _offered(rank: int) -> bool:
    found = Found(Passage("Tỷ lệ hồ sơ nộp trực tuyến 97%", "Mục I"), "97%", "%", "Tỷ lệ hồ sơ nộp trực tuyến", "", 0)
    return len(suggest.suggestions(found, catalogue(), phrases_of(catalogue()), NOTHING)) > rank


def _read(pages: int, letters: int) -> bool:
    """Whether a PDF of so many pages, each with so many letters, is read."""
    document = mock.MagicMock(__len__=lambda _: pages)
    words = mock.patch.object(read_pdf, "_text", return_value="a" * letters)
    with words, mock.patch("pypdfium2.PdfDocument", return_value=document):
        try:
            return bool(read_pdf.read_pdf(Path("a.pdf")))
        except NotAForm:
            return False


def _small_enough(size: int) -> bool:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "a.txt"
        with path.open("wb") as file:
            file.truncate(size)
        try:
            read_report.check_kind(path)
        except NotAForm:
            return False
    return True


def _bursts(*sizes: int) -> bool:
    """Whether an archive that says that it holds parts of such sizes is taken to be one made to burst."""
    parts = [zipfile.ZipInfo(str(number)) for number, _ in enumerate(sizes)]
    for part, size in zip(parts, sizes, strict=True):
        part.file_size = size
    held: Any = mock.Mock(infolist=lambda: parts)
    try:
        word_archive._look_inside(held)
    except NotAForm as fault:
        return "bung ra" in fault.message
    return False


def _is_title(letters: int) -> bool:
    return bool(passages([Paragraph(f"I. {'a' * letters}"), Paragraph("Có 1 việc.")])[-1].titles)


def _signed_in(sentence: int) -> bool:
    """Whether the day is found that stands in such a sentence of the head."""
    texts = ["chữ"] * 20
    texts[sentence - 1] = "ngày 30 tháng 9 năm 2026"
    return bool(when.signed([Passage(text, "Phần mở đầu") for text in texts]))


def _ends_at(share: float) -> bool:
    """Whether a paragraph of a PDF is over after a line of that share of the longest."""
    text = f"{'a' * 999}.\n{'B' + 'b' * (round(1000 * share) - 1)}\nCdef"
    return len(blocks_of(text, wrapped=True)) > 2


EDGES = {
    "drafting.decide.SURE": Edge(_sure(cell=False), {0.859: False, 0.86: True, 0.861: True}),
    "drafting.decide.APART": Edge(_apart(cell=False), {0.159: False, 0.161: True}),
    "drafting.decide.SURE_IN_TABLE": Edge(_sure(cell=True), {0.719: False, 0.72: True, 0.721: True}),
    "drafting.decide.APART_IN_TABLE": Edge(_apart(cell=True), {0.0995: False, 0.1005: True}),
    "drafting.draft_list._ALIKE": Edge(
        lambda likeness: draft_list.likely(Suggestion(TOPIC, likeness)), {0.499: "hơi giống", 0.501: "khá giống"}
    ),
    # a word of one letter, a blank, a long word, a blank, the number
    "drafting.draft_rows._AROUND": Edge(
        lambda letters: draft_rows._window(f"w {'b' * letters} 5", letters + 3, letters + 4)[0], {87: "w", 88: "b"}
    ),
    "drafting.last_report._FEWEST": Edge(_known, {1: False, 2: True}),
    "drafting.passages._LONGEST_TITLE": Edge(_is_title, {220: True, 221: False}),
    "drafting.read_pdf.FEWEST_LETTERS": Edge(lambda letters: _read(1, letters), {39: False, 40: True}),
    "drafting.read_pdf.MOST_PAGES": Edge(lambda pages: _read(pages, 50), {400: True, 401: False}),
    "drafting.read_report.MOST_BYTES": Edge(_small_enough, {20_000_000: True, 20_000_001: False}),
    "drafting.read_report._OLD_LINES": Edge(
        lambda lines: read_report._old_font([Paragraph("B¸o c¸o kÕt qu¶ gi¶i quyÕt thñ tôc")] * lines),
        {2: False, 3: True},
    ),
    "drafting.suggest.OFFERED": Edge(_offered, {2: True, 3: False}),
    "drafting.sums.LIKELY": Edge(lambda likeness: _closes(100, likeness), {0.549: False, 0.551: True}),
    "drafting.sums._LEAST_WHOLE": Edge(_closes, {2: False, 3: True}),
    "drafting.lines.SHORT": Edge(_ends_at, {0.599: True, 0.6: False}),
    "drafting.when._HEAD": Edge(_signed_in, {12: True, 13: False}),
    "drafting.word_archive.MOST_UNZIPPED": Edge(
        lambda size: _bursts(size - 5, 5), {150_000_000: False, 150_000_001: True}
    ),
    "drafting.word_archive.MOST_PARTS": Edge(lambda count: _bursts(*[1] * count), {3_000: False, 3_001: True}),
}
