"""The command `portal`: reads arguments, runs one command, says what kept it from being done.

Exit codes: 0 done (warnings allowed), 1 errors in the data or pages, 2 wrong usage or another build at work.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

from generator.arguments import parser
from generator.language.disk_faults import why
from generator.language.vietnamese import lines_in_print
from generator.model.problem import Refused
from generator.publishing.pdf import NotPrinted
from generator.publishing.runs import SiteError

_NOT_CALLED_AS_TYPED = {"import": "import_form"}
"""Commands whose module has another name."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    options = parser().parse_args(arguments)
    try:
        command = import_module(f"generator.commands.{_NOT_CALLED_AS_TYPED.get(options.command, options.command)}")
        return int(command.run(options))
    except Refused as refusal:
        print(lines_in_print(str(refusal)), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Đã dừng theo yêu cầu; trang và số liệu đã có giữ nguyên.", file=sys.stderr)
        return 130
    except OSError as fault:  # a full or read-only disk, a file that may not be read
        said = f"Không đọc hoặc không ghi được “{fault.filename or ''}”: {why(fault)}."
        print(lines_in_print(said), file=sys.stderr)
        return 2
    except NotPrinted as fault:
        print(f"Chưa in.\n{fault}", file=sys.stderr)
        return 1
    except SiteError as fault:
        print(f"Không dựng được trang; trang cũ giữ nguyên.\n{fault}", file=sys.stderr)
        return 1
