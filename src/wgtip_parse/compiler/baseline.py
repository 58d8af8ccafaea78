"""Old findings that are put up with: a file that knows them by their words, so that new ones stand out."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from wgtip_parse.compiler.checking import Checked
from wgtip_parse.placed import Placed, in_order, place
from wgtip_parse.rules import KNOWN

SCHEMA_VERSION = 1
KEYS = ("path", "code", "fingerprint", "excerpt")


class BaselineError(Exception):
    """A file that is no baseline, in one line that names it."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """Old findings as they stand in the file; theirs are paths relative to the folder that `path` is in."""

    path: str
    entries: tuple[dict[str, str], ...]

    def relative(self, path: str) -> str:
        """The path by which the file knows a document."""
        return os.path.relpath(path, os.path.dirname(self.path) or ".").replace(os.sep, "/")


def read_baseline(path: str) -> Baseline:
    """The baseline in a file. Raises BaselineError where there is none."""
    try:
        with open(path, encoding="utf-8") as file:
            entries = json.load(file)["findings"]
        valid = all(isinstance(entry, dict) and entry.keys() == set(KEYS) for entry in entries)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BaselineError(f"{path}: no baseline: make one with --update-baseline") from error
    if not valid:
        raise BaselineError(f"{path}: not a baseline of this version: make it anew with --update-baseline")
    return Baseline(path, tuple(entries))


def empty_baseline(path: str) -> Baseline:
    """The baseline of a file that is to be made."""
    return Baseline(path, ())


def without_known(judged: Iterable[Checked], baseline: Baseline) -> list[Checked]:
    """The documents without the findings that the baseline holds."""
    known = {(entry["path"], entry["fingerprint"]) for entry in baseline.entries}
    return [_without(each, baseline.relative(each.draft.source.name), known) for each in judged]


def emit_baseline(baseline: Baseline, judged: Iterable[str], found: Iterable[Placed]) -> Iterator[bytes]:
    """The file anew: the findings of the documents that were judged now, by name, and the old ones of all others."""
    seen = set(map(baseline.relative, judged))
    entries: list[dict[str, Any]] = [entry for entry in baseline.entries if entry["path"] not in seen]
    for each in found:
        if baseline.relative(each.path) not in seen:
            continue  # what is wrong with a configuration is never old
        values = (baseline.relative(each.path), each.code, each.fingerprint, each.excerpt)
        entries.append(dict(zip(KEYS, values, strict=True)))
    entries.sort(key=lambda entry: [entry[key] for key in KEYS])
    yield b'{"schema_version": %d, "findings": [\n' % SCHEMA_VERSION
    yield ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries).encode("utf-8", "replace")
    yield b"\n]}\n"


def _without(checked: Checked, path: str, known: set[tuple[str, str]]) -> Checked:
    placed = place(checked.draft.source, checked.diagnostics, KNOWN)
    pairs = zip(in_order(checked.diagnostics), placed, strict=True)
    new = tuple(diagnostic for diagnostic, each in pairs if (path, each.fingerprint) not in known)
    return checked._replace(diagnostics=new)
