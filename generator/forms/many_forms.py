"""The forms of all communes of a province in one archive, and the list of who has returned theirs."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.commune.examine import has_error
from generator.commune.survey import shared_by_all
from generator.forms.make_form import Form, Make, form_of
from generator.forms.return_list import FILE, NOT_MADE, STATE, TODO, WAITING, ReturnList, new_list
from generator.forms.words import CODE, NAME, STAMP
from generator.language.disk_faults import why
from generator.model.catalogue import Catalogue
from generator.model.commune import AdminUnit
from generator.model.problem import Problem, Refused
from generator.publishing.write import replace_together
from generator.reading.data_folder import commune_folder
from generator.reading.province import Province

_STILL = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class MadeForms:
    """What came of it: the archive (None where no form could be made) and the list beside it, the problems of those
    communes whose form could not be made.
    """

    path: Path | None
    list: Path
    made: ReturnList
    problems: tuple[Problem, ...]


def list_beside(path: Path) -> Path:
    """Where the list of an archive of forms stands: `bieu-91-an-giang-theo-doi.xlsx` beside the `.zip`."""
    return path.with_name(f"{path.stem}-theo-doi.xlsx")


def usual_archive(province: Province) -> Path:
    """The archive's usual name, in the current folder."""
    return Path(f"bieu-{province.file_name}.zip")


def make_forms(data: Path, province: Province, path: Path | None = None, make: Make = form_of) -> MadeForms:
    """Write the form, by `make`, of each commune of a province that has a folder, one after the other, into an archive.

    A commune whose files cannot be read holds back no other. The same data on the same day give the same bytes. Raises
    Refused where the province has no folder yet, and where a file would be overwritten.
    """
    path = path or usual_archive(province)
    listed = list_beside(path)
    if path.suffix.lower() != ".zip" or not path.parent.is_dir():
        raise Refused(f"“{path}” phải là tên một tệp .zip trong một thư mục đã có.")
    if there := [one for one in (path, listed) if one.exists()]:
        named = ", ".join(f"“{one}”" for one in there)
        raise Refused(f"Đã có tệp {named}. Chuyển đi nơi khác, hoặc chọn tên khác bằng --out.")
    if not province.folders:
        code = province.unit.code
        raise Refused(f"{province.unit.name} chưa có thư mục xã nào. Chạy trước: portal new --tinh {code}.")
    day = dt.date.today()
    shared = shared_by_all(data, day)
    if shared.catalogue is None or has_error(shared.problems):
        return MadeForms(None, listed, new_list(()), tuple(sorted(shared.problems)))
    rows: list[dict[str, str]] = []
    problems: list[Problem] = []
    draft = path.with_name(f".{path.name}.moi")
    try:
        with zipfile.ZipFile(draft, "w") as archive:
            for unit, form in _forms(data, province, shared.catalogue, day, make):
                rows.append(_row(unit, form))
                problems += form.problems
                if form.commune:  # a workbook is packed already
                    archive.writestr(zipfile.ZipInfo(form.file, _STILL), form.content)
        made = new_list(rows)
        if made.of(WAITING):
            replace_together(listed.parent, {listed.name: made.content()})
            draft.replace(path)
    except OSError as fault:
        raise Refused(f"Không ghi được tệp “{path}”: {why(fault)}.") from None
    finally:
        draft.unlink(missing_ok=True)
    return MadeForms(path if made.of(WAITING) else None, listed, made, tuple(problems))


def _forms(
    data: Path, province: Province, catalogue: Catalogue, day: dt.date, make: Make
) -> Iterator[tuple[AdminUnit, Form]]:
    for unit in province.communes:
        if unit.code not in province.folders:
            continue
        folder = commune_folder(data, province.folders[unit.code])
        try:
            yield unit, make(folder, catalogue, day)
        except Refused as fault:
            told = Problem(folder.place, 1, "", "o-qua-dai", "error", str(fault), "Rút ngắn ô ấy rồi tạo lại biểu.")
            yield unit, Form(None, problems=(told,))


def _row(unit: AdminUnit, form: Form) -> dict[str, str]:
    own = {CODE: unit.code, NAME: unit.name, STAMP: form.stamp}
    if form.commune:
        return {**own, FILE: form.file, STATE: WAITING}
    first = next(problem for problem in form.problems if problem.severity == "error")
    return {**own, STATE: NOT_MADE, TODO: f"{first.file}, dòng {first.line}: {first.message}"}
