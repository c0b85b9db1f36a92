"""An edition of the site: which files it has, byte for byte, when it was published and from what.

The manifest of an edition is one JSON file at the root of the site and one below each province, so that none grows with
the country: one for 3,321 communes of a hundred files would be 59 MB (16 compressed), where a province's is 1.7 (0.4).
The root holds the hashes of the others, so its own hash stands for every byte.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

MANIFEST = "manifest.json"
PAST = "du-lieu/ban-phat-hanh.csv"
"""Where the past editions are listed. The present one is told by its manifest, which holds the hash of this list."""
NO_GIT = "khong_co_git"
"""What stands in the place of a commit where data or code are in no git."""
UNSAVED = "-chua-ghi"
"""What stands behind a commit where files differ from it."""
COUNTS = ("xa", "so_lieu", "van_ban", "trang", "tep", "byte")
"""What is counted of an edition: communes, figures, documents, pages, files with those that tell of others, bytes."""
_FORM = 1
HASH = re.compile(r"[0-9a-f]{64}")
COMMIT = re.compile(rf"{NO_GIT}|[0-9a-f]{{40,64}}({UNSAVED})?")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
"""What these look like."""


class Foreign(ValueError):
    """A JSON file that is the manifest of no edition of ours, or only the part of one."""


class Damaged(ValueError):
    """A manifest that is not whole, or says what none can say: in words."""


class File(NamedTuple):
    """What a file of the site is: its length in bytes, the SHA-256 of its content in hexadecimal."""

    size: int
    sha256: str


Files = Mapping[str, File]
"""Files by their path from the root of the site, with `/` between names."""


@dataclass(frozen=True, slots=True)
class Edition:
    """`number` counts from 1, `day` is the site's (ISO), `data` and `code` the commits both were at; `parts` are the
    paths of the manifests of provinces; `files` are all files but theirs and the manifest itself.
    """

    number: int
    day: str
    data: str
    code: str
    counts: Mapping[str, int]
    parts: tuple[str, ...]
    files: Files


def file_of(content: bytes) -> File:
    """What a file with this content is."""
    return File(len(content), hashlib.sha256(content).hexdigest())


# --- as text ----------------------------------------------------------------------------------


def manifest_text(edition: Edition) -> bytes:
    """The manifest at the root of the site."""
    return _canonical({
        "dang": _FORM, "so": edition.number, "ngay": edition.day, "du_lieu": edition.data, "ma_nguon": edition.code,
        "dem": dict(edition.counts), "phan": list(edition.parts), "tep": _jsonable(edition.files),
    })  # fmt: skip


def part_text(folder: str, files: Files) -> bytes:
    """The manifest of a province: the files below its `folder`, which ends in `/`. It knows no day and no commit, so
    that it is the same as long as they are.
    """
    return _canonical({"dang": _FORM, "thu_muc": folder, "tep": _jsonable(files)})


def _canonical(value: object) -> bytes:
    """One text for one value: UTF-8, keys by code point, a key or item a line, one blank a level, LF."""
    return f"{json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1)}\n".encode()


def _jsonable(files: Files) -> dict[str, dict[str, object]]:
    return {path: {"kich_thuoc": file.size, "sha256": file.sha256} for path, file in files.items()}


# --- from text --------------------------------------------------------------------------------


def read_manifest(text: bytes) -> Edition:
    """The edition that a manifest at the root of a site tells. Raises Foreign, Damaged."""
    made = _object(text)
    if "thu_muc" in made:
        raise Foreign("đây là danh sách tệp của một tỉnh, không phải của cả trang")
    named = {"dang", "so", "ngay", "du_lieu", "ma_nguon", "dem", "phan", "tep"}
    if made.keys() != named:
        raise Damaged(f"thiếu hoặc thừa mục {', '.join(sorted(made.keys() ^ named))}")
    number, counts, parts = made["so"], made["dem"], made["phan"]
    if not _is_count(number) or not isinstance(counts, dict) or not all(map(_is_count, counts.values())):
        raise Damaged("“so” và các mục của “dem” phải là số đếm")
    if not isinstance(parts, list) or not all(isinstance(one, str) for one in parts):
        raise Damaged("“phan” phải là danh sách đường dẫn")
    for name, form in (("ngay", DAY), ("du_lieu", COMMIT), ("ma_nguon", COMMIT)):
        if not isinstance(made[name], str) or not form.fullmatch(made[name]):
            raise Damaged(f"mục “{name}” không đọc được")
    files = _files(made["tep"], "")
    if unknown := [part for part in parts if part not in files or not part.endswith(f"/{MANIFEST}")]:
        raise Damaged(f"mục “phan” nêu {unknown[0]} mà mục “tep” không có")
    return Edition(number, made["ngay"], made["du_lieu"], made["ma_nguon"], counts, tuple(parts), files)


def read_part(text: bytes, path: str) -> Files:
    """The files that the manifest of a province at `path` tells. Raises Foreign, Damaged."""
    made, folder = _object(text), path.removesuffix(MANIFEST)
    if made.get("thu_muc") != folder:
        raise Foreign(f"không phải danh sách tệp của {folder}")
    return _files(made.get("tep"), folder)


def _object(text: bytes) -> dict[str, Any]:
    try:
        made = json.loads(text.decode())
    except (ValueError, RecursionError):
        if text.lstrip()[:1] not in (b"", b"{"):  # a host may answer with a page for what it has not
            raise Foreign("không phải manifest.json của trang số liệu") from None
        raise Damaged("không phải JSON trọn vẹn: tệp bị cắt, bị sửa hoặc tải chưa xong") from None
    if not isinstance(made, dict) or "dang" not in made or "tep" not in made:
        raise Foreign("không phải manifest.json của trang số liệu")
    if made["dang"] != _FORM:
        raise Foreign(f"manifest.json thuộc dạng {made['dang']!r}, lệnh này chỉ đọc được dạng {_FORM}")
    return made


def _files(made: object, folder: str) -> dict[str, File]:
    """Files below a folder. Their paths are safe to open below that of a site."""
    if not isinstance(made, dict):
        raise Damaged("mục “tep” phải là danh sách tệp")
    files = {}
    for path, about in made.items():
        plain = path.startswith(folder) and all(part not in ("", ".", "..") for part in path.split("/"))
        if not plain or "\\" in path or "\0" in path or path == MANIFEST:
            raise Damaged(f"đường dẫn “{path}” không thể là tệp của trang")
        size, sha256 = (about.get("kich_thuoc"), about.get("sha256")) if isinstance(about, dict) else (None, None)
        if not _is_count(size) or not isinstance(sha256, str) or not HASH.fullmatch(sha256):
            raise Damaged(f"tệp “{path}” không có kích thước hay mã SHA-256 đọc được")
        files[path] = File(size, sha256)  # type: ignore[arg-type]
    return files


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
