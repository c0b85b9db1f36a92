"""Named numbers that no row of `test_edges` tries, each with its reason."""

from __future__ import annotations

_MEASURE = "a measure on a picture or on paper: test_cards, test_charts and test_board look at what is drawn or printed"
_PORTION = "how much is done at a time: what comes of it is the same for any number"
_WAITING = "how long something is waited for: no test looks at a clock"
_SIGN = "a sign that one half of the code gives the other: any number that both know will do"
_MADE_UP = "how made-up communes come out: any like them would do, and test_sample looks at what is made"
_WEIGHT = "a weight of likeness: measure_drafts.py tells what comes of all of them on real reports"
_HUGE = "too much to unpack in a test, where a byte more or less is nobody's concern"

EXEMPT = {
    "forms.many_imports._ZIP_SAYS_UTF8": "a bit of the zip format, not ours to choose",
    **dict.fromkeys(
        (
            "drafting.phrases.EVERYDAY", "drafting.phrases._EMPTY_WEIGHT", "drafting.suggest.LEAST",
            "drafting.suggest._NEAR", "drafting.suggest._ROUND", "drafting.suggest._ABOVE",
            "drafting.suggest._OTHER_UNIT", "drafting.suggest._SAME_UNIT", "drafting.suggest._COVER",
            "drafting.suggest._FIT",
        ),
        _WEIGHT,
    ),
    **dict.fromkeys(("drafting.sums._MOST_WAYS", "drafting.sums._OF_EACH"), "a bound on work that no real sum meets"),
    "drafting.read_word.MOST_CELLS": "a table of so many cells takes minutes to write",
    **dict.fromkeys(
        (
            "charts.card.WIDTH", "charts.card.HEIGHT", "charts.card._EDGE", "charts.card._ROOM", "charts.card._BAND",
            "charts.card._BASE", "charts.card._NARROWEST", "charts.draw.WIDTH", "charts.row_layers._BAR",
            "charts.time_scale.SIZE", "charts.time_scale.FOOT", "charts.time_scale.PLOT",
            "charts.time_scale.HEAD", "charts.time_scale.LINE", "charts.time_scale.EDGE", "charts.panel_layout._APART",
            "charts.panel_layout._BESIDE", "charts.panel_layout._PANEL", "charts.spark.WIDTH", "charts.spark.HEIGHT",
            "charts.spark._DOT", "charts.spark._FLAT", "charts.strip.WIDTH", "charts.strip._BARS",
            "charts.strip._HEAD", "charts.strip._LARGE", "charts.strip._LEFT", "charts.strip._LETTERS",
            "charts.strip._RIGHT", "charts.strip._ROW", "charts.strip._SMALL",
            "charts.layout.LABEL_SIZE", "charts.layout.VALUE_SIZE", "charts.layout.TARGET_SIZE", "charts.layout.LINE",
            "charts.layout._GAP", "forms.sheets.HEADER", "forms.sheets.FIRST", "forms.write_form._LINE_HEIGHT",
            "forms.write_form._MOST_LINES", "forms.write_form._CHECK_WIDTH", "forms.write_month._LINE_HEIGHT",
            *(f"forms.write_month.{name}" for name in (
                "LABEL", "ANSWER", "BEFORE", "BESIDE", "PLACE", "MARK", "_TITLE", "_HEADINGS", "_STEPS"
            )),
             "notice.notice._MODULE", "notice.notice._SMALLEST", "pieces.paper.WIDTH",
            "pieces.paper.HEIGHT", "pieces.paper._MM", "pieces.paper._LETTER", "pieces.paper._BOLD",
            "pieces.paper.NUMBERS", "pieces.paper.GAP", "country.commune_downloads._NARROW",
            "country.commune_downloads._WIDE", "country.commune_downloads._TEXT",
            *(f"pieces.embed.{name}" for name in (
                "NARROW", "_ROOM", "_BOX", "_CHART", "_STRIP", "_MAP_WIDTH", "_MAP_AROUND", "_AROUND", "_LETTER"
            )),
            *(f"country.map_layout.{name}" for name in (
                "WIDE", "TALL", "_EDGE", "_LOWEST", "_NAME", "_LETTER", "_ABOVE"
            )),
        ),
        _MEASURE,
    ),
    **dict.fromkeys(
        (
            "charts.card._BATCH", "charts.draw._BATCH", "country.frame._AT_ONCE", "past.kept._BATCH",
            "past.kept._AT_ONCE", "past.kept._CATALOGUES", "publishing.copies._PIECE", "publishing.guard._BATCH",
            "publishing.runs.MOST", "publishing.runs.FEWEST", "communes.FEWEST",
        ),
        _PORTION,
    ),
    **dict.fromkeys(
        (
            "made_up.budget._AHEAD", "made_up.character._FULL", "made_up.character._LATE_STARTER",
            "made_up.character._SILENT",
            "made_up.course._HALF_OF_THE_GAIN", "made_up.dossiers._COUNTRY", "made_up.growth._HALFWAY",
            "made_up.months.LAST_MONTH", "made_up.months.LAST_YEAR", "made_up.promises._SEEN",
        ),
        _MADE_UP,
    ),
    **dict.fromkeys(("publishing.pdf._PATIENCE", "publishing.serve._PAUSE", "publishing.copies._PATIENCE",
                     "publishing.copies._SLOWEST"), _WAITING),
    **dict.fromkeys(
        (
            "country.workbook._DAY", "country.workbook._HEAD", "country.workbook._WRAPPED",
            "charts.cache._MARK", "country.questions._SIGN", "model.edition._FORM", "forms.own_process._TOO_MUCH",
            "pieces.loudspeaker_words.MUST", "pieces.loudspeaker_words.NEEDED", "pieces.loudspeaker_words.FACT",
            "pieces.loudspeaker_words.DETAIL", "pieces.loudspeaker_words.EXTRA",
        ),
        _SIGN,
    ),
    **dict.fromkeys(("officer.office_files._MOST_BYTES", "publishing.guard._MOST_UNPACKED"), _HUGE),
    "publishing.copies.MOST": "too much to fetch in a test: test_verify tries with less in its place",
    "forms.read_form.MOST_CELLS": "half a million cells take a minute to write: test_form_limits tries with fewer",
    "pieces.figure_rows._LAST": "test_rows counts what a row shows of one, two, twelve and thirty-six months",
    "pieces.over_time._THOUSAND": "a name for one thousand, of which the words below the chart speak",
    "language.first_look._LONGEST": "from fourteen on any number sees the same: “and a little more”, as it says",
    "publishing.switch._FOLDER": "a right of the system, not an amount: test_switch looks at what others may read",
    "publishing.switch._FILE": "a right of the system, not an amount: test_switch looks at what others may read",
}  # fmt: skip
"""Name of a number to why nothing just beside it could be tried."""
