"""What a person sees on a terminal: outlines, diagnostics and progress. The only package that imports rich.

Text of a document is never read as mark-up, and its control characters are shown, not sent. What is asked for here is
imported where it is asked for: hits of a search have no need of what a comparison needs.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wgtip_parse.render.changes import changes, lives
    from wgtip_parse.render.findings import findings, statistics, summary
    from wgtip_parse.render.messages import print_diagnostic, print_failure, print_kind, progress
    from wgtip_parse.render.outline import outline
    from wgtip_parse.render.text import visible
    from wgtip_parse.render.translations import translations

__all__ = [
    "changes",
    "findings",
    "lives",
    "outline",
    "print_diagnostic",
    "print_failure",
    "print_kind",
    "progress",
    "statistics",
    "summary",
    "translations",
    "visible",
]

MODULES = {
    "changes": ("changes", "lives"),
    "findings": ("findings", "statistics", "summary"),
    "messages": ("print_diagnostic", "print_failure", "print_kind", "progress"),
    "outline": ("outline",),
    "text": ("visible",),
    "translations": ("translations",),
}


def __getattr__(name: str) -> Any:
    """What is shown by a name; from then on it stands for that, and not for a module that is called so."""
    for module, names in MODULES.items():
        if name in names:
            found = import_module(f"{__name__}.{module}")
            globals().update({each: getattr(found, each) for each in names})
            return globals()[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
