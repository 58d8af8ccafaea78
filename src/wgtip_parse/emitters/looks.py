"""The lines of a source text that are not blank, one JSON object a line: number, words, and what they look like."""

from __future__ import annotations

import json
from collections.abc import Iterator

from wgtip_parse.source import PAGE_BREAK, Look, Source, looks_of_text


def emit(source: Source) -> Iterator[str]:
    """A line for each; its text is as it stands, but for form feeds, and numbers are rounded to 0.1."""
    lines = ((number, line) for number, line in enumerate(source.text.split("\n"), 1) if line.strip())
    for (number, line), look in zip(lines, source.looks or looks_of_text(source.text), strict=True):
        facts = {"line": number, "text": line.replace(PAGE_BREAK, "")} | _rounded(look)
        yield json.dumps(facts, ensure_ascii=False) + "\n"


def _rounded(look: Look) -> dict[str, object]:
    return {
        name: (round(value, 1) or 0) if isinstance(value, float) else value for name, value in look._asdict().items()
    }
