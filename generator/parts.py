"""A site put together of parts that several machines have built: each of some provinces, by the same program.

A part is a folder with what one machine made: its `site`, and its workplace as `build`. Put together they are what a
build of the whole finds of an earlier one: it makes what is lacking, and what depends on several parts.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.communes import KEPT, kept
from generator.model.commune import AdminUnit
from generator.model.grouping import grouped
from generator.model.problem import Refused
from generator.publishing import fragments, site_key, switch
from generator.publishing.docs_dir import DOCS, HANDED, Composed
from generator.publishing.runs import PAGE, address
from generator.publishing.site_key import Published
from generator.standing import workplace

SITE, BUILD = "site", "build"
"""Within a part: what was published, and what it was made of."""


def planned(names: Sequence[str], units: Mapping[str, AdminUnit]) -> list[dict[str, str]]:
    """The parts of a site of some communes' folders: `tinh`, the code of a province, '' of those of which nobody has
    confirmed which they are, and `xa`, the codes of its communes with blanks between them.
    """
    codes = [name.split("-", 1)[0] for name in names]
    by_province = grouped(codes, lambda code: units[code].province if code in units else "")
    return [{"tinh": province, "xa": " ".join(own)} for province, own in sorted(by_province.items())]


def join(parts: Sequence[Path], out: Path) -> int:
    """Let what parts have made stand at `out`, where nothing is yet, within `switch.alone(out)`; returns how many
    communes it is of. Raises Refused where a part is not whole, or parts do not fit together.
    """
    if os.path.lexists(out):
        raise Refused(f"“{out}” đã có; ghép các phần vào một chỗ chưa có gì, rồi dựng tiếp ở đó.")
    known = {part: _published(part) for part in parts}
    if len({one.frame for one in known.values()}) > 1:
        raise Refused(
            "Các phần không do cùng một bản chương trình, cùng cài đặt dựng ra; dựng lại các phần từ một bản git, với "
            "cùng --site-url và --offline."
        )
    tree, work = switch.fresh(out), workplace(out)
    docs: dict[str, str] = {}
    joined = set[str]()
    for part in parts:
        for name, one in _communes(part / BUILD):
            if name in joined:
                raise Refused(f"Xã ở thư mục {name} có trong hai phần; mỗi xã chỉ thuộc một phần.")
            joined.add(name)
            _move(part, tree, work, name, one)
            docs |= {file: mark for file, mark in known[part].docs.items() if _is_of(file, one)}
    files = switch.publish(tree, out)
    lines = {line for one in known.values() for line in one.lines}
    site_key.remember(work, Published("", files, "", known[parts[0]].frame, docs, tuple(sorted(lines))))
    return len(joined)


def _published(part: Path) -> Published:
    found = site_key.published(part / BUILD, part / SITE)
    if found is None:
        raise Refused(
            f"Phần “{part}” không nguyên vẹn: cần thư mục {SITE} và {BUILD} như máy đã dựng để lại, giữ nguyên giờ của "
            "tệp (chép bằng tar hoặc cp -a)."
        )
    return found


def _communes(build: Path) -> Iterator[tuple[str, Composed]]:
    """The communes that a machine has made, by their folders."""
    for path in sorted((build / KEPT).iterdir() if (build / KEPT).is_dir() else ()):
        if (found := kept(path)) and found.made.composed:
            yield path.name, found.made.composed


def _is_of(file: str, one: Composed) -> bool:
    """Whether a file of docs_dir is a commune's, or fills one of its pages."""
    return file in one.docs or file.removeprefix(fragments.FOLDER).replace("index.html", PAGE) in one.docs


def _move(part: Path, tree: Path, work: Path, name: str, one: Composed) -> None:
    """Move what was made of a commune where a build of the whole looks for it."""
    for file in one.docs:
        _moved(part / SITE / address(file), tree / address(file))
        _moved(part / BUILD / DOCS / file, work / DOCS / file)
    for file in one.handed:
        _moved(part / BUILD / HANDED / file, work / HANDED / file)
    _moved(part / BUILD / KEPT / name, work / KEPT / name)


def _moved(old: Path, new: Path) -> None:
    new.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(old, new)
