"""`wgtip demo`: three meetings of a working group, from their drafts to an answer, each step shown as it is typed."""

from __future__ import annotations

import glob
import os
import subprocess
import sys
from importlib import resources
from pathlib import Path

import click

from wgtip_parse.cli.exits import CLEAN, FINDINGS, told_exits

DRAFTS = "drafts"
LATEST = "CTOC-COP-WG.4-2023-09-R9"
STEPS = (  # what somebody wants to know, and the command that says it
    ("What is in a draft?", ("parse", "--format", "tree", f"{DRAFTS}/meeting-2022-L.1.txt")),
    (
        "Can the final report go out, as a Word document?",
        ("parse", "--format", "docx", "final-2023.txt", "-o", "final-2023.docx"),
    ),
    ("", ("check", "final-2023.docx", "--annotate", "reviewed.docx")),
    (
        "What became of the recommendations of its drafts?",
        ("assemble", f"{DRAFTS}/meeting-2023-*.txt", "-o", "joined-2023.txt"),
    ),
    ("", ("diff", "--only", "recommendations", "joined-2023.txt", "final-2023.txt")),
    ("All recommendations of the three meetings:", ("compile", DRAFTS, "-o", "page.html", "-o", "index.sqlite")),
    (
        "What was said before about labour inspectors, and to whom?",
        ("search", "--short", "index.sqlite", "labour", "inspectors"),
    ),
    ("", ("show", "index.sqlite", LATEST)),
)
NEXT = """\
Next: open {folder}/page.html in a browser, to search, filter and cite, and {folder}/reviewed.docx in Word, where
each finding is a comment. Then, after cd {folder}:
  wgtip check --fix final-2023.txt                 mend what is sure to be wrong
  wgtip compile drafts -o recommendations.xlsx     a spreadsheet
  wgtip check your-own-draft.docx                  Word, PDF, OpenDocument, HTML, RTF or text
"""


@click.command(short_help="Try it on the drafts of three meetings.", epilog=told_exits())
@click.argument("folder", metavar="[FOLDER]", default="wgtip-demo")
def demo(folder: str) -> int:
    """Put the drafts of three invented meetings into FOLDER, and read, check, compare and compile them there.

    FOLDER is wgtip-demo if not given. It has to be new or empty: nothing that is there is written over.

    \b
    Examples:
      wgtip demo
      wgtip demo another-folder
    """
    _fill(Path(folder))
    click.echo(f"Nine drafts of three invented meetings, and the final report of the last of them, are in {folder}.")
    for question, command in STEPS:
        _show(question, command, folder)
    click.echo("\n" + NEXT.format(folder=folder), nl=False)
    return CLEAN


def _fill(folder: Path) -> None:
    """Write the drafts and the final report. Raises UsageError where something is there, or nothing can be written."""
    samples = resources.files("wgtip_parse.samples")
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise click.UsageError(f"{folder} is there already, and not an empty folder: name another")
        (folder / DRAFTS).mkdir(parents=True, exist_ok=True)
        for each in samples.iterdir():
            if each.name.startswith("meeting-") and each.name.endswith(".txt"):
                (folder / DRAFTS / each.name).write_bytes(each.read_bytes())
        for each in (samples / "demo").iterdir():
            (folder / each.name).write_bytes(each.read_bytes())
    except OSError as error:
        raise click.UsageError(f"{folder}: {(error.strerror or 'cannot be written').lower()}") from error


def _show(question: str, command: tuple[str, ...], folder: str) -> None:
    """One step: the question, the command as one types it, and what it prints."""
    click.echo(f"\n{question}\n$ wgtip {' '.join(command)}" if question else f"$ wgtip {' '.join(command)}")
    sys.stdout.flush()
    arguments = [name for each in command for name in (sorted(glob.glob(each, root_dir=folder)) or [each])]
    done = subprocess.run(
        [sys.executable, "-m", "wgtip_parse", *arguments], cwd=folder, env=_environment(), check=False
    )
    if done.returncode not in (CLEAN, FINDINGS):
        raise click.exceptions.Exit(done.returncode)


def _environment() -> dict[str, str]:
    """That of this process, but for continuous integration, whose form of findings is for machines."""
    return {name: value for name, value in os.environ.items() if name != "GITHUB_ACTIONS"}
