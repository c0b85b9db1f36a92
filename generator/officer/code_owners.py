"""Who must agree to a change of which file: the CODEOWNERS of a province's communes, kept beside lines of others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.model.problem import Refused
from generator.reading.data_folder import COMMUNE_FOLDER
from generator.reading.province import Province

_BEGIN, _END = "# portal owners {code}: bắt đầu, đừng sửa tay trong phần này", "# portal owners {code}: hết"
_OWNER = re.compile(r"@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:/[A-Za-z0-9._-]{1,100})?")
"""An account or a team, as GitHub and GitLab write them. No mail address: it would be personal data."""


def read_owners(lines: Iterable[str], province: Province) -> dict[str, tuple[str, ...]]:
    """Code of a commune to its owners, from lines like `00004 @to-chuc/xa-ba-dinh`; `# ` begins a remark.

    Raises Refused with the line for what is no such line, or no commune of the province.
    """
    names = {unit.code: unit.name for unit in province.communes}
    made: dict[str, tuple[str, ...]] = {}
    for number, line in enumerate(lines, 1):
        code, *owners = line.replace(",", " ").replace(";", " ").partition("#")[0].split() or [""]
        if not code:
            continue
        if code not in names:
            meant = code.zfill(5)
            way = f"Có phải ý là {meant} ({names[meant]})?" if meant in names else "Sửa mã, hoặc xóa dòng ấy."
            raise Refused(f"Danh sách, dòng {number}: “{code}” không phải mã xã của {province.unit.name}. {way}")
        if code in made:
            raise Refused(
                f"Danh sách, dòng {number}: {names[code]} đã có ở dòng trước; ghi mọi tài khoản trên một dòng."
            )
        made[code] = _sound(owners, f"Danh sách, dòng {number}")
    return made


def _sound(owners: Iterable[str], place: str) -> tuple[str, ...]:
    there = tuple(owners)
    if not there:
        raise Refused(f"{place}: chưa ghi tài khoản hay nhóm nào. Ghi vào sau mã, ví dụ @to-chuc/nhom.")
    if bad := [owner for owner in there if not _OWNER.fullmatch(owner)]:
        raise Refused(
            f"{place}: “{bad[0]}” không phải tài khoản hay nhóm. Viết @tai-khoan hoặc @to-chuc/nhom; không dùng thư "
            "điện tử, vì đó là thông tin cá nhân."
        )
    return there


def owners_text(
    old: str, province: Province, everyone: Iterable[str], communes: Mapping[str, tuple[str, ...]], folder: str
) -> str:
    """The file with the part of this province written anew; all other lines stay as they are.

    `everyone` (the province's own desk) owns each of its communes; a commune with owners of its own has these beside
    it. `folder` is the data folder within the repository. The last line that fits a file decides, so the part of a
    province stands below the general lines.
    """
    desk = _sound(everyone, "--team")
    begin, end = (mark.format(code=province.unit.code) for mark in (_BEGIN, _END))
    names = {unit.code: unit.name for unit in province.communes}
    lines = [begin]
    for code, name in sorted(province.folders.items()):
        both = dict.fromkeys((*communes.get(code, ()), *desk))
        lines += [f"# {names[code]}", f"/{folder}/{COMMUNE_FOLDER}/{name}/ {' '.join(both)}"]
    part = "\n".join([*lines, end]) + "\n"
    kept = re.compile(rf"^{re.escape(begin)}\n.*?^{re.escape(end)}\n", re.MULTILINE | re.DOTALL)
    if kept.search(old):
        return kept.sub(lambda _: part, old, count=1)
    if begin in old:
        raise Refused(f"Tệp đang có mất dòng “{end}”: thêm lại dòng ấy ở cuối phần của tỉnh rồi chạy lại.")
    return old + ("" if not old or old.endswith("\n") else "\n") + part


def within(data: Path, repository: Path) -> str:
    """The data folder's place in a repository. Raises Refused where it lies elsewhere."""
    try:
        return data.resolve().relative_to(repository.resolve()).as_posix()
    except ValueError:
        raise Refused(
            f"Thư mục dữ liệu “{data}” không nằm trong “{repository}”. Ghi tệp vào chính kho của dữ liệu: thêm "
            "--out KHO/.github/CODEOWNERS, với KHO là thư mục của kho ấy."
        ) from None
