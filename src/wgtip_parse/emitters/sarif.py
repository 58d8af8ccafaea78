"""The findings of a check in SARIF 2.1.0, the OASIS format that code hosts and editors read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from wgtip_parse.diagnostics import Severity
from wgtip_parse.emitters.pages import anchor, in_markdown, norm_of, with_shared
from wgtip_parse.placed import Described, Placed, PlacedEdit, PlacedFix

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
PAGES = "blob/main/docs/rules.md"  # in a repository
LEVELS = {Severity.INFO: "note", Severity.WARNING: "warning", Severity.ERROR: "error"}

Entry = dict[str, Any]

_DRIVE = re.compile(r"[A-Za-z]:(?=/)")


def emit_sarif(
    found: Iterable[Placed],
    documents: Iterable[str],
    rules: Sequence[Described],
    version: str,
    repository: str | None = None,
) -> bytes:
    """One run: the rules, the documents that were judged, and a result for each finding.

    Where the address of our repository is known, each rule has a link to its page there.
    """
    places = {rule.code: at for at, rule in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "wgtip", "version": version, "rules": [_rule(rule, repository) for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": _location(path)} for path in documents],
        "results": [_result(each, places[each.code]) for each in found],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"


def _rule(rule: Described, repository: str | None) -> Entry:
    link = {"helpUri": f"{repository.rstrip('/')}/{PAGES}#{anchor(rule)}"} if repository else {}
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": norm_of(rule)},
        "help": {
            "text": f"{with_shared(rule.page)}\n\nSource: {rule.citation}.",
            "markdown": f"{in_markdown(with_shared(rule.page))}\n\nSource: {rule.citation}.",
        },
        **link,
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _result(found: Placed, rule: int) -> Entry:
    region = {**_region(found), "snippet": {"text": found.excerpt}}
    place = {"artifactLocation": _location(found.path), "region": region}
    result = {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": LEVELS[found.severity],
        "message": {"text": found.sentence},
        "locations": [{"physicalLocation": place, **_logical(found)}],
        "partialFingerprints": {"words/v1": found.fingerprint},
    }
    return result if found.fix is None else {**result, "fixes": [_fix(found, found.fix)]}


def _logical(found: Placed) -> Entry:
    """The number and the heading that people find the place by, where there are any."""
    where = [part for part in (found.where.heading, found.where.number) if part]
    return {"logicalLocations": [{"fullyQualifiedName": "/".join(where)}]} if where else {}


def _fix(found: Placed, fix: PlacedFix) -> Entry:
    replacements = [{"deletedRegion": _region(edit), "insertedContent": {"text": edit.text}} for edit in fix.edits]
    return {
        "description": {"text": found.hint or found.message},
        "artifactChanges": [{"artifactLocation": _location(found.path), "replacements": replacements}],
    }


def _region(of: Placed | PlacedEdit) -> Entry:
    return {"startLine": of.line, "startColumn": of.column, "endLine": of.end_line, "endColumn": of.end_column}


def _location(path: str) -> Entry:
    """A relative path is relative to where the command was run; an absolute one is a file URI."""
    slashed = path.replace("\\", "/")
    if drive := _DRIVE.match(slashed):
        return {"uri": f"file:///{drive[0]}{quote(slashed[drive.end() :], safe='/')}"}
    uri = quote(slashed, safe="/")
    return {"uri": f"file://{uri}" if uri.startswith("/") else uri}
