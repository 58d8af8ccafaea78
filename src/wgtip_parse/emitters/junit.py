"""The findings of a check as JUnit XML: a suite for each document, a failed case for each warning and error."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from xml.etree import ElementTree

from wgtip_parse.diagnostics import Severity
from wgtip_parse.placed import Placed

NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def emit_junit(found: Sequence[Placed], documents: Iterable[str]) -> bytes:
    """A document without findings has one case that passed; what is info has passed too, and is said there."""
    by_path: dict[str, list[Placed]] = {path: [] for path in documents}
    for each in found:
        by_path.setdefault(each.path, []).append(each)
    cases = sum(max(1, len(of_one)) for of_one in by_path.values())
    failed = {"failures": _failures(found), "errors": "0"}
    suites = ElementTree.Element("testsuites", {"name": "wgtip", "tests": str(cases), **failed})
    for path, of_one in by_path.items():
        counts = {"tests": str(max(1, len(of_one))), "failures": _failures(of_one), "errors": "0"}
        suite = ElementTree.SubElement(suites, "testsuite", {"name": _clean(path), **counts})
        for each in of_one:
            _add(suite, each)
        if not of_one:
            ElementTree.SubElement(suite, "testcase", name="no findings", classname=_clean(path))
    ElementTree.indent(suites, " ")
    return bytes(ElementTree.tostring(suites, encoding="utf-8", xml_declaration=True)) + b"\n"


def _failures(found: Iterable[Placed]) -> str:
    return str(sum(each.severity is not Severity.INFO for each in found))


def _add(suite: ElementTree.Element, found: Placed) -> None:
    name = f"{found.code} {found.name} at {found.told or f'{found.line}:{found.column}'}"
    case = ElementTree.SubElement(
        suite, "testcase", name=_clean(name), classname=_clean(found.path), line=str(found.line)
    )
    if found.severity is Severity.INFO:
        told = ElementTree.SubElement(case, "system-out")
    else:
        told = ElementTree.SubElement(case, "failure", type=found.severity.value, message=_clean(found.message))
    hint = "" if found.hint is None else f"\nhint: {found.hint}"
    told.text = _clean(f"{found.place}: {found.severity} {found.code} {found.message}{hint}\n{found.excerpt}")


def _clean(text: str) -> str:
    """XML has no control characters, not even escaped ones."""
    return NOT_IN_XML.sub("\ufffd", text)
