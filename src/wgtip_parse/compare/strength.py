"""Whether a recommendation asks less or more than it did: "should" that became "should consider" asks less."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from wgtip_parse.changes import Operative, Turn, Unit
from wgtip_parse.index.model import Strength
from wgtip_parse.index.operative import forms, imperative, leading
from wgtip_parse.words import Words

LEFT_OUT = " … "
# How much each asks for, as drafters order them; an imperative and "should" ask for the same.
RANKS: dict[Strength, int] = {"invite": 1, "consider": 2, "encourage": 3, "should": 4, "imperative": 4}


def operative(old: Sequence[Unit], new: Sequence[Unit], known: Words) -> Operative | None:
    """The operative words of both sides, where they ask with other strength or in other words."""
    before, after = _asked(old, known), _asked(new, known)
    if before is None or after is None or before == after:
        return None
    change = RANKS[after.strength] - RANKS[before.strength]
    turn: Turn = "softened" if change < 0 else "hardened" if change > 0 else "changed"
    return Operative(before.words, after.words, turn)


class Asked(NamedTuple):
    """How strongly, and in which words: "recommends … should consider"."""

    strength: Strength
    words: str


def _asked(units: Sequence[Unit], known: Words) -> Asked | None:
    text = "\n".join(unit.text for unit in units)
    form = leading(text, known) or imperative(text, 0, known)
    if form is None:
        return None
    behind = next((each for each in forms(text, known, form.end) if each.kind == "modal"), None)
    said = [each for each in (form, behind) if each]
    return Asked(form.strength, LEFT_OUT.join(" ".join(text[each.start : each.end].split()) for each in said))
