"""`wgtip schema`: the form of what the other commands write."""

from __future__ import annotations

import click

from wgtip_parse.cli.exits import CLEAN, told_exits
from wgtip_parse.cli.outputs import write


@click.command(short_help="Print the JSON Schema of an output.", epilog=told_exits())
@click.argument("kind", type=click.Choice(["report", "index", "diagnostics"]))
def schema(kind: str) -> int:
    """Print the JSON Schema of what is written by `wgtip parse` for one document, `wgtip compile` or `wgtip check`.

    \b
    Example:
      wgtip schema report > report.schema.json
    """
    from pydantic import BaseModel

    from wgtip_parse.emitters import json
    from wgtip_parse.index.model import RecommendationIndex
    from wgtip_parse.model import Report
    from wgtip_parse.placed import Diagnostics

    models: dict[str, type[BaseModel]] = {"report": Report, "index": RecommendationIndex, "diagnostics": Diagnostics}
    write("-", [json.emit_schema(models[kind])])
    return CLEAN
