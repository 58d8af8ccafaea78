"""Which documents a command reads, and how large they may be."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import partial
from glob import glob
from typing import TYPE_CHECKING

import click

from wgtip_parse.cli.outputs import fail

if TYPE_CHECKING:
    from wgtip_parse import readers

TESSERACT = "tesseract"

max_size = click.option(
    "--max-size",
    type=click.FloatRange(min=0, min_open=True),
    metavar="MB",
    help="Largest file to read; 64 if not given.",
)


revisions = click.option(
    "--revisions",
    type=click.Choice(["accept", "reject"]),
    default="accept",
    show_default=True,
    help="Tracked changes of Word files.",
)


def _installed(_: click.Context, __: click.Parameter, value: bool) -> bool:
    """Whether OCR is asked for, where there is a program for it."""
    if not value:
        return False
    import shutil  # with all that it can unpack

    if shutil.which(TESSERACT) is None:
        raise click.BadParameter(f"there is no {TESSERACT} on the PATH: install Tesseract first")
    return True


ocr = click.option("--ocr", is_flag=True, callback=_installed, help="Let Tesseract read pages of PDF without text.")


def find(files: Iterable[str], failures: list[str]) -> list[str]:
    """The files as given, each pattern and folder replaced by its documents; a folder without any is a failure."""
    from wgtip_parse import readers

    documents: list[str] = []
    for file in (each for given in files for each in expanded(given)):
        if not os.path.isdir(file):
            documents.append(file)
            continue
        said = len(failures)
        found = readers.find(file, failures.append)
        if not found and len(failures) == said:
            failures.append(f"{file}: no document in this folder")
        documents += found
    for failure in failures:
        fail(failure)
    return documents


def expanded(given: str) -> list[str]:
    """A file or folder as it is given, a pattern as what it stands for, where it stands for anything."""
    return [given] if os.path.lexists(given) else sorted(glob(given, recursive=True)) or [given]


def once(documents: Iterable[str], standard_input: str | None = None) -> list[str]:
    """The documents without those that are named a second time, as "./a.txt" beside "a.txt".

    Where standard input has the name of a file, it stands for it.
    """
    named = {os.path.normpath(each): each for each in documents}
    if standard_input is not None and "-" in named:
        named.pop(os.path.normpath(standard_input), None)
    return list(named.values())


def spare_the_sources(documents: Iterable[str], output: str) -> None:
    """Refuse to write over a document that is to be read."""
    if output == "-" or not os.path.isfile(output):
        return
    if any(os.path.isfile(each) and os.path.samefile(each, output) for each in documents):
        raise click.UsageError(f"{output} is a document to read: write to another file")


def limit(megabytes: float | None) -> int:
    """The size limit in bytes."""
    from wgtip_parse import readers

    return readers.SIZE_LIMIT if megabytes is None else int(megabytes * readers.MEGABYTE)


def reading(
    megabytes: float | None, revisions: str, standard_input: str | None = None, *, ocr: bool = False
) -> Callable[[str], readers.Read]:
    """How a document is read: up to which size, what becomes of its tracked changes, what standard input is called."""
    from wgtip_parse import readers

    name = readers.STANDARD_INPUT if standard_input is None else standard_input
    changes = readers.Revisions(revisions)
    return partial(readers.read, limit=limit(megabytes), revisions=changes, standard_input=name, ocr=ocr)
