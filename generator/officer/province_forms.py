"""The forms of a province's communes taken in: looked at, written, answered, and marked in the list."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.forms.archive import NotAForm
from generator.forms.exchange import write_in
from generator.forms.many_forms import list_beside, usual_archive
from generator.forms.many_imports import ManyForms, look_at_all
from generator.forms.return_list import ReturnList, read_list
from generator.model.problem import Refused
from generator.officer.form_answer import answer_files, marked
from generator.publishing.write import replace_together
from generator.reading.province import Province


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of it: the forms, the list as it is now (None where there is none) and the folder of the answers."""

    many: ManyForms
    listed: ReturnList | None
    list_path: Path | None
    answers: Path


def take_in(
    place: Path, data: Path, province: Province, listed: Path | None, out: Path | None, *, write: bool
) -> TakenIn:
    """Look at every form, write those that pass, answer each, and mark the list.

    Without `write` neither data nor list are touched. Raises Refused for a list or place that cannot be read.
    """
    usual = list_beside(usual_archive(province))
    path = listed or (usual if usual.is_file() else None)
    rows = _list(path) if path else None
    many = look_at_all(place, data, province, [path] if path else [])
    if write:
        for one in many.answers:
            write_in(one.came, data)
    rows = marked(rows, many) if rows else None
    if write and rows and path:
        replace_together(path.parent, {path.name: rows.content()})
    answers = out or Path(f"tra-loi-{province.file_name}")
    answers.mkdir(parents=True, exist_ok=True)
    texts = answer_files(many, province, written=write)
    replace_together(answers, {name: text.encode() for name, text in texts.items()})
    return TakenIn(many, rows, path, answers)


def _list(path: Path) -> ReturnList:
    try:
        return read_list(path)
    except NotAForm as fault:
        raise Refused(f"Danh sách “{path}”: {fault.message} {fault.remedy}") from None
