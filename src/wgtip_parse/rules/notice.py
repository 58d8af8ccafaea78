"""Codes that no rule yields: what reading, parsing and the configuration have to say, described as rules are."""

from __future__ import annotations

from dataclasses import dataclass

from wgtip_parse.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class Notice:
    """A code outside the rules, with the page that users read."""

    code: str
    name: str
    severity: Severity
    citation: str
    page: str


NOTICES = (
    Notice(
        code="C951",
        name="symbol-twice",
        severity=Severity.ERROR,
        citation="United Nations Editorial Manual, Masthead",
        page="""Each document has a symbol of its own.

Why: a symbol is how a document is cited and found; the second of its kind is nearly always a copy not yet renamed.
""",
    ),
    Notice(
        code="C952",
        name="addendum-missing",
        severity=Severity.WARNING,
        citation="wgtip, Collections",
        page="""The parts of a report are checked together, from the first to the last.

Why: what a part that is not there begins or numbers cannot be judged.
""",
    ),
    Notice(
        code="C953",
        name="meeting-dates-differ",
        severity=Severity.WARNING,
        citation="United Nations Editorial Manual, Masthead",
        page="""All documents of a meeting print the same dates for it.

Why: the masthead of one draft is made from that of another, and a date of last year stays behind.
""",
    ),
    Notice(
        code="C954",
        name="recommendation-number-of-another-document",
        severity=Severity.WARNING,
        citation="wgtip, Index",
        page="""No two documents of a meeting give one number to two recommendations.

Why: an index has one name for each; `wgtip compile`, which says this, adds "-2" to that of the second.
""",
    ),
    Notice(
        code="C955",
        name="masthead-field-not-found",
        severity=Severity.INFO,
        citation="wgtip, Index",
        page="""The masthead of a document tells its symbol, its date and its body.

Why: `wgtip compile`, which says this, lists recommendations by them.
""",
    ),
    Notice(
        code="C959",
        name="unused-suppression",
        severity=Severity.WARNING,
        citation="wgtip, Configuration",
        page="""A suppression matches a finding in the documents that it names.

Why: a suppression that outlives its finding hides the next one of its kind.
""",
    ),
    Notice(
        code="C960",
        name="suppression-without-reason",
        severity=Severity.ERROR,
        citation="wgtip, Configuration",
        page="""A suppression says why the finding is to stay.

Why: the next editor has to know whether the reason still holds.
""",
    ),
    Notice(
        code="C961",
        name="unreadable-mark",
        severity=Severity.ERROR,
        citation="wgtip, Marks",
        page="""A mark for wgtip in a draft names the codes that it switches off.

Why: `<!-- wgtip: ignore N603: quoted from the table -->` is understood; a mark with a slip of the pen does nothing.
""",
    ),
    Notice(
        code="P001",
        name="unknown-language",
        severity=Severity.WARNING,
        citation="wgtip, Languages",
        page="""Sections and paragraphs are found in languages that the grammar knows.

Why: of a document in another language only its blocks are known, and rules that ask for more are silent.
""",
    ),
    Notice(
        code="P002",
        name="marker-without-bracket",
        severity=Severity.WARNING,
        citation="United Nations Editorial Manual, Lists",
        page="""The marker of a list item stands between two brackets.

Why: "(a." for "(a)" is read as the marker that it was meant to be, but other programs will not know it.
""",
    ),
    Notice(
        code="P003",
        name="direction-mark",
        severity=Severity.WARNING,
        citation="integrity of the text",
        page="""A text that is written from right to left has no marks that turn its direction.

Why: they cannot be seen, and can make a line read otherwise than it is stored. The text is parsed as if a space stood
there; the first is told.
""",
    ),
    Notice(
        code="P004",
        name="presentation-form",
        severity=Severity.WARNING,
        citation="integrity of the text",
        page="""Arabic is stored in its letters, and not in the forms that a font gives them.

Why: no search finds a word in presentation forms. They are parsed as their letters, and kept as they stand; the first
is told.
""",
    ),
    Notice(
        code="P005",
        name="letter-of-another-script",
        severity=Severity.WARNING,
        citation="integrity of the text",
        page="""The marker of an item, and each word of a Russian text, has letters of one script.

Why: a Latin "c" for a Cyrillic one is not found by any search. It is parsed as the letter that it looks like, and kept
as it stands.
""",
    ),
    Notice(
        code="T001",
        name="guessed-encoding",
        severity=Severity.WARNING,
        citation="wgtip, Encodings",
        page="""A text file is in UTF-8.

Why: any other encoding has to be guessed, and a wrong guess changes quotation marks, dashes and accents.
""",
    ),
    Notice(
        code="T951",
        name="bad-byte",
        severity=Severity.WARNING,
        citation="wgtip, Encodings",
        page="""Each byte of a text file is part of a character.

Why: a byte that is none, as a program leaves that has cut or pasted bytes, stands in the text as U+FFFD; only the
original knows what it was.
""",
    ),
    Notice(
        code="T952",
        name="name-of-another-kind",
        severity=Severity.WARNING,
        citation="wgtip, Readers",
        page="""A file that is named as a PDF, Word, OpenDocument or RTF file is one.

Why: what a file holds decides how it is read; a text in the place of another document may be an error message.
""",
    ),
    Notice(
        code="T961",
        name="page-without-text",
        severity=Severity.WARNING,
        citation="wgtip, PDF",
        page="""A page of a PDF holds the text that is printed on it.

Why: of a page that is a picture, as scanners make them, no word is read, and a recommendation on it would be missed.
""",
    ),
    Notice(
        code="T962",
        name="unreadable-page",
        severity=Severity.WARNING,
        citation="wgtip, PDF",
        page="""The text of a page of a PDF is what is printed on it.

Why: old prints were read by machines that took many letters for others, and some files do not tell which letters their
signs stand for: what is read of such a page is no text.
""",
    ),
    Notice(
        code="T963",
        name="blank-page",
        severity=Severity.INFO,
        citation="wgtip, PDF",
        page="""Something is printed on each page.

Why: the back of a cover may be blank; in the midst of a report a page has perhaps been lost.
""",
    ),
    Notice(
        code="T964",
        name="letters-without-name",
        severity=Severity.WARNING,
        citation="wgtip, PDF",
        page="""A font in a PDF says which letters its signs stand for.

Why: of a sign without a name, often one for "fi" or "ffl", only the shape is known; it is read as U+FFFD.
""",
    ),
    Notice(
        code="T965",
        name="page-read-by-ocr",
        severity=Severity.INFO,
        citation="wgtip, PDF",
        page="""What stands in a document is read and not recognized.

Why: optical character recognition takes some letters for others, most of all in names and numbers.
""",
    ),
    Notice(
        code="T971",
        name="slip-of-mark-up",
        severity=Severity.WARNING,
        citation="wgtip, Akoma Ntoso",
        page="""The elements of a document in Akoma Ntoso say what its words are.

Why: where a number stands in a title, or words stand outside of every paragraph, the document is read as it is printed;
other programs will read what its elements say.
""",
    ),
    Notice(
        code="W790",
        name="house-term",
        severity=Severity.WARNING,
        citation="[terms] in wgtip.toml",
        page="""Words are written as the settings of the project say.

Why: one name for a thing lets readers and searches find it; quotations, titles, symbols and addresses keep their own.
""",
    ),
)
