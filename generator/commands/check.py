"""`portal check`: what is wrong with the data, and where."""

from __future__ import annotations

import argparse
import datetime as dt

from generator.changes.unexplained import since_last_commit
from generator.commune.survey import survey
from generator.officer import problem_text


def run(options: argparse.Namespace) -> int:
    """Print what is wrong; 1 where an error keeps the data from being published."""
    day = options.date or dt.date.today()
    surveyed = since_last_commit(options.data, survey(options.data, (), day), day)
    said = {"text": problem_text.as_text, "json": problem_text.as_json, "github": problem_text.as_annotations}[
        options.format
    ](surveyed)
    if said:
        print(said)
    return 1 if surveyed.broken else 0
