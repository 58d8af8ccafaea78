"""What a person sees on a terminal: outlines, diagnostics and progress. The only package that imports rich.

Text of a document is never read as mark-up, and its control characters are shown, not sent.
"""

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
