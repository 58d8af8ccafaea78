"""What is said on standard error: failures, diagnostics and progress."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import Progress, ProgressColumn, Task
from rich.text import Text

from wgtip_parse.diagnostics import Diagnostic
from wgtip_parse.render.text import SEVERITY_STYLE, in_one_line, visible
from wgtip_parse.source import Position

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


def progress(items: Iterable[T], total: int, verb: str = "parse") -> Iterator[T]:
    """The same items, with a bar that moves as they come and goes when they end."""
    step = max(1, total // 100)
    # Without auto-refresh there is no thread, and a process with threads is no place to fork workers from.
    columns = (*Progress.get_default_columns(), _Rate())
    with Progress(*columns, console=error_console(), transient=True, auto_refresh=False) as bar:
        task = bar.add_task(verb, total=total)
        for count, item in enumerate(items, start=1):
            yield item
            bar.update(task, completed=count, refresh=count % step == 0)


class _Rate(ProgressColumn):
    """How many documents a second."""

    def render(self, task: Task) -> Text:
        """The rate, as soon as there is one."""
        return Text(f"{task.speed:.0f}/s" if task.speed else "", "dim")


def _print_line(line: Text) -> None:
    error_console().print(line, soft_wrap=True)
