"""The elements of Akoma Ntoso 3.0 by what becomes of their words in the plain form."""

from typing import NamedTuple

SKIPPED = frozenset("meta img del toc".split())
INLINE = frozenset(
    """
    a abbr affectedDocument argument b change concept courtType date decoration def docAuthority docCommittee docDate
    docIntroducer docJurisdiction docNumber docProponent docPurpose docStage docStatus docTitle docType docketNumber
    embeddedText entity event fillIn i inline ins judge lawyer legislature location mmod mod mref neutralCitation object
    omissis opinion organization outcome party person placeholder process quantity quotedText recordedTime ref
    relatedDocument remark rmod role rref session shortTitle signature span sub term time u vote witness
    """.split()
)
HEADINGS = frozenset("heading subheading crossHeading docketTitle".split())
QUOTED = frozenset("quotedStructure embeddedStructure".split())
LISTS = frozenset("ul ol".split())
FOR_ELEMENTS = frozenset(
    """
    akomaNtoso attachment attachments blockList body collectionBody component components conclusions container content
    debateBody debateReport doc documentCollection formula hcontainer intro item list mainBody paragraph point preamble
    preface section statement sublist table tr wrapUp
    """.split()
)  # in which no words stand but in other elements
ELSEWHERE = frozenset("componentRef documentRef include".split())
TABLE_PARTS = frozenset("tbody tfoot thead".split())  # of HTML, which may stand in a document


class Form(NamedTuple):
    """How a kind of element prints its number, and whether it may do without."""

    text: str
    may_be_bare: bool = False


FORMS = {
    "heading": Form("{}.", may_be_bare=True),
    "item": Form("({})"),
    "paragraph": Form("{}."),
    "point": Form("({})"),
    "section": Form("{}.", may_be_bare=True),
    "subheading": Form("{}.", may_be_bare=True),
}
