"""What words say about recommending: headings, stems, paragraphs and items, each judged by its words alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

HEADING = re.compile(r"\brecommendations?\b", re.I)
LABEL_HEADING = re.compile(r"^recommendations? (?:No\.? ?)?[0-9]", re.I)
# "Recommendations on extradition" are ours; "Implementation of the recommendations" is about those of others.
ABOUT_RECOMMENDATIONS = re.compile(
    r"\b(?:of|to|on|with|from|for|regarding|concerning)\b"
    r"(?: (?:and/or|and|or|all|the|its|their|these|previous|past|earlier|relevant|key|main|audit|oversight|outstanding"
    r"|open|conclusions|findings))* recommendations?\b"
    r"|\brecommendations? (?:implement|follow|track|monitor|status|not accepted)",
    re.I,
)
ANSWERED = re.compile(  # what a State or a department says of recommendations that it was given
    r"\b(?:accepted|noted|supported|rejected|received|examined|pending) recommendations?\b"
    r"|\brecommendations? (?:(?:that|which) (?:enjoy|do not|did not|have been|had been|were|are)|accepted|noted"
    r"|supported|not )",
    re.I,
)
LABEL_LINE = re.compile(
    r"Recommendation (?:No\.? ?|n° ?)?([0-9]+(?:\.[0-9]+)?)\.?(?: [(\[][^()\[\]]{1,80}[)\]])?", re.I
)
STATUS = re.compile(
    r"(?:(?:not|fully|partially|being|under|in) )*"
    r"(?:accepted|agreed|closed|completed|implemented|implementation|noted|ongoing|open|overdue|pending|progress|rejected)"
    r"(?:(?:,| and| but) [\w ]{1,60})?\.?",
    re.I,
)
RESOLUTION = re.compile(r"(?:draft )?(?:resolutions?|decisions?)\b", re.I)
OPERATIVE = re.compile(  # a resolution's paragraph begins with what the body does: "Requests the Secretary-General"
    r"(?:Also |Further |Once again |Again |Strongly )?"
    r"(?:Acknowledges|Adopts|Affirms|Appeals|Approves|Calls upon|Calls on|Commends|Decides|Emphasizes|Encourages"
    r"|Endorses|Expresses|Invites|Notes|Reaffirms|Recognizes|Recommends|Reiterates|Requests|Stresses|Takes note|Urges"
    r"|Welcomes)\b"
)
INTRODUCES_DRAFT = re.compile(r"\bfollowing draft (?:resolution|decision)s?\b[^.]*:?$", re.I)
BODY = (
    r"(?:Assembly|Board|Bureau|Commission|Committee|Conference|Council|Forum|Group|Inspectors?|Meeting|Mission|Office"
    r"|OIOS|Panel|Rapporteur|Seminar|Sub-?[Cc]ommission|Subcommittee|Task Force|Team|Unit|Workshop)"
)
SPEAKER = re.compile(
    r"\b(?:delegations?|speakers?|participants?|representatives?|observers?|panellists?|members?|experts?) "
    r"(?:also |further |therefore )?(?:recommend|suggest|propos|request|urg|call)",
    re.I,
)
RECOMMENDS = re.compile(
    r"\brecommend(?:s|ed|ing)?\b(?! by)|\bfollowing recommendations?\b"
    r"|\brecommendations?\b.{0,60}\b(?:below|follows?)\b",
    re.I,
)
BODY_RECOMMENDS = re.compile(
    rf"\b{BODY}\b(?:[^.;:]{{0,80}}?\brecommend(?:s|ed)\b|[^.;:]{{0,120}}?\bfollowing recommendations\b)"
    r"|\b[Ii]t (?:is|was) (?:\w+ )?recommended\b"
)
NOT_REPORTED = r"(?<!\bhad )(?<!\bas )(?<!\bbeen )"  # "as recommended", "had requested" tell of what was done before
ACT = re.compile(
    r"\b(?=[aceimorsu])(?:(?:should|ought to|must|(?:may|might) wish to)\b"
    rf"|{NOT_REPORTED}(?:recommend(?:s|ed)?|urge[sd]?|invite[sd]?|encourage[sd]?|call(?:s|ed)? (?:up)?on"
    r"|appeal(?:s|ed)? to)\b(?! by)"
    rf"|{NOT_REPORTED}request(?:s|ed)\b"
    r" (?:that|to|the|its|all|any|each|States|Member|Governments|Parties|UN[A-Z]*)\b"
    r"|re(?:iterate|new|peat)(?:s|ed|d)? (?:its|their) (?:appeal|call|invitation|recommendation|request)s?\b)"
)
ANNOUNCES = re.compile(
    r"\bfollowing (?:conclusions|recommendations|agreed)|\brecommendations?\b.{0,80}\b(?:below|above|annexed)\b"
    r"|\bfollowing draft (?:resolution|decision)"
    r"|\brecommendations?\b.{0,200}\b(?:reflects?|bind|constru|endorsed by|position of)"
    r"|\bshould (?:not )?be (?:construed|interpreted|read|regarded|understood)\b",
    re.I | re.S,
)
OUTCOME = re.compile(
    r"\b(?=[adefpr])(?:"
    r"(?:adopted|agreed (?:on|upon)|drafted|drew up|endorsed|formulated|prepared)\b[^.;]{0,80}\brecommendations?\b"
    r"|recommendations?\b[^.;]{0,80}\b(?:was|were|had been)\b[^.;]{0,20}"
    r"\b(?:adopted|agreed|drafted|endorsed|formulated|prepared|reflected)\b)",
    re.I,
)
OLDER = re.compile(r"\b(?:implement|index|compilation|previous|earlier|follow-up|at its (?:first|previous|past))", re.I)
SENTENCE_END = re.compile(r"(?<=[.;?!])\s+(?=[A-Z(“\"])")
WORD = re.compile(r"[\w'’-]+")
NOUN = re.compile(r"(?:tion|sion|ment|ance|ence|ity|ness|ism|ship|acy|ies|ing)$")
VERBS_LIKE_NOUNS = set(
    "implement supplement complement document enhance advance finance balance influence reference evidence commence "
    "position mention sanction function petition commission question bring envision".split()
)
NO_VERBS = set("the a an all any each every some its their this that these those how what which as in at on".split())
ADVERBS = set("also further again once strongly urgently actively to".split())


def labelled_number(line: str) -> str | None:
    """The number of a line that is a label alone, with a note in brackets at most: "Recommendation 2 (result A)"."""
    label = LABEL_LINE.fullmatch(line)
    return label[1] if label else None


def is_status(text: str) -> bool:
    """Whether a text only says what has become of a recommendation, as tables do: "Accepted and implemented"."""
    return bool(STATUS.fullmatch(text))


@lru_cache(maxsize=1024)
def announces_recommendations(title: str) -> bool:
    """Whether the paragraphs under a heading are recommendations, as in "Conclusions and recommendations"."""
    return bool(HEADING.search(title)) and not any(
        other.search(title) for other in (LABEL_HEADING, ABOUT_RECOMMENDATIONS, ANSWERED)
    )


def is_resolution(title: str) -> bool:
    """Whether a heading is that of a resolution or decision, whose paragraphs are its own."""
    return bool(RESOLUTION.match(title))


def is_operative_of_resolution(text: str) -> bool:
    """Whether a paragraph begins with the verb by which a resolution acts, without saying who does."""
    return bool(OPERATIVE.match(text))


def introduces_draft(text: str) -> bool:
    """Whether a paragraph introduces the text of a draft resolution or decision, which is all that follows it."""
    return "following draft" in text and bool(INTRODUCES_DRAFT.search(text))


def tells_of_outcome(text: str) -> bool:
    """Whether a paragraph says that a recommendation was formulated; an index or compilation of older ones is none."""
    return "ecommendation" in text and any(
        OUTCOME.search(sentence) and not OLDER.search(sentence) and not SPEAKER.search(sentence)
        for sentence in SENTENCE_END.split(text)
        if "recommendation" in sentence.lower()
    )


def recommends(stem: str) -> bool:
    """Whether the last sentence before a list says "recommends"; where it stands, recommendations are expected."""
    last = _last_sentence(stem)
    return bool(RECOMMENDS.search(last)) and not SPEAKER.search(last)


def body_recommends(stem: str) -> bool:
    """Whether the last sentence before a list says that a body recommends; delegations and speakers only suggest."""
    last = _last_sentence(stem)
    return bool(BODY_RECOMMENDS.search(last)) and not SPEAKER.search(last)


def are_actions(items: Sequence[str]) -> bool:
    """Whether most items begin with what to do ("Commend the …") and not with a thing ("Promotion of …")."""
    return sum(map(is_action, items)) * 2 > len(items)


def says_who_should_act(text: str) -> bool:
    """Whether a sentence recommends, requests, urges, invites or says who should act; announcements do not."""
    return any(
        ACT.search(sentence) and not ANNOUNCES.search(sentence) and not SPEAKER.search(sentence)
        for sentence in SENTENCE_END.split(text)
    )


def _last_sentence(stem: str) -> str:
    return SENTENCE_END.split(stem)[-1]


def is_action(item: str) -> bool:
    """Whether a text begins with what to do, or says who should do something."""
    words = [word[0] for word in islice(WORD.finditer(item.lower()), 3)]
    while words and (words[0] in ADVERBS or words[0].endswith("ly")):
        words.pop(0)
    if not words or words[0] in NO_VERBS:
        return bool(ACT.search(item))
    return words[0] in VERBS_LIKE_NOUNS or not NOUN.search(words[0])
