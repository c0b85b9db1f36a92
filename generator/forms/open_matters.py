"""What a month's form asks beyond the numbers of last time: what became of tasks that are not over, and what changes
now and then, the teams and the places where people are helped.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.forms.names import things
from generator.forms.questions import Mark, Part, Question, place_again
from generator.language.quotes import cut
from generator.language.vietnamese import opened, read_date
from generator.model.choices import ANSWERS, GRANTS, OVER, TASK_STATES
from generator.model.period import PeriodKind
from generator.model.record import Record
from generator.tables import diem_ho_tro, kien_nghi, ngan_sach, nhiem_vu, tien_do, to_cong_nghe_so

MOST_THINGS = 15
"""Tasks that are not over of which the form asks; the others are reported in the whole form."""
_FIRST = 32
"""Letters of a task's words: by its beginning whoever reports it knows which it is."""
_TOLD_APART, _NAME = 64, 48
"""Letters where others begin alike, and of the name of a place."""
_AGO = dt.date.min
_POINTS = {
    "ten": "Ví dụ: Trung tâm Phục vụ hành chính công.",
    "dia_chi": "",
    "gio": "Nếu đổi.",
    "duong_day": "Không ghi số của cá nhân.",
}


def unfinished(document: str, records: Sequence[Record]) -> Iterator[Part]:
    """Tasks, recommendations and needs that are not over, each with its last state."""
    states: dict[str, Record] = {}
    for row in records:
        if row.table == tien_do.TABLE.name:
            states[row["viec"]] = max(states.get(row["viec"], row), row, key=lambda one: read_date(one["ngay"]) or _AGO)
    over = {code for code, row in states.items() if row["trang_thai"] in OVER}
    over |= {row["ma"] for row in records if row.table == nhiem_vu.TABLE.name and row["trang_thai"] in OVER}
    kinds = _kinds(records)
    column = tien_do.TABLE.column("trang_thai")
    questions: list[Question] = []
    for code, words in sorted(things(records), key=lambda thing: thing[0] not in states):
        if code in over or code in (question.mark.row["viec"] for question in questions):
            continue
        options = kinds.get(code, TASK_STATES)
        last = states.get(code)
        before = f"{options.get(last['trang_thai'], last['trang_thai'])}" if last else None
        questions.append(Question(
            words, column, Mark(document, tien_do.TABLE.name, column.name, {"viec": code}), before,
            place="", words=tuple(options.values()), sentence=True,
        ))  # fmt: skip
    if questions:
        asked, left = _named(questions[:MOST_THINGS]), len(questions) - MOST_THINGS
        more = f" ({left} việc nữa ở biểu đầy đủ)" if left > 0 else ""
        yield Part(f"Việc chưa xong{more}", asked)


def _named(questions: Sequence[Question]) -> tuple[Question, ...]:
    """Things by their first words, by more where several begin alike."""
    times = Counter(_begun(question.label, _FIRST) for question in questions)
    return tuple(
        replace(question, label=short if times[short] == 1 else _begun(question.label, _TOLD_APART))
        for question in questions
        for short in (_begun(question.label, _FIRST),)
    )


def _begun(words: str, letters: int) -> str:
    """The first words, none of them cut where one may be left out; not those that many tasks begin with."""
    words = opened(words.removeprefix("Trong thời gian tới, "))
    short = cut(words, letters)
    return short if short == words or " " not in short else f"{short[:-1].rsplit(' ', 1)[0].rstrip(' ,;:')}…"


def _kinds(records: Sequence[Record]) -> dict[str, Mapping[str, str]]:
    made: dict[str, Mapping[str, str]] = {}
    for row in records:
        if row.table == kien_nghi.TABLE.name:
            made[row["ma"]] = ANSWERS
        elif row.table == ngan_sach.TABLE.name and row["giai_doan"] == "nhu_cau":
            made[row["ma_dong"]] = GRANTS
    return made


def teams(document: str, records: Sequence[Record]) -> Iterator[Part]:
    """The teams as they are known: what has changed is told by whichever document says so."""
    table, asked = to_cong_nghe_so.TABLE, ("so_to", "thanh_vien", "da_tap_huan")
    rows = [row for row in records if row.table == table.name and row["so_to"]]
    if rows:
        last = max(rows, key=lambda row: read_date(row["den_ngay"]) or _AGO)
        known = {"ky": "tại thời điểm báo cáo", "loai_ky": PeriodKind.AT.value, "tu_ngay": ""}
        yield Part(f"{table.title} (nếu đổi)", tuple(
            Question(column.heading, column, Mark(document, table.name, column.name, known), last[column.name],
                     place="" if column.name == asked[0] else None)
            for column in map(table.column, asked)
            if last[column.name]
        ))  # fmt: skip


def points(document: str, records: Sequence[Record]) -> Iterator[Part]:
    """The places where people are helped: what each lacks is asked, what it has may be changed; of none the first."""
    there = {row["ten"]: row for row in records if row.table == diem_ho_tro.TABLE.name}
    for name, row in there.items():
        place = place_again(row["vi_tri"])
        known = {"ten": name} | ({"vi_tri": place} if place else {})
        yield Part(f"Điểm hỗ trợ: {cut(name, _NAME)}", tuple(
            _of_point(document, column, known, row[column], place) for column in ("gio", "duong_day")
        ))  # fmt: skip
    if not there:
        yield Part("Điểm hỗ trợ người dân", tuple(
            _of_point(document, column, {}, "", "" if column == "ten" else None)
            for column in ("ten", "dia_chi", "gio", "duong_day")
        ))  # fmt: skip


def _of_point(document: str, column: str, known: Mapping[str, str], before: str, place: str | None) -> Question:
    table = diem_ho_tro.TABLE
    mark = Mark(document, table.name, column, known)
    asked = table.column(column)
    explained = "" if column == "gio" and not known else _POINTS[column]
    return Question(asked.heading, asked, mark, before or None, None, explained, place)
