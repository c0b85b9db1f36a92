"""Communes whose newest data had errors: what of them is shown, what sort of fault, who was told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.commune.outcome import Outcome
from generator.comparing.evidence import MUST_BE_DECLARED
from generator.language.vietnamese import office
from generator.model.catalogue import Catalogue
from generator.model.problem import Problem
from generator.tables.all_tables import BY_NAME


class HeldBack(NamedTuple):
    """A commune that is not shown at its newest: `day` (ISO) is that of the version shown instead, '' where
    there is none and the commune is left out. `name` is '' where no list knows it; `faults` are sorts of
    fault in words, `told` the office that was told.
    """

    code: str
    name: str
    day: str
    faults: tuple[str, ...]
    told: str


_OTHER = "một chỗ ghi chưa đúng"
_SORTS: Mapping[str, Iterable[str]] = {
    "một con số không đọc được": ("so-sai",),
    "các con số không khớp nhau": MUST_BE_DECLARED,
    "một ngày không có thật": ("ngay-sai",),
    "một ngày chưa tới": ("sau-ngay-kiem-tra",),
    "một kỳ kết thúc trước khi bắt đầu": ("ky-nguoc",),
    "ngày của số liệu nằm ngoài kỳ của nó": ("ngay-ngoai-ky",),
    "một con số muộn hơn văn bản của nó": ("ky-sau-van-ban",),
    "một văn bản nguồn chưa đăng ký": ("nguon-la", "thieu-nguon"),
    "văn bản nào thay văn bản nào ghi chưa đúng": ("thay-the-sai",),
    "một ô bắt buộc còn trống": ("o-trong-bat-buoc",),
    "một ô ghi khác các lựa chọn": ("lua-chon-la",),
    "một chỉ tiêu không có trong danh mục": ("chi-tieu-la", "phan-to-la"),
    "một đơn vị tính khác danh mục": ("don-vi-khac",),
    "một mã dòng viết sai hoặc dùng hai lần": ("ma-lap", "ma-sai", "dinh-chinh-sai"),
    "một số liệu ghi hai lần": ("so-lieu-lap",),
    "một khoản tiền không rõ thuộc khoản nào": ("dong-cha-la", "ma-hai-khoan"),
    "ngân sách của xã ghi chung với tiền chuyển đổi số": ("thieu-bang",),
    "một khoản mà luật không cho công khai": ("khoan-khong-cong-khai",),
    "một việc báo tiến độ sai": ("tien-do-sai",),
    "một mục tiêu ghi ngược hoặc ghi hai cách": ("muc-tieu-nguoc", "so-sanh-khac"),
    "một dòng hoặc cột bị lệch": ("csv-hong", "lech-cot", "cot-la", "cot-lap", "thieu-cot"),
    "một tệp không đọc được": ("sai-bang-ma", "tep-khong-nhan", "thieu-tep", "tep-la", "yaml-hong"),
    "một chỗ mà chương trình chưa xử lý được": ("khong-soan-duoc",),
    "tên hoặc mã của xã ghi chưa đúng": ("xa-sai", "ten-xa-khac", "ma-xa-la", "ten-thu-muc"),
}
"""A sort of fault as readers can know it, and the codes of its errors."""
_IN_WORDS = {code: words for words, codes in _SORTS.items() for code in codes}


def held_back(outcomes: Iterable[Outcome], catalogue: Catalogue) -> dict[str, HeldBack]:
    """The communes held back or left out, by code."""
    return {held.code: held for outcome in outcomes if (held := _held(outcome, catalogue))}


def _held(outcome: Outcome, catalogue: Catalogue) -> HeldBack | None:
    faults = _faults([problem for problem in outcome.problems if problem.severity == "error"])
    if outcome.shown and outcome.shown.commune:
        commune = outcome.shown.commune
        told = commune.contact or office(commune.name)
        return HeldBack(commune.code, commune.name, outcome.kept, faults, told) if outcome.kept else None
    code = outcome.folder.split("-", 1)[0]
    unit = catalogue.units.get(code)
    name = unit.name if unit and unit.province else ""
    return HeldBack(code, name, "", faults, office(name) if name else "")


def _faults(errors: Sequence[Problem]) -> tuple[str, ...]:
    """Sorts of fault, each with the title of its table, once."""
    return tuple(dict.fromkeys(_fault(error) for error in errors))


def _fault(error: Problem) -> str:
    table = BY_NAME.get(error.file.rpartition("/")[2].removesuffix(".csv"))
    return _IN_WORDS.get(error.code, _OTHER) + (f" ở bảng {table.title}" if table else "")
