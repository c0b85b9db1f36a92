"""Rules on the shared catalogue: what it names exists, what it computes can be computed."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

from generator.language.numbers import MONEY, PERCENT
from generator.model.catalogue import Catalogue
from generator.model.figure import BUDGETS
from generator.model.formulas import terms
from generator.model.problem import Problem


def nearest(word: str, words: Iterable[str]) -> str:
    """A sentence that offers the nearest known word, or ''."""
    near = difflib.get_close_matches(word.casefold(), list(words), 1, 0.75)
    return f" Gần nhất là “{near[0]}”." if near else ""


def sound_catalogue(catalogue: Catalogue) -> Iterator[Problem]:
    """Subjects, directions, formulas, relations and words of the catalogue speak of things that exist."""
    indicators, subjects = catalogue.indicators, catalogue.subjects
    yield from _sound_subjects(catalogue)
    for indicator in indicators.values():
        if indicator.subject not in subjects or indicator.better not in ("cao", "thap", "khong"):
            yield _catalogue_problem(
                "chi-tieu.yml", indicator.line, indicator.id, "danh-muc-sai",
                "có chu_de hoặc tot_khi không thuộc danh sách",
                f"chu_de là một trong {', '.join(subjects)}; tot_khi là cao, thap hoặc khong.",
            )  # fmt: skip
        unit = MONEY if indicator.id in BUDGETS.values() else PERCENT if indicator.formulas else indicator.unit
        if indicator.unit != unit:
            yield _catalogue_problem(
                "chi-tieu.yml", indicator.line, indicator.id, "danh-muc-sai",
                f"có don_vi là “{indicator.unit}”, phải là “{unit}”",
                f"Ghi don_vi: {unit!r}. Kinh phí tính bằng đồng; số tự tính lại theo công thức là tỷ lệ %.",
            )  # fmt: skip
        for formula in indicator.formulas:
            try:
                named = {formula.unless, *(id for id, _ in formula.printed)} - {""}
                unknown = sorted((terms(formula) | named) - set(indicators))
            except ValueError as fault:
                yield _catalogue_problem(
                    "chi-tieu.yml", formula.line, indicator.id, "cong-thuc-sai", f"có {fault}",
                    "Trong công thức chỉ dùng mã chỉ tiêu, dấu + và -, ngoặc, và .tu hoặc .mau.",
                )  # fmt: skip
                continue
            if unknown:
                yield _catalogue_problem(
                    "chi-tieu.yml", formula.line, indicator.id, "cong-thuc-sai",
                    f"có công thức dùng mã không có: {', '.join(unknown)}",
                    f"Thay “{unknown[0]}” bằng mã của một chỉ tiêu trong tệp này.{nearest(unknown[0], indicators)}",
                )  # fmt: skip
    for relation in catalogue.relations:
        breakdowns = indicators[relation.whole].breakdowns if relation.whole in indicators else {}
        for name in relation.parts if relation.kind == "tong_phan_to" and breakdowns else ():
            if name not in breakdowns:
                yield _catalogue_problem(
                    "quan-he.yml", relation.line, name, "quan-he-sai", f"không phải một phân tổ của {relation.whole}",
                    f"Thay “{name}” bằng mã một phân tổ của chỉ tiêu ấy.{nearest(name, breakdowns)}",
                )  # fmt: skip
        parts = relation.parts if relation.kind != "tong_phan_to" else ()
        for name in (relation.whole, *parts, *relation.optional):
            if name and name not in indicators:
                yield _catalogue_problem(
                    "quan-he.yml", relation.line, name, "quan-he-sai", "không phải một chỉ tiêu",
                    f"Thay “{name}” bằng mã của một chỉ tiêu trong chi-tieu.yml.{nearest(name, indicators)}",
                )  # fmt: skip


def _sound_subjects(catalogue: Catalogue) -> Iterator[Problem]:
    """Subjects list indicators of their own, words are about indicators."""
    for subject in catalogue.subjects.values():
        listed = [(id, group.line) for group in subject.groups for id in group.indicators]
        listed += [(id, subject.line) for id in (*subject.aimed, *subject.compared)]
        listed += [(question.id, question.line) for question in subject.beside if question.of_cases]
        for id, line in listed:
            if id not in catalogue.indicators:
                yield _unknown_indicator("chu-de.yml", line, id, catalogue)
            elif (other := catalogue.indicators[id].subject) != subject.id:
                yield _catalogue_problem(
                    "chu-de.yml", line, id, "danh-muc-sai",
                    f"đứng ở chủ đề {subject.id} mà chu_de của nó là {other}",
                    f"Chuyển “{id}” sang một nhóm của {other}, hoặc sửa chu_de của nó trong chi-tieu.yml.",
                )  # fmt: skip
    yield from _sound_duties(catalogue)
    yield from _sound_laws(catalogue)
    for said in catalogue.said.values():
        for id in dict.fromkeys((said.indicator, said.rest_printed, said.unless)):
            if id and id not in catalogue.indicators:
                yield _unknown_indicator("loi-noi.yml", said.line, id, catalogue)


def _sound_duties(catalogue: Catalogue) -> Iterator[Problem]:
    """What is due belongs to a subject, and its indicators to that; provinces are those of the official list."""
    file, provinces = "han-bao-cao.yml", {code for code, unit in catalogue.units.items() if not unit.province}
    for duty in catalogue.duties:
        if duty.subject not in catalogue.subjects:
            yield _unknown_subject(file, duty.line, duty.id, duty.subject, catalogue)
        if duty.stage and not set(BUDGETS.values()) & {*duty.indicators}:
            yield _catalogue_problem(
                file, duty.line, duty.id, "danh-muc-sai", "có giai_doan mà không kể chỉ tiêu ngân sách nào",
                f"Bỏ dòng giai_doan, hoặc ghi trong chi_tieu một trong {', '.join(BUDGETS.values())}.",
            )  # fmt: skip
        for id in duty.indicators:
            if id not in catalogue.indicators:
                yield _unknown_indicator(file, duty.line, id, catalogue)
            elif (other := catalogue.indicators[id].subject) != duty.subject:
                yield _catalogue_problem(
                    file, duty.line, duty.id, "danh-muc-sai", f"kể chỉ tiêu {id} của chủ đề {other}",
                    f"Bỏ {id} khỏi chi_tieu, hoặc ghi chu_de: {other}.",
                )  # fmt: skip
        for code in duty.provinces:
            if code not in provinces:
                yield _catalogue_problem(
                    file, duty.line, duty.id, "danh-muc-sai", f"kể tỉnh “{code}” không có trong danh sách",
                    "Ghi mã tỉnh hai chữ số, trong ngoặc kép, như ở don-vi-hanh-chinh.csv, ví dụ \"44\".",
                )  # fmt: skip


def _sound_laws(catalogue: Catalogue) -> Iterator[Problem]:
    """What laws ask belongs to a subject; what answers it is an indicator or one of its parts, or something due."""
    file, due = "theo-luat.yml", [duty.id for duty in catalogue.duties]
    for law in catalogue.laws:
        if law.subject not in catalogue.subjects:
            yield _unknown_subject(file, law.line, law.id, law.subject, catalogue)
        for one in law.asked:
            for id, part in (*one.topics, *one.related):
                if id not in catalogue.indicators:
                    yield _unknown_indicator(file, one.line, id, catalogue)
                elif part and part not in (parts := catalogue.indicators[id].breakdowns):
                    yield _catalogue_problem(
                        file, one.line, one.id, "danh-muc-sai", f"kể “{part}” không phải một phân tổ của {id}",
                        f"Ghi sau dấu / mã một phân tổ của {id} trong chi-tieu.yml, hoặc bỏ cả dấu /."
                        f"{nearest(part, parts)}",
                    )  # fmt: skip
            for duty in one.duties:
                if duty not in due:
                    yield _catalogue_problem(
                        file, one.line, one.id, "danh-muc-sai", f"kể hạn “{duty}” không có",
                        f"Ghi trong han mã của một mục trong han-bao-cao.yml.{nearest(duty, due)}",
                    )  # fmt: skip


def _unknown_subject(file: str, line: int, name: str, subject: str, catalogue: Catalogue) -> Problem:
    return _catalogue_problem(
        file, line, name, "danh-muc-sai", f"có chu_de “{subject}” không thuộc danh sách",
        f"Ghi chu_de là một trong {', '.join(catalogue.subjects)}.",
    )  # fmt: skip


def _unknown_indicator(file: str, line: int, id: str, catalogue: Catalogue) -> Problem:
    return _catalogue_problem(
        file, line, id, "danh-muc-sai", "không phải một chỉ tiêu",
        f"Thay “{id}” bằng mã của một chỉ tiêu trong chi-tieu.yml.{nearest(id, catalogue.indicators)}",
    )  # fmt: skip


def _catalogue_problem(file: str, line: int, name: str, code: str, fault: str, remedy: str) -> Problem:
    return Problem(f"danh-muc/{file}", line, name, code, "error", f"“{name}” trong danh mục {fault}.", remedy)
