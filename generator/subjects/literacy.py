"""Digital literacy of all people: where to get help, the groups of the national plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from generator.language import spoken
from generator.language.numbers import show_quantity
from generator.language.value import State, Value
from generator.language.vietnamese import committee, kind_of, lowered, opened, stopped
from generator.model import choices
from generator.model.commune import Commune
from generator.model.figure import MEASURED, Figure, Kind
from generator.model.record import Record
from generator.pieces.addresses import subject_path
from generator.pieces.blocks import Answer, Grid, Notice, Prose, Section
from generator.pieces.document_links import passport_address
from generator.pieces.fact import Fact, told
from generator.pieces.loudspeaker_words import DETAIL, EXTRA, FACT, NEEDED, Number, Occasion, Spoken, say, when, whole
from generator.pieces.newest import unstated
from generator.pieces.paper import shortened
from generator.pieces.picking import pick, with_value
from generator.pieces.row_blocks import Cell, Link
from generator.pieces.sentence import dates
from generator.pieces.shown import MISSING, value
from generator.pieces.view import View
from generator.pieces.where_to_ask import asking, helping
from generator.reading.values import read
from generator.subjects.literacy_groups import COUNTS, groups, people_over_time
from generator.subjects.subject import Subject

ID = "binh-dan-hoc-vu-so"
_PLAN = "Kế hoạch quốc gia đặt mục tiêu về kỹ năng số của bốn nhóm và về số người được xác nhận trên VNeID"
"""What the national plan asks of every commune, whether its documents have a place for it or not."""
_POINTS = 3
"""Support points that are named one by one over the loudspeaker."""


def _national_targets(view: View, commune: Commune) -> Section:
    """What the country means to reach, for comparison; that there is nothing to compare, where that is so."""
    rows = []
    for target in view.dataset.catalogue.national_targets:
        group = choices.GROUPS.get(target["phan_to"], "Cả nước")
        unit = "%" if target["gia_tri"].endswith("%") else "người"
        aim = show_quantity(_number(target["gia_tri"], unit), unit, 0)
        year = target["giai_doan"].removeprefix("Năm ")
        rows.append((Cell(group), Cell(year), Cell(aim, "number"), Cell(target["noi_dung"])))
    own = pick(view.of(commune), *COUNTS, kinds=MEASURED)
    kind = kind_of(commune.name)
    alone = "" if with_value(own) else f" Văn bản của {kind} không có tỷ lệ cùng câu hỏi nên trang không so."
    shares = sum(target["gia_tri"].endswith("%") for target in view.dataset.catalogue.national_targets)
    people = f" và {len(rows) - shares} số người của cả nước" if len(rows) > shares else ""
    origin = view.dataset.catalogue.national_targets[0]["nguon_goc"]
    return Section(
        "Mục tiêu quốc gia của phong trào",
        "muc-tieu-quoc-gia",
        (
            Prose(f"{len(rows)} mức của kế hoạch quốc gia, để biết: {shares} tỷ lệ{people}.{alone}"),
            Prose(stopped(f"Nguồn gốc: {origin}"), "small"),
        ),
        (Grid("Mục tiêu quốc gia", ("Nhóm", "Năm", "Mục tiêu", "Nội dung"), tuple(rows)),),
        f"Xem {len(rows)} mục tiêu quốc gia",
    )


def _number(text: str, unit: str) -> Decimal:
    value = read(text, unit)
    return value.number or Decimal() if isinstance(value, Value) else Decimal()


def _unanswered(view: View, commune: Commune) -> str:
    """What the plan asks for, where the documents give nothing of it, which is no blank of theirs."""
    counts = [
        figure for figure in view.of(commune) if figure.topic.indicator in COUNTS and figure.kind is Kind.REPORTED
    ]
    none = bool(counts) and all(figure.value.state is State.MISSING for figure in counts)
    return f"{_PLAN}; các văn bản đã đọc chưa nêu số người." if none else ""


def _before(view: View, commune: Commune, _: str) -> Iterator[Section]:
    """Where people get help: place, hours, office line; or that nobody has said."""
    points = view.records(commune, "diem-ho-tro")
    if not points:
        text = f"Chưa có địa điểm, giờ mở cửa, điện thoại của điểm hỗ trợ. {asking(commune)}"
        yield Section("Điểm hỗ trợ người dân", "diem-ho-tro", (Notice("Chưa có thông tin", text, "missing"),))
        return
    rows = tuple(
        tuple(Cell(point[name] or "chưa có") for name in ("ten", "dia_chi", "gio", "duong_day")) for point in points
    )
    grid = Grid("Điểm hỗ trợ", ("Tên", "Địa điểm", "Giờ mở cửa", "Điện thoại cơ quan"), rows)
    yield Section("Điểm hỗ trợ người dân", "diem-ho-tro", (grid,))


def _after(view: View, commune: Commune, here: str) -> Iterator[Section]:
    yield from groups(view, commune, here)
    yield _national_targets(view, commune)


# --- who helps ---------------------------------------------------------------------------------


def teams(figures: Iterable[Figure]) -> Figure | None:
    """The newest count of community digital teams."""
    return next(iter(with_value(pick(figures, "to_cnsc"))), None)


def members(figures: Iterable[Figure], team: Figure) -> Figure | None:
    """How many people are in the teams, by the document and on the day of their count."""
    same = (team.source, team.period.end)
    found = with_value(pick(figures, "to_cnsc_thanh_vien"))
    return next((figure for figure in found if (figure.source, figure.period.end) == same), None)


def _helping(commune: Commune) -> str:
    """Where a person gets on who cannot do it alone; it promises no team in every village."""
    return f"Cần giúp, bà con hỏi {committee(commune.name)} xem tổ nào gần mình."


def answer(view: View, commune: Commune, figures: Sequence[Figure]) -> Answer:
    """Who helps me: place, hours and office line of the support points, then the teams."""
    question = view.subjects[ID].question
    page = subject_path(commune, ID)
    link = Link("Xem kỹ về Bình dân học vụ số", view.link(commune.address, page))
    here, details = kind_of(commune.name), tuple(_support_points(view, commune))
    team = teams(figures)
    if not team:
        sentence = unstated(view, commune, f"Chưa có số Tổ công nghệ số cộng đồng của {here}.", "to_cnsc")
        return Answer(question, MISSING, "", f"{sentence} {asking(commune)}", link, True, details)
    people = members(figures, team)
    members_too = f" với {value(people)}" if people else ""
    sentence = f"{opened(here)} có {value(team)} công nghệ số cộng đồng{members_too}. {_helping(commune)}"
    origin = passport_address(view, commune, commune.address, team)
    return Answer(question, value(team), dates(team), sentence, link, False, details, origin=origin)


def _there(place: str) -> str:
    """A place as it goes on after a name: `tại trụ sở` of `Tại trụ sở`."""
    return lowered(place) if place.startswith("Tại ") else place


_ASKED = (("Giờ mở cửa", "gio"), ("Điện thoại cơ quan", "duong_day"))
"""What people ask of a support point, and where it stands."""


def _support_points(view: View, commune: Commune, *, short: bool = False) -> Iterator[tuple[str, str]]:
    """Place, hours and office line of the support points; what some lack is said once, and who helps meanwhile."""
    points, ask = view.records(commune, "diem-ho-tro"), f"hỏi tại trụ sở {committee(commune.name)}"
    for point in points:
        yield "Điểm hỗ trợ", f"{point['ten']}, {_there(point['dia_chi'])}"
        yield from ((name, point[column]) for name, column in _ASKED if point[column])
    for name, column in _ASKED if points else ():
        given = [bool(point[column]) for point in points]
        if not all(given):
            yield f"{name} của nơi khác" if any(given) else name, f"chưa có, {ask}"
    if not points:
        yield "Điểm hỗ trợ, giờ mở cửa, điện thoại", f"chưa có, {ask}"
        yield from helping(view.dataset.catalogue.places, short=short)


def _facts(view: View, commune: Commune, own: Sequence[Figure]) -> Iterator[Fact]:
    if team := teams(own):
        yield told(view, team, f"công nghệ số cộng đồng. {_helping(commune)}")
    else:
        yield Fact(MISSING, answer(view, commune, own).sentence, missing=True)


def _help(view: View, commune: Commune) -> Iterator[tuple[str, str]]:
    """Place, hours and office line of a support point."""
    for title, text in [*_support_points(view, commune, short=True)][:2]:
        yield title, stopped(shortened(text, 190))


def _loudspeaker(about: Occasion) -> Iterator[Spoken]:
    """Who helps with telephone and online services: teams, then places, or that nobody has told."""
    topic = "tro-giup"
    there = about.known("to_cnsc")[:1]
    for team in there:
        have = f"{about.kind} có {{}} công nghệ số cộng đồng."
        if team.period.end == about.end:
            yield say(topic, NEEDED, have, whole(team))
        elif not team.period.end:
            yield say(topic, NEEDED, f"{have.removesuffix('.')}, văn bản không ghi đến ngày nào.", whole(team))
        else:
            yield say(topic, NEEDED, f"{{}}, {have}", when(team, about), whole(team))
        if people := members(about.view.sayable(about.commune), team):
            yield say(topic, DETAIL, "Các tổ có {}.", whole(people))
        yield say(topic, NEEDED, _helping(about.commune))
    if not there:
        yield say(topic, NEEDED, about.unstated(f"Chưa có số Tổ công nghệ số cộng đồng của {about.kind}.", "to_cnsc"))
    points = about.view.records(about.commune, "diem-ho-tro")
    for point in points[:_POINTS]:
        yield from _point(about, point)
    if not points:
        yield say(topic, NEEDED, "Chưa có địa chỉ, giờ mở cửa và số điện thoại của điểm hỗ trợ.")
        yield say(topic, EXTRA, about.asking)
    elif len(points) > _POINTS:
        yield say(topic, EXTRA, f"Các điểm hỗ trợ khác có trên trang của {about.kind}.")


def _point(about: Occasion, point: Record) -> Iterator[Spoken]:
    """A support point: name and place, hours, office line; what cannot be read out is left to the page."""
    topic, elsewhere = "tro-giup", f"có trên trang của {about.kind}."
    name, place, hours = (about.aloud(point[column]) for column in ("ten", "dia_chi", "gio"))
    if not (name and place):
        yield say(topic, FACT, f"Địa chỉ, giờ mở cửa của điểm hỗ trợ {elsewhere}")
        return
    called = _words(name, point["ten"], point)
    where = _words(_there(place), point["dia_chi"], point)
    text = "Điểm hỗ trợ: {}, {}." if where.words != place else "Điểm hỗ trợ: {}. Địa chỉ: {}."
    yield say(topic, FACT, text, called, where)
    if hours:
        yield say(topic, DETAIL, "Giờ mở cửa của {}: {}.", called, _words(hours, point["gio"], point))
    elif not point["gio"]:
        yield say(topic, DETAIL, "Chưa có giờ mở cửa của {}.", called)
    if line := spoken.telephone(point["duong_day"]):
        yield say(topic, DETAIL, "Điện thoại của {}: {}.", called, _words(line, point["duong_day"], point))


def _words(said: str, written: str, row: Record) -> Number:
    """Words of a document; they are listed beside the print where they hold numbers."""
    return Number(said, written, source=row["nguon"])


SUBJECT = Subject(
    ID,
    charts=people_over_time,
    before=_before,
    after=_after,
    answer=answer,
    rests_on=teams,
    planned=frozenset(COUNTS),
    unanswered=_unanswered,
    facts=_facts,
    help=_help,
    loudspeaker=_loudspeaker,
)
