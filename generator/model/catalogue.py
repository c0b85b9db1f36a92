"""What is measured, how it is computed again, how indicators hang together: the nouns of the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.commune import AdminUnit, Centre
from generator.model.duty import Duty
from generator.model.former import Former
from generator.model.law import Law
from generator.model.provincial import Provincial
from generator.model.record import Record


@dataclass(frozen=True, slots=True)
class Formula:
    """One way to recompute an indicator: `numerator / denominator`, both sums of indicator ids.

    `words` says it in Vietnamese, `base` what it is a share of where that is not the indicator's usual base.
    `condition` is '' or the value that the row's `gom_ky_truoc` must have for the formula to hold (an empty one
    counts as `khong_ro`); `unless` '' or the count that must not be there; `line` is where the catalogue says it.
    `printed` are counts that may be the sum of the denominator, each with what the share is of where the same row
    prints it so: then the sum is not ours.
    """

    words: str
    numerator: str
    denominator: str
    condition: str = ""
    unless: str = ""
    base: str = ""
    line: int = 1
    printed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured. `better` is cao | thap | khong; `decimals` are those of computed values;
    `everyday` are the phrases that people use for it, `written` those of forms and reports, `others` what its rate
    leaves out of its whole; `line` is where the catalogue says it.
    """

    id: str
    name: str
    question: str
    unit: str
    decimals: int
    better: str
    subject: str
    base: str
    basis: str
    others: str = ""
    formulas: tuple[Formula, ...] = ()
    breakdowns: Mapping[str, str] = field(default_factory=dict)
    everyday: tuple[str, ...] = ()
    written: tuple[str, ...] = ()
    line: int = 1

    def part(self, breakdown: str) -> str:
        """A part of it in words: those of the catalogue, else those of the document; '' for the whole."""
        return self.breakdowns.get(breakdown, breakdown)


@dataclass(frozen=True, slots=True)
class Relation:
    """How indicators hang together, from `quan-he.yml`; general rules evaluate it.

    kind `tong`: `whole` is the sum of `parts`; `chong`: parts of `whole` that may overlap;
    `tong_phan_to`: `whole` without breakdown is the sum of its breakdowns;
    `hai_co_so`: `whole` and `parts[0]` are one question on two bases; `chi_tiet`: `parts` say in
    detail what `whole` says in general; `gan_ten`: `parts` have names near that of `whole`, and may be another
    question; `chuyen_ky`: `whole` was carried over from `parts[0]`; `du_cho`: a
    `whole` of 100 % means as many of `parts[0]` as of `parts[1]`. `noi_khac`: a remark whose words are among
    `said` speaks against a high `whole` or `parts`; `van_ban_noi_co`: a directive whose words are among `said`
    speaks against a `whole` of none; `lam_va_dinh`: two passages of one document, of which one says `said[0]`
    and one `said[1]`, speak of one thing; `moi_lan_mot_viec`: each value is something else, never what another was
    before; `chia_rieng`: documents break `parts` down, and not their `whole`.

    `words` says the relation; `otherwise` how a disagreement may be explained (`{tong}` is the whole as printed).
    Each group of `said` lists words of which a text has one. `optional` are parts of a sum that count
    where they are printed, `condition` is '' or the value of `gom_ky_truoc` with which it holds.
    """

    kind: str
    whole: str
    parts: tuple[str, ...]
    words: str
    otherwise: str = ""
    said: tuple[tuple[str, ...], ...] = ()
    line: int = 1
    optional: tuple[str, ...] = ()
    condition: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Indicators that stand together on a subject's page, in this order; `id` is the anchor of their section."""

    id: str
    title: str
    indicators: tuple[str, ...]
    line: int = 1


THOUSAND = "trong 1.000"
"""The unit of what a share lacks, where it is near the whole: 98,5 % on time are 15 in 1,000 late."""
SPENT_OF, LATE_TASKS = "chi_so_voi_giao", "viec_qua_han"
"""Questions that tables answer: how much of what was given is spent, how many tasks are late."""


@dataclass(frozen=True, slots=True)
class Question:
    """What communes are placed beside each other by: `id` is an indicator, or one of those that tables answer. `part`
    is the part of the indicator that is compared, `unit` that of the values, `subject` whose page answers it. One that
    is `turned` tells what its rate lacks, in 1,000; one that is not `of_cases` has nothing in which chance had a part.
    """

    id: str
    name: str
    words: str
    unit: str
    subject: str
    part: str = ""
    turned: bool = False
    of_cases: bool = True
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Outline:
    """A subject as `chu-de.yml` tells it: what its page is called and asks, what stands there and in which order.

    `id` is also the page's address below a commune, `question` is short enough for two lines of a poster, `lead` one
    sentence under the title. `aimed` are the rates drawn beside their targets, `compared` those of two years, `beside`
    the questions by which communes are placed beside each other. With `by_field` the parts of its indicators are fields
    of work: one of them never stands for the commune.
    """

    id: str
    name: str
    question: str
    lead: str
    groups: tuple[Group, ...] = ()
    aimed: tuple[str, ...] = ()
    compared: tuple[str, ...] = ()
    by_field: bool = False
    beside: tuple[Question, ...] = ()
    line: int = 1


@dataclass(frozen=True, slots=True)
class Said:
    """How an indicator is said, from `loi-noi.yml`; '' where that form does not tell it.

    `after` follows the number on a notice, which brings its unit; where it ends in ':', the document's words come next.
    `told` stands around {so} on a page, with {xa} for xã, phường, đặc khu, {noi_dung} for the document's words and
    {tinh_tren} for what a rate is a share of. `counted`, where counts are known, stands around {phan} of {tong}
    ({co_so}); `rest` says those left over, of which `rest_printed` is the count that documents print.
    `about` is the quantity that is missing where nothing is known; of several with one `about`, the first that has a
    value is told. It is not said to be missing where the indicator `unless`, which answers it in other words, is known.
    `short` is a name that is soon read over a bar; `hung` is false where no notice tells it by its name;
    `uncarried` is what a notice adds where a document counts without what was carried over.
    """

    indicator: str
    after: str = ""
    told: str = ""
    about: str = ""
    counted: str = ""
    rest: str = ""
    rest_printed: str = ""
    unless: str = ""
    short: str = ""
    hung: bool = True
    uncarried: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True)
class Place:
    """Where people get on whom no page of ours helps, from `noi-giup.yml`: what it `does` by the document `origin` of
    the `day` (ISO). `lines` are telephone lines of the office; one that `helps` answers “Ai giúp tôi” where a commune
    names no place of its own; `everyday` is what people type who need it, `read_at` an address where the document is
    read, `dated` words for the day where it is not one up to which the document tells.
    """

    id: str
    name: str
    does: str
    origin: str
    day: str
    web: str = ""
    lines: tuple[str, ...] = ()
    helps: bool = False
    everyday: tuple[str, ...] = ()
    read_at: str = ""
    dated: str = ""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The shared `danh-muc/` folder, read and typed. From one that is `faulty` no figures are made. Subjects stand in
    reading order, words in the order of importance to people who live there. `wordings` are groups of phrases with one
    meaning, `idle` words that nobody looks for, `duties` what is due again and again, `laws` what laws ask for;
    `provinces` what provinces publish of themselves and set their communes, by their codes; `former` the units of
    before July 2025; `centres` where communes lie, by their codes.
    """

    indicators: Mapping[str, Indicator]
    relations: tuple[Relation, ...]
    units: Mapping[str, AdminUnit]
    glossary: tuple[tuple[str, str, str], ...]
    national_targets: tuple[Record, ...]
    subjects: Mapping[str, Outline] = field(default_factory=dict)
    said: Mapping[str, Said] = field(default_factory=dict)
    places: tuple[Place, ...] = ()
    wordings: tuple[tuple[str, ...], ...] = ()
    idle: tuple[str, ...] = ()
    duties: tuple[Duty, ...] = ()
    laws: tuple[Law, ...] = ()
    provinces: Mapping[str, Provincial] = field(default_factory=dict)
    former: Former = field(default_factory=dict)
    centres: Mapping[str, Centre] = field(default_factory=dict)
    faulty: bool = False

    @property
    def headlines(self) -> tuple[Question, ...]:
        """The questions by which every province's page compares, in reading order."""
        return tuple(question for subject in self.subjects.values() for question in subject.beside)

    def named_by(self, kind: str) -> frozenset[str]:
        """The indicators that relations of a kind name."""
        return frozenset(id for one in self.relations if one.kind == kind for id in (one.whole, *one.parts))
