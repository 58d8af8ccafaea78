"""Asking: whether the reporting body asks in a sentence, and whether somebody is to act."""

from __future__ import annotations

from typing import NamedTuple

from wgtip_parse.index.reporter import Reporter
from wgtip_parse.words import Words

FARTHEST = 300  # characters from a body's first verb to the one by which it asks


class Asking(NamedTuple):
    """A verb by which the reporter asks: the words before its subject, the verb with its adverbs, what follows."""

    before: str
    verb: str
    rest: str


def asked(sentence: str, reporter: Reporter, known: Words) -> Asking | None:
    """How the reporter asks in a sentence; None where it does not."""
    for subject in reporter.subject.finditer(sentence):
        rest = sentence[subject.end() :]
        aside = known.aside_before_asking.match(rest)
        rest = known.would_like.sub("", rest[aside.end() :] if aside else rest, count=1)
        if not reporter.is_person:
            rest = _later(rest, known)
        verb = (known.asks_now_as_person if reporter.is_person else known.body_asks).match(rest)
        if verb:
            return Asking(sentence[: subject.start()], verb[0], rest[verb.end() :].strip())
    found = known.it_is_recommended.search(sentence)
    return Asking(sentence[: found.start()], found["verb"], found["rest"]) if found else None


def somebody_is_to_act(asking: Asking, known: Words) -> bool:
    """Whether what follows the verb says who is to act: an object before "to", or a subject behind "that"."""
    rest = asking.rest
    if rest.endswith(":"):
        return True
    that = known.says_that.match(rest)
    if that:
        return known.nobody_acts.match(rest, that.end()) is None
    if known.is_recommending.match(asking.verb):
        return known.to_whom.match(rest) is not None
    found = known.object_to_act.match(rest)
    return found is not None and known.nobody.match(found["object"]) is None


def _later(rest: str, known: Words) -> str:
    """What follows the subject of a later verb: "expresses concern …, and urges"."""
    if known.body_asks.match(rest) or not known.opens_view.match(rest):
        return rest
    later = known.asks_later.search(rest, 0, FARTHEST)
    return rest if later is None or known.of_other_acts.search(rest, 0, later.start()) else rest[later.start("asks") :]
