"""The command `wgtip`, one file for each command: it reads its arguments, calls, prints and exits.

The only package that imports click. A command is imported where it is asked for, and whatever is slow to import where
it is used, so that `--help` and `--version` answer at once.
"""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module

SELDOM = 20_000, 50, 50  # what is imported stays, and a command has not many objects in cycles: little to be collected
gc.set_threshold(*SELDOM)

import click  # noqa: E402 – a tenth of a start is saved where this, too, is imported without collecting

from wgtip_parse import __version__  # noqa: E402
from wgtip_parse.cli.exits import INTERRUPTED, NOTHING_DONE, OWN_FAULT, UNREAD, told_exits  # noqa: E402

# Each command's name, and the module and attribute of it; a module is imported where its command is asked for.
COMMANDS = {
    "demo": ("demo", "demo"),
    "parse": ("parse", "parse"),
    "read": ("read", "read"),
    "check": ("check", "check"),
    "diff": ("diff", "diff"),
    "align": ("align", "align"),
    "assemble": ("assemble", "assemble"),
    "compile": ("compile", "compile_reports"),
    "search": ("search", "search"),
    "show": ("search", "show"),
    "stats": ("search", "stats"),
    "rules": ("rules", "rules"),
    "explain": ("explain", "explain"),
    "schema": ("schema", "schema"),
    "init": ("init", "init"),
    "completion": ("completion", "completion"),
}


def main() -> None:
    """Run the command line and exit: 0 done, 1 findings, 2 nothing done, 3 internal error, 130 interrupted."""
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
        click.echo("wgtip: internal error; please report it with the document (WGTIP_TRACEBACK=1 shows more)", err=True)
        code = OWN_FAULT
    gc.freeze()  # else the collector walks all that there is, several times, before the process ends
    sys.exit(code)


class Commands(click.Group):
    """The commands, each imported where it is asked for: one run needs one of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order of their letters."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name; of a name that there is not, click names the nearest, and so needs them all."""
        for name in [cmd_name] if cmd_name in COMMANDS else COMMANDS:
            if name not in self.commands:
                module, attribute = COMMANDS[name]
                self.add_command(getattr(import_module(f"{__name__}.{module}"), attribute))
        return super().get_command(ctx, cmd_name)


@click.group(
    cls=Commands, context_settings={"help_option_names": ["-h", "--help"]}, epilog=told_exits(f"findings, or {UNREAD}")
)
@click.version_option(__version__, message="%(prog)s %(version)s")
def commands() -> None:
    """Read, check, compare and compile the reports of UN meetings.

    \b
    Examples, on the files that wgtip demo makes:
      wgtip demo another-demo                         three meetings to try the rest on
      wgtip parse final-2023.txt                      the outline, on a terminal; JSON in a pipe
      wgtip parse --format jsonl drafts/ -o all.jsonl
      wgtip check final-2023.docx                     faults, each at its place, with the cure
      wgtip explain N603                              what a rule asks for and why
      wgtip diff joined-2023.txt final-2023.txt       what became of each paragraph
      wgtip assemble drafts/meeting-2022-*.txt -o joined-2022.txt    the parts of a draft as one report
      wgtip compile drafts/ -o index.sqlite           the recommendations of many reports, as one index
      wgtip search index.sqlite labour inspectors
      wgtip read final-2023.docx                      the plain text of a document, as it was read
      wgtip schema report                             the JSON Schema of the tree
      wgtip init --yes                                settings, a hook and a workflow for this folder
      wgtip completion bash                           the script that lets a shell complete
    """
