"""`portal compare`: what a changed data folder would change."""

from __future__ import annotations

import argparse

from generator.changes import pr_comment
from generator.changes.compare import compare


def run(options: argparse.Namespace) -> int:
    """Print what differs from an older folder; 1 where either has errors."""
    compared = compare(options.old, options.data, options.date)
    print(pr_comment.as_markdown(compared) if options.format == "markdown" else pr_comment.as_text(compared))
    return 1 if compared.errors or compared.older else 0
