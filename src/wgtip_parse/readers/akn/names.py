"""The elements of Akoma Ntoso 3.0 by what becomes of their words in the plain form."""

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
NUMBERED = {"paragraph": "{}.", "section": "{}.", "point": "({})", "item": "({})"}  # how each prints its number
