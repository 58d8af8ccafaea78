"""What a page that needs nothing but itself is made of.

Its content policy (W3C, "Content Security Policy Level 3") lets nothing run or load but its own script and style, known
by their hashes.
"""

from __future__ import annotations

import base64
import hashlib
from importlib import resources
from typing import Any


def page(name: str, style: str, script: str, **told: Any) -> str:
    """The template of that name with its style, its script, and what it is told."""
    import jinja2
    from markupsafe import Markup

    environment = jinja2.Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )
    script = f'"use strict";\n(() => {{\n{script}}})();\n'
    own = {"script_hash": _hash(script), "style_hash": _hash(style), "style": Markup(style), "script": Markup(script)}
    return environment.from_string(template(name)).render(**own, **told)


def template(name: str) -> str:
    """One of the files that pages are made of."""
    return resources.files("wgtip_parse.emitters").joinpath("templates", name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
