"""What laws ask a commune to measure and to publish: the nouns of `theo-luat.yml`."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.figure import Topic


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that a law asks for: at `clause`, in its own `words`, and what it is in `plain` ones.

    `topics` answer it, the first that has a value before the others; `related` speak of the same matter and are no
    answer. `duties` are ids of what is due (`han-bao-cao.yml`), `until` says when in words where none of them does.
    `most` are the points that it may have, None where it has none. `how` it is computed, `holder` in whose system the
    number stands, `version` of the definition where it is another than that of the law, `note` what else a reader must
    know: each, and `clause`, '' where the catalogue does not say it, which does so at `line`.
    """

    id: str
    clause: str
    words: str
    plain: str
    topics: tuple[Topic, ...] = ()
    related: tuple[Topic, ...] = ()
    duties: tuple[str, ...] = ()
    until: str = ""
    most: int | None = None
    how: str = ""
    holder: str = ""
    version: str = ""
    note: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True)
class Law:
    """A document that asks, with what it asks for in its own order. `subject` is the page that leads to it; `basis` its
    number, day and clause, which are the version of its definitions; `lead` says what it is about, `who` measures,
    publishes and holds the numbers, `read_in` how sure its words are; `everyday` is what people type who look for it.
    """

    id: str
    name: str
    subject: str
    basis: str
    lead: str
    who: str
    read_in: str
    everyday: tuple[str, ...] = ()
    asked: tuple[Asked, ...] = ()
    line: int = 1

    @property
    def topics(self) -> tuple[Topic, ...]:
        """All that it names, answers and what is related."""
        return tuple(topic for one in self.asked for topic in (*one.topics, *one.related))
