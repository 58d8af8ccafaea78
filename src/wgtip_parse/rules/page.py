"""The page of a rule, as it is written in the docstring of the rule's module: norm, why, bad, good."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass

from wgtip_parse.shared import whole

HEADING = re.compile(r"^(Why|Bad|Good)( \(final\))?:[ \n]", re.MULTILINE)
NEXT_PART = re.compile(r"^---$\n?", re.MULTILINE)  # stands between the documents of one meeting

NO_LINE_FEED = "\\\n"


@dataclass(frozen=True, slots=True)
class Example:
    """The documents of an example, one or more of a meeting; `final` where they are no longer drafts."""

    documents: tuple[str, ...]
    final: bool


@dataclass(frozen=True, slots=True)
class Page:
    """A page taken apart: the norm in a sentence, the reason for it, and examples that break and keep it."""

    norm: str
    why: str
    bad: tuple[Example, ...]
    good: tuple[Example, ...]


def read_page(page: str) -> Page:
    """Take a page apart; headings may stand more than once, in the order Why, Bad, Good."""
    headings = list(HEADING.finditer(page))
    ends = [*(heading.start() for heading in headings[1:]), len(page)]
    norm = page[: headings[0].start()] if headings else page
    bodies = [(each[1], each[2] is not None, page[each.end() : end]) for each, end in zip(headings, ends, strict=True)]
    return Page(
        norm=_words(norm),
        why=" ".join(_words(body) for heading, _, body in bodies if heading == "Why"),
        bad=tuple(_whole(_example(body, final)) for heading, final, body in bodies if heading == "Bad"),
        good=tuple(_whole(_example(body, final)) for heading, final, body in bodies if heading == "Good"),
    )


def _whole(example: Example) -> Example:
    return Example(tuple(map(whole, example.documents)), example.final)


def _words(text: str) -> str:
    return " ".join(text.split())


def _example(body: str, final: bool) -> Example:
    """An example ends with a line feed, unless a backslash stands in its place."""
    text = (textwrap.dedent(body).strip("\n") + "\n").removesuffix(NO_LINE_FEED)
    return Example(tuple(NEXT_PART.split(text)), final)
