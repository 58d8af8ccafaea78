"""By what a search is narrowed: parts of names, in any case, told from what is in the index; and "did you mean".

The whole name counts before a part of it: "States" is "States", and "system organizations" every addressee that has
these words. Where nothing has them, the names that are written most like it are told.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from wgtip_parse import entities
from wgtip_parse.index import wanted
from wgtip_parse.index.spelling import plain, plain_words
from wgtip_parse.words import words

LIKE_ENOUGH = 60.0  # per cent of their letters in common have the words of two names, from which on one may be meant
AS_LIKE = 20.0  # per cent less than the best that another may have
SUGGESTED = 3  # names that are told where there is none
BODY = "coalesce(m.body, d.body, d.organ)"
YEAR = "coalesce(m.year, CAST(substr(d.date, 1, 4) AS INTEGER))"
DATE = "coalesce(m.start, d.date, CAST(m.year AS TEXT))"
OF_MEETING = "document d LEFT JOIN meeting m ON m.id = d.meeting"
NAMES = {  # every value of what a search can be narrowed by, with its names
    "meeting": """SELECT id, id FROM meeting UNION ALL
        SELECT id, id || coalesce(' ' || body, '') || coalesce(' ' || organ, '') || coalesce(' ' || state, '')
          || coalesce(' ' || ordinal, '') || coalesce(' ' || year, '') || coalesce(' ' || place, '') FROM meeting""",
    "body": f"""SELECT {BODY}, {BODY} FROM {OF_MEETING} WHERE {BODY} IS NOT NULL UNION
        SELECT {BODY}, {BODY} || ' ' || d.symbol FROM {OF_MEETING} WHERE {BODY} || d.symbol IS NOT NULL""",
    "symbol": "SELECT DISTINCT symbol, symbol FROM document WHERE symbol IS NOT NULL",
    "topic": "SELECT id, label FROM topic UNION ALL SELECT id, id FROM topic",
    "addressee": "SELECT DISTINCT value, value FROM addressee",
    "refers_to": """SELECT target, target FROM reference UNION
        SELECT target, kind || ' ' || target || ' ' || text FROM reference""",
    "state": "SELECT DISTINCT state, state FROM meeting WHERE state IS NOT NULL",
    "sender": "SELECT DISTINCT state, state FROM recommender",
}
CONDITIONS = {
    "meeting": "r.meeting IN (SELECT value FROM json_each(:meeting))",
    "body": f"{BODY} IN (SELECT value FROM json_each(:body))",
    "symbol": "d.symbol IN (SELECT value FROM json_each(:symbol))",
    "topic": """r.key IN (SELECT recommendation FROM recommendation_topic
        WHERE topic IN (SELECT value FROM json_each(:topic)))""",
    "addressee": """r.key IN (SELECT recommendation FROM addressee
        WHERE value IN (SELECT value FROM json_each(:addressee)))""",
    "refers_to": """r.key IN (SELECT recommendation FROM reference
        WHERE target IN (SELECT value FROM json_each(:refers_to)))""",
    "state": "m.state IN (SELECT value FROM json_each(:state))",
    "sender": "r.key IN (SELECT recommendation FROM recommender WHERE state IN (SELECT value FROM json_each(:sender)))",
    "strength": "r.strength = :strength",
    "year": f"{YEAR} = :year",
    # As far as both dates go: what is of 2024 may be of any month of it.
    "since": f"substr({DATE}, 1, length(:since)) >= substr(:since, 1, length({DATE}))",
}
OF_ENTITIES = ("addressee", "body")  # whose names may be those of entities of the United Nations
TOLD_BY_VALUE = ("meeting", "body", "refers_to")  # whose names are longer than what one would type
SAID = {"refers_to": "reference to", "sender": "recommendation from"}  # where the name of an option is no word for it

Named = list[tuple[str, str]]


class UnknownValueError(Exception):
    """Nothing in the index is of the meeting, on the topic or to the addressee that is asked for; one line."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What a hit has to be: of a meeting, a body, on a topic, to an addressee …; None asks for nothing.

    Names may be parts of names. `sender` is a State that recommends in a review, `state` the State under review,
    `since` an ISO 8601 date, a month or a year.
    """

    meeting: str | None = None
    body: str | None = None
    symbol: str | None = None
    topic: str | None = None
    addressee: str | None = None
    refers_to: str | None = None
    strength: str | None = None
    state: str | None = None
    sender: str | None = None
    year: int | None = None
    since: str | None = None


def conditions(database: sqlite3.Connection, filters: Filters) -> tuple[list[str], dict[str, object]]:
    """What SQL asks of a hit, and the values in it. Raises UnknownValueError."""
    asked = {name: value for name, value in asdict(filters).items() if value is not None}
    values = {name: _values(database, name, value) if name in NAMES else value for name, value in asked.items()}
    return [CONDITIONS[name] for name in asked], values


def _values(database: sqlite3.Connection, name: str, asked: str) -> str:
    """The values that a name or a part of it stands for, as JSON."""
    known = [(str(value), str(each)) for value, each in database.execute(NAMES[name])]
    found = _whole(name, known, asked) or _parts(name, known, asked)
    if not found:
        raise UnknownValueError(f"no {SAID.get(name, name)} {asked} in this index{_suggestion(name, known, asked)}")
    return json.dumps(found)


def _whole(name: str, known: Named, asked: str) -> list[str]:
    """The values of which it is the whole name, in whatever form."""
    names = {plain(asked)}
    if name == "addressee":
        names.add(plain(entities.named(asked) or asked))
    elif name in ("state", "sender"):
        from wgtip_parse import states  # hardly any search is for a State

        names.add(plain(states.named(asked) or asked))
    return _of_each(value for value, each in known if plain(each) in names)


def _parts(name: str, known: Named, asked: str) -> list[str]:
    """The values that have all its words in a name, each perhaps only begun; an entity is known by all its names."""
    entity = entities.named(asked) if name in OF_ENTITIES else None
    ways = [each for each in map(_pattern, entities.ways_of_writing(entity) if entity else (asked,)) if each]
    found = []
    for value, each in known:
        text = plain(" ".join(entities.ways_of_writing(each)) if name in OF_ENTITIES else each)
        if any(all((part.search(text) is not None) != excluded for part, excluded in way) for way in ways):
            found.append(value)
    return _of_each(found)


def _pattern(asked: str) -> list[tuple[re.Pattern[str], bool]]:
    """What of a name is asked for, and what must not be in it; nothing where that is all."""
    parts = [(wanted.pattern(each, words()), each.excluded) for each in wanted.terms(asked)]
    return parts if any(not excluded for _, excluded in parts) else []


def _of_each(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))


def _suggestion(name: str, known: Named, asked: str) -> str:
    """What may be meant: the names whose words are written most like those asked for."""
    sought, best = plain_words(asked), dict[str, tuple[float, str]]()
    for value, each in known:
        alike = _likeness(sought, plain_words(each))
        if alike >= LIKE_ENOUGH and alike > best.get(value, (0.0, ""))[0]:
            best[value] = (alike, value if name in TOLD_BY_VALUE else each)
    ranked = sorted(best.values(), key=lambda found: -found[0])[:SUGGESTED]
    told = [each for alike, each in ranked if alike > ranked[0][0] - AS_LIKE]
    return f"; did you mean {', '.join(told)}?" if told else "; wgtip stats shows what there is"


def _likeness(sought: list[str], words: list[str]) -> float:
    """The letters that each word sought has in common with the word most like it, as a mean in per cent."""
    from rapidfuzz import fuzz

    best = [max((fuzz.ratio(each, word) for word in words), default=0.0) for each in sought]
    return sum(best) / len(best) if best else 0.0
