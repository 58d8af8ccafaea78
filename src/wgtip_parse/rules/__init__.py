"""The rules, in the order in which they are run and listed: one file each, registered in the tuple below."""

from wgtip_parse.rules.percent_sign import PERCENT_SIGN
from wgtip_parse.rules.rule import Draft, MeetingRule, Rule, Stage

__all__ = ["RULES", "Draft", "MeetingRule", "Rule", "Stage"]

RULES: tuple[Rule | MeetingRule, ...] = (PERCENT_SIGN,)
