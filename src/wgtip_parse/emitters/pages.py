"""What users read about rules: a table, one page, or all pages in Markdown."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from wgtip_parse.placed import Described
from wgtip_parse.shared import NAMES, mentioned, shared

INTRODUCTION = """# Rules

Made from the rules themselves by `wgtip rules --format markdown -o docs/rules.md`; do not edit it here.
`wgtip explain CODE` prints one of these pages.

Many examples are made of one of two drafts, and tell only what is changed in it: a line with "+" stands in the place of
those with "-" right above it, or at the end.
"""


def emit_page(rule: Described) -> bytes:
    """The page of one rule as it is written, under its code and name, with the source of the norm."""
    heading = f"{rule.code} {rule.name} ({rule.severity})"
    return f"{heading}\n\n{with_shared(rule.page)}\n\nSource: {rule.citation}.\n".encode()


def emit_table(rules: Iterable[Described]) -> Iterator[bytes]:
    """A line for each rule: code, severity, name and the norm."""
    listed = sorted(rules, key=lambda rule: rule.code)
    width = max((len(rule.name) for rule in listed), default=0)
    for rule in listed:
        yield f"{rule.code}  {rule.severity:7}  {rule.name:{width}}  {norm_of(rule)}\n".encode()


def emit_json(rules: Iterable[Described]) -> Iterator[bytes]:
    """An array with an object for each rule: code, name, severity, norm, source and page."""
    yield _json([_entry(rule) for rule in sorted(rules, key=lambda rule: rule.code)])


def emit_object(rule: Described) -> bytes:
    """The object of one rule, as it stands in the array of all."""
    return _json(_entry(rule))


def emit_markdown(rules: Iterable[Described]) -> Iterator[bytes]:
    """All pages, and before them a table that leads to each."""
    listed = sorted(rules, key=lambda rule: rule.code)
    yield INTRODUCTION.encode()
    for name in NAMES:
        yield f"\nThe shared {name}:\n\n```text\n{shared(name)}```\n".encode()
    yield b"\n| code | severity | name | norm |\n|---|---|---|---|\n"
    for rule in listed:
        norm = norm_of(rule).replace("|", "\\|")
        yield f"| [{rule.code}](#{anchor(rule)}) | {rule.severity} | {rule.name} | {norm} |\n".encode()
    for rule in listed:
        yield f"\n## {rule.code} {rule.name}\n\n{in_markdown(rule.page)}\n\nSource: {rule.citation}.\n".encode()


def with_shared(page: str) -> str:
    """A page and the shared drafts that it speaks of, for who reads it alone."""
    drafts = (f"The shared {name}:\n{textwrap.indent(shared(name).rstrip(), '    ')}" for name in mentioned(page))
    return "\n\n".join((page.strip(), *drafts))


def anchor(rule: Described) -> str:
    """The name of a rule's heading within the page of all rules."""
    return f"{rule.code}-{rule.name}".lower()


def _entry(rule: Described) -> dict[str, str]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity,
        "norm": norm_of(rule),
        "source": rule.citation,
        "page": in_markdown(with_shared(rule.page)),
    }


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n"


def norm_of(rule: Described) -> str:
    """The norm in one line: the first sentence of the page."""
    return " ".join(rule.page.partition("\n\n")[0].split())


def in_markdown(page: str) -> str:
    """The page with its indented examples fenced, because a fence keeps every character as it stands."""
    lines: list[str] = []
    for paragraph in _stretches(page.strip().split("\n")):
        if paragraph[0].startswith("    "):
            lines += ["", "```text", *textwrap.dedent("\n".join(paragraph)).split("\n"), "```"]
        else:
            lines += paragraph
    return "\n".join(lines)


def _stretches(lines: Sequence[str]) -> Iterator[list[str]]:
    """Lines that are indented and lines that are not, apart; blank lines go with what stands before them."""
    stretch: list[str] = []
    for line in lines:
        if stretch and line.strip() and line.startswith("    ") != stretch[0].startswith("    "):
            trailing = len(stretch)
            while not stretch[trailing - 1].strip():
                trailing -= 1
            yield stretch[:trailing]
            stretch = stretch[trailing:]
        stretch.append(line)
    if stretch:
        yield stretch
