"""All tables of a made-up commune: a new table joins here with the module that makes its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.made_up import budget, directives, dossiers, literacy, money, promises, rates, yearly
from generator.made_up import papers as documents
from generator.made_up.character import Character
from generator.made_up.course import Course, course
from generator.made_up.papers import Papers
from generator.made_up.rows import Row

Maker = Callable[[Character, Course, Papers], Iterator[Row]]

MAKERS: Mapping[str, tuple[Maker, ...]] = {
    "tthc": (dossiers.rows,),
    "bdhvs": (literacy.groups,),
    "to-cong-nghe-so": (literacy.teams,),
    "diem-ho-tro": (literacy.points,),
    "ngan-sach": (money.rows, budget.rows),
    "chi-tieu": (rates.rows, yearly.rows),
    "muc-tieu": (promises.aims,),
    "nhiem-vu": (promises.tasks,),
    "tien-do": (promises.progress,),
    "ket-qua": (directives.results,),
    "van-ban": (directives.issued,),
    "kien-nghi": (directives.asked,),
    "nhan-xet": (directives.remarks,),
    "dinh-chinh": (yearly.corrections,),
}
"""A table by its name, and what makes its rows from what happens and the documents that tell of it."""


def tables(commune: Character) -> dict[str, list[Row]]:
    """The rows of each table of a commune, its documents first."""
    happens, papers = course(commune), documents.papers(commune)
    made = {"nguon": list(documents.rows(commune, papers))}
    for name, makers in MAKERS.items():
        made[name] = [row for maker in makers for row in maker(commune, happens, papers)]
    return made
