"""What a YAML text is made of, before it is given values: no knots, no depths, nothing written twice.

Reads the stream of events, which neither builds nor repeats anything, so that a small file cannot become a
large one in memory and a deep one cannot exhaust the stack.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml
from yaml import events

_DEEPEST = 20
_MOST_NODES = 200_000
"""With every alias counted as what it stands for."""


class Misshapen(ValueError):
    """Something that no file of ours needs: the line as an editor counts, what is wrong, what to do."""

    def __init__(self, line: int, message: str, remedy: str) -> None:
        super().__init__(message)
        self.line, self.message, self.remedy = line, message, remedy


@dataclass(slots=True)
class _Open:
    """A list or table that has begun: the lines of its keys (None for a list), whether a key comes next."""

    anchor: str
    keys: dict[str, int] | None
    is_key: bool = True
    nodes: int = 1


def must_be_plain(text: str, loader: Any) -> None:
    """Raises Misshapen at the first thing that is not plain, yaml.YAMLError where the text is no YAML."""
    outer: list[_Open] = []
    anchors: dict[str, int] = {}
    for event in yaml.parse(text, Loader=loader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, events.NodeEvent):
            _has_no_tag(event, line)
            if outer and outer[-1].keys is not None:
                _is_new_key(outer[-1], event, line)
        if isinstance(event, events.CollectionStartEvent):
            is_table = isinstance(event, events.MappingStartEvent)
            outer.append(_Open(event.anchor or "", {} if is_table else None))
            if len(outer) > _DEEPEST:
                raise Misshapen(line, f"Các mục lồng nhau quá {_DEEPEST} tầng.", "Viết lại như mẫu, không lồng sâu.")
            continue
        nodes = 0
        if isinstance(event, events.AliasEvent):
            nodes = anchors.get(event.anchor or "", 1)
            if event.anchor in {one.anchor for one in outer}:
                raise Misshapen(line, f"“*{event.anchor}” nằm trong chính nó.", f"Xóa “*{event.anchor}” ở dòng này.")
        elif isinstance(event, events.ScalarEvent):
            nodes = anchors[event.anchor or ""] = 1
        elif isinstance(event, events.CollectionEndEvent):
            closed = outer.pop()
            nodes = anchors[closed.anchor] = closed.nodes
        if outer:
            outer[-1].nodes += nodes
            if outer[-1].nodes > _MOST_NODES:
                raise Misshapen(
                    line,
                    "Các dấu * làm nội dung lặp lại quá nhiều.",
                    "Xóa những dòng ấy; cần nội dung nào thì viết rõ ra.",
                )


def _has_no_tag(event: events.NodeEvent, line: int) -> None:
    tag = (getattr(event, "tag", None) or "").replace("tag:yaml.org,2002:", "!!")
    if tag and tag != "!":
        raise Misshapen(
            line, f"Dòng này có nhãn “{tag}”, không dùng ở đây.", "Xóa nhãn: từ dấu ! đến hết chữ liền sau."
        )


def _is_new_key(table: _Open, event: events.NodeEvent, line: int) -> None:
    """A key is a word that stands once in its table; `<<` would merge another table into it."""
    expected, table.is_key = table.is_key, not table.is_key
    if not expected or table.keys is None:
        return
    word = event.value if isinstance(event, events.ScalarEvent) else ""
    if word in ("", "<<"):
        raise Misshapen(line, "Trước dấu hai chấm phải là tên một trường.", "Viết tên trường rồi mới đến dấu hai chấm.")
    if word in table.keys:
        raise Misshapen(
            line, f"“{word}” viết hai lần trong cùng một mục; lần đầu ở dòng {table.keys[word]}.",
            "Giữ một dòng, xóa dòng kia.",
        )  # fmt: skip
    table.keys[word] = line
