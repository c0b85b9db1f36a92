"""What is measured, how it is computed again, how indicators hang together: the nouns of the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Formula:
    """One way to recompute an indicator: `numerator / denominator`, both sums of indicator ids.

    `words` says it in Vietnamese. `condition` is '' or the value that the row's
    `gom_ky_truoc` must have for the formula to hold; `line` is where the catalogue says it.
    """

    words: str
    numerator: str
    denominator: str
    condition: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured. `better` is cao | thap | khong; `decimals` are those of computed values;
    `everyday` are the phrases that people use for it; `line` is where the catalogue says it.
    """

    id: str
    name: str
    question: str
    unit: str
    decimals: int
    better: str
    subject: str
    base: str
    basis: str
    formulas: tuple[Formula, ...] = ()
    breakdowns: Mapping[str, str] = field(default_factory=dict)
    everyday: tuple[str, ...] = ()
    line: int = 1


@dataclass(frozen=True, slots=True)
class Relation:
    """How indicators hang together, from `quan-he.yml`; general rules evaluate it.

    kind `tong`: `whole` is the sum of `parts`; `chong`: parts of `whole` that may overlap;
    `tong_phan_to`: `whole` without breakdown is the sum of its breakdowns;
    `hai_co_so`: `whole` and `parts[0]` are one question on two bases; `chi_tiet`: `parts` say in
    detail what `whole` says in general; `chuyen_ky`: `whole` was carried over from `parts[0]`.
    """

    kind: str
    whole: str
    parts: tuple[str, ...]
    words: str
    line: int = 1
