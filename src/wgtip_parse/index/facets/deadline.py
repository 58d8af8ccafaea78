"""By when something is to be done: "by the end of 2027", "no later than June 2026", "at its tenth session"."""

from __future__ import annotations

import re

from wgtip_parse.index import operative, sentences
from wgtip_parse.index.model import Deadline
from wgtip_parse.words import Words

FIRST_PAST = 64  # characters before a session, in which a verb tells that it is over


def find(text: str, known: Words) -> Deadline | None:
    """The first deadline of what a text asks; its date is as precise as the words: "2030", "2026-06", "2025-12-31"."""
    for match in known.deadline.finditer(text):
        if match["session"] and known.past_session.search(text, max(0, match.start() - FIRST_PAST), match.start()):
            continue
        if _is_asked(match, known):
            return Deadline(text=match[0], date=_date(match, known))
    return None


def _is_asked(match: re.Match[str], known: Words) -> bool:
    """Whether the sentence of a deadline asks, and does not tell that elections are planned by the end of the year."""
    text = match.string
    start, end = next(each for each in sentences.spans(text, 0, len(text), known) if match.start() < each[1])
    if match.start() == start and not match["session"]:
        return True
    imperative = operative.imperative(text, start, known)
    begins = imperative is not None and imperative.verb in known.known("base_verbs")
    return begins or any(form.leads for form in operative.forms(text, known, start, end))


def _date(match: re.Match[str], known: Words) -> str | None:
    year = match["year"]
    if year is None:
        return None
    month = known.listed("months").index(match["month"]) + 1 if match["month"] else _month(match["part"] or "", known)
    day = f"-{int(match['day']):02}" if match["day"] else ""
    return f"{year}-{month:02}{day}" if month else year


def _month(part: str, known: Words) -> int | None:
    """The last month of a part of a year: "the end of" is December, "the second quarter of" June."""
    told = known.told("months_by_part", part.strip())
    return int(told) if told else None
