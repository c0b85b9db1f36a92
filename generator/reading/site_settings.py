"""Which settings of `mkdocs.yml` the site honours. Every other is refused with a sentence: none is ignored.

The frame of the pages is `overrides/`, not Material's own; what it does not read would change nothing, and what loads
from elsewhere would be blocked by the pages' own policy.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

HONOURED = frozenset({
    "site_name", "copyright", "nav", "not_in_nav", "exclude_docs", "draft_docs", "extra_css", "validation",
    "watch", "dev_addr", "theme.logo", "theme.favicon", "theme.palette.primary", "theme.palette.accent",
    "extra.nguoi_van_hanh", "extra.bao_loi", "extra.giay_phep",
})  # fmt: skip
"""What may say anything, as far as `_unusable` and `operator` let it."""
FIXED: Mapping[str, str] = {
    "site_url": "",
    "docs_dir": "site_src",
    "site_dir": "build/site",
    "use_directory_urls": "true",
    "strict": "true",
    "theme.name": "material",
    "theme.custom_dir": "overrides",
    "theme.language": "vi",
    "theme.font": "false",
    "extra.generator": "false",
    "plugins": "[]",
    "hooks": "[generator/publishing/mkdocs_hook.py]",
    "markdown_extensions": "[attr_list, def_list, tables, {toc: {permalink: false}}]",
}
"""What the site is built on, as YAML: it may say this only."""
_NEEDED: Mapping[str, str] = {
    "site_name": "(tên của trang)",
    "nav": "[{Trang chủ: index.md}]",
    "extra_css": "[assets/portal.css]",
    "theme.favicon": "assets/bieu-tuong.svg",
    **{name: FIXED[name] for name in FIXED.keys() - {"site_url", "use_directory_urls", "strict", "extra.generator"}},
}
"""What MkDocs or Material would choose otherwise if it were left out, with something that may stand there."""
_GROUPS = frozenset({"theme", "theme.palette", "extra"})
SHADES: Mapping[str, tuple[str, str, str]] = {
    "red": ("#c62828", "#b71c1c", "#ef9a9a"),
    "pink": ("#ad1457", "#880e4f", "#f48fb1"),
    "purple": ("#6a1b9a", "#4a148c", "#ce93d8"),
    "deep purple": ("#4527a0", "#311b92", "#b39ddb"),
    "indigo": ("#283593", "#1a237e", "#9fa8da"),
    "blue": ("#1565c0", "#0d47a1", "#90caf9"),
    "light blue": ("#01579b", "#01579b", "#81d4fa"),
    "cyan": ("#006064", "#006064", "#80deea"),
    "teal": ("#00695c", "#004d40", "#80cbc4"),
    "green": ("#2e7d32", "#1b5e20", "#a5d6a7"),
    "light green": ("#33691e", "#33691e", "#c5e1a5"),
    "deep orange": ("#bf360c", "#bf360c", "#ffab91"),
    "brown": ("#4e342e", "#3e2723", "#bcaaa4"),
    "grey": ("#424242", "#212121", "#eeeeee"),
    "blue grey": ("#37474f", "#263238", "#b0bec5"),
}
"""Material's colours in which white letters on a bar, and links on a page, can be read: the shade of both by daylight,
that of a bar in the dark, that of links in the dark.
"""
_WHY = {
    "extra.analytics": "trang không đếm người đọc và không gửi gì sang máy khác.",
    "extra_javascript": "trang chỉ chạy mã của chính nó.",
    "theme.palette": "nền sáng hay tối do máy và nút bấm của người đọc; ở đây chỉ ghi được hai dòng primary và accent.",
    "theme.features": "thanh đầu, mục lục và chân trang là của trang này, không phải của Material.",
    "theme.icon": "hình trong khung đã định sẵn; hình của cơ quan ghi ở theme.logo.",
    "theme.font": "chữ lấy từ máy của người đọc, không tải từ nơi khác.",
    "theme.language": "trang viết bằng tiếng Việt.",
    "site_url": "địa chỉ của trang ghi lúc dựng, bằng --site-url.",
    "site_author": "người vận hành trang ghi ở extra.nguoi_van_hanh.",
    "plugins": "trang chưa được thử với phần cắm thêm nào.",
    "markdown_extensions": "phần mở rộng khác có thể hiểu chữ trong số liệu thành lệnh.",
}
"""The reason, for a setting and what stands below it, where there is one besides `_NO_PLACE`."""
_NO_PLACE = "trang không dùng mục này, ghi vào cũng không đổi gì."
_BUILT_ON = "mục này chỉ nhận một giá trị, vì cách dựng trang dựa vào nó."


def refused(root: yaml.Node | None, folder: Path) -> Iterator[str]:
    """A sentence with line, key and remedy for each setting that is not honoured, or is missing. `root` is the file as
    yaml.BaseLoader composes it, `folder` where it stands.
    """
    seen: set[str] = set()
    for name, line, value in _settings(root):
        fault = "mục này đã có ở trên.\nCách sửa: Xóa một trong hai." if name in seen else _fault(name, value, folder)
        if fault:
            yield f"dòng {line}, mục {name}: {fault}"
        seen.add(name)
    for name in sorted(_NEEDED.keys() - seen):
        yield f"dòng 1: thiếu mục {name}.\nCách sửa: {_written(name, _NEEDED[name])}"


def _settings(node: yaml.Node | None, above: str = "") -> Iterator[tuple[str, int, yaml.Node]]:
    """Every setting: its name with those of the groups above it, its line, its value."""
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        name, empty = f"{above}{key.value}", isinstance(value, yaml.ScalarNode) and not value.value
        if name in _GROUPS and (empty or isinstance(value, yaml.MappingNode)):
            yield from _settings(value, f"{name}.")
        else:
            yield name, key.start_mark.line + 1, value


def _fault(name: str, value: yaml.Node, folder: Path) -> str:
    """What is wrong with a setting, and the remedy; '' where nothing is."""
    if tag := _tag(value):
        return f"chỉ ghi thẳng giá trị, không ghi {tag}.\nCách sửa: Bỏ {tag}, ghi chữ sẽ hiện trên trang."
    says = _plain(value)
    if name in FIXED:
        asked = _folded(_plain(yaml.compose(FIXED[name], Loader=yaml.BaseLoader)))
        return "" if _folded(says) == asked else f"{_WHY.get(name, _BUILT_ON)}\nCách sửa: {_written(name, FIXED[name])}"
    if name in _GROUPS:
        why = _WHY.get(name, "mục này gồm nhiều mục con.")
        return f"{why}\nCách sửa: Ghi mỗi mục con một dòng, thụt vào dưới {name}, hoặc xóa mục này."
    if name not in HONOURED:
        return f"{_why(name)}\nCách sửa: Xóa mục này."
    return _unusable(name, says, folder / "site_src")


def _unusable(name: str, says: Any, own: Path) -> str:
    """What is wrong with what an honoured setting says, and the remedy; '' where nothing is. Files stand in `own`."""
    if name in ("theme.palette.primary", "theme.palette.accent") and str(says) not in SHADES:
        return f"“{says}” không phải màu mà chữ đọc rõ được.\nCách sửa: Ghi một trong các màu: {', '.join(SHADES)}."
    if name in ("theme.logo", "theme.favicon", "extra_css"):
        for file in says if isinstance(says, list) else [says]:
            if not _stands_in(own, str(file)):
                return f"không có tệp site_src/{file}.\nCách sửa: Chép tệp vào site_src/assets, ghi assets/(tên tệp)."
    return ""


def _why(name: str) -> str:
    """The reason why a setting cannot be honoured: its own, or that of the group it belongs to."""
    while name and name not in _WHY:
        name = name.rpartition(".")[0]
    return _WHY.get(name, _NO_PLACE)


def _written(name: str, value: str) -> str:
    """The remedy for what must be there."""
    group, _, key = name.rpartition(".")
    where = f"Trong mục {group}, ghi" if group else "Ghi"
    return f"{where} {key}: {value or repr(value)}"


def _plain(node: yaml.Node | None) -> Any:
    """What a node says, in lists, dicts and strings."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(one) for one in node.value]
    return node.value if isinstance(node, yaml.ScalarNode) else ""


def _folded(says: Any) -> str:
    """The same for `false` and `False`."""
    return repr(says).casefold()


def _tag(node: yaml.Node) -> str:
    """The first tag, such as !ENV, in a value; '' without one."""
    if not node.tag.startswith("tag:yaml.org,2002:") or ":python/" in node.tag:
        return str(node.tag).replace("tag:yaml.org,2002:", "!!")
    parts = [one for pair in node.value for one in pair] if isinstance(node, yaml.MappingNode) else node.value
    return next((tag for one in parts if (tag := _tag(one))), "") if not isinstance(node, yaml.ScalarNode) else ""


def _stands_in(folder: Path, name: str) -> bool:
    """Whether a file of that name stands below a folder."""
    path = (folder / name).resolve()
    return path.is_relative_to(folder.resolve()) and path.is_file()
