"""The list of what laws ask for: `theo-luat.yml`, where each law is followed by the things that it asks for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from generator.language.vietnamese import clean
from generator.model.catalogue import Indicator
from generator.model.figure import Topic
from generator.model.law import Asked, Law
from generator.model.problem import Problem
from generator.reading.entries import entries, id_of, no_other_fields, several, words
from generator.reading.folders import Folder
from generator.reading.search_files import phrase
from generator.reading.text_files import LINE

LAWS = "theo-luat.yml"
_OF_A_LAW = ("ma", "ten", "chu_de", "can_cu", "gioi_thieu", "ai_do", "doc_qua", "ten_thuong_goi")
_OF_AN_ITEM = (
    "ma", "luat", "muc", "loi", "la_gi", "chi_tieu", "lien_quan", "han", "thoi_han", "toi_da", "cach_tinh", "ai_giu",
    "phien_ban", "ghi_chu",
)  # fmt: skip
_IN_WORDS = ("muc", "thoi_han", "cach_tinh", "ai_giu", "phien_ban", "ghi_chu")
"""What an item may say besides."""
PART = "/"
"""What stands between an indicator and the part of it that is meant: `so_tthc/cap_xa`."""


def read_laws(folder: Folder, problems: list[Problem]) -> tuple[Law, ...] | None:
    """What laws ask for by a folder of catalogues; None where it does not bring the list."""
    if LAWS not in folder.names:
        return None
    laws: dict[str, Law] = {}
    begun = [""]

    def made(item: Mapping[str, Any]) -> None:
        """Raises ValueError where an entry says nothing that can be used."""
        if "luat" not in item:
            begun[0] = str(item.get("ma"))
            laws[begun[0]] = _law(item)
            return
        law = words(item, "luat")
        if law != begun[0]:
            raise ValueError(f"luat “{law}” không phải mã của văn bản luật đứng ngay trước nó")
        one = _asked(item)
        if law in laws:  # one that is faulty is told by itself
            laws[law] = replace(laws[law], asked=(*laws[law].asked, one))

    for _ in entries(folder, LAWS, made, problems):
        pass
    return tuple(laws.values())


def fitting(
    laws: Collection[Law], indicators: Mapping[str, Indicator], subjects: Collection[str], duties: Collection[str]
) -> tuple[Law, ...]:
    """The usual laws as far as other catalogues have what they name."""

    def known(topics: tuple[Topic, ...]) -> tuple[Topic, ...]:
        return tuple(one for one in topics if one.indicator in indicators and is_part(one, indicators))

    return tuple(
        replace(law, asked=tuple(
            replace(one, topics=known(one.topics), related=known(one.related),
                    duties=tuple(duty for duty in one.duties if duty in duties))
            for one in law.asked
        ))
        for law in laws if law.subject in subjects
    )  # fmt: skip


def is_part(topic: Topic, indicators: Mapping[str, Indicator]) -> bool:
    """Whether a topic is the whole of its indicator, or a part that this has by the catalogue."""
    return not topic.breakdown or topic.breakdown in indicators[topic.indicator].breakdowns


def _law(item: Mapping[str, Any]) -> Law:
    no_other_fields(item, _OF_A_LAW)
    return Law(
        id=id_of(words(item, "ma")),
        name=words(item, "ten"),
        subject=words(item, "chu_de"),
        basis=words(item, "can_cu"),
        lead=words(item, "gioi_thieu"),
        who=words(item, "ai_do"),
        read_in=words(item, "doc_qua"),
        everyday=tuple(phrase(one, "ten_thuong_goi") for one in several(item, "ten_thuong_goi")),
        line=item[LINE],
    )


def _asked(item: Mapping[str, Any]) -> Asked:
    no_other_fields(item, _OF_AN_ITEM)
    most = item.get("toi_da")
    if "toi_da" in item and (type(most) is not int or most < 1):
        raise ValueError("trường toi_da phải là một số nguyên từ 1 trở lên")
    if "han" in item and "thoi_han" in item:
        raise ValueError("có cả han và thoi_han; chỉ ghi thoi_han khi không mục nào của han-bao-cao.yml nói được hạn")
    said = {field: words(item, field) if field in item else "" for field in _IN_WORDS}
    answers, related = (_topics(item, field) for field in ("chi_tieu", "lien_quan"))
    if twice := sorted({one for one in (*answers, *related) if (*answers, *related).count(one) > 1}):
        raise ValueError(f"kể “{PART.join(filter(None, twice[0]))}” hai lần")
    return Asked(
        id=id_of(words(item, "ma")),
        clause=said["muc"],
        words=words(item, "loi"),
        plain=words(item, "la_gi"),
        topics=answers,
        related=related,
        duties=tuple(words({"han": one}, "han") for one in several(item, "han")),
        until=said["thoi_han"],
        most=most,
        how=said["cach_tinh"],
        holder=said["ai_giu"],
        version=said["phien_ban"],
        note=said["ghi_chu"],
        line=item[LINE],
    )


def _topics(item: Mapping[str, Any], field: str) -> tuple[Topic, ...]:
    named = (clean(words({field: one}, field)).partition(PART) for one in several(item, field))
    return tuple(Topic(indicator, part) for indicator, _, part in named)
