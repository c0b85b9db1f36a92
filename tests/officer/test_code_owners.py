"""Who must agree to changes of which commune, written for a whole province."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from generator.officer.new_commune import write_commune

CODES = ("00004", "00008")


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with two communes."""
    (tmp_path / "data" / "xa").mkdir(parents=True)
    (tmp_path / ".github").mkdir()
    for code in CODES:
        write_commune(tmp_path / "data", code)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def owners(*more: str, tinh: str = "01") -> int:
    return main(
        ["owners", "--tinh", tinh, "--data", "data", "--out", ".github/CODEOWNERS", "--team", "@so/to-so-lieu", *more]
    )


def test_each_commune_has_its_line(work: Path) -> None:
    """Its own people beside the province's desk; other lines of the file stay; the part is written anew."""
    path = work / ".github" / "CODEOWNERS"
    path.write_text("* @so/quan-tri", encoding="utf-8")
    (work / "ai.txt").write_text("00004 @so/ba-dinh, @can-bo-1  # phường Ba Đình\n\n", encoding="utf-8")
    assert owners("--list", "ai.txt") == 0
    said = path.read_text(encoding="utf-8")
    assert said.startswith("* @so/quan-tri\n# portal owners 01")
    rules = [line for line in said.splitlines() if not line.startswith("#")]
    assert rules == [
        "* @so/quan-tri",
        "/data/xa/00004-ba-dinh/ @so/ba-dinh @can-bo-1 @so/to-so-lieu",
        "/data/xa/00008-ngoc-ha/ @so/to-so-lieu",
    ]
    assert owners("--list", "ai.txt") == 0
    assert path.read_text(encoding="utf-8") == said
    path.write_text(said + "/mkdocs.yml @so/quan-tri\n", encoding="utf-8")
    assert owners() == 0
    assert path.read_text(encoding="utf-8").endswith("/mkdocs.yml @so/quan-tri\n")
    assert "@can-bo-1" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("listed", "said"),
    [
        ("00004", "dòng 1: chưa ghi tài khoản"),
        ("\n01981 @a", "dòng 2: “01981” không phải mã xã của Thành phố Hà Nội. Sửa mã, hoặc xóa dòng ấy."),
        ("4 @a", "Có phải ý là 00004 (Phường Ba Đình)?"),
        ("00004 @a\n00004 @b", "dòng 2: Phường Ba Đình đã có"),
        ("00004 can-bo", "“can-bo” không phải tài khoản"),
        ("00004 can.bo@xa.example", "không dùng thư điện tử"),
    ],
)
def test_a_list_that_is_wrong_is_refused(
    listed: str, said: str, work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (work / "ai.txt").write_text(listed, encoding="utf-8")
    assert owners("--list", "ai.txt") == 2
    assert said in capsys.readouterr().err
    assert not (work / ".github" / "CODEOWNERS").exists()


def test_a_list_is_read_as_editors_save_it(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Any Unicode coding; what is none is refused with what to do."""
    (work / "ai.txt").write_text("00004 @so/ba-dinh\n", encoding="utf-16")
    assert owners("--list", "ai.txt") == 0
    assert "@so/ba-dinh" in (work / ".github" / "CODEOWNERS").read_text(encoding="utf-8")
    (work / "ai.txt").write_bytes(b"00004 @a\n# B\xe1\xc2\xff\n")
    assert owners("--list", "ai.txt") == 2
    assert "“ai.txt”, dòng 2: " in (said := capsys.readouterr().err)
    assert "Lưu lại tệp với mã UTF-8" in said


def test_where_nothing_can_be_written(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A province without folders, a part without its end, data outside the repository."""
    assert owners(tinh="04") == 2
    path = work / ".github" / "CODEOWNERS"
    path.write_text("# portal owners 01: bắt đầu, đừng sửa tay trong phần này\n", encoding="utf-8")
    assert owners() == 2
    assert "mất dòng" in capsys.readouterr().err
    (work / "noi-khac").mkdir()
    assert owners("--out", "noi-khac/CODEOWNERS") == 2
    assert "không nằm trong" in capsys.readouterr().err
