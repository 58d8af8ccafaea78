"""Source → Report and its places: the only package that imports lark."""

from wgtip_parse.parser.parser import Parsed, parse_source
from wgtip_parse.parser.signs import Explanation
from wgtip_parse.parser.whereabouts import Leaf

__all__ = ["Explanation", "Leaf", "Parsed", "parse_source"]
