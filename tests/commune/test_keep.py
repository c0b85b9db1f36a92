"""`--keep-last-good`: one commune's fault holds back that commune, at its last good version in git."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from composing import documents
from support import CASES, COMMUNE, lay_over, replace

from generator import build
from generator.cli import main
from generator.commune import examine
from generator.commune import survey as surveying
from generator.commune.outcome import Survey
from generator.commune.survey import survey_keeping
from generator.model.catalogue import Catalogue
from generator.model.commune import Commune
from generator.model.problem import Problem
from generator.pages import commune_page
from generator.past.past import past
from generator.pieces.blocks import Page
from generator.pieces.view import View
from generator.pieces.views import view_of
from generator.publishing import at_fault
from generator.reading import catalogue_files
from generator.reading.folders import Folder
from generator.standing import workplace

pytestmark = pytest.mark.slow

OTHER = "xa/15925-hoang-loc"


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=Thử", "-c", "user.email=thu@xa.example", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(folder), *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Two clean communes in git; then the first gets a new figure, and a fault after that."""
    data = lay_over("co-so", tmp_path)
    shutil.copytree(data / COMMUNE, data / OTHER)
    replace(data / OTHER / "xa.yml", "15910", "15925")
    replace(data / OTHER / "xa.yml", "hoang-son", "hoang-loc")
    replace(data / OTHER / "xa.yml", "Hoằng Sơn", "Hoằng Lộc")
    git(tmp_path, "init", "--quiet")
    for old, new in (("", ""), ("400,,,bc-5", "401,,,bc-5"), ("99%", "99.00%")):
        if old:
            replace(data / COMMUNE / "chi-tieu.csv", old, new)
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "--quiet", "-m", new or "clean")
    return data


def procedures(examined: Survey) -> dict[str, float]:
    """The number of procedures that each commune is published with."""
    return {f.commune: float(f.number) for f in examined.figures if f.topic.indicator == "so_tthc"}


def held(examined: Survey) -> dict[str, str]:
    """The code of each commune that is held back, and the day of what is shown of it."""
    return {one.folder.split("-", 1)[0]: one.kept for one in examined.outcomes if one.kept}


def test_a_faulty_commune_keeps_its_last_good_version(data: Path, tmp_path: Path) -> None:
    """The newest version that passes is published and says so; others are as they are; problems are told."""
    examined = survey_keeping(data)
    assert not examined.broken
    assert [problem.code for problem in examined.problems] == ["so-sai"]
    assert procedures(examined) == {"15910": 401, "15925": 400}
    assert list(held(examined)) == ["15910"]
    files = documents(view_of(examined, dt.date(2026, 7, 1)), tmp_path / "charts", 1)
    day = dt.date.fromisoformat(held(examined)["15910"])
    assert f"{day:%d/%m/%Y}" in str(files["thanh-hoa/hoang-son-15910/index.md"])
    assert f"{day:%d/%m/%Y}" not in str(files["thanh-hoa/hoang-loc-15925/index.md"])


def test_a_commune_that_never_passed_is_left_out(data: Path) -> None:
    """A new commune with a fault does not stop the others."""
    new = data / "xa" / "15925-moi"
    (data / OTHER).rename(new)
    replace(new / "xa.yml", "hoang-loc", "moi")
    replace(new / "chi-tieu.csv", "99%", "99.00%")
    examined = survey_keeping(data)
    assert [one.folder for one in examined.outcomes if one.shown is None] == ["15925-moi"]
    assert set(procedures(examined)) == {"15910"}


def test_a_faulty_province_keeps_its_last_good_version(data: Path, tmp_path: Path) -> None:
    """As a commune does; and what git keeps of communes is the same with a province beside them as before it came."""
    before = past(data).mark(["15910-hoang-son"])
    shutil.copytree(CASES / "mot-tinh" / "tinh", data / "tinh")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "a province")
    replace(data / "tinh" / "38" / "chi-tieu.csv", "97,5%", "97.50%")
    examined = survey_keeping(data)
    assert not examined.broken
    assert {problem.file for problem in examined.problems if problem.severity == "error"} == {
        "tinh/38/chi-tieu.csv", "xa/15910-hoang-son/chi-tieu.csv",
    }  # fmt: skip
    (own,) = examined.shared.provinces
    assert "97,5%" in {figure.value.printed for figure in own.figures}
    assert past(data).mark(["15910-hoang-son"]) == before


def test_a_faulty_catalogue_stops_everything(data: Path) -> None:
    """What all communes share has no version of one's own to fall back to."""
    replace(data / "danh-muc" / "quan-he.yml", "ho_so_moi", "ho_so_cu")
    assert survey_keeping(data).broken


def test_a_fault_hidden_behind_another_is_held_too(data: Path) -> None:
    """One commune's unreadable row hides another's wrong rate until it is set aside: both are held, both told."""
    replace(data / OTHER / "chi-tieu.csv", "99%", "90%")
    examined = survey_keeping(data)
    assert not examined.broken
    assert {problem.code for problem in examined.problems} == {"so-sai", "ty-le-khong-khop"}
    assert sorted(held(examined)) == ["15910", "15925"]


def texts(examined: Survey, folder: Path) -> dict[str, str]:
    made = documents(view_of(examined, dt.date(2026, 7, 1)), folder / "charts", 1)
    return {name: str(text) for name, text in made.items() if name.endswith(".md")}


def test_pages_say_what_is_wrong_and_who_was_told(data: Path, tmp_path: Path) -> None:
    """On every page of the commune: the day of the version shown, the sort of fault and its table in words, the
    office; the home page and the page of data quality name the commune. No file or code is said; a passport names the
    row of its figure.
    """
    with (data / COMMUNE / "xa.yml").open("a", encoding="utf-8") as file:
        file.write('dau_moi: "Văn phòng HĐND và UBND xã"\n')
    replace(data / COMMUNE / "chi-tieu.csv", "99.00%", "99%")
    git(data, "commit", "--quiet", "-am", "an office")
    replace(data / COMMUNE / "chi-tieu.csv", "99%", "99.00%")
    made = texts(survey_keeping(data), tmp_path)
    fault = "Một con số không đọc được ở bảng Số liệu khác. Đã báo cho Văn phòng HĐND và UBND xã."
    own = {name for name in made if name.startswith("thanh-hoa/hoang-son-15910/")}
    assert {name for name, text in made.items() if fault in text} == {*own, "chat-luong-so-lieu/index.md"}
    assert "Xã Hoằng Sơn: số liệu mới nhất có lỗi nên chưa được đăng." in made["index.md"]
    assert not any("so-sai" in made[name] for name in own)
    assert not any("chi-tieu.csv" in made[name] for name in own if "/nguon-so-lieu/" not in name)


def test_without_an_office_the_committee_was_told(data: Path, tmp_path: Path) -> None:
    """Where xa.yml names no office, it is the commune's people's committee."""
    made = texts(survey_keeping(data), tmp_path)
    assert "Đã báo cho UBND xã Hoằng Sơn." in made["thanh-hoa/hoang-son-15910/index.md"]


def test_a_commune_left_out_is_named(data: Path, tmp_path: Path) -> None:
    """A commune without any good version stands on the home page and the page of data quality by its official name."""
    (data / OTHER).rename(data / "xa" / "15925-moi")
    replace(data / "xa" / "15925-moi" / "xa.yml", "hoang-loc", "moi")
    replace(data / "xa" / "15925-moi" / "tthc.csv", "2026-05-31", "2026-02-31")
    made = texts(survey_keeping(data), tmp_path)
    assert "Xã Hoằng Lộc" in made["index.md"]
    quality = made["chat-luong-so-lieu/index.md"]
    assert "chưa có bản nào đăng được" in quality
    assert "Một ngày không có thật ở bảng Hồ sơ thủ tục hành chính. Đã báo cho UBND xã Hoằng Lộc." in quality


def test_catalogues_are_read_once(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many versions are tried, what all communes share is read once."""
    read: list[Folder] = []

    def counted(folder: Folder, problems: list[Problem]) -> tuple[Catalogue | None, int]:
        read.append(folder)
        return catalogue_files.load_catalogue(folder, problems)

    monkeypatch.setattr(surveying, "load_catalogue", counted)
    assert held(survey_keeping(data))
    assert len(read) == 1


def leaking(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The newest data of the first commune are sound but for a number that the check is made blind to."""
    replace(data / COMMUNE / "chi-tieu.csv", "99.00%", "99%")
    git(data, "commit", "--quiet", "-am", "sound")
    replace(data / COMMUNE / "chi-tieu.csv", "Mục 2", "Mục 2: hỏi bà B 0912 345 678")
    git(data, "commit", "--quiet", "-am", "leaking")
    monkeypatch.setattr(examine, "personal_data", lambda *_: ())
    assert not surveying.survey(data).broken


@pytest.fixture
def arguments(data: Path, tmp_path: Path) -> Iterator[list[str]]:
    """What `portal` is called with to build the two communes."""
    out = tmp_path / "site"
    yield ["build", "--data", str(data), "--out", str(out), "--date", "2026-07-01", "--offline"]
    shutil.rmtree(workplace(out), ignore_errors=True)


def test_a_commune_whose_page_is_at_fault_is_held(
    data: Path,
    tmp_path: Path,
    arguments: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Personal data that only the last guard sees do not stop the others: the version before is shown, as after any
    other fault, and told in the report.
    """
    leaking(data, monkeypatch)
    assert main([*arguments, "--keep-last-good", "--report", str(tmp_path / "held.json")]) == 0
    assert "Xã 15910: số liệu mới có lỗi, giữ bản ngày" in capsys.readouterr().out
    own = (tmp_path / "site" / "thanh-hoa" / "hoang-son-15910" / "du-lieu" / "so-lieu.csv").read_text(encoding="utf-8")
    assert "Mục 2" in own
    assert "0912" not in own
    assert (tmp_path / "site" / "thanh-hoa" / "hoang-loc-15925" / "index.html").is_file()
    (one,) = json.loads((tmp_path / "held.json").read_text(encoding="utf-8"))["held"]
    assert one["folder"] == "15910-hoang-son"
    assert "0912•••678" in one["told"]


def test_a_page_at_fault_in_all_versions_ends_the_build(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where going back does not help, the build ends after as many versions as are tried, and says why."""
    fault = Problem(f"{COMMUNE}/xa.yml", 1, "", "thong-tin-ca-nhan", "error", "Trang có lỗi.", "Xóa đi.")
    builds: list[int] = []

    def faulty(*_: object) -> None:
        builds.append(1)
        raise at_fault.AtFault("Trang có lỗi.", [fault])

    monkeypatch.setattr(build, "build", faulty)
    assert main([*arguments, "--keep-last-good"]) == 1
    assert len(builds) == surveying.MOST_TRIED + 1
    assert "Xóa đi." in capsys.readouterr().out


def test_without_the_option_its_file_is_named(
    data: Path,
    tmp_path: Path,
    arguments: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Nothing is published, and the message leads to the commune's folder."""
    leaking(data, monkeypatch)
    assert main(arguments) == 1
    assert "xa/15910-hoang-son/" in capsys.readouterr().out
    assert not (tmp_path / "site").exists()


def test_versions_that_were_tried_are_passed_over(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each time its pages are at fault a commune goes back by one version of other content, and is left out at last."""
    leaking(data, monkeypatch)
    fault = Problem(f"{COMMUNE}/xa.yml", 1, "", "thong-tin-ca-nhan", "error", "Trang có lỗi.", "Xóa đi.")
    shown = [procedures(survey_keeping(data, at_fault=[fault] * n)).get("15910") for n in range(4)]
    assert shown == [401, 401, 400, None]


def test_a_commune_that_cannot_be_composed_is_held(
    data: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A fault of ours that one commune's figures bring out stops this commune alone, and says what failed."""
    sound = commune_page.overview

    def faulty(view: View, commune: Commune) -> Page:
        if any(row["vi_tri"] == "Mục 2 hỏng" for row in view.records(commune, "chi-tieu")):
            raise ZeroDivisionError("division by zero")
        return sound(view, commune)

    monkeypatch.setattr(commune_page, "overview", faulty)
    replace(data / COMMUNE / "chi-tieu.csv", "99.00%", "99%")
    git(data, "commit", "--quiet", "-am", "sound")
    replace(data / COMMUNE / "chi-tieu.csv", "Mục 2", "Mục 2 hỏng")
    assert main(arguments) == 1
    said = capsys.readouterr()
    assert "xa/15910-hoang-son/" in said.out
    assert "ZeroDivisionError: division by zero" in said.err
    assert main([*arguments, "--keep-last-good"]) == 0
    assert "Xã 15910: số liệu mới có lỗi, giữ bản ngày" in capsys.readouterr().out
