"""The index as one HTML page that needs nothing but itself: search, filters, a chart, links to each recommendation.

The words of documents are data: the page's own script puts them in place as text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from wgtip_parse.emitters import chart, standalone
from wgtip_parse.emitters.origins import counted, origins, told_origins
from wgtip_parse.emitters.page import contents
from wgtip_parse.index.model import RecommendationIndex

SCRIPTS = ("words.js", "address.js", "facets.js", "article.js", "page.js", "copy.js", "keys.js", "start.js")
IN_SCRIPT = "<>&\u2028\u2029"  # what could end a script or a line of one is written as an escape of JSON


def emit_index(index: RecommendationIndex) -> Iterator[bytes]:
    """The page, in UTF-8."""
    from markupsafe import Markup

    drawing = chart.draw(index)
    page = standalone.page(
        "page.html.jinja",
        standalone.template("page.css"),
        "".join(map(standalone.template, SCRIPTS)),
        title=_title(index),
        summary=_summary(index, drawing),
        chart=drawing,
        data=Markup(_in_script(contents(index))),
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
