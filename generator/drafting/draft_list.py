"""The list of every number of a report: where it stands, what it may be, what became of it and why."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from generator.drafting.decide import SURE_IN_TABLE, Decided, State
from generator.drafting.draft_rows import quoted
from generator.drafting.suggest import OFFERED, Suggestion
from generator.language.vietnamese import in_print
from generator.model.catalogue import Catalogue

HEADINGS = (
    "Nơi, và câu hoặc ô", "Con số", "Máy làm gì", "Vì sao",
    *(words for n in range(1, OFFERED + 1) for words in (f"Có thể là ({n})", f"Giống ({n})")),
    "Kỳ",
)  # fmt: skip
COLUMNS = (
    "vi_tri", "so", "may_lam_gi", "vi_sao",
    *(words for n in range(1, OFFERED + 1) for words in (f"chi_tieu_{n}", f"giong_{n}")),
    "ky",
)  # fmt: skip
_ALIKE = 0.5


def rows(decided: Iterable[Decided], catalogue: Catalogue) -> list[tuple[str, ...]]:
    """A row a number, without headings. Of what is never published it tells the place and the kind, no word more."""
    return [tuple(in_print(cell) for cell in _row(one, catalogue)) for one in decided]


def _row(one: Decided, catalogue: Catalogue) -> tuple[str, ...]:
    if one.state is State.KEPT_BACK:
        place = one.found.passage.place.split(": bảng")[0]
        return place, "", str(one.state), one.why, *[""] * (2 * OFFERED), ""
    offered = [words for suggestion in one.suggested for words in _said(suggestion, catalogue)]
    offered += [""] * (2 * OFFERED - len(offered))
    aim = " (mục tiêu)" if one.aim else ""
    return quoted(one.found), one.found.printed, f"{one.state}{aim}", one.why, *offered, one.when.words


def _said(suggestion: Suggestion, catalogue: Catalogue) -> tuple[str, str]:
    indicator = catalogue.indicators[suggestion.topic.indicator]
    part = indicator.part(suggestion.topic.breakdown)
    return f"{indicator.name} ({part})" if part else indicator.name, likely(suggestion)


def likely(suggestion: Suggestion) -> str:
    """How sure a suggestion is, in words."""
    if suggestion.last:
        return "như báo cáo trước"
    if suggestion.likeness >= SURE_IN_TABLE:
        return "rất giống"
    return "khá giống" if suggestion.likeness >= _ALIKE else "hơi giống"


def as_csv(decided: Sequence[Decided], catalogue: Catalogue) -> bytes:
    """The list as a CSV file that Excel opens with its tone marks; no cell of it is taken for a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([_plain(cell) for cell in row] for row in rows(decided, catalogue))
    return text.getvalue().encode("utf-8-sig")


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@")) else cell
