"""The comment below a proposed change, out of what a run that nobody vouches for has left behind.

    python .github/steps/comment.py pictures FOLDER      names of the sound pictures, as a JSON list
    python .github/steps/comment.py body FOLDER          the comment, out of FOLDER/nhan-xet.md

`body` reads from the environment PICTURES (the JSON list), ADDRESS (where the pictures are shown),
RUN (address of the run) and FORK (`true` where the change comes from another repository). Needs
nothing but Python.
"""

from __future__ import annotations

import json
import os
import re
import stat
import struct
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from generator.changes.github import disarmed

MARKER = "<!-- portal -->"
LONGEST = 62_000
MOST, HEAVIEST = 6, 300_000
WIDEST, TALLEST = 800, 3_000
NAME = re.compile(r"[1-9]-[a-z0-9-]{1,80}\.png")
SIGNATURE = b"\x89PNG\r\n\x1a\n"
NOTHING = (
    "## ⚠️ Máy chưa kiểm tra xong được\n\n"
    "Đây không phải lỗi của số liệu. Người phụ trách trang xem lượt kiểm tra để biết vì sao, rồi cho chạy lại."
)


def sound_pictures(folder: Path) -> list[str]:
    """Names of files that are small PNG pictures of a phone's width, at most MOST of them."""
    names = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    return [name for name in names if NAME.fullmatch(name) and _is_picture(folder / name)][:MOST]


def _is_picture(path: Path) -> bool:
    about = path.lstat()
    if not stat.S_ISREG(about.st_mode) or about.st_size > HEAVIEST:
        return False
    content = path.read_bytes()
    if not (content.startswith(SIGNATURE) and content[12:16] == b"IHDR" and content[-8:-4] == b"IEND"):
        return False
    width, height = (int(side) for side in struct.unpack(">II", content[16:24]))
    return 0 < width <= WIDEST and 0 < height <= TALLEST


def body(folder: Path, pictures: list[str], address: str, run: str, *, fork: bool) -> str:
    """The whole comment: what the run says, made harmless; the pictures; where to download the preview."""
    said = folder / "nhan-xet.md"
    regular = said.is_file() and not said.is_symlink()
    text = said.read_bytes()[: 4 * LONGEST].decode("utf-8", "replace") if regular else ""
    told = disarmed(text.removeprefix(MARKER)) or NOTHING
    if len(told) > LONGEST:
        told = told[:LONGEST].rpartition("\n")[0] + "\n\n… phần còn lại nằm trong bản kiểm tra đầy đủ."
    parts = [MARKER, told]
    if pictures:
        shown = "\n".join(f'<img src="{address}/{name}?raw=true" width="240" alt="{name[2:-4]}">' for name in pictures)
        parts.append(f"### Trang sẽ trông thế này trên điện thoại\n\n{shown}")
    where = f"[lượt kiểm tra này]({run})"
    if fork:
        parts.append(f"Ảnh các trang đổi: tải gói `anh` ở cuối {where}.")
    parts.append(
        f"Xem cả trang: tải gói `xem-truoc` ở cuối {where} (nếu số liệu không có lỗi), giải nén, mở `index.html`."
    )
    return "\n\n".join(parts) + "\n"


def main(what: str, folder: Path) -> str:
    """Do what the command line asks for."""
    if what == "pictures":
        return json.dumps(sound_pictures(folder))
    asked = os.environ
    pictures = json.loads(asked.get("PICTURES") or "[]")
    return body(folder, pictures, asked.get("ADDRESS", ""), asked["RUN"], fork=asked.get("FORK") == "true")


if __name__ == "__main__":
    sys.stdout.write(main(sys.argv[1], Path(sys.argv[2])))
