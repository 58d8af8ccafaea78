"""Who can be asked to act: the actors that recommendations name, and one name for all ways of writing each."""

from __future__ import annotations

import re
from functools import cache

from wgtip_parse.words import Words


@cache
def pattern(known: Words) -> re.Pattern[str]:
    """What names an actor: a group for each that has one name for all ways of writing it; else any name in capitals."""
    groups = "|".join(f"({ways})" for ways in known.table("actors").values())
    return re.compile(known.filled(rf"\b(?=<<actor_begins>>)(?:{groups}|<<named_actor>>)(?![\w-])"))


def value(match: re.Match[str], known: Words) -> str:
    """The one name of the actor that `pattern` has found."""
    return _names(known)[match.lastindex - 1] if match.lastindex else match[0]


def is_known(text: str, start: int, known: Words) -> bool:
    """Whether one of those that we know by name stands there: "States parties may", which is no verb."""
    match = pattern(known).match(text, start)
    return match is not None and match.lastindex is not None


def general_name(match: re.Match[str]) -> str:
    """What the pattern of nameless actors has found, in small letters and without what kind of donors they are."""
    return (match["general"] or match["who"]).lower() + (match["system"] or "")


@cache
def _names(known: Words) -> tuple[str, ...]:
    return tuple(known.table("actors"))
