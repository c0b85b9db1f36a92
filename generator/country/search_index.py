"""The index of the search, in the shape that `site_src/assets/tim-kiem.js` reads: small enough to be sent whole.

- `provinces`: [name, slug, communes]; communes are pairs in one list: a number to add to the code before (or the code
  itself, where nobody has confirmed one) and a text: `-` where the page says that nothing has been told, the letter of
  a kind (in capitals where there is a page), the name, `*` where its district, or any province, was called so before,
  and the slug behind `/` where the name does not give it.
- `subjects`: [id, name, sentence, whether the list of indicators has it, everyday names …]; `indicators`: [id, name,
  question, number of its subject, everyday names …]; `terms`: [anchor, word, in full, meaning].
- `pages`: [address, title, description, words, parts]; a part is [anchor, heading, words]; words are folded, each once.
- `documents`: [address, name with its commune, title]: the newest only, since they grow without bound.
- `places`: [address, name, what for and by which document, everyday names …].
- `alike`: phrases with one meaning, group by group; `idle`: words that nobody looks for.

Names of before July 2025 come in parts of their own, when they are asked for: `old_names.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Any

from generator.country import frame
from generator.country.a_to_z import LISTING
from generator.country.country import Country
from generator.country.indicator_pages import used
from generator.country.site_pages import HELP, terms
from generator.country.summary import Summary
from generator.language.vietnamese import lowered, own_name, plain_words, slug
from generator.model.commune import AdminUnit
from generator.model.former import bare
from generator.model.grouping import grouped
from generator.pieces.addresses import LAW, QUALITY, SOURCES
from generator.pieces.blocks import Page
from generator.pieces.document_names import source_path
from generator.pieces.where_to_ask import reached
from generator.reading.commune_file import province_slug

FILE = "tim-kiem/muc-luc.js"
"""Where the index stands on the site; it is loaded when a reader first searches."""
MOST_DOCUMENTS = 150
"""Documents that the index holds."""
Entry = list[Any]
"""A page: address, title, description, words, parts."""
INDICATORS, GLOSSARY = "chi-tieu/", "thuat-ngu/"
_LISTS = frozenset({LISTING, QUALITY, INDICATORS, GLOSSARY})
"""Pages whose sections are data, found otherwise."""
_KINDS = (("Xã ", "x"), ("Phường ", "p"), ("Đặc khu ", "d"))
_HEADING = re.compile(r"^#{2,3} (?P<title>.+?) \{#(?P<anchor>[\w-]+)[^}]*\}\s*$", re.MULTILINE)
_FIELD = r"^{}: *\"?(.*?)\"? *$"
_FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_MARKUP = re.compile(r"\]\([^)]*\)|\{[:#][^}]*\}|<[^>]+>")


def contents(country: Country, entries: Iterable[Entry], by_hand: Mapping[str, str]) -> dict[str, Any]:
    """The index of a site: the entries of its own generated pages, and what was written by hand as Markdown by its
    site address.
    """
    indicators, idle = used(country), " ".join(country.catalogue.idle)
    numbers = {subject: number for number, subject in enumerate(country.catalogue.subjects)}
    listed = {indicator.subject for indicator in indicators}
    subjects = [[one.id, one.name, one.lead, int(one.id in listed)] for one in country.catalogue.subjects.values()]
    if laws := country.catalogue.laws:
        named = dict.fromkeys(word for law in laws for word in law.everyday)
        subjects.append([LAW, "Theo luật", "Những gì luật yêu cầu xã đo và công khai, điều nào đã có số.", 0, *named])
    subjects.append([SOURCES, "Nguồn số liệu", "Văn bản, báo cáo mà số liệu được chép từ đó.", 0])
    return {
        "provinces": list(_provinces(country)),
        "subjects": subjects,
        "indicators": [[i.id, i.name, i.question, numbers[i.subject], *i.everyday] for i in indicators],
        "terms": [[anchor, *term] for anchor, term in terms(country).items()],
        "pages": [*entries, *(_written(path, text, frozenset(plain_words(idle))) for path, text in by_hand.items())],
        "documents": list(_documents(country)),
        "places": [[p.web or f"#{HELP}", p.name, reached(p), *p.everyday] for p in country.catalogue.places],
        "alike": country.catalogue.wordings,
        "idle": idle,
    }


def _documents(country: Country) -> Iterator[list[str]]:
    """The newest documents; the others are found on the pages of their communes."""
    communes, titles = {one.commune.code: one for one in country.communes}, frame.titles(country.frames)
    for code, id in frame.newest_documents(country.frames, MOST_DOCUMENTS):
        one = communes[code]
        yield [source_path(one.commune, id), f"{one.documents[id]}, {lowered(one.commune.name)}", titles[code, id]]


def _provinces(country: Country) -> Iterator[list[Any]]:
    """Every official commune and every published one, by province and code."""
    units = country.catalogue.units
    once = _called_so_before(country)
    published = grouped(country.communes, lambda one: one.province)
    official = grouped((unit for unit in units.values() if unit.province), lambda unit: unit.province)
    for province in (unit for unit in units.values() if not unit.province):
        own = _by_code(published.get(province.code, []))
        codes = sorted({unit.code for unit in official.get(province.code, [])} | set(own))
        yield [province.name, province_slug(province), _communes(codes, own, units, once)]
    if unplaced := _by_code(published.get("", [])):
        yield ["Chưa xác định thuộc tỉnh nào", province_slug(None), _communes(sorted(unplaced), unplaced, units, once)]


def _called_so_before(country: Country) -> Set[str]:
    """The codes of communes whose name was that of their district, or of a province that is no more."""
    units, former = country.catalogue.units, country.catalogue.former
    today = {own_name(one.name) for one in units.values() if not one.province}
    provinces = {bare(one.name) for one in former.values() if not one.within} - today
    districts = {(bare(one.name), code) for one in former.values() if len(one.code) == 3 for code in one.now}
    named = ((own_name(one.name), one.code) for one in units.values() if one.province)
    return {code for name, code in named if name in provinces or (name, code) in districts}


def _by_code(communes: Sequence[Summary]) -> dict[str, Summary]:
    return {one.commune.code: one for one in communes}


def _communes(
    codes: Sequence[str],
    published: Mapping[str, Summary],
    units: Mapping[str, AdminUnit],
    once: Set[str],
) -> list[int | str]:
    made: list[int | str] = []
    before = 0
    for code in codes:
        if code.isdecimal():
            made.append(int(code) - before)
            before = int(code)
        else:
            made.append(code)
        name = published[code].commune.name if code in published else units[code].name
        mark = "*" if code in once else ""
        made.append(_commune(published[code], mark) if code in published else f"{_kinded(name)}{mark}")
    return made


def _kinded(name: str) -> str:
    letter, rest = next(((letter, name[len(kind) :]) for kind, letter in _KINDS if name.startswith(kind)), ("n", name))
    return f"{letter}{rest}"


def _commune(one: Summary, mark: str) -> str:
    text = _kinded(one.commune.name)
    derived = slug(text[1:]) == one.commune.slug and "/" not in text
    empty = "-" if one.is_empty else ""
    return f"{empty}{text[0].upper()}{text[1:]}{mark}{'' if derived else f'/{one.commune.slug}'}"


def entry(page: Page) -> Entry:
    """What the index says of a generated page."""
    parts = () if page.path in _LISTS else page.sections
    return [page.path, page.title, page.description, "", [[part.id, part.title, ""] for part in parts]]


def _written(path: str, text: str, idle: Set[str]) -> Entry:
    """A page written by hand: its headings, and what words stand under each, without those that nobody looks for."""
    title, description = (_front(text, field) for field in ("title", "description"))
    body = _FENCED.sub("", re.sub(r"\A---.*?^---$", "", text, count=1, flags=re.MULTILINE | re.DOTALL))
    headings = list(_HEADING.finditer(body))
    ends = [*(heading.start() for heading in headings), len(body)]
    parts = [
        [found["anchor"], found["title"].replace("`", "").replace("*", ""), _words(body[found.end() : end], idle)]
        for found, end in zip(headings, ends[1:], strict=True)
    ]
    return [path, title, description, _words(body[: ends[0]], idle), parts]


def _front(text: str, field: str) -> str:
    found = re.search(_FIELD.format(field), text, re.MULTILINE)
    return found[1] if found else ""


def _words(text: str, idle: Set[str]) -> str:
    """The words of a text, each once; short ones and numbers say nothing by themselves."""
    told = {word for word in plain_words(_MARKUP.sub(" ", text)) if len(word) > 1 and word.isalpha()}
    return " ".join(sorted(told - idle))
