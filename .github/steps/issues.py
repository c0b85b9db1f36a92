"""One open issue for each commune that a build held back, and for each that has fallen silent; closed when its data is
sound again, or new figures have come.

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
HELD, SILENT = "portal-xa", "portal-im"
"""What marks the issues of communes that are held back, and of silent ones."""
MARKER = re.compile(rf"<!-- ({HELD}|{SILENT}) ([a-z0-9-]+) -->")
OVER = {HELD: "Số liệu của xã đã đăng được bản mới.", SILENT: "Xã đã có số mới."}


def _day(iso: str) -> str:
    return "/".join(reversed(iso.split("-")))


def held_issue(commune: Mapping[str, Any]) -> dict[str, str]:
    """Title and text for a commune that is held back; the problems are Markdown that calls nobody."""
    day = _day(commune["kept"])
    kept = f"trang giữ bản ngày {day}" if day else "trang chưa đăng được bản nào"
    title = f"Xã {commune['code']}: số liệu mới có lỗi, {kept}"
    text = (
        f"<!-- {HELD} {commune['folder']} -->\n\n"
        f"Số liệu mới của `{commune['folder']}` còn lỗi, nên {kept}. Các xã khác vẫn được đăng như thường.\n\n"
        f"Đầu mối: {commune['contact']}.\n\n"
        f"{commune['told']}\n\n"
        "Sửa xong và gửi lên, máy tự đăng bản mới và đóng việc này."
    )
    return {"title": title, "body": text}


def silent_issue(commune: Mapping[str, Any]) -> dict[str, str]:
    """Title and text for a commune of which nothing new has come for months."""
    title = f"Xã {commune['code']}: đã {commune['months']} tháng chưa có số mới"
    text = (
        f"<!-- {SILENT} {commune['folder']} -->\n\n"
        f"Kết quả mới nhất của `{commune['folder']}` trên trang đến ngày {_day(commune['newest'])}.\n\n"
        f"Đầu mối: {commune['contact']}.\n\n"
        "Có báo cáo mới thì đưa lên như mọi tháng; máy tự đóng việc này. Xã thôi báo cáo ở đây thì ghi lý do rồi đóng."
    )
    return {"title": title, "body": text}


def requests(
    held: Sequence[Mapping[str, Any]],
    silent: Sequence[Mapping[str, Any]],
    issues: Sequence[Mapping[str, Any]],
    *,
    published: bool = True,
) -> Iterator[dict[str, Any]]:
    """What to ask of GitHub so that exactly these communes have an open issue that is up to date."""
    own = [one for one in issues if one["user"]["login"] == AUTHOR and "pull_request" not in one]
    there: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for one in own:
        if match := MARKER.match(one["body"] or ""):
            there.setdefault((match[1], match[2]), []).append(one)
    wanted = [((HELD, one["folder"]), held_issue(one)) for one in held]
    wanted += [((SILENT, one["folder"]), silent_issue(one)) for one in silent]
    for key, issue in wanted:
        first, *rest = there.pop(key, [None])
        if first is None:
            yield {"method": "POST", "path": "issues", "body": issue}
        elif {part: first[part] for part in issue} != issue:
            yield {"method": "PATCH", "path": f"issues/{first['number']}", "body": issue}
        there[key] = [one for one in rest if one]
    for (kind, _), left in there.items() if published else ():
        for one in left:
            place = f"issues/{one['number']}"
            yield {"method": "POST", "path": f"{place}/comments", "body": {"body": OVER[kind]}}
            yield {"method": "PATCH", "path": place, "body": {"state": "closed"}}


if __name__ == "__main__":
    report, listed = (json.loads(Path(name).read_text(encoding="utf-8")) for name in sys.argv[1:3])
    for asked in requests(report["held"], report["silent"], listed, published=sys.argv[3] == "true"):
        sys.stdout.write(json.dumps(asked) + "\n")
