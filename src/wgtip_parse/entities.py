"""The entities of the United Nations system by all their names: "United Nations Development Programme" is UNDP.

The names are data (data/entities.toml). Capitals and forms of apostrophes do not matter.
"""

from __future__ import annotations

import pkgutil
import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

Names = Mapping[str, Sequence[tuple[tuple[str, ...], str]]]

MARK = ","  # the only mark that stands in a name, a word of its own


def names() -> tuple[str, ...]:
    """The names of all entities."""
    return tuple(_entities())


def named(text: str) -> str | None:
    """The entity that a text is the name of."""
    words = _words(text)
    return next((name for each, name in _by_first_word().get(words[0], ()) if each == words), None) if words else None


def beginning(words: Sequence[str]) -> int:
    """How many of some words in small letters, from the first on, are the longest name of an entity; 0 if none."""
    if not words:
        return 0
    plain = tuple(word.replace("’", "'") for word in words)
    found = (len(each) for each, _ in _by_first_word().get(plain[0], ()) if each == plain[: len(each)])
    return max(found, default=0)


def ways_of_writing(name: str) -> tuple[str, ...]:
    """All ways of writing an entity, its name first; the name alone of what is none."""
    return name, *_entities().get(name, ())


@cache
def _entities() -> dict[str, list[str]]:
    data = (pkgutil.get_data("wgtip_parse", "data/entities.toml") or b"").decode()
    found: dict[str, list[str]] = tomllib.loads(data)["entities"]
    return found


@cache
def _by_first_word() -> Names:
    found: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for name, others in _entities().items():
        for each in map(_words, (name, *others)):
            found[each[0]].append((each, name))
    return found


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.lower().replace("’", "'").replace(MARK, f" {MARK}").split())
