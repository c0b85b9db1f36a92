"""Who runs the site, as they say it of themselves in `mkdocs.yml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.reading import licence, site_settings
from generator.reading.licence import Licence

SETTINGS = Path(__file__).resolve().parents[2] / "mkdocs.yml"
"""What who runs the site says of itself."""
DEFAULT = "gioi-thieu/#bao-loi"
"""The page that says how to report an error, where nothing else is written."""
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


@dataclass(frozen=True, slots=True)
class Operator:
    """`site` is the site's name (site_name); `name` says who runs it (extra.nguoi_van_hanh), '' where nobody does;
    `report` is where readers report an error (extra.bao_loi): an address, or one with {dia_chi} and {tieu_de};
    `licence` is that of the compilation (extra.giay_phep).
    """

    site: str = ""
    name: str = ""
    report: str = DEFAULT
    licence: Licence = licence.USUAL


class NotUsable(ValueError):
    """A sentence, or several, each with file, line and remedy."""


def read(path: Path) -> Operator:
    """What mkdocs.yml says. Raises NotUsable where it cannot be read, a setting would be ignored, no link can lead to
    where errors are reported, or no licence is named.
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
    if refused := list(site_settings.refused(root, path.parent)):
        raise NotUsable("\n".join(f"{path.name}, {one}" for one in refused))
    extra = _field(root, "extra")
    report = _field(extra, "bao_loi")
    if report is not None and (fault := _fault(_text(report))):
        line = report.start_mark.line + 1
        raise NotUsable(f"{path.name}, dòng {line}, mục extra.bao_loi: {fault}\nCách sửa: {_REMEDY}")
    named = _field(extra, "giay_phep")
    if named is not None and not licence.read(_text(named)):
        raise NotUsable(
            f"{path.name}, dòng {named.start_mark.line + 1}, mục extra.giay_phep: “{_text(named)}” không phải tên một "
            f"giấy phép máy biết, cũng không kèm địa chỉ của văn bản giấy phép.\nCách sửa: {licence.REMEDY}"
        )
    name, who = _text(_field(root, "site_name")), _text(_field(extra, "nguoi_van_hanh"))
    return Operator(name, who, _text(report) or DEFAULT, licence.read(_text(named)) or licence.USUAL)


def _field(node: yaml.Node | None, name: str) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == name), None)
    return None


def _text(node: yaml.Node | None) -> str:
    return node.value.strip() if isinstance(node, yaml.ScalarNode) else ""


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
