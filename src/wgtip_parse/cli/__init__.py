"""The command `wgtip`, one file for each command: it reads its arguments, calls, prints and exits.

The only package that imports click. Whatever is slow to import is imported where it is used, so that `--help` and
`--version` answer at once.
"""

from __future__ import annotations

import os
import sys

import click

from wgtip_parse import __version__
from wgtip_parse.cli.align import align
from wgtip_parse.cli.assemble import assemble
from wgtip_parse.cli.check import check
from wgtip_parse.cli.compile import compile_reports
from wgtip_parse.cli.diff import diff
from wgtip_parse.cli.exits import INTERRUPTED, NOTHING_DONE, OWN_FAULT
from wgtip_parse.cli.explain import explain
from wgtip_parse.cli.parse import parse
from wgtip_parse.cli.read import read
from wgtip_parse.cli.rules import rules
from wgtip_parse.cli.schema import schema
from wgtip_parse.cli.search import search, show, stats

COMMANDS = (parse, read, check, diff, align, assemble, compile_reports, search, show, stats, rules, explain, schema)


def main() -> None:
    """Run the command line and exit: 0 clean, 1 findings, 2 nothing done, 3 our own fault, 130 interrupted."""
    try:
        code = commands.main(prog_name="wgtip", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = NOTHING_DONE
    except (click.Abort, KeyboardInterrupt):
        code = INTERRUPTED
    except Exception:  # the last line of defence: a user gets one line, whatever we did wrong
        if "WGTIP_TRACEBACK" in os.environ:
            raise
        click.echo("wgtip: internal fault; please report it with the document (WGTIP_TRACEBACK=1 shows more)", err=True)
        code = OWN_FAULT
    sys.exit(code)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def commands() -> None:
    """Read the reports of UN meetings: sections, paragraphs and recommendations out of text.

    \b
    Examples:
      wgtip parse report.txt                      the outline, on a terminal
      wgtip parse report.txt | jq .masthead       JSON, in a pipe
      wgtip parse --format jsonl -o all.jsonl reports/
      wgtip compile reports/ -o index.sqlite      the recommendations of many reports, as one index
      wgtip search index.sqlite labour inspectors
      wgtip check reports/                        faults, each at its place, with the cure
      wgtip diff draft.docx final.pdf             what became of each paragraph
      wgtip align report.en.pdf report.fr.pdf     one report in two languages, side by side
      wgtip assemble drafts/ -o final.txt         the parts of a draft as one report
      wgtip explain N603                          what a rule asks for and why
      wgtip read report.txt                       the text that spans count in
      wgtip schema report                         the JSON Schema of the tree

    Exit codes: 0 done, 1 findings, or one of several documents could not be read, 2 nothing could be done, 3 our own
    fault.
    """


for command in COMMANDS:
    commands.add_command(command)
