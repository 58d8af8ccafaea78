"""What `wgtip compile` says at its end: its findings by kind, and how many of the documents have recommendations."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from wgtip_parse.cli.outputs import counted, say, show
from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.source import Position

if TYPE_CHECKING:
    from wgtip_parse.compiler.index import Compiled, Tally

FEW = 3  # findings of a kind that are shown one by one, and documents that are named of more

Found = tuple[str, Position, Diagnostic]


class Findings:
    """What is to be said of the documents of a compile, kept until its end so that hundreds of a kind are one line."""

    def __init__(self) -> None:
        self._of_code: dict[str, list[Found]] = {}
        self.documents: set[str] = set()

    def add(self, name: str, placed: Iterable[tuple[Position, Diagnostic]]) -> None:
        """Keep what is to be said of a document."""
        for position, diagnostic in placed:
            self.documents.add(name)
            self._of_code.setdefault(diagnostic.code, []).append((name, position, diagnostic))

    def show(self) -> None:
        """Say it on standard error, kind by kind."""
        for _, of_code in sorted(self._of_code.items()):
            of_message: dict[str, list[Found]] = {}
            for each in of_code:
                of_message.setdefault(each[2].message, []).append(each)
            alike = [found for found in of_message.values() if len(found) > FEW]
            for found in alike:
                _show_kind(found)
            rest = [each for found in of_message.values() if len(found) <= FEW for each in found]
            if len(rest) > FEW:
                _show_kind(rest)
            else:
                for name, position, diagnostic in rest:
                    show(name, [(position, diagnostic)])

    @property
    def are_grave(self) -> bool:
        """Whether there is more than what is only for information."""
        every = (diagnostic for found in self._of_code.values() for _, _, diagnostic in found)
        return any(diagnostic.severity is not Severity.INFO for diagnostic in every)


def outcome(compiled: Compiled, outputs: Iterable[str]) -> None:
    """Say what has been made and, in the last line, how many documents have recommendations."""
    from wgtip_parse.emitters.origins import told_origins

    if written := [output for output in outputs if output != "-"]:
        made = f"{counted(len(compiled.index.recommendations), 'recommendation')} of {told_origins(compiled.index)}"
        say(f"{made} in {', '.join(written)}")
    say(_of_documents(compiled.tally))


def _of_documents(tally: Tally) -> str:
    have = "has" if tally.documents == 1 else "have"
    said = [f"{tally.with_recommendations:,} of {counted(tally.documents, 'document')} {have} recommendations"]
    if number := tally.not_understood:
        said.append(f"{number:,} {'was' if number == 1 else 'were'} not understood (see passed_over)")
    return "; ".join(said)


def _show_kind(found: list[Found]) -> None:
    """One line for findings of a code: how many, and the first documents by name; what the first says if all do not."""
    from wgtip_parse import render

    name, _, first = found[0]
    names = list(dict.fromkeys(each for each, _, _ in found))
    others = names[1:FEW]
    if len(names) > FEW:
        others[-1] += f" and {len(names) - FEW:,} more"
    often = "" if len(found) == len(names) else f"{len(found):,} times "
    number = counted(len(names), "document")
    if all(each.message == first.message for _, _, each in found):
        render.print_kind(first, f"{first.message} ({often}{'in ' if often else ''}{number})", [name, *others])
    else:
        render.print_kind(first, f"{often}in {number}", [f"{name} ({first.message})", *others])
