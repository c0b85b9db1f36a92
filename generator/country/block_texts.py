"""Blocks of a page as text and back: what a commune composes for a page that the country joins."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Any

from generator.pieces.blocks import Cell, Grid, Items, Link, Notice, Prose, Section

_KINDS = {kind.__name__: kind for kind in (Section, Prose, Notice, Items, Grid, Cell, Link)}
_KIND = "kind of block"


def as_json(section: Section) -> str:
    """A section as text."""
    return json.dumps(_plain(section), ensure_ascii=False)


def from_json(text: str) -> Section:
    """The section that a text says."""
    made = _block(json.loads(text))
    assert isinstance(made, Section)
    return made


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if not is_dataclass(value):
        return value
    told = {field.name: (getattr(value, field.name), field.default) for field in fields(value)}
    return {_KIND: type(value).__name__} | {name: _plain(own) for name, (own, usual) in told.items() if own != usual}


def _block(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_block(part) for part in value)
    if not isinstance(value, dict):
        return value
    return _KINDS[value[_KIND]](**{name: _block(own) for name, own in value.items() if name != _KIND})
