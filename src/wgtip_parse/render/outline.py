"""A report as an outline: headings and the first words of paragraphs."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from wgtip_parse.index.model import Basis
from wgtip_parse.model import Block, Report, Section
from wgtip_parse.render.text import visible

LONGEST = 200  # characters of a paragraph that an outline looks at: more than any terminal shows of a line
BLOCK_STYLE = {"paragraph": "cyan", "recommendation": "bold green", "text": "dim"}
BASES: dict[Basis, str] = {
    "label": "labelled",
    "stem": "in lists that ask",
    "heading": "under headings",
    "words": "in the text",
}
PLURALS = (("section", "sections"), ("paragraph", "paragraphs"), ("recommendation", "recommendations"))


def outline(report: Report, taken: Iterable[Basis], passed_over: int, *, width: int, colour: bool) -> str:
    """The report as a tree of headings and of the first words of paragraphs, a line each, and two lines of counts.

    `taken` is by what the index takes each of its recommendations, `passed_over` how many passages it does not take.
    """
    root = Tree(_title(report), guide_style="dim")
    _add(root, report.blocks, report.sections)
    page = io.StringIO()
    # None leaves the choice to rich, which minds NO_COLOR and FORCE_COLOR.
    console = Console(file=page, width=width, highlight=False, force_terminal=True if colour else None)
    console.print(root)
    console.print(_counts(report))
    console.print(_of_the_index(Counter(taken), passed_over))
    return page.getvalue()


def _title(report: Report) -> Text:
    masthead = report.masthead
    named = [part for part in (masthead.symbol, masthead.title) if part is not None] or [report.source.name]
    return _line(("  ".join(named), "bold"))


def _add(tree: Tree, blocks: Iterable[Block], sections: Iterable[Section]) -> None:
    for block in blocks:
        tree.add(_block_line(block))
    for section in sections:
        number = "" if section.number is None else f"{section.number}  "
        continued = " (continued)" if section.continued else ""
        branch = tree.add(_line((number, "bold magenta"), (section.title, "bold"), (continued, "dim")))
        _add(branch, section.blocks, section.sections)


def _block_line(block: Block) -> Text:
    kind = "Recommendation " if block.kind == "recommendation" else ""
    number = "" if block.number is None else f"{kind}{block.number}  "
    items = len(block.subparagraphs)
    count = f"[{items} subparagraph{'s' if items > 1 else ''}] " if items else ""
    return _line((number, BLOCK_STYLE[block.kind]), (count, "dim"), (block.text[:LONGEST], ""))


def _counts(report: Report) -> Text:
    sections = list(report.every_section())
    kinds = [block.kind for block in report.every_block()]
    numbers = (len(sections), kinds.count("paragraph"), kinds.count("recommendation"))
    words = [f"{number} {one if number == 1 else many}" for number, (one, many) in zip(numbers, PLURALS, strict=True)]
    return _line((", ".join(words), "dim"))


def _of_the_index(taken: Counter[Basis], passed_over: int) -> Text:
    """What the index takes, and by what: "51 recommendations (48 labelled, 3 under headings) and passes over 2"."""
    number = taken.total()
    ways = ", ".join(f"{taken[basis]} {words}" for basis, words in BASES.items() if taken[basis])
    told = f"{number} recommendation{'' if number == 1 else 's'}{f' ({ways})' if ways else ''}"
    passed = f" and passes over {passed_over}" if passed_over else ""
    return _line((f"wgtip compile takes {told}{passed}", "dim"))


def _line(*parts: tuple[str, str]) -> Text:
    line = Text(no_wrap=True, overflow="ellipsis")
    for text, style in parts:
        line.append(visible(text.replace("\n", " ")), style)
    return line
