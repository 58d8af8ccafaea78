"""Parts → one report: sections joined, numbers and references as the final report has them, and what is in doubt."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wgtip_parse.assemble.chapters import Said, join
from wgtip_parse.assemble.head import Given, masthead
from wgtip_parse.assemble.numbering import Row, number
from wgtip_parse.assemble.writing import Writer
from wgtip_parse.draft import Draft
from wgtip_parse.model import Report, SourceInfo
from wgtip_parse.words import Words, words

__all__ = ["Assembled", "Given", "assemble"]


class Assembled(NamedTuple):
    """The whole as a text and as a tree of that text; the concordance; what people have to look at, part by part.

    `origins` says of each block, by where it begins in the text, its part and where it began there.
    """

    text: str
    report: Report
    concordance: tuple[Row, ...]
    said: tuple[Said, ...]
    origins: dict[int, tuple[int, int]]


def assemble(drafts: Sequence[Draft], given: Given, name: str) -> Assembled:
    """The parts, in their order, as one report."""
    known = words(drafts[0].report.source.language)
    root, of_headings = join(drafts, known)
    numbers, of_numbers = number(root, known)
    writer = Writer(drafts, numbers, known)
    head = masthead(drafts, given)
    whole = writer.write(root, head)
    source = SourceInfo(
        name=name,
        format="text",
        sha256=hashlib.sha256(whole.text.encode("utf-8", "replace")).hexdigest(),
        language=known.language,
    )
    report = Report(
        schema_version=1,
        source=source,
        masthead=head,
        blocks=whole.blocks,
        sections=whole.sections,
        footnotes=whole.footnotes,
    )
    said = sorted([*of_headings, *of_numbers, *writer.said, *_open_text(drafts, known)])
    return Assembled(whole.text, report, numbers.rows, tuple(said), whole.origins)


def _open_text(drafts: Sequence[Draft], known: Words) -> Iterator[Said]:
    """What is still to be agreed or to be filled in: it is kept."""
    for part, draft in enumerate(drafts):
        for match in known.to_be_settled.finditer(draft.source.text):
            yield Said(part, match.start(), f"text in square brackets is kept: {' '.join(match[0].split())[:60]}")
