"""Any number of filled forms of a province's communes, each looked at alone: a faulty one holds back nobody."""

from __future__ import annotations

import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from generator.forms.archive import MOST_BYTES, NotAForm
from generator.forms.bring_in import Imported, whole
from generator.forms.exchange import look_at
from generator.forms.own_process import LIMITS, Limits
from generator.language.content_mark import content_mark
from generator.language.vietnamese import in_print
from generator.model.problem import Refused
from generator.reading.province import Province

SHEETS = frozenset({".xlsx", ".xls", ".xlsm", ".xlsb", ".xltx", ".ods", ".csv"})
"""Endings of files that somebody may have sent as a form; a wrong sort is answered, other files are only named."""
_MOST_FILES = 5_000
_ZIP_SAYS_UTF8 = 0x800


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one form: its name as it was sent, the commune's code ('' where it is not known)."""

    file: str
    code: str
    came: Imported


@dataclass(frozen=True, slots=True)
class ManyForms:
    """The answers in the order of the files' names; the names of the files that are no forms, and of those that are the
    same as another, byte by byte, which is read once.
    """

    answers: tuple[Answer, ...]
    others: tuple[str, ...]
    alike: tuple[str, ...] = ()

    @property
    def broken(self) -> bool:
        """Whether any form is held back."""
        return any(one.came.broken for one in self.answers)


def look_at_all(
    place: Path, data: Path, province: Province, aside: Sequence[Path] = (), limits: Limits = LIMITS
) -> ManyForms:
    """What the forms in a folder, at any depth, or in a .zip would become; nothing is written. `aside` are files there
    that are no forms.

    Two forms of one commune that differ are both held back, since neither says which is meant; of two alike one is
    taken. A form of a commune of another province is held back. Raises Refused for a place that cannot be opened.
    """
    if not (place.is_dir() or place.is_file()):
        raise Refused(f"Không có thư mục hay gói “{place}”.")
    with tempfile.TemporaryDirectory() as folder:
        top, odd = (place, []) if place.is_dir() else (Path(folder), list(_unpacked(place, Path(folder))))
        there = sorted(path for path in top.rglob("*") if path.is_file() and not path.is_symlink())
        left_out = {path.resolve() for path in aside}
        found = [path for path in there if path.resolve() not in left_out and not path.name.startswith((".", "~$"))]
        forms = [path for path in found if path.suffix.lower() in SHEETS]
        names = {path: path.relative_to(top).as_posix() for path in found}
        alike = _alike(forms)
        answers = [*odd, *_answers([one for one in forms if one not in alike], names, data, province, limits)]
        others = tuple(in_print(names[path]) for path in found if path not in forms)
        same = tuple(in_print(names[path]) for path in alike)
    return ManyForms(tuple(_twins(answers, province)), others, same)


def _answers(
    forms: Sequence[Path], names: dict[Path, str], data: Path, province: Province, limits: Limits
) -> Iterator[Answer]:
    for form in forms:
        name, came = in_print(names[form]), look_at(form, data, limits)
        if came.code and came.code not in province.folders:
            fault = whole(name, "bieu-khac-xa", f"Biểu của xã mã {came.code}, không thuộc {province.unit.name}.",
                          "Chuyển biểu này cho nơi phụ trách tỉnh ấy, hoặc nạp riêng bằng portal import.")  # fmt: skip
            came = Imported((fault,))
        yield Answer(name, came.code, came)


def _alike(forms: Sequence[Path]) -> list[Path]:
    """Those that hold the same bytes as one before them."""
    marks = [content_mark(form.read_bytes()) for form in forms]
    return [form for at, form in enumerate(forms) if marks[at] in marks[:at]]


def _twins(answers: Sequence[Answer], province: Province) -> Iterator[Answer]:
    """Of a commune that sent several forms none is taken until it is known which one is meant."""
    times = Counter(answer.code for answer in answers if answer.code)
    names = {unit.code: unit.name for unit in province.communes}
    for answer in answers:
        if times[answer.code] < 2:
            yield answer
            continue
        listed = ", ".join(f"“{one.file}”" for one in answers if one.code == answer.code)
        several = f"{names[answer.code]} có {times[answer.code]} biểu khác nhau: {listed}."
        fault = whole(answer.file, "bieu-khac-xa", several,
                      "Hỏi xã biểu nào đúng, giữ biểu ấy, bỏ biểu kia rồi nạp lại.")  # fmt: skip
        yield replace(answer, came=Imported((fault,), code=answer.code, stamp=answer.came.stamp))


def _unpacked(archive: Path, folder: Path) -> Iterator[Answer]:
    """Put the files of a .zip into a folder; what cannot be unpacked is answered. Raises Refused for what is none."""
    try:
        with zipfile.ZipFile(archive) as packed:
            parts = [part for part in packed.infolist() if not part.is_dir()]
            if len(parts) > _MOST_FILES:
                raise Refused(
                    f"Gói “{archive}” có {len(parts)} tệp, nhiều nhất là {_MOST_FILES}. Chia thành nhiều gói."
                )
            for part in parts:
                name = in_print(_name(part))
                try:
                    content = _content(packed, part)
                except NotAForm as fault:
                    yield Answer(name, "", Imported((whole(name, "bieu-khong-mo", fault.message, fault.remedy),)))
                    continue
                path = folder.joinpath(*(one for one in PurePosixPath(_name(part)).parts if one not in ("/", "..")))
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
    except zipfile.BadZipFile:
        raise Refused(
            f"“{archive}” không phải gói .zip, hoặc đã hỏng. Giải nén gói ra một thư mục rồi nạp thư mục ấy; chỉ một "
            "biểu thì dùng portal import TỆP.xlsx, không kèm --tinh."
        ) from None


def _name(part: zipfile.ZipInfo) -> str:
    """A name as it was meant: programs that do not say UTF-8 often write it all the same."""
    if part.flag_bits & _ZIP_SAYS_UTF8:
        return part.filename.replace("\\", "/")
    try:
        return part.filename.encode("cp437").decode("utf-8").replace("\\", "/")
    except UnicodeError:
        return part.filename.replace("\\", "/")


def _content(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    try:
        with packed.open(part) as stream:
            content = stream.read(MOST_BYTES + 1)
    except Exception:  # locked, damaged or packed in an odd way: it can fail anywhere in the library
        raise NotAForm("Không lấy được tệp này ra khỏi gói: tệp có mật khẩu hoặc đã hỏng.", "Xin xã gửi lại.") from None
    if len(content) > MOST_BYTES:
        raise NotAForm(f"Tệp lớn hơn {MOST_BYTES // 10**6} MB.", "Biểu nhỏ hơn nhiều: xin xã gửi lại đúng biểu.")
    return content
