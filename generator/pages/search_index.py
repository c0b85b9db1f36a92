"""The index of the search, in the shape that `site_src/assets/tim-kiem.js` reads: small enough to be sent whole.

- `provinces`: [name, slug, communes]; communes are pairs in one list: a number to add to the code before (or the code
  itself, where nobody has confirmed one) and a text: `-` where the page says that nothing has been told, the letter of
  a kind (in capitals where there is a page), the name, and the slug behind `/` where the name does not give it.
- `subjects`: [id, name, sentence, whether the list of indicators has it]; `indicators`: [id, name, question, number of
  its subject, everyday names …]; `terms`: [anchor, word, in full, meaning].
- `pages`: [address, title, description, words, parts]; a part is [anchor, heading, words]; words are folded, each once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.language.vietnamese import plain_words, slug
from generator.model.choices import SUBJECTS
from generator.model.commune import AdminUnit, Commune
from generator.model.grouping import grouped
from generator.pages.a_to_z import LISTING
from generator.pages.addresses import QUALITY, SOURCES
from generator.pages.blocks import Page
from generator.pages.outline import LEAD
from generator.pages.site_pages import terms
from generator.pages.view import View
from generator.reading.commune_file import province_slug

FILE = "tim-kiem/muc-luc.js"
"""Where the index stands on the site; it is loaded when a reader first searches."""
INDICATORS, GLOSSARY = "chi-tieu/", "thuat-ngu/"
_LISTS = frozenset({LISTING, QUALITY, INDICATORS, GLOSSARY})
"""Pages whose sections are data, found otherwise."""
_KINDS = (("Xã ", "x"), ("Phường ", "p"), ("Đặc khu ", "d"))
_HEADING = re.compile(r"^#{2,3} (?P<title>.+?) \{#(?P<anchor>[\w-]+)[^}]*\}\s*$", re.MULTILINE)
_FIELD = r"^{}: *\"?(.*?)\"? *$"
_FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_MARKUP = re.compile(r"\]\([^)]*\)|\{[:#][^}]*\}|<[^>]+>")


def contents(view: View, pages: Sequence[Page], by_hand: Mapping[str, str]) -> dict[str, Any]:
    """The index of a site: its generated pages, and those written by hand as Markdown by their site address."""
    there = {page.path for page in pages}
    indicators = [i for i in view.dataset.catalogue.indicators.values() if f"{INDICATORS}{i.id}/" in there]
    numbers = {subject: number for number, subject in enumerate(SUBJECTS)}
    listed = {indicator.subject for indicator in indicators}
    subjects = [[id, name, LEAD[id], int(id in listed)] for id, name in SUBJECTS.items()]
    subjects.append([SOURCES, "Nguồn số liệu", "Văn bản, báo cáo mà số liệu được chép từ đó.", 0])
    return {
        "provinces": list(_provinces(view)),
        "subjects": subjects,
        "indicators": [[i.id, i.name, i.question, numbers[i.subject], *i.everyday] for i in indicators],
        "terms": [[anchor, *term] for anchor, term in terms(view).items()],
        "pages": [*_generated(view, pages), *(_written(path, text) for path, text in by_hand.items())],
    }


def _provinces(view: View) -> Iterator[list[Any]]:
    """Every official commune and every published one, by province and code."""
    units = view.dataset.catalogue.units
    published = grouped(view.dataset.communes, lambda c: c.province.code if c.province else "")
    official = grouped((unit for unit in units.values() if unit.province), lambda unit: unit.province)
    for province in (unit for unit in units.values() if not unit.province):
        own = {commune.code: commune for commune in published.get(province.code, [])}
        codes = sorted({unit.code for unit in official.get(province.code, [])} | set(own))
        yield [province.name, province_slug(province), _communes(view, codes, own, units)]
    if unplaced := {commune.code: commune for commune in published.get("", [])}:
        yield ["Chưa xác định thuộc tỉnh nào", province_slug(None), _communes(view, sorted(unplaced), unplaced, units)]


def _communes(
    view: View, codes: Sequence[str], published: Mapping[str, Commune], units: Mapping[str, AdminUnit]
) -> list[int | str]:
    made: list[int | str] = []
    before = 0
    for code in codes:
        if code.isdecimal():
            made.append(int(code) - before)
            before = int(code)
        else:
            made.append(code)
        made.append(_commune(view, published[code]) if code in published else _kinded(units[code].name))
    return made


def _kinded(name: str) -> str:
    letter, rest = next(((letter, name[len(kind) :]) for kind, letter in _KINDS if name.startswith(kind)), ("n", name))
    return f"{letter}{rest}"


def _commune(view: View, commune: Commune) -> str:
    text = _kinded(commune.name)
    derived = slug(text[1:]) == commune.slug and "/" not in text
    empty = "-" if view.is_empty(commune) else ""
    return f"{empty}{text[0].upper()}{text[1:]}{'' if derived else f'/{commune.slug}'}"


def _generated(view: View, pages: Sequence[Page]) -> Iterator[list[Any]]:
    """Pages of the whole site that stand at its root, without the home page and those of provinces."""
    of_provinces = {f"{commune.province_slug}/" for commune in view.dataset.communes}
    for page in pages:
        if page.path.count("/") == 1 and page.path not in of_provinces:
            parts = () if page.path in _LISTS else page.sections
            yield [page.path, page.title, page.description, "", [[part.id, part.title, ""] for part in parts]]


def _written(path: str, text: str) -> list[Any]:
    """A page written by hand: its headings, and what words stand under each."""
    title, description = (_front(text, field) for field in ("title", "description"))
    body = _FENCED.sub("", re.sub(r"\A---.*?^---$", "", text, count=1, flags=re.MULTILINE | re.DOTALL))
    headings = list(_HEADING.finditer(body))
    ends = [*(heading.start() for heading in headings), len(body)]
    parts = [
        [found["anchor"], found["title"].replace("`", "").replace("*", ""), _words(body[found.end() : end])]
        for found, end in zip(headings, ends[1:], strict=True)
    ]
    return [path, title, description, _words(body[: ends[0]]), parts]


def _front(text: str, field: str) -> str:
    found = re.search(_FIELD.format(field), text, re.MULTILINE)
    return found[1] if found else ""


def _words(text: str) -> str:
    """The words of a text, each once; short ones and numbers say nothing by themselves."""
    return " ".join(sorted({word for word in plain_words(_MARKUP.sub(" ", text)) if len(word) > 1 and word.isalpha()}))
