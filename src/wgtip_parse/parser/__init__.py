"""Source → Report: the only package that imports lark."""

from wgtip_parse.parser.leaves import Leaf
from wgtip_parse.parser.parser import Parsed, parse_source

__all__ = ["Leaf", "Parsed", "parse_source"]
