"""Faults put by chance into the files, YAML and folders of a copy of a data folder."""

from __future__ import annotations

import codecs
import os
import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path
from random import Random

from mutations import PAYLOAD, Mutation, files, own

_TCVN3 = str.maketrans(
    "àảãáạăằắặâầấậèéẹêềếệìíịòóọôồốộơờớợùúụưừứựỳýđ", "µ¶·¸¹¨»¾Æ©ÇÊËÌÐÑªÒÕÖ×ÝÞßãä«åèé¬êíîïóô\u00adõøùúý®"
)


def _quote_lost(rng: Random, text: str) -> str:
    at = [place for place, char in enumerate(text) if char == '"']
    place = rng.choice(at) if at else 0
    return text[:place] + text[place + 1 :]


def _two_quotes(rng: Random, text: str) -> str:
    """Two stray quotes around a comma and the end of a cell further down: rows become one cell."""
    at = [place for place, char in enumerate(text) if char in ",\n"]
    if len(at) < 2:
        return text
    first, last = sorted(rng.sample(at, 2))
    return text[: first + 1] + '"' + text[first + 1 : last] + '"' + text[last:]


def _put_in(what: str) -> Callable[[Random, str], str]:
    def change(rng: Random, text: str) -> str:
        place = rng.randrange(len(text) + 1)
        return text[:place] + what + text[place:]

    return change


TEXTS: dict[str, Callable[[Random, str], str]] = {
    "CRLF": lambda _, text: text.replace("\n", "\r\n"),
    "CR": lambda _, text: text.replace("\n", "\r"),
    "CR CR LF": lambda _, text: text.replace("\n", "\r\r\n"),
    "dòng trống": lambda _, text: text.replace("\n", "\n\n"),
    "U+2028": lambda _, text: text.replace("\n", "\u2028"),
    "U+0085": lambda _, text: text.replace("\n", "\x85"),
    "FF": _put_in("\x0c"),
    "NUL": _put_in("\0"),
    "không dòng cuối": lambda _, text: text.rstrip("\n"),
    "chấm phẩy": lambda _, text: text.replace(",", ";"),
    "tab": lambda _, text: text.replace(",", "\t"),
    "gạch đứng": lambda _, text: text.replace(",", "|"),
    "nửa chấm phẩy": lambda rng, text: text.replace(",", ";", rng.randint(1, 40)),
    "sep=": lambda _, text: "sep=,\n" + text,
    "mất ngoặc": _quote_lost,
    "thêm ngoặc": _put_in('"'),
    "hai ngoặc": _two_quotes,
    "ngoặc cong": lambda _, text: text.replace('"', "”"),
    "nối hai lần": lambda _, text: text + text,
    "nối không xuống dòng": lambda _, text: text.rstrip("\n") + text,
    "rỗng": lambda *_: "",
    "toàn trắng": lambda *_: " \n\t\n\n",
    "chỉ tiêu đề": lambda _, text: text.split("\n", 1)[0],
    "HTML": lambda _, text: "<!DOCTYPE html><table><tr><td>" + text.replace(",", "</td><td>"),
    "JSON": lambda *_: '{"a": [1, 2]}',
    "dấu trộn git": lambda _, text: "<<<<<<< HEAD\n" + text + "=======\n>>>>>>> b\n",
    "tên bảng": lambda _, text: "BÁO CÁO THÁNG 5\n(Đơn vị: hồ sơ),,,\n\n" + text,
    "NFD": lambda _, text: unicodedata.normalize("NFD", text),
    "nháy mọi ô": lambda _, text: "\n".join(",".join(f'"{c}"' for c in line.split(",")) for line in text.split("\n")),
    "thụt": lambda _, text: text.replace("\n", "\n  "),
    "TCVN3 thành Unicode": lambda _, text: text.translate(_TCVN3),
    "bỏ dấu": lambda _, text: unicodedata.normalize("NFD", text).encode("ascii", "ignore").decode(),
    "chữ hoa": lambda _, text: text.upper(),
    "đổi chiều": _put_in("\u202e"),
    "không thấy": _put_in("\u200b"),
    "BOM ở giữa": _put_in("\ufeff"),
    "thẻ": _put_in(PAYLOAD),
    "màu": _put_in("\x1b[31m"),
}  # fmt: skip
BYTES: dict[str, Callable[[Random, bytes], bytes]] = {
    "BOM": lambda _, content: codecs.BOM_UTF8 + content,
    "hai BOM": lambda _, content: 2 * codecs.BOM_UTF8 + content,
    "UTF-16": lambda _, content: content.decode(errors="replace").encode("utf-16"),
    "UTF-16BE": lambda _, c: codecs.BOM_UTF16_BE + c.decode(errors="replace").encode("utf-16-be"),
    "UTF-16 không BOM": lambda _, content: content.decode(errors="replace").encode("utf-16-le"),
    "UTF-16 cụt": lambda _, content: content.decode(errors="replace").encode("utf-16")[:-1],
    "UTF-32": lambda _, content: content.decode(errors="replace").encode("utf-32"),
    "1258": lambda _, c: unicodedata.normalize("NFD", c.decode(errors="replace")).encode("cp1258", "replace"),
    "TCVN3": lambda _, content: content.decode(errors="replace").translate(_TCVN3).encode("latin-1", "replace"),
    "nhầm bảng mã": lambda _, content: content.decode("latin-1").encode(),
    "cụt": lambda rng, content: content[: rng.randrange(len(content) + 1)],
    "byte lạ": lambda rng, content: bytes([rng.randrange(256)]).join((content[:99], content[99:])),
    "nén": lambda *_: b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00",
    "lật bit": lambda rng, c: bytes(b ^ (1 << rng.randrange(8)) if rng.random() < 0.002 else b for b in c),
    "đảo khối": lambda rng, content: content[(at := rng.randrange(len(content) + 1)) :] + content[:at],
}
YAML = (
    ": ", "[", "{", "&a ", "*a", "!!python/object/apply:os.system [ls]\n", "!!binary x", "!!set {a}", "\t", "---\n",
    "...\n", "<<: *a\n", "ma: 19405\n", "ten: [x]\n", "slug: null\n", "ten: 2026-01-01\n", "ma: .nan\n",
    "ung_vien: {a: b}\n", "- ", "? ", "duong_day: [1, [2], {a: 3}]\n", "dau_moi: 5\n", "ghi_chu: true\n", '"', "'",
    "|\n", ">\n", "#", "%YAML 9.9\n---\n", "[" * 3000, "{a: " * 2000, "\nx: &a [&b [*a, *b]]\n", "ma: 1e400\n",
    "so_le: 0x1F\n", "so_le: -1\n", "- 5\n", "- []\n", "phan_to: []\n", "cong_thuc: [[]]\n",
    "ten: \"\\e[31m\\u202e\\0\"\n", f'ten: "{PAYLOAD}"\n', "? {a: 1}\n: b\n", "? [a]\n: b\n",
    "a: &x [1,1,1,1,1,1,1,1,1]\nb: &y [*x,*x,*x,*x,*x,*x,*x,*x,*x]\nung_vien: [*y,*y,*y,*y,*y,*y]\n",
    "ma: \"01981\"\n", "ma: 01981\n", "=\n", "y: =\n", "ten: 1:30:00\n", "ten: 9999-99-99\n", "ten: 2026-02-30\n",
)  # fmt: skip


def _some_file(rng: Random, data: Path) -> Path | None:
    found = files(data, "xa/*/*.*") * 3 + files(data, "danh-muc/*.*")
    return rng.choice(found) if found else None


def of_text(rng: Random, data: Path) -> str:
    path = _some_file(rng, data)
    if path is None:
        return "không có tệp"
    words = rng.choice(sorted(TEXTS))
    text = path.read_bytes().decode(errors="replace")
    path.write_bytes(TEXTS[words](rng, text).encode("utf-8", "replace"))
    return f"{path.relative_to(data)}: {words}"


def of_bytes(rng: Random, data: Path) -> str:
    path = _some_file(rng, data)
    if path is None:
        return "không có tệp"
    words = rng.choice(sorted(BYTES))
    path.write_bytes(BYTES[words](rng, path.read_bytes()))
    return f"{path.relative_to(data)}: {words}"


def of_yaml(rng: Random, data: Path) -> str:
    found = files(data, "xa/*/*.yml") + files(data, "danh-muc/*.yml")
    if not found:
        return "không có YAML"
    path = rng.choice(found)
    lines = path.read_bytes().decode(errors="replace").splitlines(keepends=True) or [""]
    at, what = rng.randrange(len(lines)), rng.choice(YAML)
    sort = rng.choice(("giá trị", "dòng", "lặp", "mất", "thụt", "chèn", "thay cả"))
    if sort == "giá trị":
        lines[at] = lines[at].partition(":")[0] + ": " + what + "\n"
    elif sort == "dòng":
        lines.insert(at, what + "\n")
    elif sort == "lặp":
        lines.insert(at, lines[rng.randrange(len(lines))])
    elif sort == "mất":
        del lines[at]
    elif sort == "thụt":
        lines[at] = " " * rng.randint(1, 3) + lines[at]
    elif sort == "chèn":
        cut = rng.randrange(len(lines[at]) + 1)
        lines[at] = lines[at][:cut] + what + lines[at][cut:]
    else:
        lines = [what]
    path.write_text("".join(lines), encoding="utf-8")
    return f"{path.relative_to(data)}, dòng {at + 1}: {sort} {what[:30]!r}"


# --- folders ----------------------------------------------------------------------------------

OUTSIDE = "../../../ngoai"
"""A place beside the copy, where a link may lead; nothing is written there."""
_NAMES = (
    "tthc (1).csv", "TTHC.csv", "Bản sao của tthc.csv", "bieu.xlsx", "~$bieu.xlsx", ".DS_Store", "x.pdf",
    "tthc.csv.bak", "tthc.txt", "chi-tieu.CSV", "xa.yaml", "Xa.yml", "tthc\n.csv", f"{PAYLOAD.replace('/', '')}.csv",
    "\u202etthc.csv", "chi-tie\u0302u.csv", "con",b"\xff\xfe.csv", "a" * 200 + ".csv", "-rf", "tthc.csv ",
    "\x1b[31m.csv", "b.csv", ".an.csv",
)  # fmt: skip


def _folder(rng: Random, data: Path) -> Path:
    """A folder of the copy, one of a commune more often than not."""
    found = [path for path in [*own(data, "*"), *3 * own(data, "xa/*")] if path.is_dir()]
    return rng.choice([data, *found] if rng.random() < 0.2 else found or [data])


def file_gone(rng: Random, data: Path) -> str:
    path = _some_file(rng, data)
    if path:
        path.unlink()
    return f"mất {path and path.relative_to(data)}"


def file_is_folder(rng: Random, data: Path) -> str:
    path = _some_file(rng, data)
    if path:
        path.unlink()
        path.mkdir()
    return f"{path and path.relative_to(data)} là thư mục"


def file_is_link(rng: Random, data: Path) -> str:
    path = _some_file(rng, data)
    goal = rng.choice((OUTSIDE, "/không-có", "xa.yml", "..", ".", "nguon.csv", "/dev/null"))
    if path:
        path.unlink()
        path.symlink_to(path.name if rng.random() < 0.1 else goal)
    return f"{path and path.relative_to(data)} là liên kết tới {goal}"


def file_added(rng: Random, data: Path) -> str:
    folder, name = _folder(rng, data), rng.choice(_NAMES)
    path = folder / (name if isinstance(name, str) else name.decode(errors="surrogateescape"))
    if not os.path.lexists(path):
        path.write_text("ky,gia_tri\nTháng 5/2026,5\n", encoding="utf-8") if rng.random() < 0.8 else path.mkdir()
    return f"thêm {path.relative_to(data).as_posix()!r}"


def folder_renamed(rng: Random, data: Path) -> str:
    folder = _folder(rng, data)
    name = rng.choice(
        ("19405-vinh-thuy", "xa", "Xa", "x", "01981-vinh-thong ", "15910", "x0001-hoang-son", "danh-muc-cu", "xa.yml")
    )
    goal = folder.with_name(name)
    if folder != data and not os.path.lexists(goal):
        folder.rename(goal)
    return f"{folder.name} đổi tên thành {name!r}"


def folder_again(rng: Random, data: Path) -> str:
    folder = rng.choice([path for path in own(data, "xa/*") if path.is_dir()] or [data])
    name = rng.choice((f"{folder.name} - Copy", "19405-vinh-thuy", "x0002-x"))
    if folder != data and not os.path.lexists(folder.parent / name):
        shutil.copytree(folder, folder.parent / name, symlinks=True)
    return f"chép {folder.name} thành {name}"


def folder_gone(rng: Random, data: Path) -> str:
    folder = _folder(rng, data)
    sort = rng.choice(("mất", "là tệp", "là liên kết", "trống"))
    if folder != data:
        shutil.rmtree(folder)
        if sort == "là tệp":
            folder.write_text("x\n", encoding="utf-8")
        elif sort == "là liên kết":
            folder.symlink_to(rng.choice((".", "..", "/không-có", OUTSIDE)))
        elif sort == "trống":
            folder.mkdir()
    return f"thư mục {folder.relative_to(data)} {sort}"


FILES: tuple[Mutation, ...] = (of_text, of_text, of_bytes, of_yaml)
FOLDERS: tuple[Mutation, ...] = (
    file_gone,
    file_is_folder,
    file_is_link,
    file_added,
    file_added,
    folder_renamed,
    folder_again,
    folder_gone,
)
