"""Where a command writes: results to standard output or a file, messages and progress to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import click

from wgtip_parse.cli.exits import NOTHING_DONE

if TYPE_CHECKING:
    from wgtip_parse.cli.readings import Reading
    from wgtip_parse.compiler.documents import Outcome
    from wgtip_parse.diagnostics import Diagnostic
    from wgtip_parse.source import Position

T = TypeVar("T")
Tell = Callable[[str, "Iterable[tuple[Position, Diagnostic]]"], None]


def watched(outcomes: Iterator[T], documents: Sequence[str], output: str | None, verb: str = "parse") -> Iterator[T]:
    """The outcomes of documents, with a progress bar where somebody watches and no result runs over the same screen.

    `output` is where results go as they come, None where they wait for the last one.
    """
    if len(documents) < 2 or not sys.stderr.isatty() or (output == "-" and sys.stdout.isatty()):
        return outcomes
    from wgtip_parse import render

    return render.progress(outcomes, documents, verb)


def show(name: str, placed: Iterable[tuple[Position, Diagnostic]]) -> None:
    """The diagnostics of a document, a line each."""
    for position, diagnostic in placed:
        from wgtip_parse import render  # in the loop, because most documents have nothing to show

        render.print_diagnostic(name, position, diagnostic)


def succeeded(outcomes: Iterable[Outcome], reading: Reading, tell: Tell = show) -> Iterator[bytes]:
    """The bytes of the documents that could be read; what is to be said of each is told as it comes.

    Ends the command where there was none, so that no empty result takes the place of an older file.
    """
    for outcome in outcomes:
        tell(outcome.name, outcome.diagnostics)
        if outcome.failure is not None:
            reading.miss(outcome.failure)
        if outcome.data is not None:
            reading.add(outcome.name, (diagnostic.code for _, diagnostic in outcome.diagnostics))
            yield outcome.data
    if not reading.read:
        raise click.exceptions.Exit(NOTHING_DONE)


def fail(message: str) -> None:
    """One line about what could not be done."""
    from wgtip_parse import render

    render.print_failure(message)


def counted(number: int, noun: str) -> str:
    """A number of things in words: "no meetings", "1 meeting", "1,200 meetings"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}" if number else f"no {noun}s"


def say(message: str) -> None:
    """One line about what was done besides the result."""
    click.echo(for_the_screen(message), err=True)


def write(output: str, chunks: Iterable[bytes]) -> None:
    """Bytes to standard output for "-", else to a file that is written whole or not at all."""
    with unwritten(output):
        if output == "-":
            _print(chunks)
        else:
            from wgtip_parse.emitters import file

            file.write(output, chunks)


@contextmanager
def unwritten(output: str) -> Iterator[None]:
    """While an output is written: where it cannot be, that is said, and the command ends."""
    try:
        yield
    except OSError as error:
        fail(_not_written(output, error))
        raise click.exceptions.Exit(NOTHING_DONE) from error


@contextmanager
def alone(outputs: Iterable[str]) -> Iterator[None]:
    """While nobody else writes these files: a second command waits for the first, and says so."""
    from wgtip_parse.emitters import file

    with ExitStack() as stack:
        for _, output in sorted({os.path.realpath(each): each for each in outputs if each != "-"}.items()):
            if not os.path.exists(output) or os.path.isfile(output):
                message = f"{output}: another command is writing it; waiting"
                with unwritten(output):
                    stack.enter_context(file.held(output, partial(fail, message)))
        yield


def for_the_screen(text: str) -> str:
    """The text itself, unless a terminal would obey its control characters."""
    if not sys.stdout.isatty():
        return text
    from wgtip_parse.render import visible

    return visible(text)


def terminal_width() -> int:
    """The columns of the terminal."""
    import shutil  # with all that it can unpack

    return shutil.get_terminal_size().columns


def _not_written(output: str, error: OSError) -> str:
    """Why an output cannot be written, in one line."""
    if output == "-":
        return f"standard output: {(error.strerror or 'cannot be written').lower()}"
    folder = os.path.dirname(os.path.abspath(output))
    if not os.path.isdir(folder):
        return f"{output}: there is no folder {os.path.dirname(output)}"
    return f"{output}: {(error.strerror or 'cannot be written').lower()}"


def _print(chunks: Iterable[bytes]) -> None:
    """Bytes to standard output; a reader who has gone away has seen enough."""
    stream = sys.stdout.buffer
    try:
        for chunk in chunks:
            stream.write(chunk)
        stream.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # what is still buffered goes nowhere at exit
