"""`wgtip rules`: the table of all rules, or all their pages."""

from __future__ import annotations

import click

from wgtip_parse.cli.exits import CLEAN
from wgtip_parse.cli.outputs import write


@click.command(short_help="List the rules.")
@click.option("--format", "format_name", type=click.Choice(["table", "markdown"]), default="table", show_default=True)
@click.option("-o", "--output", metavar="FILE", default="-", help="Write here instead, whole or not at all.")
def rules(format_name: str, output: str) -> int:
    """Print a line for each rule, or the pages of all of them.

    \b
    Examples:
      wgtip rules
      wgtip rules --format markdown -o docs/rules.md
    """
    from wgtip_parse import rules as registry
    from wgtip_parse.emitters import pages

    emit = pages.emit_table if format_name == "table" else pages.emit_markdown
    write(output, emit((*registry.RULES, *registry.NOTICES)))
    return CLEAN
