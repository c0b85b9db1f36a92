"""Rows with another number of cells than the header: what tore or joined them, and how to mend it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.language.quotes import cut
from generator.language.vietnamese import clean
from generator.model.problem import Problem

_SHOWN = 80
"""Letters of a cell that a message shows."""
_HALVES = re.compile(r"([0-9]{1,3}(?:\.[0-9]{3})*|[0-9]+)\n([0-9]+ ?(?:%|[^\W\d_].*))")
"""The two cells that the comma of an unquoted number makes: 99 and 89%, 0 and 316 tỷ đồng."""


def _pasted(raw: Sequence[str], expected: int) -> tuple[str, str] | None:
    """What pasting does to a row: two rows on one line, or cells that keep the marks of where they come from."""
    if len(raw) == 2 * expected - 1:
        second = clean(raw[expected - 1])
        return f"Có lẽ hai dòng dính vào nhau, dòng sau bắt đầu từ “{second}”.", f"Bấm Enter ngay trước “{second}”."
    for mark, name in (("\t", "dấu tab"), (";", "dấu chấm phẩy")):
        if len(raw) < expected <= 2 * sum(cell.count(mark) for cell in raw):
            return f"Các ô của dòng này ngăn bằng {name}.", f"Thay mỗi {name} trong dòng này bằng một dấu phẩy."
    return None


_OPEN = re.compile("[“„«‘‚‹][^”»’›]*$|^[”″'`][^”″'`]*$")
_CLOSED = re.compile("^[^“„«‘‚‹]*[”»’›″'`\"]")
"""The two ends of a text between other marks than straight double ones, which alone keep a cell together."""


def _torn(raw: Sequence[str], more: int, mark: str) -> tuple[str, str] | None:
    """Message and remedy where some of the cells too many come of a mark in a text between such marks."""
    spans = ((at, by) for at in range(len(raw)) for by in range(1, min(more, len(raw) - 1 - at) + 1))
    for at, by in spans:
        first, last = clean(raw[at]), clean(raw[at + by])
        begun, ended = _OPEN.search(first), _CLOSED.search(last)
        if not (begun and ended):
            continue
        whole = clean(mark.join(raw[at : at + by + 1]))
        apart = f'nên bị tách thành {by + 1} ô: chỉ ngoặc kép thẳng " giữ được một ô'
        if begun.start() == 0 and ended.end() == len(last):
            return (
                f"Ô {cut(whole, _SHOWN)} có dấu “{mark}” bên trong mà đặt trong dấu {whole[0]} và {whole[-1]} {apart}.",
                f'Thay hai dấu ấy bằng ngoặc kép thẳng: viết "{cut(whole[1:-1], _SHOWN)}".',
            )
        return (
            f"Lời trích trong ô {cut(whole, _SHOWN)} có dấu “{mark}” {apart}.",
            f'Đặt cả ô trong ngoặc kép thẳng, giữ ngoặc cong bên trong: viết "{cut(whole, _SHOWN)}".',
        )
    return None


def ragged(where: str, line: int, raw: Sequence[str], expected: int, mark: str) -> Problem:
    """What is wrong with a row that has another number of cells than the header; `mark` is what separates them."""
    more = len(raw) - expected
    apart = f"{'thừa' if more > 0 else 'thiếu'} {abs(more)} ô"
    message = f"Dòng có {len(raw)} ô, trong khi tiêu đề có {expected} cột: {apart}."
    remedy = (
        "Ô trống cũng phải có dấu phẩy ngăn: thêm dấu phẩy vào chỗ của ô bị thiếu; ô ở cuối dòng thì thêm ở cuối. "
        "Trong Excel: chèn ô trống vào chỗ ấy."
    )
    if told := _pasted(raw, expected):
        return Problem(where, line, "", "lech-cot", "error", f"{message} {told[0]}", told[1])
    if more > 0 and (told := _torn(raw, more, mark)):
        return Problem(where, line, "", "lech-cot", "error", f"{message} {told[0]}", told[1])
    halves = next((found for pair in pairwise(raw) if (found := _HALVES.fullmatch("\n".join(map(clean, pair))))), None)
    if more > 0 and halves:
        whole = f"{halves[1]},{halves[2]}"
        message += f" “{halves[1]}” và “{halves[2]}” có lẽ là một số bị dấu phẩy tách làm hai ô."
        remedy = f'Viết "{whole}", có ngoặc kép ở hai đầu; trong Excel thì gõ {whole} vào một ô và xóa ô thừa.'
    elif more > 0:
        remedy = (
            "Thừa dấu phẩy ở cuối dòng thì xóa nó; ô có dấu phẩy bên trong thì đặt cả ô trong ngoặc kép thẳng, ví dụ "
            '"99,89%". Trong Excel: xóa ô thừa cho thẳng với tiêu đề.'
        )
    return Problem(where, line, "", "lech-cot", "error", message, remedy)
