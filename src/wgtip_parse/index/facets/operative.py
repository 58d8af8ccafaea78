"""The words by which a recommendation recommends, and how strongly: "should", "are encouraged to", "requested"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from wgtip_parse.index.model import Strength

BETWEEN = r"(?:,[^,;.]{1,200},)?(?: (?:also|further|therefore|continue to|then|now|\w+ly))*"
VERBS = {  # a verb's beginning: the verb
    "recommend": "recommend",
    "request": "request",
    "urge": "urge",
    "invit": "invite",
    "encourag": "encourage",
    r"call.* for\b": "call for",
    "call": "call upon",
    "appeal": "appeal to",
    "ask": "ask",
}
VERB = tuple((re.compile(rf"\b{beginning}"), verb) for beginning, verb in VERBS.items())
STRENGTHS: dict[str, Strength] = {"encourage": "encourage", "invite": "invite"}
FORM = re.compile(
    r"\b(?=[aceimnorsuwACEIRU])"  # most words begin otherwise and are done with, which halves the time
    rf"(?:(?P<modal>should|must|shall|ought to|(?<!\bthe )(?<!\ba )(?<!\bno )needs? to"
    r"|(?:may|might|could)(?= (?:also )?consider\b))"
    rf"(?P<consider>{BETWEEN} (?:consider(?:ing)?|give (?:\w+ )?consideration to)\b)?"
    r"|(?P<wish>(?:may|might)(?: also)? wish(?: also)? to)"
    rf"|(?P<passive>(?:is|are|was|were){BETWEEN} (?:encouraged|invited|requested|urged|recommended|called upon|asked)"
    r"(?: to)?)"
    r"|(?P<active>(?i:(?:recommend|request|invite|encourage|urge|appeal|ask)(?:s|d|ed)?(?: to)?(?: that)?"
    r"|call(?:s|ed)?(?: once again| again| also| further)? (?:(?:up)?on|for)"
    r"|(?:reiterate|reaffirm|renew)(?:s|d|ed)? its (?:request|invitation|appeal|call)s? (?:to|upon|on)))"
    r")(?![\w-])"
)
GIVING = re.compile(r"\b[Cc]onsideration $")  # "consideration should be given to"
REPORTED = re.compile(r"\b(?:had|as|been|upon|at|the|such|this|that|on|of)(?: the)? $")
CLAUSE = re.compile(r"(?:^|[,;] |\band )(?:(?:also|further|once again|again|in this regard|\w+ly) )*$")
COMPLEMENT = re.compile(r"(?: (?:by|for|in|at|from|during|under|as|and|or)\b|[^\w ]|$)")
OBJECT = re.compile(r" (?:the|all|its|any|each|every|that|relevant|interested|other|those|[A-Z])")
PARTICLES = (" to", " that", " upon", " on")
# "recommended that the plenary, in line with resolution 79/247, consider", "urges States that have not yet done so to
# consider acceding": nothing else is recommended before it. Who is to consider a matter is not asked more weakly.
CONSIDER = re.compile(
    r"(?: that| to)?"
    r"(?:,[^,;.]{1,200},"
    r"| (?:that|which) (?:have|has|had|are|is|were|do) "
    r"|(?! (?:to|that|which|and|request|approve|urge|encourage|invite|take|endorse)\b)[^,;.:]){1,200}?"
    r" (?:(?:should )?consider\b|to consider \w+ing\b)"
)
BARE = re.compile(r"(?:(?:Also|Further|[A-Z][a-z]+ly|[Tt]o|and) )*(?P<verb>[A-Za-z][a-z-]+)")

Kind = Literal["modal", "wish", "passive", "active", "imperative"]


class Form(NamedTuple):
    """One operative form: where it stands, its verb and its strength; `leads` where it can be what recommends."""

    kind: Kind
    start: int
    end: int
    verb: str
    strength: Strength
    leads: bool


def forms(text: str) -> Iterator[Form]:
    """The operative forms of a text, in their order."""
    for match in FORM.finditer(text):
        kind = match.lastgroup if match.lastgroup != "consider" else "modal"
        if kind == "modal":
            yield _modal(match)
        elif kind == "wish":
            yield Form("wish", *match.span(), "wish", "invite", leads=True)
        elif kind == "passive":
            yield _performing("passive", match, text, leads=True)
        else:
            yield _performing("active", match, text, leads=_leads(match, text))


def imperative(text: str, start: int) -> Form | None:
    """The form of a text that begins with what to do: "Ratify the Convention", "Further strengthen …"."""
    match = BARE.match(text, start)
    if match is None:
        return None
    verb = match["verb"].lower()
    return Form("imperative", *match.span(), verb, "consider" if verb == "consider" else "imperative", leads=True)


def _modal(match: re.Match[str]) -> Form:
    given = match.string.startswith(" be given", match.end()) and GIVING.search(match.string, 0, match.start())
    if match["consider"] or given:
        return Form("modal", *match.span(), "consider", "consider", leads=True)
    return Form("modal", *match.span(), match["modal"].removesuffix(" to"), "should", leads=True)


def _performing(kind: Kind, match: re.Match[str], text: str, leads: bool) -> Form:
    words = match[0].lower()
    verb = next(verb for beginning, verb in VERB if beginning.search(words))
    strength = STRENGTHS.get(verb, "should")
    if strength == "should" and leads and CONSIDER.match(text, match.end()):
        strength = "consider"
    return Form(kind, *match.span(), verb, strength, leads)


def _leads(match: re.Match[str], text: str) -> bool:
    """Whether a body recommends by it: "requested the Secretariat", not "at the request of" or "as recommended"."""
    said = match[0].lower().split()[0]
    if not said.endswith(("s", "ed")) and said != "recommend":
        return False
    if CLAUSE.search(text, max(0, match.start() - 40), match.start()):
        return match[0].endswith(PARTICLES) or not COMPLEMENT.match(text, match.end())
    return not REPORTED.search(text, max(0, match.start() - 12), match.start()) and (
        match[0].endswith(PARTICLES) or OBJECT.match(text, match.end()) is not None
    )
