"""The body is named as it is registered.

Why: a body with a wrong letter is not found among its own documents.

Bad:
    The shared draft, changed:
    - Working Group on Trafficking in Persons
    + Working Group on Traficking in Persons

Good:
    The shared draft.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from wgtip_parse import symbols
from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.rules import masthead
from wgtip_parse.rules.rule import Draft, Rule

ALIKE = 0.9


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A finding where the name is nearly, but not quite, that of a body we know."""
    name = draft.report.masthead.body
    if name is None or symbols.body_named(name) is not None:
        return
    known = [body.name for body in symbols.bodies()]
    near = difflib.get_close_matches(name, known, n=1, cutoff=ALIKE)
    if near and len(near[0].split()) == len(name.split()):
        span = masthead.place_of(draft, "body")
        message = "name of the body is misspelt"
        hint = f"write {near[0]}"
        yield BODY_MISSPELT.finding(span, message, hint)


BODY_MISSPELT = Rule(
    code="M112",
    name="body-misspelt",
    severity=Severity.ERROR,
    citation="United Nations Editorial Manual, Masthead",
    page=__doc__,
    check=check,
)
