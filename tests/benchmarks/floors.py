"""Two floors: the same Markdown through Hugo, and the files of the finished site copied."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

SETTINGS = """baseURL = "https://so-lieu.example/"
title = "Số liệu"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "404"]
[markup.goldmark.renderer]
unsafe = true
"""
PAGE = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><main><h1>{{ .Title }}</h1>{{ .Content }}</main></body></html>
"""


def hugo() -> str | None:
    """Where Hugo is: beside Python, as its package puts it, or on the path; None where it is not."""
    beside = Path(sys.executable).with_name("hugo")
    return str(beside) if beside.is_file() else shutil.which("hugo")


def for_hugo(docs: Path, work: Path) -> None:
    """Lay the Markdown and the other files of a docs_dir out for Hugo, with a frame of one line."""
    work.mkdir(parents=True)
    (work / "hugo.toml").write_text(SETTINGS, encoding="utf-8")
    (work / "layouts").mkdir()
    for kind in ("list", "single", "home"):
        (work / "layouts" / f"{kind}.html").write_text(PAGE, encoding="utf-8")
    for path in (path for path in docs.rglob("*") if path.is_file()):
        name = path.relative_to(docs)
        markdown = path.suffix == ".md"  # `index.md` would be a leaf, with no pages below it
        aim = work / "content" / name.with_name("_index.md") if markdown else work / "static" / name
        aim.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, aim)
