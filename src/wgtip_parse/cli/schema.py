"""`wgtip schema`: the form of what the other commands write."""

from __future__ import annotations

import click

from wgtip_parse.cli.exits import CLEAN
from wgtip_parse.cli.outputs import write


@click.command()
@click.argument("kind", type=click.Choice(["report", "index"]))
def schema(kind: str) -> int:
    """Print the JSON Schema of what `wgtip parse` writes for one document, or `wgtip compile` for many.

    \b
    Example:
      wgtip schema report > report.schema.json
    """
    from wgtip_parse.emitters import json
    from wgtip_parse.index.model import RecommendationIndex
    from wgtip_parse.model import Report

    write("-", [json.emit_schema(RecommendationIndex if kind == "index" else Report)])
    return CLEAN
