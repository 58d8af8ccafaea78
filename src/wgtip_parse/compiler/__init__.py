"""The pipelines: what happens to a document from file to result, each on one screen."""

from wgtip_parse.compiler.baseline import Baseline, BaselineError, emit_baseline, empty_baseline, read_baseline
from wgtip_parse.compiler.checking import Checked, Unread, check_all, check_source
from wgtip_parse.compiler.choice import Choice, unknown_codes
from wgtip_parse.compiler.configuration import Configuration, ConfigurationError, configurations
from wgtip_parse.compiler.documents import Emit, Outcome, convert, convert_all, emit_json, emit_tokens
from wgtip_parse.compiler.fixing import FaultyFixError, Fixed, UnfixableError, fix_all, refusal
from wgtip_parse.compiler.judging import findings, judge

__all__ = [
    "Baseline",
    "BaselineError",
    "Checked",
    "Choice",
    "Configuration",
    "ConfigurationError",
    "Emit",
    "FaultyFixError",
    "Fixed",
    "Outcome",
    "UnfixableError",
    "Unread",
    "check_all",
    "check_source",
    "configurations",
    "convert",
    "convert_all",
    "emit_baseline",
    "emit_json",
    "emit_tokens",
    "empty_baseline",
    "findings",
    "fix_all",
    "judge",
    "read_baseline",
    "refusal",
    "unknown_codes",
]
