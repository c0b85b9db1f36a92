"""A light page on paper: a PDF printed by the Chrome, Chromium or Edge that is on the machine.

A browser prints what the site's pages look like; a second way of setting type would be a second look.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.language.disk_faults import why

_NAMES = (
    "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
    "msedge", "microsoft-edge", "microsoft-edge-stable",
)  # fmt: skip
_UNDER_PROGRAMS = ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe",
                   "Chromium/Application/chrome.exe")  # fmt: skip
_PROGRAMS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
_ON_A_MAC = ("Google Chrome", "Chromium", "Microsoft Edge")
_PATIENCE = 120
"""Seconds for a browser that starts for the first time on a slow machine."""


class NotPrinted(RuntimeError):
    """No PDF was made: what is wrong and what to do, in Vietnamese."""


def browser() -> str | None:
    """The program of a browser that can print; None where there is none. CHROMIUM names another."""
    if named := os.environ.get("CHROMIUM"):
        return shutil.which(named)
    on_path = filter(None, map(shutil.which, _NAMES))
    return next(on_path, None) or next((str(path) for path in _usual_places() if path.is_file()), None)


def _usual_places() -> Iterator[Path]:
    """Where Windows and macOS keep browsers, which they do not put on the path."""
    for variable in _PROGRAMS:
        if root := os.environ.get(variable):
            yield from (Path(root) / program for program in _UNDER_PROGRAMS)
    for name in _ON_A_MAC:
        yield from (
            home / f"{name}.app/Contents/MacOS/{name}" for home in (Path("/Applications"), Path.home() / "Applications")
        )


def print_pdf(files: Mapping[str, str], out: Path) -> None:
    """Print `index.html` of the given files (name to text) to `out`, which is replaced only by a whole PDF.

    Raises NotPrinted where there is no browser, it fails, or the PDF cannot be written.
    """
    program = browser()
    if program is None:
        raise NotPrinted(
            "Máy này chưa có trình duyệt in được (Chrome, Chromium hoặc Edge).\n"
            "Cách sửa: cài Google Chrome rồi chạy lại; hoặc mở trang niem-yet/ của từng mục trên trang web và bấm in."
        )
    # a snap's browser sees no hidden folder and no /tmp: a plain folder beside the PDF is seen by all
    try:
        with tempfile.TemporaryDirectory(prefix="niem-yet-", dir=out.parent, ignore_cleanup_errors=True) as folder:
            work = Path(folder).resolve()
            for name, text in files.items():
                (work / name).write_text(text, encoding="utf-8")
            made = work / "to.pdf"
            _run(program, work, made)
            made.replace(out)
    except OSError as fault:
        raise NotPrinted(f"Không ghi được “{out}”: {why(fault)}.\nCách sửa: chọn nơi khác bằng --out.") from None


def _run(program: str, work: Path, made: Path) -> None:
    command = [
        program, "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--no-pdf-header-footer",
        "--print-to-pdf-no-header", f"--user-data-dir={work / 'ho-so'}", f"--print-to-pdf={made}",
        *(["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []), (work / "index.html").as_uri(),
    ]  # fmt: skip
    try:
        done = subprocess.run(command, capture_output=True, timeout=_PATIENCE, check=False)
        last = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
    except subprocess.TimeoutExpired:
        last = f"quá {_PATIENCE} giây"
    if not made.is_file() or not made.read_bytes().rstrip().endswith(b"%%EOF"):
        raise NotPrinted(
            f"Trình duyệt “{program}” không in được ({last or 'không nói lý do'}).\n"
            "Cách sửa: đóng trình duyệt rồi chạy lại; hoặc mở trang niem-yet/ của từng mục trên trang web và bấm in."
        )
