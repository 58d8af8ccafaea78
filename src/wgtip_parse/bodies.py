"""The body that a document is of: by the registry where it can be told, else by the words of the masthead.

Words that can be no name, because they are cut or are a sentence, are none: the body is then not known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from wgtip_parse import symbols
from wgtip_parse.documents import Document
from wgtip_parse.symbols import Body
from wgtip_parse.words import Words, words

NOT_IN_ID = re.compile(r"[^A-Za-z0-9.]+")

Bodies = tuple[Body, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A body: the stem of its symbols or what stands for it, and its name, None where no name is known."""

    stem: str
    name: str | None


def body(of: Document, bodies: Bodies) -> Named | None:
    """The body of the masthead; where that prints an organ alone, or no name, that of the symbol."""
    owner = symbols.body_of(of.symbol, bodies) if of.symbol else None
    printed = of.masthead.body
    if printed is None:
        return _of_organ(of, owner, bodies)
    known = words(of.language)
    if (registered := named(printed, bodies, known)) is not None:
        return registered
    if owner is not None and (_is_longer(printed, owner.name) or not is_name(printed, known)):
        return Named(owner.stem, owner.name)
    if not is_name(printed, known):
        return _nameless(of)
    if owner is not None:
        return Named(owner.stem if _is_without_others(owner, bodies) else slug(printed), printed)
    return Named(of.symbol.stem if of.symbol else slug(printed), printed)


def body_printed(of: Document, bodies: Bodies) -> str | None:
    """The name of the body that the masthead prints, as the registry has it; None where none can be read."""
    found = body(of, bodies) if of.masthead.body else None
    return found.name if found else None


def named(text: str, bodies: Bodies, known: Words) -> Named | None:
    """The body of the registry, also where its ordinal stands before its name: "Third Meeting of States Parties …"."""
    ordinal = known.ordinal_of_a_body.match(text)
    found = symbols.body_named(text, bodies) or (symbols.body_named(text[ordinal.end() :], bodies) if ordinal else None)
    return Named(found.stem, found.name) if found else None


def is_name(text: str, known: Words) -> bool:
    """Whether words can be the whole name of a body: they say what it is, do not end too early and are no sentence."""
    return known.name_of_a_body.match(text) is not None and known.no_name.match(text) is None


def slug(text: str) -> str:
    """A text as it stands in the name of a meeting or recommendation: "A/HRC" is "A-HRC"."""
    return NOT_IN_ID.sub("-", text).strip("-.")


def _of_organ(of: Document, owner: Body | None, bodies: Bodies) -> Named | None:
    """The body where an organ alone is printed: the symbol says whether it is the organ itself or one below it."""
    known, organ = words(of.language), of.masthead.organ
    if owner is not None:
        return Named(owner.stem, owner.name)
    registered = named(organ, bodies, known) if organ else None
    if registered and (of.symbol is None or registered.name not in known.known("principal_organs")):
        return registered
    if organ and registered is None and is_name(organ, known):
        return Named(of.symbol.stem if of.symbol else slug(organ), organ)
    return _nameless(of)


def _nameless(of: Document) -> Named | None:
    return Named(of.symbol.stem, None) if of.symbol else None


def _is_without_others(owner: Body, bodies: Bodies) -> bool:
    """Whether no other body reports to it, so that its symbols are of no other."""
    return all(each.parent != owner.name for each in bodies)


def _is_longer(text: str, name: str) -> bool:
    """Whether one goes on where the other ends, as where a line was cut or another taken with it."""
    shorter, longer = sorted((text.casefold(), name.casefold()), key=len)
    return longer.startswith(shorter)
