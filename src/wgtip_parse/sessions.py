"""Sessions as mastheads and titles name them: "Sixty-third session", "First regular session 2025", "2025 session"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from wgtip_parse import ordinals
from wgtip_parse.words import Words

MOST_A_YEAR = 3  # boards count their regular sessions anew every year, and hold three at most


@dataclass(frozen=True, slots=True)
class Session:
    """One session of a body: its ordinal, its year, and its kinds such as "annual" or "special", each if it is named.

    `of_a_year` says that the body counts it within a year, so that nothing but the year tells it from others.
    """

    ordinal: int | None
    year: int | None
    kinds: tuple[str, ...]
    of_a_year: bool

    @property
    def name(self) -> str | None:
        """What tells it from all others of its body: "63", "special-33", "2025-regular-1"; None if nothing does."""
        if self.of_a_year and self.year is None:
            return None
        year = (str(self.year),) if self.of_a_year else ()
        return "-".join((*year, *self.kinds, *((str(self.ordinal),) if self.ordinal else ())))

    def in_year(self, year: int | None) -> Session:
        """The session with the year that its document prints elsewhere, where it needs one and names none."""
        return replace(self, year=year) if self.year is None and self.of_a_year else self


def parse(text: str, known: Words) -> Session | None:
    """The session that a text names; None where it names none or several."""
    if known.several_sessions.search(text):
        return None
    ordinal, year = ordinals.parse(text, known), known.a_year.search(text)
    rows = known.table("session_kinds").items()
    kinds = tuple(kind for kind, words in rows if re.search(rf"\b(?:{words})\b", text.lower()))
    if not (ordinal or year or kinds):
        return None
    ordinary = known.known("ordinary_sessions")
    of_a_year = ordinal is None or (ordinal <= MOST_A_YEAR and not ordinary.isdisjoint(kinds))
    told = kinds if of_a_year else tuple(each for each in kinds if each not in ordinary)
    return Session(ordinal, int(year[0]) if year else None, told, of_a_year)
