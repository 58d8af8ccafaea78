"""The meeting that a document is of, as its own masthead says, whatever other documents there are.

What is sent round or adopted (letters, resolutions, budgets) is of no meeting, and neither is what prints no session
and no dates. When it is not sure which meeting it is, it is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from wgtip_parse import bodies as naming
from wgtip_parse import sessions, symbols
from wgtip_parse.bodies import Bodies, Named, slug
from wgtip_parse.documents import NO_DATES, Dates, Document
from wgtip_parse.sessions import Session
from wgtip_parse.words import words

ADOPTED = {"RES", "DEC"}
OF_A_STATE = re.compile(r"[A-Z]{3}")
STARS = re.compile(r"[^\w)]+\Z")


@dataclass(frozen=True, slots=True)
class Membership:
    """The meeting that a document says it is of.

    `stem` is that of the body's symbols or what stands for it, `name` None where no name is known; `state` is the State
    of a review, "" where it is not printed. `reported` says that the document is the report of the meeting.
    """

    id: str
    stem: str
    name: str | None
    session: Session | None
    dates: Dates
    year: int | None
    state: str | None = None
    reported: bool = False


def membership(of: Document, bodies: Bodies | None = None) -> Membership | None:
    """The meeting that the document is of; None where it is of none or does not say of which."""
    registry = symbols.bodies() if bodies is None else bodies
    if (review := _of_review(of, registry)) is not None:
        return review
    if (reported := _of_report(of, registry)) is not None:
        return reported
    if is_of_none(of, registry):
        return None
    if _records(of) is not None:
        return _of_records(of, registry)
    return _of_masthead(of, registry)


def is_of_none(of: Document, bodies: Bodies) -> bool:
    """Whether it is sent round or adopted, a budget, or the note of an organ: these are of no meeting."""
    known, title = words(of.language), of.masthead.title or ""
    if of.symbol is not None and not ADOPTED.isdisjoint(of.symbol.stem.split("/")):
        return True
    if any(map(known.of_no_meeting.match, of.lines)) or known.of_a_budget.match(title):
        return True
    named = naming.body(of, bodies)
    is_organ = named is not None and named.name in known.known("principal_organs")
    return is_organ and any(map(known.of_a_note.match, of.lines))


def _of_review(of: Document, bodies: Bodies) -> Membership | None:
    """The review of a State is a meeting of its own, named by the symbol of its report."""
    if of.symbol is None or not _is_review(of):
        return None
    base = of.symbol.base
    of_a_state = _has_state_in_symbol(of)
    parts = (base.stem, base.period or "", *(base.document[:1] if of_a_state else base.document))
    body = naming.body(of, bodies) or Named(base.stem, None)
    session = _session_printed(of)
    return Membership(
        slug("/".join(parts)), body.stem, body.name, session, of.dates, _year(of, session, of.dates), _state(of)
    )


def _is_review(of: Document) -> bool:
    of_its_report = words(of.language).review_of_a_state.search(" ".join(of.lines))
    return of_its_report is not None or _has_state_in_symbol(of)


def _has_state_in_symbol(of: Document) -> bool:
    """Whether the symbol is that of a paper put before a review: "A/HRC/WG.6/7/SVN/3"."""
    document, known = of.symbol.document if of.symbol else (), words(of.language)
    of_reviews = any(map(known.periodic_review.search, (of.masthead.body or "", *of.lines)))
    return of_reviews and len(document) > 1 and OF_A_STATE.fullmatch(document[0]) is not None


def _state(of: Document) -> str:
    """The line below those that say that it is a review; "" where there is none."""
    above = words(of.language).above_a_state
    below = next((at for at in range(len(of.lines), 0, -1) if above.match(of.lines[at - 1])), len(of.lines))
    state = STARS.sub("", of.lines[below]) if below < len(of.lines) else ""
    return "" if any(map(str.isdigit, state)) else state


def _of_report(of: Document, bodies: Bodies) -> Membership | None:
    """The meeting that the title reports: "Report of the Board on its special session", to whomever it is put."""
    known = words(of.language)
    if any(map(known.draft_of_a_text.match, of.lines)):
        return None
    lines = of.lines if _records(of) is not None else of.lines[:1]
    told = next((match for line in lines if (match := known.reports_a_session.match(line))), None)
    session = sessions.parse(told["session"], known) if told else None
    body = _reporting(of, told["body"], bodies) if told and session else None
    if session is None or body is None:
        return None
    dates = _dates_reported(of, body, session, bodies)
    return _member(of, body, session, dates, reported=True)


def _reporting(of: Document, printed: str | None, bodies: Bodies) -> Named | None:
    """The body that reports: that which the title names, in whole or in part, or else that of the masthead."""
    known, own = words(of.language), naming.body(of, bodies)
    if printed is None:
        titled = known.report_of_a_body.match(of.masthead.title or "")
        return (naming.named(titled["body"], bodies, known) if titled else None) or own
    if (registered := naming.named(printed, bodies, known)) is not None:
        return registered
    if own is not None and own.name is not None and printed.casefold() in own.name.casefold():
        return own
    return Named(slug(printed), printed) if naming.is_name(printed, known) else None


def _dates_reported(of: Document, body: Named, session: Session, bodies: Bodies) -> Dates:
    """The dates of the masthead, where they are those of the session that is reported and of no other."""
    printed, known = _session_printed(of), words(of.language)
    if body == naming.body(of, bodies):
        return of.dates if printed is None or printed.name == session.name else NO_DATES
    if of.masthead.body is not None:
        return NO_DATES
    is_second = any(map(known.lists_dates.match, of.masthead.other))
    return of.dates if printed is None or not printed.of_a_year or is_second else NO_DATES


def _records(of: Document) -> int | None:
    """Where "Official Records" stands among the lines of the masthead."""
    records = words(of.language).records
    return next((at for at, line in enumerate(of.masthead.other) if records.match(line)), None)


def _of_records(of: Document, bodies: Bodies) -> Membership | None:
    """A supplement to the records of an organ: of the one session it reports, or else of that of the organ."""
    known, other, at = words(of.language), of.masthead.other, _records(of) or 0
    titled = known.report_of_a_body.match(of.masthead.title or "")
    body = naming.named(titled["body"], bodies, known) if titled else naming.body(of, bodies)
    below = sessions.parse(other[at + 1], known) if at + 1 < len(other) and known.session.match(other[at + 1]) else None
    more = [line for line in (*other[:at], *other[at + 2 :]) if known.session.match(line)]
    own = _session_printed(of)
    if below and own and body and of.start and not more and not known.reports_sessions.match(of.masthead.title or ""):
        return _member(of, body, own, of.dates, reported=True)
    organ, session = naming.named(of.masthead.organ or "", bodies, known), below or own
    return _member(of, organ, session, NO_DATES) if organ and session else None


def _of_masthead(of: Document, bodies: Bodies) -> Membership | None:
    """The session or the month of the body that the masthead names."""
    body, known = naming.body(of, bodies), words(of.language)
    if body is None or known.reports_sessions.match(of.masthead.title or ""):
        return None
    is_report = of.role == "part" or _is_report_of(of, body)
    return _member(of, body, _session_printed(of), of.dates, reported=is_report)


def _is_report_of(of: Document, body: Named) -> bool:
    """Whether the title says "Report", and of this body or of a meeting; papers put before it say of what else."""
    known, title = words(of.language), of.masthead.title or ""
    if known.report_of_a_meeting.match(title):
        return True
    return bool(body.name and known.report_of_a_body.match(title) and body.name.casefold() in title.casefold())


def _session_printed(of: Document) -> Session | None:
    """The session of the masthead, also where the name of the body begins with it."""
    head, known = of.masthead, words(of.language)
    if head.session is not None:
        return sessions.parse(head.session, known)
    counted = known.ordinal_of_a_body.match(head.body or head.organ or "")
    return sessions.parse(counted["session"], known) if counted else None


def _member(
    of: Document, body: Named, session: Session | None, dates: Dates, *, reported: bool = False
) -> Membership | None:
    """The meeting, named by body and session, or by body and month; None where neither is told beyond doubt."""
    year = _year(of, session, dates)
    placed = session.in_year(year or (of.symbol.year if of.symbol else None)) if session else None
    start, end = dates
    when = placed.name if placed else None
    if when is None and start and end and start[:4] == end[:4]:
        when = start[:7]
    if when is None:
        return None
    return Membership(f"{slug(body.stem)}-{when}", body.stem, body.name, placed, dates, year, reported=reported)


def _year(of: Document, session: Session | None, dates: Dates) -> int | None:
    """The year of the session as printed, or of its dates; where these are of two years, that of the symbol."""
    if session is not None and session.year is not None:
        return session.year
    years = {int(each[:4]) for each in dates if each}
    symbols_of = (of.symbol, *of.symbol.joint) if of.symbol else ()
    if len(years) > 1:
        years &= {each.year for each in symbols_of if each.year is not None}
    return years.pop() if len(years) == 1 else None
