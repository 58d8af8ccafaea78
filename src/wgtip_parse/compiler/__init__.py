"""The pipelines: what happens to a document from file to result, each on one screen."""

from wgtip_parse.compiler.checking import Checked, check_all, check_meetings, check_source, findings
from wgtip_parse.compiler.choice import Choice, unknown_codes
from wgtip_parse.compiler.documents import Emit, Outcome, convert, convert_all, emit_json, emit_tokens

__all__ = [
    "Checked",
    "Choice",
    "Emit",
    "Outcome",
    "check_all",
    "check_meetings",
    "check_source",
    "convert",
    "convert_all",
    "emit_json",
    "emit_tokens",
    "findings",
    "unknown_codes",
]
