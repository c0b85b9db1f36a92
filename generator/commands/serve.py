"""`portal serve`: shows the site on this machine and builds it again after each change."""

from __future__ import annotations

import argparse
import sys

from generator.commands import build
from generator.model.problem import Refused
from generator.publishing import serve, switch
from generator.publishing.mkdocs_site import ROOT
from generator.publishing.runs import SiteError


def run(options: argparse.Namespace) -> int:
    """Serve until interrupted; a faulty change is told and the last good site stays."""
    folders = [options.data, ROOT / "site_src", ROOT / "overrides"]

    def rebuild() -> int:
        try:
            return build.run(options)
        except switch.Busy:
            raise
        except (Refused, SiteError) as fault:
            print(fault, file=sys.stderr)
            return 1

    return serve.serve(options.out, folders, options.port, rebuild, print)
