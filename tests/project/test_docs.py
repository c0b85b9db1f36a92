"""What README, CONTRIBUTING and the officers' guide name is there: paths, commands, options, names of the code."""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Iterator
from contextlib import redirect_stdout, suppress
from functools import cache
from pathlib import Path

import guide
import pytest
from support import ROOT
from test_rooms import ROOMS, parsed

from generator.arguments import parser
from generator.tables.all_tables import TABLES

FOR_CODERS = ("README.md", "CONTRIBUTING.md", "tests/audit/README.md", "tests/benchmarks/README.md")
GUIDE = tuple(path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "site_src" / "huong-dan").rglob("*.md")))
EVERY = pytest.mark.parametrize("document", [*FOR_CODERS, *GUIDE])

NOT_OURS = {".git", ".venv", "build", "site", "node_modules", "__pycache__"}
MADE = {
    ".venv", ".venv/bin/pytest", ".venv/bin/portal", "build", "site", "bieu-mau", "index.html", "manifest.json",
    "data/tinh/44",
    ".github/CODEOWNERS", "bang.yml",
}  # fmt: skip
"""What a command or an officer makes: no fresh clone has it."""
EXAMPLES = {"owner/name", "so-lieu-xa/trang", "xa/ngan-sach", "loa/", "07/10", "05/2026", "x0001", "x0002"}
"""What looks like a path or a name and is none."""
IN_EXAMPLES = ("data/xa/99999-mau", "tests/huong-dan/xa/99999-mau")
"""The commune of the guide's examples, and where its files are."""
OF_OTHERS = {"--with-deps", "--no-index", "--bare", "--mirror", "--global", "--add", "--now", "--install"}
"""Options of other programs."""

_SPAN = re.compile(r"(?<!`)`([^`]+)`(?!`)")
_FENCED = re.compile(r"^```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PART = r"[\w{}.*-]+"
_PATH = re.compile(rf"{_PART}(?:/{_PART})+/?|[\w{{}}.-]+/|[\w{{}}-]+\.(?:py|md|yml|js|cjs|css|csv|json|lock|toml|j2)")
_NAME = re.compile(r"(_?[A-Za-z][\w.]*)(?:\([\w, ]*\))?")
_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
_OF_MODULE = re.compile(r"`(\w+)`(?:,? (?:and )?`(\w+)`)?,? (?:both )?(?:in|of) `(generator/[\w/]+\.py)`")


def text(document: str) -> str:
    return (ROOT / document).read_text(encoding="utf-8")


def spans(document: str) -> list[str]:
    """What the document sets as code within a sentence, each on one line."""
    return [" ".join(span.split()) for span in _SPAN.findall(_FENCED.sub("", text(document)))]


def commands(document: str) -> list[str]:
    """The spans, and the lines of blocks of code without what follows `#`."""
    blocks = "\n".join(_FENCED.findall(text(document))).splitlines()
    return [*spans(document), *(line.partition("#")[0] for line in blocks)]


def below(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name not in NOT_OURS:
            yield path
            yield from below(path) if path.is_dir() else ()


@cache
def there() -> str:
    """Every file and folder of the project, a line each."""
    paths = (path.relative_to(ROOT).as_posix() for path in below(ROOT))
    return "\n".join(["", *paths, *sorted(MADE), *(table.file for table in TABLES), ""])


def exists(path: str) -> bool:
    """Whether a path, or the end of one, is there; `{code}` stands for any part."""
    pattern = re.sub(r"\\\{\w+\\\}|\\\*", "[^/\n]+", re.escape(path.rstrip("/")))
    return re.search(rf"[\n/]{pattern}\n", there()) is not None


@EVERY
def test_every_path_exists(document: str) -> None:
    """A file that moved is told before a reader looks for it in vain."""
    named = set(spans(document))
    if document in FOR_CODERS:
        named |= {word.strip(",;:'\"") for block in _FENCED.findall(text(document)) for word in block.split()}
    paths = {name.replace(*IN_EXAMPLES) for name in named - EXAMPLES if _PATH.fullmatch(name)}
    assert [path for path in sorted(paths) if not exists(path)] == []


@cache
def portal() -> dict[str, frozenset[str]]:
    """The subcommands and the options of each, as the command's own help lists them."""
    names = re.findall(r"^    ([a-z]+) ", parser().format_help(), re.MULTILINE)
    return {name: frozenset(_OPTION.findall(helped(name))) - {"--help"} for name in names}


def helped(name: str) -> str:
    with redirect_stdout(io.StringIO()) as told, suppress(SystemExit):
        parser().parse_args([name, "--help"])
    return told.getvalue()


@EVERY
def test_every_command_exists(document: str) -> None:
    """`make` has the target, `portal` the command and the command the option."""
    targets = set(re.findall(r"^([a-z-]+):", text("Makefile"), re.MULTILINE))
    anywhere = OF_OTHERS.union(*portal().values())
    wrong = []
    for line in commands(document):
        wrong += [line for name in re.findall(r"\bmake ([a-z-]+)", line) if name not in targets]
        own = re.match(r"(?:\.venv/bin/)?portal ([a-z]+)", line)
        allowed = portal().get(own[1], frozenset()) if own else anywhere
        wrong += [line] * bool(own and own[1] not in portal())
        wrong += [f"{line}: {option}" for option in _OPTION.findall(line) if option not in allowed]
    assert wrong == []


def test_the_guide_tells_every_command() -> None:
    """The list of commands has each once, with its options; `serve` takes those of `build`."""
    told: dict[str, frozenset[str]] = {}
    for line in guide.fenced("dong-lenh", "text")[0].splitlines():
        name = line.split()[1]
        told[name] = frozenset(_OPTION.findall(line)) | (told["build"] if "[như build]" in line else frozenset())
    assert told == portal()


@cache
def names_in(module: Path) -> frozenset[str]:
    """What a module gives a name to (functions, classes, constants, fields, parameters), and words that it knows."""
    found = set()
    for node in ast.walk(parsed(module)):
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.Name(id=name, ctx=ast.Store()):
                found.add(name)
            case ast.arg(arg=name) | ast.Attribute(attr=name):
                found.add(name)
            case ast.Constant(value=str(name)):
                found |= {name, *(name.split(".") if re.fullmatch(r"[\w.]+", name) else ())}
    return frozenset(found)


@cache
def names() -> frozenset[str]:
    """Those of all modules and of the modules themselves, keys of YAML, settings of the Makefile and workflows."""
    modules = [path for top in ("generator", "tests", ".github") for path in below(ROOT / top) if path.suffix == ".py"]
    found = {path.stem for path in modules}.union(*map(names_in, modules))
    settings = text("Makefile") + "".join(path.read_text("utf-8") for path in below(ROOT / ".github" / "workflows"))
    for written in below(ROOT / "data" / "danh-muc"):
        found |= set(re.findall(r"^[\s-]*(\w+):", written.read_text("utf-8"), re.MULTILINE))
    settings += re.sub(r"\$\{?", "vars.", text(".gitlab-ci.yml"))
    return frozenset(found | set(re.findall(r"(?:\$\((?:if \$\()?|vars\.|secrets\.)([A-Z_]+)", settings)))


@EVERY
def test_every_name_of_the_code_exists(document: str) -> None:
    """A constant, function, class or column is called so, and stands in the module that is named with it."""
    words = {span for span in spans(document) if not _PATH.fullmatch(span)} - EXAMPLES
    named = {match[1] for word in words if (match := _NAME.fullmatch(word))}
    if document in GUIDE:
        named = {name for name in named if "_" in name}  # others are what people read and type
    assert sorted(name for name in named if not set(name.split(".")) <= names()) == []
    for one, other, module in _OF_MODULE.findall(" ".join(text(document).split())):
        assert {one, other} - {""} <= names_in(ROOT / module), module


def test_the_layout_names_the_rooms() -> None:
    """README tells the rooms in their order, as `test_rooms` holds it."""
    layout = " ".join(_FENCED.findall(text("README.md"))[-1].split())
    rooms = [room for room in ROOMS if room.strip(".")]
    assert ", ".join(rooms) in layout
