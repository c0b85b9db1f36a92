"""One open issue for each commune that a build held back, closed when its data is sound again.

    python .github/steps/issues.py REPORT ISSUES PUBLISHED      requests to make, a JSON object a line

REPORT is what `portal build --report` wrote; ISSUES the open issues as GitHub's API lists them; PUBLISHED is
`true` where the new site is in place: an issue is closed no sooner. A request is `{"method", "path", "body"}`,
the path below `repos/OWNER/NAME`. Needs nothing but Python.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

AUTHOR = "github-actions[bot]"
MARKER = re.compile(r"<!-- portal-xa ([a-z0-9-]+) -->")


def issue(commune: Mapping[str, str]) -> dict[str, str]:
    """Title and text for a commune that is held back; the problems are Markdown that calls nobody."""
    day = "/".join(reversed(commune["kept"].split("-")))
    kept = f"trang giữ bản ngày {day}" if day else "trang chưa đăng được bản nào"
    title = f"Xã {commune['code']}: số liệu mới có lỗi, {kept}"
    text = (
        f"<!-- portal-xa {commune['folder']} -->\n\n"
        f"Số liệu mới của `{commune['folder']}` còn lỗi, nên {kept}. Các xã khác vẫn được đăng như thường.\n\n"
        f"{commune['told']}\n\n"
        "Sửa xong và gửi lên, máy tự đăng bản mới và đóng việc này."
    )
    return {"title": title, "body": text}


def requests(
    held: Sequence[Mapping[str, str]], issues: Sequence[Mapping[str, Any]], *, published: bool = True
) -> Iterator[dict[str, Any]]:
    """What to ask of GitHub so that exactly the communes held back have an open issue that is up to date."""
    own = [one for one in issues if one["user"]["login"] == AUTHOR and "pull_request" not in one]
    there: dict[str, list[Mapping[str, Any]]] = {}
    for one in own:
        if match := MARKER.match(one["body"] or ""):
            there.setdefault(match[1], []).append(one)
    for commune in held:
        first, *rest = there.pop(commune["folder"], [None])
        wanted = issue(commune)
        if first is None:
            yield {"method": "POST", "path": "issues", "body": wanted}
        elif {part: first[part] for part in wanted} != wanted:
            yield {"method": "PATCH", "path": f"issues/{first['number']}", "body": wanted}
        there[commune["folder"]] = [one for one in rest if one]
    for one in (one for left in there.values() for one in left if published):
        place = f"issues/{one['number']}"
        yield {"method": "POST", "path": f"{place}/comments", "body": {"body": "Số liệu của xã đã đăng được bản mới."}}
        yield {"method": "PATCH", "path": place, "body": {"state": "closed"}}


if __name__ == "__main__":
    report, listed = (json.loads(Path(name).read_text(encoding="utf-8")) for name in sys.argv[1:3])
    for asked in requests(report["held"], listed, published=sys.argv[3] == "true"):
        sys.stdout.write(json.dumps(asked) + "\n")
