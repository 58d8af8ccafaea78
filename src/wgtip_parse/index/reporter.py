"""Who reports: the names under which the body or person behind a report speaks of itself in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from wgtip_parse import symbols
from wgtip_parse.model import Masthead, Report
from wgtip_parse.words import Words

LONGEST_NAME = 200  # characters: a longer one is a title that ran on
NAMED_TWICE = 2  # bodies in one name: "the Conference of the Parties"
SUBJECT = r"(?:^|[,;“—–] ?|\b(?:{joins}) |\)\s*)(?:{names})\b,? "


@dataclass(frozen=True, slots=True)
class Reporter:
    """Who speaks in a report.

    `subject` finds its names where a clause may begin, up to what follows them; `names` are those in full. What a
    body that `decides` requests in its proceedings is a decision; a person asks in the present tense alone.
    """

    subject: re.Pattern[str]
    names: tuple[str, ...]
    decides: bool
    is_person: bool


def reporter_of(report: Report, known: Words) -> Reporter:
    """The reporter of a report: by its title and what stands below it, else by the body in its masthead.

    A paper that is put before a board is not the board's. Where nobody is named, it is whichever body speaks.
    """
    head = report.masthead
    title, below = head.title or "", " ".join(head.other)
    whole, person = _named(head, title, below, known)
    if not whole:
        return any_body(known)
    of_itself = known.dated_letter.match(title) is None or known.word("secretary_general") in title
    own = [known.word("first_person")] if of_itself else []
    receives = not person and whole not in title and known.deciding_body.search(whole)
    if receives and not known.proceedings.search(title):
        return _reporter([*own, *known.listed("impersonal_reporters")], False, False, known)
    names = [*own, *known.listed("impersonal_reporters"), *_names(whole, known)]
    if not person and known.a_meeting.search(f"{title} {whole}"):
        names.append(known.word("the_meeting"))
    return _reporter(names, not person and known.deciding_body.search(whole) is not None, person, known)


@cache
def any_body(known: Words) -> Reporter:
    """Any body: who asks under a heading that says "Recommendations", and in a report that does not say whose it is."""
    names = [f"{known.word('the')} {name}" for name in (*known.listed("body_heads"), *known.listed("body_names"))]
    own = [known.word("first_person"), *known.listed("impersonal_reporters"), *known.listed("inspectors")]
    return _reporter([*own, *names], False, False, known)


def _named(head: Masthead, title: str, below: str, known: Words) -> tuple[str, bool]:
    """The name of the body or person, and whether it is a person."""
    of = known.report_of.search(title)
    if of and known.body_head.search(of["body"]) and not known.no_body.match(of["body"]):
        return of["body"], known.a_person.match(of["body"]) is not None
    person = known.report_by_person.search(f"{title} {below}")
    if person and not known.proceedings_or_draft.search(title):
        return person["person"], True
    return head.body or _registered(head) or head.organ or "", False


def _registered(head: Masthead) -> str | None:
    """The body whose symbols the document's is one of."""
    symbol = symbols.parse(head.symbol) if head.symbol else None
    body = symbols.body_of(symbol) if symbol else None
    return body.name if body else None


def _names(whole: str, known: Words) -> list[str]:
    """All ways of naming a body in its own report: "the Working Group", "the Group"."""
    if not whole:
        return []
    heads = [match[0] for match in known.named_body_head.finditer(whole)][:NAMED_TWICE]
    short = [name for head in heads for name in (head, head.split()[-1])]
    names = [f"{known.word('the')} {name}" for name in dict.fromkeys([whole, *short])]
    if any(each in whole for each in known.listed("inspecting")):
        names += known.listed("inspectors")
    return [name for name in names if len(name) < LONGEST_NAME]


def _reporter(names: list[str], decides: bool, is_person: bool, known: Words) -> Reporter:
    ways = sorted(dict.fromkeys(names), key=lambda name: (-len(name), name))
    either = "|".join(_either_case(re.escape(name)) for name in ways)
    joins = known.filled("<<joins_clauses>>")
    subject = re.compile(SUBJECT.format(joins=joins, names=either))
    return Reporter(subject, tuple(ways), decides, is_person)


def _either_case(name: str) -> str:
    """A name as it begins a sentence and as it stands within one."""
    return f"[{name[0].upper()}{name[0].lower()}]{name[1:]}" if name[0].islower() else name
