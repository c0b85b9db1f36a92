"""A ratio and the per cent printed beside it: `39/40 hồ sơ, đạt 97,5%`. A docstring is its rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.comparing.evidence import Evidence, found
from generator.language.numbers import PERCENT, show_number
from generator.model.difference import Difference
from generator.model.figure import Figure

_NUMBER = r"[0-9]+(?:[.][0-9]{3})*(?:,[0-9]+)?"
_RATIO = rf"(?<![0-9/.,-])({_NUMBER})/({_NUMBER})(?![0-9/-])"
_SHARE = rf"({_NUMBER}) ?%"
_FAR = 60
"""Letters between a ratio and a per cent of which one is said of the other."""
_RATIO_FIRST = re.compile(rf"{_RATIO}[^0-9]{{1,{_FAR}}}?{_SHARE}")
_SHARE_FIRST = re.compile(rf"{_SHARE} ?\({_RATIO}")


class _Beside(NamedTuple):
    """A ratio, the per cent beside it and the decimals that are printed of that."""

    part: Decimal
    whole: Decimal
    share: Decimal
    places: int

    @property
    def agrees(self) -> bool:
        """Whether both say the same to the printed decimals; a day or a number of a document is no ratio."""
        if not 0 < self.whole >= self.part:
            return True
        return abs(100 * self.part / self.whole - self.share) <= Decimal(1).scaleb(-self.places) / 2


def ratios(evidence: Evidence) -> Iterator[Difference]:
    """A ratio and the per cent that is printed beside it in a cell of one figure say the same."""
    for figure in evidence.exact:
        for part, whole, share, places in [pair for pair in _pairs(figure) if not pair.agrees][:1]:
            made, ratio = 100 * part / whole, f"{show_number(part)}/{show_number(whole)}"
            shown = f"{show_number(made, max(2, places))}%"
            gap = f"{show_number(abs(made - share), max(2, places))} điểm phần trăm"
            sentence = (
                f"{evidence.label(figure)}: văn bản in {ratio} bên cạnh {show_number(share, places)}%, trong khi "
                f"{ratio} là {shown}."
            )
            yield found(evidence, "ty-so-khac-phan-tram", [figure], gap, sentence)


def _pairs(figure: Figure) -> Iterator[_Beside]:
    """What stands side by side in the cells of a figure and speaks of it."""
    own = {figure.number, figure.value.part}
    for text in (figure.value.printed, figure.trace.place):
        if "%" not in text or "/" not in text:
            continue
        beside = [_beside(*pair.groups()) for pair in _RATIO_FIRST.finditer(text)]
        beside += [_beside(part, whole, share) for share, part, whole in _SHARE_FIRST.findall(text)]
        yield from (pair for pair in beside if own & {pair.part, pair.share})
    if figure.is_ratio and (share := re.search(_SHARE, figure.value.printed)):
        yield _Beside(*figure.counts, _plain(share[1]), _places(share[1]))
    elif figure.unit == PERCENT and not figure.is_ratio and (ratio := re.search(_RATIO, figure.value.printed)):
        part, whole = map(_plain, ratio.groups())
        yield _Beside(part, whole, figure.number, figure.value.decimals)


def _beside(part: str, whole: str, share: str) -> _Beside:
    return _Beside(_plain(part), _plain(whole), _plain(share), _places(share))


def _plain(number: str) -> Decimal:
    return Decimal(number.replace(".", "").replace(",", "."))


def _places(number: str) -> int:
    return len(number.partition(",")[2])
