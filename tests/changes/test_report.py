"""What a comparison tells: the exact report of made-up cases, and that no text of the data is more than text."""

from __future__ import annotations

import html
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from support import BASE, CASES, COMMUNE, lay_over, names, remaking, replace

from generator.changes import github, pr_comment
from generator.changes.changes import UNREADABLE_AFTER
from generator.changes.compare import Comparison, compare
from generator.cli import main
from generator.language.vietnamese import clean
from generator.model.problem import Problem

OTHER = "xa/15925-hoang-loc"
FORMS = {"text": "mong-doi.txt", "markdown": "mong-doi.md"}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", names("doi-chieu-"))
def test_the_report_reads_as_expected(case: str, form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`portal compare` prints exactly the expected report; its exit code is 1 where there are errors."""
    code = main(
        ["compare", str(BASE), "--data", str(lay_over(case, tmp_path)), "--format", form, "--date", "2026-07-20"]
    )
    said = capsys.readouterr().out
    expected = CASES / case / FORMS[form]
    if remaking():
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")
    assert code == (1 if case == "doi-chieu-loi" else 0)


def two_communes(folder: Path) -> Path:
    """The base with a second commune."""
    data = lay_over("co-so", folder)
    shutil.copytree(data / COMMUNE, data / OTHER)
    for old, new in (("15910", "15925"), ("hoang-son", "hoang-loc"), ("Hoằng Sơn", "Hoằng Lộc")):
        replace(data / OTHER / "xa.yml", old, new)
    return data


def test_another_commune_s_old_error_hides_nothing(tmp_path: Path) -> None:
    """Where one commune has been broken before, changes of the other are told all the same."""
    old, new = two_communes(tmp_path / "old"), two_communes(tmp_path / "new")
    for data in (old, new):
        replace(data / COMMUNE / "chi-tieu.csv", "99%", "99.00%")
    replace(new / OTHER / "chi-tieu.csv", "2026-05-31,400", "2026-05-31,401")
    compared = compare(old, new)
    assert [problem.code for problem in compared.older] == ["so-sai"]
    assert [problem.code for problem in compared.problems] == ["thieu-ly-do"]
    assert compared.unclear == ()
    assert compared.changes == {
        "Xã Hoằng Lộc (15925)": ["Số thủ tục, tại thời điểm báo cáo: 400 → 401 thủ tục"],
    }
    assert pr_comment.verdict(compared) == "✅ Nhận được, nên xem lại 1 chỗ; 1 lỗi khác đã có từ trước"


def test_a_new_commune_beside_a_broken_one_is_told(tmp_path: Path) -> None:
    """A commune that only the new data has is new, even if nothing of the old data can be read."""
    old, new = lay_over("co-so", tmp_path / "old"), two_communes(tmp_path / "new")
    for data in (old, new):
        replace(data / COMMUNE / "chi-tieu.csv", "99%", "99.00%")
    assert list(compare(old, new).changes) == ["Xã Hoằng Lộc (15925)"]


def test_a_broken_commune_is_named_and_the_other_compared(tmp_path: Path) -> None:
    """Of two edited communes the one with an error is named, the other's changes are told."""
    old, new = two_communes(tmp_path / "old"), two_communes(tmp_path / "new")
    replace(new / COMMUNE / "chi-tieu.csv", "99%", "99.00%")
    replace(new / OTHER / "chi-tieu.csv", "2026-05-31,400", "2026-05-31,401")
    compared = compare(old, new)
    assert compared.errors == 1
    assert compared.unclear == ("15910-hoang-son",)
    assert list(compared.changes) == ["Xã Hoằng Lộc (15925)"]


def test_a_broken_catalogue_is_said(tmp_path: Path) -> None:
    """An error that concerns all communes leaves nothing to compare, and says so."""
    data = lay_over("loi-danh-muc-sai", tmp_path)
    assert list(compare(BASE, data).changes.values()) == [[UNREADABLE_AFTER]]


def test_a_long_report_is_cut_and_says_so() -> None:
    """Thousands of problems and changes fit a comment, which says how much is left out; the text form has all."""
    problems = tuple(
        Problem("xa/15910-hoang-son/tthc.csv", line, "ky", "so-sai", "error", f"Sai {line}: {'“x” ' * 400}.", "Sửa.")
        for line in range(2, 3000)
    )
    compared = Comparison(problems, (), {"Xã A (1)": [f"Bỏ: {n}" for n in range(5000)]}, ())
    comment = pr_comment.as_markdown(compared)
    assert len(comment) <= pr_comment.LONGEST
    assert comment.startswith(pr_comment.MARKER)
    assert f"Và {len(problems) - pr_comment.MOST_FIRST} chỗ nữa" in comment
    assert f"và {5000 - pr_comment.MOST_CHANGES} thay đổi nữa" in comment
    assert pr_comment.as_text(compared).count("Cách sửa:") == len(problems)


def test_a_comment_of_long_items_is_bounded() -> None:
    """Also where each item is long and full of marks that must be escaped."""
    problems = tuple(Problem("xa/a/b.csv", n, "", "so-sai", "error", "|*_" * 400, "<&>" * 400) for n in range(50))
    comment = pr_comment.as_markdown(Comparison(problems, (), {}, ()))
    assert len(comment) <= pr_comment.LONGEST
    assert "dòng nữa; bản kiểm tra đầy đủ nêu tất cả." in comment


CALLS = re.compile(r"@\w|#\d|://|\bwww\.|\bgh-\d|\b(?=[0-9a-f]*[a-f])[0-9a-f]{7,40}\b", re.IGNORECASE)
"""What GitHub makes a mention, a reference or a link of, wherever it stands in text."""
WILD = st.text(st.sampled_from(list("@#:/.*_`[]()<>&!|~$\\-+=^1afgGHhwx đ\n\u200b\u202e\"'")), max_size=40)


@example("<img src=x onerror=alert(1)> @ubnd #12 [x](https://a.example) ![](//b) <!-- x --> &lt; :smile:")
@example("GH-12 www.a.example http://b.example deadbeef1 ubnd/so-lieu#3 fixes #1 - [ ] 1. a")
@example("1) a")
@example("- a")
@given(st.one_of(WILD, st.text(max_size=60)))
def test_text_of_data_stays_text(text: str) -> None:
    """In a list of the comment a text shows its own letters, without tags and without calling anybody."""
    shown = MarkdownIt("gfm-like", {"linkify": False}).render(f"- x {github.plain(text)}\n- {github.plain(text)}")
    first, second = re.fullmatch(r"<ul>\n<li>x ?(.*)</li>\n<li>(.*)</li>\n</ul>\n", shown).groups()  # type: ignore[union-attr]
    for item in (first, second):
        assert "<" not in item
        letters = html.unescape(item)
        assert letters.replace("\u200b", "") == clean(text)
        assert not CALLS.search(letters)


@given(WILD)
def test_code_stays_code(text: str) -> None:
    """A file name is one piece of code, whatever it holds."""
    assert re.fullmatch(r"<p>x <code>[^<]*</code> x</p>\n", MarkdownIt().render(f"x {github.code(text)} x"))


@pytest.mark.parametrize("case", names("doi-chieu-"))
def test_our_own_comment_survives_disarming(case: str) -> None:
    """What the run of a proposed change wrote is posted as it was, but for the unseen marker."""
    comment = (CASES / case / "mong-doi.md").read_text(encoding="utf-8").removeprefix(pr_comment.MARKER).strip()
    assert github.disarmed(comment) == comment


@example("&#64;ubnd <b>x</b> ![a](https://b.example/c.png) [x](//y)")
@example("<!-- portal -->\n## @ubnd **#1** `@ubnd` `x")
@example("&amp;#64;ubnd\n    code @ubnd\n> @ubnd\n| a | b |\n|--|--|")
@example("1  \n1")
@given(st.text(st.sampled_from(list("@#:/.*_`[]()<>&;!|~$\\-+=^164afgGHhwx đ\n")), max_size=60))
def test_a_foreign_comment_is_disarmed(text: str) -> None:
    """Whatever a foreign run hands over: no tag but those of headings, lists, lines, bold and code, no call outside
    code.
    """
    shown = MarkdownIt("gfm-like", {"linkify": False}).render(github.disarmed(text))
    assert set(re.findall(r"<(/?[a-z0-9]+)", shown)) <= {
        mark + tag for mark in ("", "/") for tag in ("h2", "h3", "ul", "li", "p", "br", "strong", "em", "code", "pre")
    }
    letters = html.unescape(re.sub(r"<[^>]*>", "", re.sub(r"<code>.*?</code>", "", shown, flags=re.DOTALL)))
    assert not CALLS.search(letters)
    assert "<!--" not in shown


def test_what_asks_for_nothing_is_folded_away() -> None:
    """Three faults stand before the fold, the fourth and what only follows below it; the comment passes as it is."""
    faults = tuple(Problem("a.csv", line, "", "so-sai", "error", f"Sai {line}.", "Sửa.") for line in range(2, 6))
    told = ["Thêm: một số", "Kéo theo: trang tính thêm một tỷ lệ", "Chỗ lệch mới, trang sẽ nêu: hai số"]
    comment = pr_comment.as_markdown(Comparison(faults, (), {"Xã A": told}, ()))
    before, after = comment.split(github.FOLD[0])
    assert [f"Sai {line}." in before for line in range(2, 6)] == [True, True, True, False]
    assert "Sai 5." in after
    assert "Thêm: một số" in before
    assert "Kéo theo" not in before
    assert "Chỗ lệch" not in before
    assert after.rstrip().endswith(github.FOLD[1])
    assert github.disarmed(comment.removeprefix(pr_comment.MARKER)) == comment.removeprefix(pr_comment.MARKER).strip()


def test_a_fold_of_others_is_closed_and_holds_no_second() -> None:
    """What nobody vouches for may fold, but never swallows what comes after it."""
    made = github.disarmed(f"{github.FOLD[1]}\n{github.FOLD[0]}\n{github.FOLD[0]}\na")
    assert made.splitlines()[0].startswith("&#60;/details&#62;")
    assert made.splitlines()[1] == github.FOLD[0]
    assert made.splitlines()[2].startswith("&#60;details&#62;")
    assert made.endswith(f"a\n\n{github.FOLD[1]}")
