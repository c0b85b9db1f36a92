"""Rules on what documents say in words: about their figures, their directives, their tasks. A docstring is its rule.

A machine cannot judge words, so each of these shows both passages and gives no verdict.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from textwrap import shorten

from generator.comparing.evidence import Evidence, by_topic, found, passage
from generator.language.numbers import PERCENT
from generator.language.quotes import LONGEST
from generator.language.vietnamese import inside, plain_words, read_date, show_date
from generator.model.difference import Difference
from generator.model.figure import Figure
from generator.model.figure_words import ended, listed, printed
from generator.model.grouping import grouped
from generator.model.record import Record
from generator.tables import ket_qua, nhan_xet, nhiem_vu, tien_do, van_ban

NEARLY_ALL = 99
"""A rate (%) from which a document claims that hardly anything is left to do."""
ALIKE = 0.8
"""The share of a directive's title, in words, from which a task names that directive."""
_SAID = 3
"""Passages that a sentence quotes; the others stand below it."""


def _cut(text: str) -> str:
    """A text of bounded length, of whole words."""
    return shorten(text, LONGEST, placeholder="…")


def _clauses(text: str) -> list[str]:
    """A text part by part: what stands between full stops or semicolons."""
    return [clause.strip() for clause in re.split(r"[;.](?=\s|$)", text) if clause.strip()]


def _has(text: str, groups: Sequence[Sequence[str]]) -> bool:
    """Whether a text has a word of every group."""
    folded = text.casefold()
    return all(any(word.casefold() in folded for word in group) for group in groups)


def _many(quotes: Sequence[str]) -> str:
    more = f" và {len(quotes) - _SAID} chỗ nữa" if len(quotes) > _SAID else ""
    return "; ".join(f"“{_cut(quote)}”" for quote in quotes[:_SAID]) + more


def remarks(evidence: Evidence) -> Iterator[Difference]:
    """A document prints nearly 100 %, or 0 of what is better low, and calls the same thing low, limited, unfinished or
    lacking elsewhere: told once a relation, of the newest document that does both.
    """
    limits = (row for row in evidence.rows(nhan_xet.TABLE.name) if row["loai"] != "tu_danh_gia")
    weak = grouped(limits, lambda row: row["nguon"])
    for relation in evidence.relations("noi_khac"):
        names = (relation.whole, *relation.parts)
        high = [f for f in evidence.standing if f.topic.indicator in names and _is_best(evidence, f)]
        both = []
        for source, rates in grouped(high, lambda f: f.source).items():
            newest = [own[-1] for own in by_topic(rates)]
            said = [(row, clause) for row in weak.get(source, ()) for clause in _clauses(row["noi_dung"])
                    if _has(clause, relation.said)]  # fmt: skip
            if said:
                both.append((max(f.day for f in newest), source, newest, said))
        if both:
            _, _, newest, said = max(both, key=lambda found: found[:2])
            rates_said = listed(f"{inside(evidence.label(f))} {printed(f)} ({ended(f)})" for f in newest)
            quotes = _many([clause for _, clause in said])
            sentence = f"{relation.words}: văn bản in {rates_said}; cùng văn bản viết {quotes}. {relation.otherwise}"
            beside = [passage(row, "Lời văn bản", f"“{clause}”") for row, clause in said]
            yield found(evidence, "so-cao-loi-thap", newest, "", sentence.strip(), "", beside)


def _is_best(evidence: Evidence, figure: Figure) -> bool:
    """Whether hardly anything is left to do by a figure: nearly 100 %, or 0 of what is better low."""
    if figure.unit == PERCENT:
        return figure.number >= NEARLY_ALL
    return figure.number == 0 and evidence.catalogue.indicators[figure.topic.indicator].better == "thap"


def appointed(evidence: Evidence) -> Iterator[Difference]:
    """A document says that there is none, while directives issued before speak of one: told once, of the newest."""
    for relation in evidence.relations("van_ban_noi_co"):
        none = [f for f in evidence.standing if f.topic.indicator == relation.whole and f.number == 0]
        both = []
        for figure in none:
            there = [row for row in evidence.rows(van_ban.TABLE.name)
                     if _has(row["trich_yeu"], relation.said) and not _is_later(row, figure)]  # fmt: skip
            if there:
                both.append((figure.day, figure.id, figure, there))
        if both:
            _, _, figure, there = max(both, key=lambda found: found[:2])
            names = [f"{_named(row)}: “{_cut(row['trich_yeu'])}”" for row in there]
            more = f"; và {len(names) - _SAID} văn bản nữa" if len(names) > _SAID else ""
            sentence = (
                f"{relation.words}: văn bản ghi “{printed(figure)}” ({ended(figure)}); đã ban hành "
                f"{'; '.join(names[:_SAID])}{more}. {relation.otherwise}"
            )
            beside = [passage(row, row["loai"], f"{_named(row)}, “{row['trich_yeu']}”", row["ngay"]) for row in there]
            yield found(evidence, "khong-co-ma-co-van-ban", [figure], "", sentence.strip(), "", beside)


def _is_later(directive: Record, figure: Figure) -> bool:
    """Whether a directive is known to be issued after the day of a figure."""
    issued = read_date(directive["ngay"])
    return issued is not None and dt.date.min < figure.day < issued


def _named(row: Record) -> str:
    """A directive by its number and day, as far as they are printed."""
    day = f" ngày {show_date(row['ngay'])}" if row["ngay"] else ""
    return f"{row['loai']} {row['so_hieu'] or '(không in số)'}{day}"


def issued(task: Record, directives: Sequence[Record]) -> Record | None:
    """The directive that a task asks to issue, where one of that kind and title is listed; else None."""
    asked = task["noi_dung"].casefold()
    if "ban hành" not in asked:
        return None
    words = set(plain_words(asked))
    for row in directives:
        title = plain_words(row["trich_yeu"])
        same_kind = row["loai"].casefold() in asked and row["so_hieu"]
        if same_kind and title and sum(word in words for word in title) >= ALIKE * len(title):
            return row
    return None


def open_tasks(evidence: Evidence) -> Iterator[Difference]:
    """A task whose state nobody reports asks for a directive that a document lists as issued."""
    directives = evidence.rows(van_ban.TABLE.name)
    reported = {report["viec"] for report in evidence.rows(tien_do.TABLE.name)}
    for task in evidence.rows(nhiem_vu.TABLE.name):
        if task["trang_thai"] or task["ma"] in reported or not (row := issued(task, directives)):
            continue
        sides = (
            passage(task, "Nhiệm vụ", f"“{task['noi_dung']}”"),
            passage(row, row["loai"], f"{_named(row)}, “{row['trich_yeu']}”", row["ngay"]),
        )
        sentence = (
            f"Một văn bản giao việc “{_cut(task['noi_dung'].rstrip(' .'))}”; đã có {_named(row)}, "
            f"“{_cut(row['trich_yeu'])}”. Có thể việc ấy đã xong."
        )
        yield Difference(task.commune, "viec-mo-da-co-van-ban", "", sides, sentence, True, task.file, task.line)


def done_or_planned(evidence: Evidence) -> Iterator[Difference]:
    """One passage of a document says that a named thing is done, another that it is being planned."""
    for relation in evidence.relations("lam_va_dinh"):
        for own in grouped(_passages(evidence), lambda part: part[0]["nguon"]).values():
            by_name = grouped(
                ((name, row, clause) for row, clause in own for name in re.findall("“([^“”]{4,80})”", clause)),
                lambda part: " ".join(plain_words(part[0])),
            )
            for parts in by_name.values():
                done, planned = (next((part for part in parts if _has(part[2], [group])), None)
                                 for group in relation.said)  # fmt: skip
                if done and planned and done[2] != planned[2]:
                    sides = tuple(passage(row, "Lời văn bản", f"“{clause}”") for _, row, clause in (done, planned))
                    sentence = f"“{done[0]}”: một chỗ viết “{_cut(done[2])}”, chỗ khác viết “{_cut(planned[2])}”."
                    row = done[1]
                    yield Difference(row.commune, "da-lam-hay-moi-dinh", "", sides, sentence, True, row.file, row.line)


def _passages(evidence: Evidence) -> Iterator[tuple[Record, str]]:
    """The clauses that remarks, results and tasks quote from their documents."""
    for table in (nhan_xet.TABLE, ket_qua.TABLE, nhiem_vu.TABLE):
        for row in evidence.rows(table.name):
            yield from ((row, clause) for clause in _clauses(row["noi_dung"]))


def directives(evidence: Evidence) -> Iterator[Difference]:
    """One number is printed with two days of one year, or one day and serial number with two spellings of the sign.
    Told once a directive. (Numbers begin anew each year, and offices number apart.)
    """
    rows = [row for row in evidence.rows(van_ban.TABLE.name) if row["so_hieu"] and row["ngay"]]
    redated = grouped(rows, lambda row: (row["so_hieu"], row["ngay"][:4])).values()
    renumbered = grouped(rows, lambda row: (re.sub(r"\W", "", row["so_hieu"]).casefold(), row["ngay"])).values()
    for told_apart_by, groups in (("ngay", redated), ("so_hieu", renumbered)):
        for own in (group for group in groups if len({row[told_apart_by] for row in group}) > 1):
            first, ways = own[0], [row[told_apart_by] for row in own]
            sides = tuple(passage(row, row["loai"], f"{row['so_hieu']}, ngày {show_date(row['ngay'])}", row["ngay"])
                          for row in own)  # fmt: skip
            if told_apart_by == "ngay":
                days = listed(map(show_date, ways))
                sentence = f"Số hiệu {first['so_hieu']} được in với các ngày {days}. Có thể một ngày in nhầm."
            else:
                day, numbers = show_date(first["ngay"]), listed(ways)
                sentence = f"Văn bản ngày {day} được in với các số hiệu {numbers}. Có thể là cùng một văn bản."
            yield Difference(first.commune, "van-ban-in-hai-cach", "", sides, sentence, True, first.file, first.line)
