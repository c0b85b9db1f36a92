"""Where readers report an error, as who runs the site wrote it in `mkdocs.yml`."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

DEFAULT = "gioi-thieu/#bao-loi"
"""The page that says how, where nothing else is written."""
PARTS = ("dia_chi", "tieu_de")
"""What a template may hold between braces: the address of a figure, and its name."""
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_OUTSIDE = re.compile(r"https?://[\w.-]+(:\d+)?([/?#]|$)|mailto:[^@\s?]+@[^@\s?]+(\?|$)")
_INSIDE = re.compile(r"(?!/)[A-Za-z0-9._/-]+(#[A-Za-z0-9._-]+)?")
_REMEDY = (
    "Ghi một trong ba dạng: bao_loi: gioi-thieu/#bao-loi (trang nói cách báo), "
    "bao_loi: mailto:(hộp thư của cơ quan)?subject=Báo số sai&body={dia_chi}, "
    "hoặc bao_loi: https://dia-chi-bieu.example/?cau={dia_chi}."
)


class NotUsable(ValueError):
    """A sentence with file, line and remedy."""


def report_address(path: Path) -> str:
    """`extra.bao_loi` of mkdocs.yml: an address, or one with {dia_chi} and {tieu_de}; DEFAULT where it is not written.

    Raises NotUsable where no link can be made of it.
    """
    try:
        root = yaml.compose(path.read_text(encoding="utf-8-sig"), Loader=_LOADER)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise NotUsable(
            f"{path.name}, dòng {line}: không đọc được.\nCách sửa: Xem dòng ấy và dòng trên nó: dấu cách đầu dòng, "
            "dấu hai chấm, dấu ngoặc kép."
        ) from None
    node = _field(_field(root, "extra"), "bao_loi")
    if node is None:
        return DEFAULT
    value = node.value.strip() if isinstance(node, yaml.ScalarNode) else ""
    if fault := _fault(value):
        line = node.start_mark.line + 1
        raise NotUsable(f"{path.name}, dòng {line}, mục extra, bao_loi: {fault}\nCách sửa: {_REMEDY}")
    return value


def _field(node: yaml.Node | None, name: str) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == name), None)
    return None


def _fault(value: str) -> str:
    """What is wrong with an address; '' where nothing is."""
    if not value:
        return "chưa ghi địa chỉ nào."
    named = re.findall(r"\{([^{}]*)\}", value)
    if unknown := [name for name in named if name not in PARTS]:
        return f"không có chỗ điền nào tên “{{{unknown[0]}}}”; chỉ có {{dia_chi}} và {{tieu_de}}."
    plain = re.sub(r"\{[^{}]*\}", "x", value)
    if "{" in plain or "}" in plain:
        return "dấu ngoặc nhọn không đủ đôi."
    leads = _OUTSIDE.match(plain) or (not named and _INSIDE.fullmatch(value))
    return "" if leads else f"“{value}” không phải địa chỉ một trang, một hộp thư hay một biểu mẫu."
