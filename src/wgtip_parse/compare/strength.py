"""Whether a recommendation asks less or more than it did: "should" that became "should consider" asks less."""

from __future__ import annotations

from collections.abc import Sequence

from wgtip_parse.changes import Operative, Turn, Unit
from wgtip_parse.index.model import Strength
from wgtip_parse.index.operative import Form, imperative, leading
from wgtip_parse.words import Words

# How much each asks for, as drafters order them; an imperative and "should" ask for the same.
RANKS: dict[Strength, int] = {"invite": 1, "consider": 2, "encourage": 3, "should": 4, "imperative": 4}


def operative(old: Sequence[Unit], new: Sequence[Unit], known: Words) -> Operative | None:
    """The operative words of both sides, where they ask with other strength or in other words."""
    before, after = _form(old, known), _form(new, known)
    if before is None or after is None or before[0] == after[0]:
        return None
    (told, form), (tells, formed) = before, after
    change = RANKS[formed.strength] - RANKS[form.strength]
    turn: Turn = "softened" if change < 0 else "hardened" if change > 0 else "changed"
    return Operative(told, tells, turn)


def _form(units: Sequence[Unit], known: Words) -> tuple[str, Form] | None:
    text = "\n".join(unit.text for unit in units)
    form = leading(text, known) or imperative(text, 0, known)
    return (" ".join(text[form.start : form.end].split()), form) if form else None
