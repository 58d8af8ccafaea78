"""The names of organs, offices and Member States have their capitals.

Why: a name in small letters looks like any state, council or assembly.

Bad:
    1. Several member states spoke.

Bad:
    1. The Secretary General opened the meeting.

Good:
    1. Several Member States spoke, and the Secretary-General opened the meeting.
"""

from __future__ import annotations

from wgtip_parse.diagnostics import Severity
from wgtip_parse.rules.wording import by_table, wording

_SIGN = (  # the word of each name that is seldom met elsewhere
    r"cretary(?:$|-g|(?<=secretary)-)|-chair|^(?:[Vv]ice|Economic|Human|special)$|"
    r"^(?:states?|assembly|council|commissioner|nations|court|justice|[Gg]oals?)\b"
)

NAME_IN_SMALL_LETTERS = wording(
    code="W722",
    name="name-in-small-letters",
    severity=Severity.WARNING,
    citation="United Nations Editorial Manual, Capitalization",
    page=__doc__,
    pattern="name_in_small_letters",
    sign=_SIGN,
    write=by_table("names_with_capitals"),
)
