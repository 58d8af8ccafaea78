"""Source → Report: the only package that imports lark."""

from wgtip_parse.parser.parser import Parsed, parse_source

__all__ = ["Parsed", "parse_source"]
