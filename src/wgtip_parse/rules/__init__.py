"""The rules, in the order in which they are run and listed: one file each, registered in the tuple below."""

from wgtip_parse.rules.heading_number_duplicate import HEADING_NUMBER_DUPLICATE
from wgtip_parse.rules.heading_number_gap import HEADING_NUMBER_GAP
from wgtip_parse.rules.heading_out_of_order import HEADING_OUT_OF_ORDER
from wgtip_parse.rules.item_marker_duplicate import ITEM_MARKER_DUPLICATE
from wgtip_parse.rules.item_marker_gap import ITEM_MARKER_GAP
from wgtip_parse.rules.item_out_of_order import ITEM_OUT_OF_ORDER
from wgtip_parse.rules.notice import NOTICES, Notice
from wgtip_parse.rules.page import Example, Page, read_page
from wgtip_parse.rules.paragraph_number_duplicate import PARAGRAPH_NUMBER_DUPLICATE
from wgtip_parse.rules.paragraph_number_gap import PARAGRAPH_NUMBER_GAP
from wgtip_parse.rules.paragraph_numbering_restart import PARAGRAPH_NUMBERING_RESTART
from wgtip_parse.rules.paragraph_out_of_order import PARAGRAPH_OUT_OF_ORDER
from wgtip_parse.rules.percent_sign import PERCENT_SIGN
from wgtip_parse.rules.recommendation_number_duplicate import RECOMMENDATION_NUMBER_DUPLICATE
from wgtip_parse.rules.recommendation_number_gap import RECOMMENDATION_NUMBER_GAP
from wgtip_parse.rules.recommendation_out_of_order import RECOMMENDATION_OUT_OF_ORDER
from wgtip_parse.rules.rule import Draft, MeetingRule, Rule, Stage

__all__ = [
    "KNOWN",
    "NOTICES",
    "RULES",
    "Draft",
    "Example",
    "MeetingRule",
    "Notice",
    "Page",
    "Rule",
    "Stage",
    "read_page",
]

RULES: tuple[Rule | MeetingRule, ...] = (
    HEADING_NUMBER_GAP,
    HEADING_NUMBER_DUPLICATE,
    HEADING_OUT_OF_ORDER,
    PARAGRAPH_NUMBER_GAP,
    PARAGRAPH_NUMBER_DUPLICATE,
    PARAGRAPH_OUT_OF_ORDER,
    PARAGRAPH_NUMBERING_RESTART,
    ITEM_MARKER_GAP,
    ITEM_MARKER_DUPLICATE,
    ITEM_OUT_OF_ORDER,
    RECOMMENDATION_NUMBER_DUPLICATE,
    RECOMMENDATION_NUMBER_GAP,
    RECOMMENDATION_OUT_OF_ORDER,
    PERCENT_SIGN,
)

KNOWN: dict[str, Rule | MeetingRule | Notice] = {each.code: each for each in (*RULES, *NOTICES)}
