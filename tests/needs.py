"""What is needed: a sample whose report is another without a part of the parser."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from tests.cases import ROOT
from wgtip_parse import readers
from wgtip_parse.model import Report
from wgtip_parse.parser import parse_source
from wgtip_parse.source import Source


@cache
def sample(name: str) -> Source:
    """A sample by its name, as it is read."""
    return readers.read(str(ROOT / "samples" / name), readers.SIZE_LIMIT)[0]


@cache
def whole(name: str) -> Report:
    """The report in a sample, with all parts of the parser in place."""
    return parse_source(sample(name)).report


def differs(name: str, without: Callable[[], object]) -> bool:
    """Whether the report in a sample is another once `without` has taken a part away."""
    report = whole(name)
    without()
    return parse_source(sample(name)).report != report
