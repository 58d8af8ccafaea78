"""`wgtip rules`: the table of all rules, or all their pages."""

from __future__ import annotations

import click

from wgtip_parse.cli.exits import CLEAN
from wgtip_parse.cli.outputs import write

FORMATS = ("table", "markdown", "json")


@click.command(short_help="List the rules.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.option("--markdown", "form", flag_value="markdown", help="The same as --format markdown.")
@click.option("--json", "form", flag_value="json", help="The same as --format json.")
@click.option("-o", "--output", metavar="FILE", default="-", help="Write here instead, whole or not at all.")
def rules(form: str, output: str) -> int:
    """Print a line for each rule, or the pages of all of them.

    \b
    Examples:
      wgtip rules
      wgtip rules --markdown -o rules.md
      wgtip rules --json -o rules.json
    """
    from wgtip_parse import rules as registry
    from wgtip_parse.emitters import pages

    emit = {"table": pages.emit_table, "markdown": pages.emit_markdown, "json": pages.emit_json}[form]
    write(output, emit((*registry.RULES, *registry.NOTICES)))
    return CLEAN
