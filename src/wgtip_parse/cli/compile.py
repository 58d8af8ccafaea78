"""`wgtip compile`: the reports of many meetings → one index of recommendations."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wgtip_parse.cli.arguments import PATH, files, index_format
from wgtip_parse.cli.exits import CLEAN, FINDINGS, UNREAD, told_exits
from wgtip_parse.cli.inputs import (
    find,
    limit,
    max_size,
    ocr,
    once,
    revisions,
    spare_the_sources,
)
from wgtip_parse.cli.kept import COLUMNS, DATABASE, DOCUMENT, WORKBOOK, Remembered, Target, emitted, spare_the_follow_up
from wgtip_parse.cli.outputs import alone, succeeded, watched, write
from wgtip_parse.cli.readings import Reading, told
from wgtip_parse.cli.told import Findings, outcome
from wgtip_parse.cli.watching import watching
from wgtip_parse.cli.working import Working, working
from wgtip_parse.source import Position

if TYPE_CHECKING:
    from wgtip_parse.collection import Bodies
    from wgtip_parse.emitters.index import Emit
    from wgtip_parse.index.facets.vocabularies import Vocabularies
    from wgtip_parse.office.house import House

BINARY = (DATABASE, WORKBOOK, DOCUMENT, COLUMNS)
ARRANGEMENTS = ("meeting", "topic", "addressee")
FIRST = Position(1, 1, None)  # what is said of a set of documents has no better place in any of them


@click.command("compile", short_help="Compile the recommendations of many reports.", epilog=told_exits(UNREAD))
@files
@watching("topics_file", "template")
@click.option(
    "-o", "--output", "outputs", metavar="FILE", type=PATH, multiple=True, help="Write here; the suffix is the format."
)
@index_format
@click.option(
    "--topics", "topics_file", type=click.Path(dir_okay=False), help="Topics of your own in place of ours (TOML)."
)
@click.option(
    "--arrange",
    type=click.Choice(ARRANGEMENTS),
    help="Order of a compilation in Word or Markdown; meeting if not given.",
)
@click.option(
    "--template", type=click.Path(dir_okay=False), metavar="FILE", help="House template (.docx) for a Word compilation."
)
@click.option("--languages", is_flag=True, help="Link the languages of one document: one entry, the others with it.")
@told("Exit 1 also on findings, documents not wholly read, or whose recommendations are missed.")
@working()
@revisions
@max_size
@ocr
def compile_reports(
    files: tuple[str, ...],
    outputs: tuple[str, ...],
    format_name: str | None,
    topics_file: str | None,
    arrange: str | None,
    template: str | None,
    languages: bool,
    working: Working,
    revisions: str,
    max_size: float | None,
    told: Reading,
    ocr: bool,
) -> int:
    """Compile the recommendations of FILES, documents and folders, into one index.

    Documents of one meeting are put together by symbol, body and dates. Give -o again for a second format. Where a
    database is there, only the documents that have changed are read.

    \b
    Examples:
      wgtip compile drafts/ -o index.sqlite
      wgtip compile drafts/ -o page.html -o recommendations.xlsx
      wgtip compile drafts/ -o compilation.docx --arrange topic
      wgtip compile drafts/ --languages -o languages.html
      wgtip compile drafts/ --format jsonl | head -3
    """
    from wgtip_parse import readers
    from wgtip_parse.compiler import index as compiler

    targets = _housed(_arranged(_targets(outputs, format_name), arrange), template)
    known, bodies = _vocabularies(topics_file), _bodies()
    failures: list[str] = []
    findings = Findings()
    documents = once(find(files, failures))
    with alone([output for output, _ in targets]):
        _spare([*documents, *([template] if template else [])], targets)
        changes = readers.Revisions(revisions)
        fingerprint = compiler.fingerprint(known, bodies, changes, ocr=ocr)
        remembered = Remembered(targets, fingerprint)
        outcomes = compiler.enter_all(
            documents, known, limit(max_size), working.workers, remembered.memory, bodies, changes, ocr=ocr
        )
        aim = "-" if any(output == "-" for output, _ in targets) else targets[0][0]
        entries = succeeded(watched(remembered.kept(outcomes), documents, aim, "compile"), told, findings.add)
        compiled = compiler.compile_index(
            entries,
            bodies,
            findings.documents,
            link_languages=languages,
            share=working.share,
            recall=remembered.relatives,
        )
        for name, diagnostic in compiled.findings:
            findings.add(name, [(FIRST, diagnostic)])
        for target in targets:
            write(target[0], emitted(target, compiled, fingerprint))
        remembered.end()
    findings.show()
    told.say()
    outcome(compiled, [output for output, _ in targets])
    found = told.strict and (findings.are_grave or compiled.tally.not_understood > 0)
    return FINDINGS if failures or found else CLEAN


def _spare(documents: list[str], targets: list[Target]) -> None:
    """End the command where what it writes would cost a document that it reads, or notes of somebody."""
    for output, _ in targets:
        spare_the_sources(documents, output)
    spare_the_follow_up(targets)


def _bodies() -> Bodies | None:
    """The bodies that the configuration of this folder adds, before ours; None where it adds none."""
    from wgtip_parse import readers, symbols
    from wgtip_parse.compiler import configuration

    try:
        found = configuration.configurations([readers.STANDARD_INPUT])
    except configuration.ConfigurationError as error:
        raise click.UsageError(str(error)) from error
    added = [body for each in found.values() for body in each.settings.bodies]
    return (*added, *symbols.bodies()) if added else None


def _vocabularies(file: str | None) -> Vocabularies:
    """The topics of a file, or ours."""
    from wgtip_parse.index.facets import vocabularies

    if file is None:
        return vocabularies.of_the_package()
    try:
        return vocabularies.in_place_of_ours(Path(file).read_text(encoding="utf-8"))
    except OSError as error:
        raise click.UsageError(f"{file}: {(error.strerror or 'cannot be read').lower()}") from error
    except UnicodeDecodeError as error:
        raise click.UsageError(f"{file}: not UTF-8") from error
    except ValueError as error:
        raise click.UsageError(f"{file}: {error}") from error


def _targets(outputs: tuple[str, ...], format_name: str | None) -> list[Target]:
    """Each file to write, or "-", and its emitter."""
    from wgtip_parse.emitters import index as emitters

    if not outputs and format_name is None:
        raise click.UsageError("say where to: -o FILE, or --format NAME for standard output")
    if format_name is not None and outputs and "-" not in outputs:
        raise click.UsageError("--format is for standard output: the suffix of -o FILE is the format")
    known = ", ".join(each.name for each in emitters.EMITTERS)
    targets = []
    for output in outputs or ("-",):
        name = (format_name or "json") if output == "-" else os.path.splitext(output)[1].removeprefix(".").lower()
        name = emitters.OTHER_SUFFIXES.get(name, name)
        emitter = emitters.emitter(name)
        if emitter is None:
            asked = "--format" if output == "-" else output
            raise click.UsageError(f"{asked}: no format {name}; there are {known}")
        if emitter.missing:
            raise click.UsageError(f"{output}: writing {name} needs {emitter.missing}: pip install {emitter.missing}")
        if output == "-" and name in BINARY and sys.stdout.isatty():
            raise click.UsageError(f"{name} is not for a terminal: write it with -o FILE.{name}")
        targets.append((output, emitter))
    return targets


def _arranged(targets: list[Target], arrange: str | None) -> list[Target]:
    """The targets, with those that can be arranged otherwise than by meeting arranged so where that is wanted."""
    if arrange is None:
        return targets
    if not any(emitter.arranged for _, emitter in targets):
        raise click.UsageError("--arrange is for a compilation: add -o FILE.docx or FILE.md")
    return [(output, replace(each, emit=each.arranged.get(arrange, each.emit))) for output, each in targets]


def _housed(targets: list[Target], template: str | None) -> list[Target]:
    """The targets, with those that are Word documents in a template where one is given."""
    if template is None:
        return targets
    if not any(emitter.name == DOCUMENT for _, emitter in targets):
        raise click.UsageError("--template is for a compilation in Word: add -o FILE.docx")
    house = _house(template)

    def poured(emit: Emit) -> Emit:
        return lambda index: [house.pour(b"".join(emit(index)))]

    return [
        (output, replace(each, emit=poured(each.emit)) if each.name == DOCUMENT else each) for output, each in targets
    ]


def _house(template: str) -> House:
    from importlib.util import find_spec

    from wgtip_parse.office import house

    if find_spec("lxml") is None:
        raise click.UsageError("--template needs lxml: pip install 'wgtip[word]'")
    try:
        return house.House(Path(template).read_bytes())
    except OSError as error:
        raise click.UsageError(f"{template}: {(error.strerror or 'cannot be read').lower()}") from error
    except house.HouseError as error:
        raise click.UsageError(f"{template}: {error}") from error
