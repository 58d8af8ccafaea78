"""What the HTML page knows of an index: every value that recurs is listed once, and recommendations hold its number."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

from wgtip_parse.emitters.citation import document_url, label, meeting_title, place_and_dates, reference
from wgtip_parse.emitters.lines import lines
from wgtip_parse.emitters.origins import NO_MEETING, NONE, Origin, of_meeting, origins
from wgtip_parse.index.model import (
    Basis,
    MeetingEntry,
    Position,
    Recommendation,
    RecommendationIndex,
    Similar,
    Strength,
)
from wgtip_parse.words import ENGLISH

LONGEST_BODY = 64  # characters of a body's name where there is little room

Numbers = dict[Any, int]  # a value and its place in the list of all values of its kind


def contents(index: RecommendationIndex) -> dict[str, Any]:
    """The index as one object of JSON, in the form that templates/*.js read."""
    every = index.recommendations
    origin = origins(index)
    of_none = [each for each in dict.fromkeys(origin.values()) if each.id is None]
    groups = _numbered((*map(of_meeting, index.meetings), *of_none))
    documents = _numbered(each.document for each in every if each.document is not None)
    sections = _numbered(each.section for each in every)
    stems = _numbered(each.stem for each in every if each.stem is not None)
    files = _numbered(each.source.name for each in every)
    addressees = _numbered(found.value for each in every for found in each.addressees)
    recommenders = _numbered(found for each in every for found in each.recommenders)
    topics = _numbered((found.id, found.label) for each in every for found in each.topics)
    of_one_body = len({each.body for each in index.meetings}) == 1
    return {
        "meetings": [*(_meeting(each, of_one_body) for each in index.meetings), *map(_document, of_none)],
        "documents": [[symbol, document_url(symbol)] for symbol in documents],
        "sections": list(sections),
        "stems": list(stems),
        "files": list(files),
        "addressees": list(addressees),
        "topics": list(topics),
        "from": list(recommenders),
        "strengths": list(get_args(Strength)),
        "positions": list(get_args(Position)),
        "bases": list(get_args(Basis)),
        "recommendations": [
            {
                "meeting": groups[origin[each.id]],
                "document": None if each.document is None else documents[each.document],
                "section": sections[each.section],
                "file": files[each.source.name],
                **({} if each.stem is None else {"stem": stems[each.stem]}),
                "addressees": [[addressees[found.value], found.evidence] for found in each.addressees],
                "topics": [[topics[found.id, found.label], found.evidence] for found in each.topics],
                **({"from": [recommenders[found] for found in each.recommenders]} if each.recommenders else {}),
                **_own(each),
            }
            for each in every
        ],
    }


def _meeting(meeting: MeetingEntry, of_one_body: bool) -> dict[str, Any]:
    """A meeting; where all are of one body, or it is the review of a State, that is not said again in little room."""
    year = of_meeting(meeting).year
    when = place_and_dates(meeting) or (str(year) if year else None)
    held = ", ".join(part for part in (meeting.state, when) if part)
    short = (held if of_one_body or meeting.state else "") or meeting_title(meeting, LONGEST_BODY)
    return {
        "id": meeting.id,
        "title": meeting_title(meeting),
        "short": short,
        "year": year,
        "state": meeting.state,
    }


def _document(origin: Origin) -> dict[str, Any]:
    """A document of no meeting, under which its recommendations stand as under one."""
    return {"id": NONE, "title": origin.title, "cited": origin.cited, "short": NO_MEETING, "year": origin.year}


def _own(each: Recommendation) -> dict[str, Any]:
    """What is a recommendation's own; what it does not have is left out."""
    own = {
        "id": each.id,
        "label": label(each),
        "reference": reference(each),
        "lines": [list(line) for line in lines(each)],
        "strength": _at(each.strength, Strength),
        "position": _at(each.position, Position),
        "basis": _at(each.basis, Basis),
        "deadline": each.deadline and [each.deadline.text, each.deadline.date],
        "operative": each.operative and [each.operative.verb, each.operative.evidence],
        "references": [[found.text, found.target] for found in each.references],
        "similar": [_similar(found) for found in each.similar],
        "subject": [[found.id, found.score, found.shared] for found in each.same_subject],
        "earlier": [[found.id, found.document, found.number, found.text] for found in each.earlier],
        "deliberations": [[found.document, found.number, found.text] for found in each.deliberations],
        "language": None if each.language == ENGLISH else each.language,
        "languages": [[found.language, found.number, found.text] for found in each.languages],
        "line": each.source.line,
        "page": each.source.page,
    }
    return {name: value for name, value in own.items() if value not in (None, [])}


def _similar(found: Similar) -> list[Any]:
    return [found.id, found.score, found.exact, found.shared, found.differing, _at(found.strength, Strength)]


def _at(value: str | None, of: Any) -> int | None:
    """The place of a value in the list of all that a literal type has."""
    return None if value is None else get_args(of).index(value)


def _numbered(values: Iterable[Any]) -> Numbers:
    """Each value once, numbered in the order of their first."""
    return {value: number for number, value in enumerate(dict.fromkeys(values))}
