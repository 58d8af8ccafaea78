"""States parties to a treaty are written with one capital, and in the plural twice: States parties.

Why: "state parties" are political parties.

Bad:
    1. Several states parties spoke.

Bad:
    1. Several State parties spoke.

Good:
    1. Several States parties and a State party spoke.
"""

from __future__ import annotations

from wgtip_parse.diagnostics import Severity
from wgtip_parse.rules.wording import by_table, wording

STATES_PARTIES_IN_SMALL_LETTERS = wording(
    code="W723",
    name="states-parties-in-small-letters",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Capitalization",
    page=__doc__,
    pattern="state_party_in_small_letters",
    sign="(?:states?|State)$",
    write=by_table("states_parties"),
)
