"""The rooms of the design hold: imports run one way, each outside library has its one place."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from support import ROOT, TESTS

HOUSE = ROOT / "generator"


def others(room: str, *named: str) -> list[str]:
    """The modules of a room that holds one for each thing of a sort, without those named; none imports another."""
    return sorted(path.stem for path in (HOUSE / room).glob("*.py") if path.stem not in ("__init__", *named))


TABLE, ALL_TABLES = ("table", "shared_columns", "melting"), "all_tables"
SUBJECT = ("subject", "summaries", "results", "dossiers_on_time", "dossiers_by_field", "dossiers_loudspeaker",
           "literacy_groups", "progress", "tasks", "budget_amounts", "budget_loudspeaker", "budget_tables")  # fmt: skip
ALL_SUBJECTS = "all_subjects"
"""What comes before, and what after, the modules that each say one table or one subject."""

ROOMS = {
    "language": (
        "disk_faults", "vietnamese", "undisguised", "digits", "telephones", "identity_papers", "accounts",
        "first_look", "personal_data", "no_number", "unreadable", "value", "numbers", "one_unit", "period_words",
        "spoken", "quotes", "places", "compounds", "content_mark",
    ),
    "model": (
        "grouping", "choices", "problem", "commune", "former", "record", "period", "figure", "difference", "duty",
        "law", "provincial", "catalogue", "formulas", "dataset", "figure_words", "published_columns", "history",
        "edition",
        "past_editions",
    ),
    "tables": (*TABLE, *others("tables", *TABLE, ALL_TABLES), ALL_TABLES),
    "reading": (
        "old_fonts", "decode", "cell_text", "yaml_faults", "header", "ragged", "swallowed", "yaml_shape", "folders",
        "split", "text_files", "entries", "values", "subject_files", "search_files", "duty_file", "law_file",
        "former_file", "centres_file", "catalogue_files", "old_commune", "commune_file", "province_file", "codes",
        "known_rows",
        "unknown_files", "data_folder", "province", "git", "commits", "site_settings", "licence", "operator",
    ),
    "checking": (
        "of_catalogue", "of_rows", "of_personal", "of_dates", "of_values", "of_places", "of_spelling", "of_money",
        "of_progress", "check", "repeats",
    ),
    "figures": (
        "melt", "compute", "series", "increments", "change", "accumulated", "standings", "budget_lines", "due",
        "uncertainty",
    ),
    "comparing": (
        "evidence", "rules_within", "rules_between", "rules_across", "rules_in_words", "rules_impossible",
        "rules_ratio", "rules_over_time", "rules_money", "readings", "oddities", "differences", "corrections",
    ),
    "commune": ("examine", "outcome", "survey", "held_back"),
    "charts": (
        "cache", "spark", "colours", "frame", "layout", "strip", "time_scale", "column_layout", "interval_layout",
        "panel_layout", "svg", "lighter", "row_layers", "time_layers", "draw", "interactive",
        "letters", "png", "card", "qr",
    ),
    "past": ("chains", "past", "replay", "kept", "told", "histories"),
    "pieces": (
        "abbreviations", "row_blocks", "drawn_tables", "dot_map", "blocks", "embed", "paper", "document_names", "ways",
        "shown", "picking", "answers", "view",
        "document_links", "home_words", "views",
        "report_link", "addresses", "linked_data", "changed", "where_to_ask", "newest", "standings", "provincial",
        "doubted", "shared_notes", "count_note", "blank_words", "figure_rows", "money_rows", "due_shown", "sentence",
        "chart_words", "charted", "moments",
        "printed_and_computed", "trend", "time_words", "over_time", "late_over_time", "flow_over_time", "two_years",
        "intervals", "fact", "vanished", "corrected", "citation", "passports", "news", "feed", "loudspeaker_words",
        "downloads",
    ),
    "subjects": (*SUBJECT, *others("subjects", *SUBJECT, ALL_SUBJECTS), ALL_SUBJECTS),
    "pages": (
        "doubts", "missing", "cards", "commune_page", "subject_pages", "source_pages",
        "document_pages", "corrections_page", "all_periods", "results_page",
        "commune_quality", "law_page", "embeds",
    ),
    "notice": ("facts", "notes", "notice"),
    "loudspeaker": ("announcements", "texts"),
    "country": (
        "placed", "placed_by_tables", "questions",
        "csv_text", "published_table", "published_tables", "open_data", "workbook", "json_series",
        "commune_downloads", "summary", "excel_csv", "handed_over", "by_province", "downloads", "frame", "comparison",
        "months_told",
        "frame_of_indicators", "frame_of_news", "country",
        "indicator_pages", "placing", "communes_listed", "question_pages", "regular_pages", "comparison_file",
        "indicator_downloads", "code_tables", "quality_page", "corrections_pages", "old_names", "old_name_pages",
        "a_to_z", "map_layout", "map_pages", "province_own", "province_embeds", "province_pages", "beside", "sitemap",
        "for_machines",
        "data_package", "data_catalog",
        "how_to_load",
        "edition_section", "downloads_page", "site_pages", "site_card", "search_index",
    ),
    "publishing": (
        "ready_html", "fragments", "mkdocs_hook", "render", "write", "finish", "faults", "runs", "mkdocs_site",
        "by_hand", "contents", "docs_dir",
        "pictures", "differing_rows", "guard", "switch", "site_key", "at_fault", "copies", "edition", "verify", "serve",
        "pdf",
    ),
    "changes": ("github", "changed_figures", "changed_rows", "changes", "unexplained", "compare", "pr_comment"),
    "forms": (
        "words", "number_formats", "names", "cells", "sheets", "questions", "next_period", "coming_documents",
        "open_matters", "month_labels", "month_questions", "write_form", "write_month", "archive", "own_process",
        "read_form", "form_facts", "headings", "rows", "added_rows", "month_rows", "reasons", "merge", "all_texts",
        "problem_places", "month_problems", "office_lines", "bring_in", "make_form", "exchange",
        "return_list", "many_forms", "many_imports",
    ),
    "long_tables": (
        "grid", "kind_of_file", "heading_rows", "communes", "table_map", "lines", "propose", "totals", "unlike",
        "read_rows", "table_problems", "take_in",
    ),
    "drafting": (
        "report", "lines", "passages", "found", "withheld", "phrases", "last_report", "suggest",
        "sums", "neighbours", "when", "doubts", "decide", "word_archive", "word_numbers", "read_word", "read_pdf",
        "read_report", "draft_rows", "draft_list", "make_draft",
    ),
    "made_up": (
        "months", "rows", "character", "course", "growth", "papers", "dossiers", "rates", "literacy", "money",
        "budget", "promises", "yearly", "directives", "provincial", "commune_tables", "faulty_folder",
        "faults_of_files", "faults_of_figures", "faults",
    ),
    "officer": (
        "sample", "which_commune", "new_commune", "office_files", "push_check", "problem_text", "print_notices",
        "verified", "form_answer", "province_forms", "table_answer", "code_owners",
    ),
    "": ("standing", "communes", "build", "parts"),
    "commands": (
        "progress", "check", "compare", "prepush", "build_anew", "build", "parts", "join", "serve", "new", "sample",
        "form", "import_form", "notice", "read", "owners", "verify",
    ),
    ".": ("arguments", "cli", "__main__"),
}  # fmt: skip
"""The rooms in the order of the path from file to page, and the modules of each: a module imports only
those before it. What stands in no room (the table of contents, the command `portal`) has only dots before its name.
"""

ORDER = tuple(f"{room}.{module}".lstrip(".") for room, modules in ROOMS.items() for module in modules)

OUTSIDE = {
    "yaml": {"reading.yaml_shape", "reading.text_files", "reading.site_settings", "reading.operator"},
    "pandas": {"country.frame", "country.frame_of_indicators", "country.comparison", "country.country"},
    "altair": {"charts.row_layers", "charts.time_layers", "charts.draw", "charts.interactive"},
    "PIL": {"charts.png"},
    "fontTools": {"charts.letters"},
    "vl_convert": {"charts.draw", "charts.interactive", "charts.card"},
    "jinja2": {"publishing.render"},
    "markupsafe": {"publishing.render"},
    "rich": {"commands.progress"},
    "segno": {"charts.qr"},
    "docx": {"drafting.read_word"},
    "pypdfium2": {"drafting.read_pdf"},
    "openpyxl": {"forms.write_form", "forms.write_month", "forms.read_form"},
    "defusedxml": {"forms.all_texts"},
    "mkdocs": {"publishing.mkdocs_hook"},
    "subprocess": {"forms.own_process", "reading.git", "publishing.runs", "publishing.pdf"},
}
"""Who may import what from outside. MkDocs is a program; only its hook knows it as a library."""

CALLS = {
    "print": {"cli", *(f"commands.{name}" for name in ROOMS["commands"])},
    "eval": set(),
    "exec": set(),
    "input": set(),
}
"""Who may name these built-in functions."""

LARGER = {"browser", "whole", "project"}
"""Folders of tests that belong to no room: the site in a browser, many rooms together, the repository itself."""

LONGEST = 260
"""A module is read in one sitting."""

FILES = {
    ".".join(path.relative_to(HOUSE).with_suffix("").parts): path
    for path in HOUSE.rglob("*.py")
    if path.stem != "__init__"
}


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> Iterator[str]:
    """Dotted names of what a file imports; `from generator.room import module` is `generator.room.module`."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            names = [f"{node.module}.{name.name}" for name in node.names]
            yield from names if names[0].removeprefix("generator.") in FILES else [str(node.module)]


def test_every_module_has_its_place() -> None:
    """The order names every module once, so that a new one must be placed."""
    assert sorted(ORDER) == sorted(FILES)


def test_tests_stand_in_the_rooms() -> None:
    """Every room has its folder of tests, and no other folder has any but those of what is larger than a room."""
    folders = {path.parent.relative_to(TESTS).as_posix() for path in TESTS.rglob("test_*.py")}
    assert folders == {*(room for room in ROOMS if room.strip(".")), *LARGER}


@pytest.mark.parametrize("module", FILES)
def test_imports_run_one_way(module: str) -> None:
    """A module imports only modules before it in the order."""
    own = {name.removeprefix("generator.") for name in imported(FILES[module]) if name.startswith("generator.")}
    assert own <= set(ORDER[: ORDER.index(module)])


@pytest.mark.parametrize("library", OUTSIDE)
def test_a_library_has_its_room(library: str) -> None:
    """A library is imported by the modules that may, and by each of them."""
    users = {name for name, path in FILES.items() if library in {found.split(".")[0] for found in imported(path)}}
    assert users == OUTSIDE[library]


@pytest.mark.parametrize("call", CALLS)
def test_only_the_command_prints(call: str) -> None:
    """Nothing but the commands prints; data is never executed."""
    names = {name for name, path in FILES.items() for node in ast.walk(parsed(path)) if getattr(node, "id", "") == call}
    assert names == CALLS[call]


@pytest.mark.parametrize("module", sorted(FILES))
def test_a_module_is_short(module: str) -> None:
    """No module outgrows what a reader takes in at once."""
    lines = FILES[module].read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST
