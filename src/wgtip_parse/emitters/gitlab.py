"""The findings of a check as a GitLab Code Quality report."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from wgtip_parse.diagnostics import Severity
from wgtip_parse.placed import Placed

SEVERITIES = {Severity.INFO: "info", Severity.WARNING: "minor", Severity.ERROR: "major"}


def emit_gitlab(found: Iterable[Placed]) -> bytes:
    """One array; a fingerprint is of path and words, so that a finding is known again on another line."""
    entries = [
        {
            "description": each.sentence,
            "check_name": f"{each.code} {each.name}",
            "fingerprint": hashlib.sha256(f"{each.path}\n{each.fingerprint}".encode("utf-8", "replace")).hexdigest(),
            "severity": SEVERITIES[each.severity],
            "location": {
                "path": each.path,
                "positions": {
                    "begin": {"line": each.line, "column": each.column},
                    "end": {"line": each.end_line, "column": each.end_column},
                },
            },
        }
        for each in found
    ]
    return json.dumps(entries, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"
