"""`wgtip rules`: the table of all rules, or all their pages."""

from __future__ import annotations

import click

from wgtip_parse.cli.arguments import formatted, output
from wgtip_parse.cli.exits import CLEAN, told_exits
from wgtip_parse.cli.outputs import write

FORMATS = ("text", "markdown", "json")


@click.command(short_help="List the rules.", epilog=told_exits())
@formatted(FORMATS, "text")
@click.option("--markdown", "format_name", flag_value="markdown", hidden=True)
@click.option("--json", "format_name", flag_value="json", hidden=True)
@output
def rules(format_name: str | None, output: str) -> int:
    """Print a line for each rule, or the pages of all of them.

    \b
    Examples:
      wgtip rules
      wgtip rules --format markdown -o rules.md
      wgtip rules --format json -o rules.json
    """
    from wgtip_parse import rules as registry
    from wgtip_parse.emitters import pages

    emit = {"text": pages.emit_table, "markdown": pages.emit_markdown, "json": pages.emit_json}[format_name or "text"]
    write(output, emit((*registry.RULES, *registry.NOTICES)))
    return CLEAN
