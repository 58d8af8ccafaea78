"""What is said on standard error: failures, diagnostics and progress."""

from __future__ import annotations

import functools
import itertools
import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TaskID, TextColumn, TimeRemainingColumn
from rich.text import Text

from wgtip_parse.diagnostics import Diagnostic
from wgtip_parse.render.text import SEVERITY_STYLE, in_one_line, visible
from wgtip_parse.source import Position

_STILL = 0.1  # seconds: sooner nobody sees a change, and each costs a millisecond
_LARGE = 50_000  # bytes: a smaller document, a bomb aside, is soon read
_LONGEST_NAME = 40  # characters of a document's name on the screen

T = TypeVar("T")


@functools.cache
def error_console() -> Console:
    """The console of standard error: one, because a diagnostic has to find its way round a progress bar."""
    return Console(stderr=True, highlight=False)


def print_failure(message: str) -> None:
    """One line for a document that could not be read."""
    _print_line(Text.assemble(("wgtip: ", "bold red"), in_one_line(message)))


def print_diagnostic(path: str, position: Position, diagnostic: Diagnostic) -> None:
    """`path:line:column: severity CODE message`, and the hint on a line of its own."""
    place = f"{in_one_line(path)}:{position.line}:{position.column}: "
    severity = (diagnostic.severity.value, SEVERITY_STYLE[diagnostic.severity])
    _print_line(Text.assemble((place, "bold"), severity, f" {diagnostic.code} {visible(diagnostic.message)}"))
    if diagnostic.hint is not None:
        _print_line(Text.assemble(("  hint: ", "dim"), visible(diagnostic.hint)))


def print_kind(first: Diagnostic, where: str, named: Iterable[str]) -> None:
    """`severity CODE message (12 documents): a.txt, b.txt`, for many diagnostics of one code."""
    severity = (first.severity.value, SEVERITY_STYLE[first.severity])
    _print_line(Text.assemble(severity, f" {first.code} {visible(where)}: {', '.join(map(in_one_line, named))}"))


def progress(items: Iterable[T], documents: Sequence[str], verb: str = "parse") -> Iterator[T]:
    """The same items, one of each document, with a bar that moves as they come and goes when they end.

    It says how many of how many are done, how many a second, and which document is waited for.
    """
    # Without auto-refresh there is no thread, and a process with threads is no place to fork workers from. So what is
    # waited for is shown before, unless the screen has just changed and the document is one that is soon done.
    with Progress(*_COLUMNS, console=error_console(), transient=True, auto_refresh=False) as bar:
        task = bar.add_task(verb, total=len(documents), document=_shown(documents, 0))
        waiting = iter(items)
        for count in itertools.count(1):
            if bar.get_time() - _last(bar, task) >= _STILL or _takes_long(documents, count - 1):
                bar.update(task, refresh=True, shown=bar.get_time())
            try:
                item = next(waiting)
            except StopIteration:
                return
            yield item
            bar.update(task, completed=count, document=_shown(documents, count))


class _Rate(ProgressColumn):
    """How many documents a second, over all."""

    def render(self, task: Task) -> Text:
        """The rate, as soon as there is one."""
        return Text(f"{task.completed / task.elapsed:.0f}/s" if task.elapsed and task.completed else "", "dim")


class _Count(ProgressColumn):
    """How many documents of how many."""

    def render(self, task: Task) -> Text:
        """The two numbers."""
        return Text(f"{task.completed:,.0f} of {task.total or 0:,.0f}")


class _Document(ProgressColumn):
    """The name of the document that is waited for, its end where there is no room for all of it."""

    def render(self, task: Task) -> Text:
        """The name."""
        return Text(str(task.fields["document"]), "dim", no_wrap=True)


_COLUMNS = (TextColumn("{task.description}"), BarColumn(20), _Count(), _Rate(), TimeRemainingColumn(), _Document())


def _last(bar: Progress, task: TaskID) -> float:
    """When the screen was last changed."""
    return float(bar.tasks[task].fields.get("shown", 0))


def _shown(documents: Sequence[str], at: int) -> str:
    name = in_one_line(documents[at]) if at < len(documents) else ""
    return name if len(name) <= _LONGEST_NAME else f"…{name[1 - _LONGEST_NAME :]}"


def _takes_long(documents: Sequence[str], at: int) -> bool:
    """Whether a document is large enough to keep somebody waiting."""
    try:
        return at < len(documents) and os.stat(documents[at]).st_size >= _LARGE
    except OSError:
        return False


def _print_line(line: Text) -> None:
    error_console().print(line, soft_wrap=True)
