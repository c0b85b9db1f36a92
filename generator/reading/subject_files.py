"""The two lists of what pages tell: the subjects with their groups, the words around the numbers of indicators."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from string import Formatter
from typing import Any, NamedTuple

from generator.model.catalogue import LATE_TASKS, SPENT_OF, THOUSAND, Group, Indicator, Outline, Question, Said
from generator.model.problem import Problem
from generator.reading.entries import NOT_FIELDS, entries, id_of, marked, no_other_fields, several, words
from generator.reading.folders import Folder
from generator.reading.text_files import LINE

SUBJECTS, WORDS = "chu-de.yml", "loi-noi.yml"
_OF_A_SUBJECT = ("ma", "ten", "cau_hoi", "gioi_thieu", "nhom", "ve_ben_muc_tieu", "ve_hai_nam", "theo_linh_vuc",
                 "dat_canh_nhau")  # fmt: skip
_OF_A_QUESTION = ("ma", "ten", "cau_hoi", "don_vi", "phan_to", "nguoc")
_OF_AN_INDICATOR = (
    "ma", "niem_yet", "trang", "thieu", "dem", "con_lai", "con_lai_in", "tru_khi", "ngan", "khong_niem_yet",
    "khong_gom_ky_truoc",
)  # fmt: skip


class Lists(NamedTuple):
    """The subjects in reading order, the words in the order of importance."""

    subjects: tuple[Outline, ...]
    said: tuple[Said, ...]


def read_lists(folder: Folder, problems: list[Problem]) -> Lists:
    """The lists of a folder of catalogues; one that it does not bring is empty."""
    subjects = entries(folder, SUBJECTS, _outline, problems) if SUBJECTS in folder.names else ()
    said = entries(folder, WORDS, _said, problems) if WORDS in folder.names else ()
    return Lists(tuple(subjects), tuple(said))


def together(
    own: Lists, usual: Lists, indicators: Mapping[str, Indicator]
) -> tuple[dict[str, Outline], dict[str, Said]]:
    """Subjects by their ids and words by their indicators: the usual ones, of the indicators that there are, as far as
    a folder does not say otherwise, then those that it adds.
    """
    known = {*indicators, ""}
    left = (one for one in usual.said if {one.indicator, one.rest_printed, one.unless} <= known)
    subjects = {one.id: _fitting(one, indicators) for one in usual.subjects} | {one.id: one for one in own.subjects}
    return subjects, {one.indicator: one for one in (*left, *own.said)}


def _fitting(outline: Outline, indicators: Mapping[str, Indicator]) -> Outline:
    """A subject without what other catalogues have."""

    def own(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(id for id in ids if id in indicators and indicators[id].subject == outline.id)

    groups = tuple(replace(group, indicators=own(group.indicators)) for group in outline.groups)
    beside = tuple(one for one in outline.beside if one.id in own((one.id,)) or not one.of_cases)
    return replace(outline, groups=groups, aimed=own(outline.aimed), compared=own(outline.compared), beside=beside)


# --- entries ----------------------------------------------------------------------------------


def _outline(item: Mapping[str, Any]) -> Outline:
    no_other_fields(item, _OF_A_SUBJECT)
    groups = tuple(_group(group) for group in several(item, "nhom"))
    for what, ids in (
        ("nhóm", [group.id for group in groups]),
        ("chỉ tiêu", [id for group in groups for id in group.indicators]),
    ):
        if twice := sorted({id for id in ids if ids.count(id) > 1}):
            raise ValueError(f"trường nhom kể {what} “{twice[0]}” hai lần")
    return Outline(
        id=id_of(words(item, "ma")),
        name=words(item, "ten"),
        question=words(item, "cau_hoi"),
        lead=words(item, "gioi_thieu"),
        groups=groups,
        aimed=_ids(item, "ve_ben_muc_tieu"),
        compared=_ids(item, "ve_hai_nam"),
        by_field=marked(item, "theo_linh_vuc"),
        beside=tuple(_question(one, id_of(words(item, "ma"))) for one in several(item, "dat_canh_nhau")),
        line=item[LINE],
    )


def _group(item: object) -> Group:
    if not isinstance(item, dict):
        raise ValueError(f"một nhóm {NOT_FIELDS}")
    return Group(id_of(words(item, "ma")), words(item, "ten"), _ids(item, "chi_tieu"), item[LINE])


def _question(item: object, subject: str) -> Question:
    if not isinstance(item, dict):
        raise ValueError(f"một câu của dat_canh_nhau {NOT_FIELDS}")
    no_other_fields(item, _OF_A_QUESTION)
    id, unit, turned = words(item, "ma"), words(item, "don_vi"), marked(item, "nguoc")
    if turned != (unit == THOUSAND):
        raise ValueError(f"trường nguoc và don_vi “{THOUSAND}” đi với nhau")
    part = words(item, "phan_to") if "phan_to" in item else ""
    of_cases = id not in (SPENT_OF, LATE_TASKS)
    return Question(id, words(item, "ten"), words(item, "cau_hoi"), unit, subject, part, turned, of_cases, item[LINE])


def _ids(item: Mapping[str, Any], field: str) -> tuple[str, ...]:
    return tuple(words({field: id}, field) for id in several(item, field))


def _said(item: Mapping[str, Any]) -> Said:
    no_other_fields(item, _OF_AN_INDICATOR)
    text = {field: words(item, field) if field in item else "" for field in _OF_AN_INDICATOR}
    for field, needed in (("trang", "thieu"), ("thieu", "trang"), ("dem", "trang"), ("con_lai", "dem"),
                          ("con_lai", "con_lai_in"), ("con_lai_in", "con_lai"), ("tru_khi", "trang")):  # fmt: skip
        if text[field] and not text[needed]:
            raise ValueError(f"có trường {field} mà thiếu trường {needed}, hai trường đi với nhau")
    kept_off = marked(item, "khong_niem_yet")
    if kept_off and text["niem_yet"]:
        raise ValueError("có cả niem_yet và khong_niem_yet")
    if len(item) == len({"ma", LINE}):
        raise ValueError("không có lời nào")
    return Said(
        indicator=words(item, "ma"),
        after=text["niem_yet"],
        told=_fillable(text["trang"], "trang", ("so",), ("xa", "noi_dung", "tinh_tren")),
        about=text["thieu"],
        counted=_fillable(text["dem"], "dem", ("phan", "tong"), ("co_so",)),
        rest=text["con_lai"],
        rest_printed=text["con_lai_in"],
        unless=text["tru_khi"],
        short=text["ngan"],
        hung=not kept_off,
        uncarried=text["khong_gom_ky_truoc"],
        line=item[LINE],
    )


def _fillable(text: str, field: str, needed: Collection[str], possible: Collection[str]) -> str:
    """A sentence with places to fill. Raises ValueError where one is missing or not known."""
    try:
        parts = [(name, spec, conversion) for _, name, spec, conversion in Formatter().parse(text) if name is not None]
    except ValueError:
        raise ValueError(f"trường {field} có dấu {{ hoặc }} lẻ") from None
    places = {name for name, *_ in parts}
    known = ", ".join(f"{{{name}}}" for name in (*needed, *possible))
    if any(spec or conversion for _, spec, conversion in parts) or not places <= {*needed, *possible}:
        raise ValueError(f"trường {field} có chỗ điền lạ; chỉ dùng {known}")
    if text and (lost := [name for name in needed if name not in places]):
        raise ValueError(f"trường {field} thiếu chỗ điền {{{lost[0]}}}")
    return text
