"""The pipelines: what happens to a document from file to result, each on one screen."""

from wgtip_parse.compiler.documents import Emit, Outcome, convert, convert_all, emit_json, emit_tokens

__all__ = ["Emit", "Outcome", "convert", "convert_all", "emit_json", "emit_tokens"]
