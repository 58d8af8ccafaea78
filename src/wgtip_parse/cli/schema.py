"""`wgtip schema`: the form of what the other commands write."""

from __future__ import annotations

import click

from wgtip_parse.cli.exits import CLEAN
from wgtip_parse.cli.outputs import write


@click.command()
@click.argument("kind", type=click.Choice(["report"]), expose_value=False)
def schema() -> int:
    """Print the JSON Schema of what `wgtip parse` writes for one document.

    \b
    Example:
      wgtip schema report > report.schema.json
    """
    from wgtip_parse.emitters import json

    write("-", [json.emit_schema()])
    return CLEAN
