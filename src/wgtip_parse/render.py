"""What a person sees on a terminal: outlines, diagnostics and progress. The only module that imports rich.

Text of a document is never read as mark-up, and its control characters are shown, not sent.
"""

from __future__ import annotations

import functools
import io
import re
from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import Progress
from rich.text import Text
from rich.tree import Tree

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.model import Block, Report, Section
from wgtip_parse.source import Position

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
LONGEST = 200  # characters of a paragraph that an outline looks at: more than any terminal shows of a line
SEVERITY_STYLE = {Severity.INFO: "blue", Severity.WARNING: "yellow", Severity.ERROR: "bold red"}
BLOCK_STYLE = {"paragraph": "cyan", "recommendation": "bold green", "text": "dim"}
PLURALS = (("section", "sections"), ("paragraph", "paragraphs"), ("recommendation", "recommendations"))

T = TypeVar("T")


def visible(text: str) -> str:
    r"""The text with its control characters written as escapes; line feeds and tabs stay."""
    return CONTROL.sub(lambda match: match[0].encode("unicode_escape").decode(), text)


@functools.cache
def error_console() -> Console:
    """The console of standard error: one, because a diagnostic has to find its way round a progress bar."""
    return Console(stderr=True, highlight=False)


def print_failure(message: str) -> None:
    """One line for a document that could not be read."""
    _print_line(Text.assemble(("wgtip: ", "bold red"), visible(message)))


def print_diagnostic(path: str, position: Position, diagnostic: Diagnostic) -> None:
    """`path:line:column: severity CODE message`, and the hint on a line of its own."""
    place = f"{visible(path)}:{position.line}:{position.column}: "
    severity = (diagnostic.severity.value, SEVERITY_STYLE[diagnostic.severity])
    _print_line(Text.assemble((place, "bold"), severity, f" {diagnostic.code} {visible(diagnostic.message)}"))
    if diagnostic.hint is not None:
        _print_line(Text.assemble(("  hint: ", "dim"), visible(diagnostic.hint)))


def progress(items: Iterable[T], total: int) -> Iterator[T]:
    """The same items, with a bar that moves as they come and goes when they end."""
    step = max(1, total // 100)
    # Without auto-refresh there is no thread, and a process with threads is no place to fork workers from.
    with Progress(console=error_console(), transient=True, auto_refresh=False) as bar:
        task = bar.add_task("parse", total=total)
        for count, item in enumerate(items, start=1):
            yield item
            bar.update(task, completed=count, refresh=count % step == 0)


def outline(report: Report, *, width: int, colour: bool) -> str:
    """The report as a tree of headings and of the first words of paragraphs, a line each, and a line of counts."""
    root = Tree(_title(report), guide_style="dim")
    _add(root, report.blocks, report.sections)
    page = io.StringIO()
    # None leaves the choice to rich, which minds NO_COLOR and FORCE_COLOR.
    console = Console(file=page, width=width, highlight=False, force_terminal=True if colour else None)
    console.print(root)
    console.print(_counts(report))
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
    sections = list(_every_section(report.sections))
    blocks = [*report.blocks, *(block for section in sections for block in section.blocks)]
    kinds = [block.kind for block in blocks]
    numbers = (len(sections), kinds.count("paragraph"), kinds.count("recommendation"))
    words = [f"{number} {one if number == 1 else many}" for number, (one, many) in zip(numbers, PLURALS, strict=True)]
    return _line((", ".join(words), "dim"))


def _every_section(sections: Iterable[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _every_section(section.sections)


def _line(*parts: tuple[str, str]) -> Text:
    line = Text(no_wrap=True, overflow="ellipsis")
    for text, style in parts:
        line.append(visible(text.replace("\n", " ")), style)
    return line


def _print_line(line: Text) -> None:
    error_console().print(line, soft_wrap=True)
