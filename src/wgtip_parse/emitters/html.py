"""The index as one HTML page that needs nothing but itself: search, filters, a chart, links to each recommendation.

The words of documents are data: the page's own script puts them in place as text, and its content policy (W3C, "Content
Security Policy Level 3") lets nothing run or load but that script and style, known by their hashes.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator
from importlib import resources
from typing import Any

from wgtip_parse.emitters import chart
from wgtip_parse.emitters.origins import counted, origins, told_origins
from wgtip_parse.emitters.page import contents
from wgtip_parse.index.model import RecommendationIndex

SCRIPTS = ("words.js", "address.js", "facets.js", "article.js", "page.js", "copy.js", "keys.js", "start.js")
IN_SCRIPT = "<>&\u2028\u2029"  # what could end a script or a line of one is written as an escape of JSON


def emit_index(index: RecommendationIndex) -> Iterator[bytes]:
    """The page, in UTF-8."""
    import jinja2
    from markupsafe import Markup

    environment = jinja2.Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )
    script = "".join(_template(name) for name in SCRIPTS)
    script = f'"use strict";\n(() => {{\n{script}}})();\n'
    style = _template("page.css")
    drawing = chart.draw(index)
    page = environment.from_string(_template("page.html.jinja")).render(
        title=_title(index),
        summary=_summary(index, drawing),
        chart=drawing,
        style=Markup(style),
        script=Markup(script),
        data=Markup(_in_script(contents(index))),
        script_hash=_hash(script),
        style_hash=_hash(style),
    )
    yield page.encode()


def _title(index: RecommendationIndex) -> str:
    """The body, where all recommendations are of one."""
    bodies = {each.body or each.organ for each in origins(index).values()}
    only = bodies.pop() if len(bodies) == 1 else None
    return f"Recommendations of the {only}" if only else "Index of recommendations"


def _summary(index: RecommendationIndex, drawing: chart.Chart) -> dict[str, Any]:
    years = sorted({each.year for each in origins(index).values() if each.year})
    return {
        "number": len(index.recommendations),
        "told": f"{counted(len(index.recommendations), 'recommendation')} of {told_origins(index)}",
        "topics": len(drawing.all_rows),
        "years": "" if not years else str(years[0]) if years[0] == years[-1] else f"{years[0]}–{years[-1]}",
        "passed_over": len(index.passed_over),
    }


def _in_script(value: dict[str, Any]) -> str:
    """JSON that stays inside the script element that holds it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for each in IN_SCRIPT:
        text = text.replace(each, f"\\u{ord(each):04x}")
    return text


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _template(name: str) -> str:
    return resources.files("wgtip_parse.emitters").joinpath("templates", name).read_text(encoding="utf-8")
