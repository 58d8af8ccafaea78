"""The rules, in the order in which they are run and listed: one file each, registered in the tuple below."""

from wgtip_parse.rules.abbreviation_without_stop import ABBREVIATION_WITHOUT_STOP
from wgtip_parse.rules.addendum_and_symbol_differ import ADDENDUM_AND_SYMBOL_DIFFER
from wgtip_parse.rules.agenda_item_missing import AGENDA_ITEM_MISSING
from wgtip_parse.rules.american_spelling import AMERICAN_SPELLING
from wgtip_parse.rules.ampersand import AMPERSAND
from wgtip_parse.rules.and_or import AND_OR
from wgtip_parse.rules.and_with_or import AND_WITH_OR
from wgtip_parse.rules.annex_missing import ANNEX_MISSING
from wgtip_parse.rules.bidirectional_control import BIDIRECTIONAL_CONTROL
from wgtip_parse.rules.binding_recommendation import BINDING_RECOMMENDATION
from wgtip_parse.rules.blocks_not_set_apart import BLOCKS_NOT_SET_APART
from wgtip_parse.rules.body_and_symbol_differ import BODY_AND_SYMBOL_DIFFER
from wgtip_parse.rules.body_misspelt import BODY_MISSPELT
from wgtip_parse.rules.bracketed_text_in_final import BRACKETED_TEXT_IN_FINAL
from wgtip_parse.rules.certainty import weighed
from wgtip_parse.rules.continued_abbreviated import CONTINUED_ABBREVIATED
from wgtip_parse.rules.continued_heading_differs import CONTINUED_HEADING_DIFFERS
from wgtip_parse.rules.continued_in_final import CONTINUED_IN_FINAL
from wgtip_parse.rules.continued_missing import CONTINUED_MISSING
from wgtip_parse.rules.continued_without_beginning import CONTINUED_WITHOUT_BEGINNING
from wgtip_parse.rules.contraction import CONTRACTION
from wgtip_parse.rules.control_character import CONTROL_CHARACTER
from wgtip_parse.rules.currency_apart import CURRENCY_APART
from wgtip_parse.rules.date_far_from_meeting import DATE_FAR_FROM_MEETING
from wgtip_parse.rules.date_missing import DATE_MISSING
from wgtip_parse.rules.decimal_without_zero import DECIMAL_WITHOUT_ZERO
from wgtip_parse.rules.distribution_and_symbol_differ import DISTRIBUTION_AND_SYMBOL_DIFFER
from wgtip_parse.rules.distribution_missing import DISTRIBUTION_MISSING
from wgtip_parse.rules.doubled_mark import DOUBLED_MARK
from wgtip_parse.rules.doubled_word import DOUBLED_WORD
from wgtip_parse.rules.empty_paragraph import EMPTY_PARAGRAPH
from wgtip_parse.rules.empty_recommendation import EMPTY_RECOMMENDATION
from wgtip_parse.rules.empty_section import EMPTY_SECTION
from wgtip_parse.rules.enumeration_in_words import ENUMERATION_IN_WORDS
from wgtip_parse.rules.extra_blank_lines import EXTRA_BLANK_LINES
from wgtip_parse.rules.figure_at_sentence_start import FIGURE_AT_SENTENCE_START
from wgtip_parse.rules.figure_below_ten import FIGURE_BELOW_TEN
from wgtip_parse.rules.former_name_of_a_country import FORMER_NAME_OF_A_COUNTRY
from wgtip_parse.rules.gendered_title import GENDERED_TITLE
from wgtip_parse.rules.heading_capitals import HEADING_CAPITALS
from wgtip_parse.rules.heading_in_lower_case import HEADING_IN_LOWER_CASE
from wgtip_parse.rules.heading_number_duplicate import HEADING_NUMBER_DUPLICATE
from wgtip_parse.rules.heading_number_gap import HEADING_NUMBER_GAP
from wgtip_parse.rules.heading_out_of_order import HEADING_OUT_OF_ORDER
from wgtip_parse.rules.heading_with_stop import HEADING_WITH_STOP
from wgtip_parse.rules.hyphen_in_meeting_dates import HYPHEN_IN_MEETING_DATES
from wgtip_parse.rules.hyphen_in_range import HYPHEN_IN_RANGE
from wgtip_parse.rules.hyphenated_cooperation import HYPHENATED_COOPERATION
from wgtip_parse.rules.impossible_date import IMPOSSIBLE_DATE
from wgtip_parse.rules.inserted_number_in_final import INSERTED_NUMBER_IN_FINAL
from wgtip_parse.rules.item_capitals_differ import ITEM_CAPITALS_DIFFER
from wgtip_parse.rules.item_ends_differ import ITEM_ENDS_DIFFER
from wgtip_parse.rules.item_marker_duplicate import ITEM_MARKER_DUPLICATE
from wgtip_parse.rules.item_marker_gap import ITEM_MARKER_GAP
from wgtip_parse.rules.item_out_of_order import ITEM_OUT_OF_ORDER
from wgtip_parse.rules.language_missing import LANGUAGE_MISSING
from wgtip_parse.rules.leading_blank_lines import LEADING_BLANK_LINES
from wgtip_parse.rules.leading_space import LEADING_SPACE
from wgtip_parse.rules.list_without_full_stop import LIST_WITHOUT_FULL_STOP
from wgtip_parse.rules.lone_subheading import LONE_SUBHEADING
from wgtip_parse.rules.long_paragraph import LONG_PARAGRAPH
from wgtip_parse.rules.look_alike_letter import LOOK_ALIKE_LETTER
from wgtip_parse.rules.mark_without_note import MARK_WITHOUT_NOTE
from wgtip_parse.rules.marker_style import MARKER_STYLE
from wgtip_parse.rules.meeting_ends_before_it_begins import MEETING_ENDS_BEFORE_IT_BEGINS
from wgtip_parse.rules.meeting_told_differently import MEETING_TOLD_DIFFERENTLY
from wgtip_parse.rules.meeting_year_differs import MEETING_YEAR_DIFFERS
from wgtip_parse.rules.month_before_day import MONTH_BEFORE_DAY
from wgtip_parse.rules.name_in_small_letters import NAME_IN_SMALL_LETTERS
from wgtip_parse.rules.no_final_newline import NO_FINAL_NEWLINE
from wgtip_parse.rules.note_without_mark import NOTE_WITHOUT_MARK
from wgtip_parse.rules.notice import NOTICES as OTHER_NOTICES
from wgtip_parse.rules.notice import Notice
from wgtip_parse.rules.notices_of_languages import NOTICES_OF_LANGUAGES
from wgtip_parse.rules.number_in_words import NUMBER_IN_WORDS
from wgtip_parse.rules.number_without_stop import NUMBER_WITHOUT_STOP
from wgtip_parse.rules.ordinal_in_date import ORDINAL_IN_DATE
from wgtip_parse.rules.organization_missing import ORGANIZATION_MISSING
from wgtip_parse.rules.page import Example, Page, read_page
from wgtip_parse.rules.paragraph_begins_with_figure import PARAGRAPH_BEGINS_WITH_FIGURE
from wgtip_parse.rules.paragraph_in_lower_case import PARAGRAPH_IN_LOWER_CASE
from wgtip_parse.rules.paragraph_number_duplicate import PARAGRAPH_NUMBER_DUPLICATE
from wgtip_parse.rules.paragraph_number_gap import PARAGRAPH_NUMBER_GAP
from wgtip_parse.rules.paragraph_numbering_restart import PARAGRAPH_NUMBERING_RESTART
from wgtip_parse.rules.paragraph_out_of_order import PARAGRAPH_OUT_OF_ORDER
from wgtip_parse.rules.paragraph_without_end import PARAGRAPH_WITHOUT_END
from wgtip_parse.rules.percent_in_one_word import PERCENT_IN_ONE_WORD
from wgtip_parse.rules.percent_sign import PERCENT_SIGN
from wgtip_parse.rules.percentage_in_words import PERCENTAGE_IN_WORDS
from wgtip_parse.rules.placeholder import PLACEHOLDER
from wgtip_parse.rules.placeholder_number import PLACEHOLDER_NUMBER
from wgtip_parse.rules.possessive_abbreviation import POSSESSIVE_ABBREVIATION
from wgtip_parse.rules.present_in_reported_speech import PRESENT_IN_REPORTED_SPEECH
from wgtip_parse.rules.recommendation_elsewhere import RECOMMENDATION_ELSEWHERE
from wgtip_parse.rules.recommendation_missing import RECOMMENDATION_MISSING
from wgtip_parse.rules.recommendation_number_duplicate import RECOMMENDATION_NUMBER_DUPLICATE
from wgtip_parse.rules.recommendation_number_gap import RECOMMENDATION_NUMBER_GAP
from wgtip_parse.rules.recommendation_out_of_order import RECOMMENDATION_OUT_OF_ORDER
from wgtip_parse.rules.recommendation_without_number import RECOMMENDATION_WITHOUT_NUMBER
from wgtip_parse.rules.recommendation_without_verb import RECOMMENDATION_WITHOUT_VERB
from wgtip_parse.rules.reference_to_missing_paragraph import REFERENCE_TO_MISSING_PARAGRAPH
from wgtip_parse.rules.replacement_character import REPLACEMENT_CHARACTER
from wgtip_parse.rules.resolution_with_capital import RESOLUTION_WITH_CAPITAL
from wgtip_parse.rules.resolution_with_no import RESOLUTION_WITH_NO
from wgtip_parse.rules.reversed_range import REVERSED_RANGE
from wgtip_parse.rules.rule import Draft, MeetingRule, Parts, Rule, by_code
from wgtip_parse.rules.soft_hyphen import SOFT_HYPHEN
from wgtip_parse.rules.space_before_mark import SPACE_BEFORE_MARK
from wgtip_parse.rules.space_missing import SPACE_MISSING
from wgtip_parse.rules.spelling_ise import SPELLING_ISE
from wgtip_parse.rules.states_parties_capitals import STATES_PARTIES_CAPITALS
from wgtip_parse.rules.states_parties_in_small_letters import STATES_PARTIES_IN_SMALL_LETTERS
from wgtip_parse.rules.straight_quotation_mark import STRAIGHT_QUOTATION_MARK
from wgtip_parse.rules.stray_line import STRAY_LINE
from wgtip_parse.rules.symbol_malformed import SYMBOL_MALFORMED
from wgtip_parse.rules.symbol_missing import SYMBOL_MISSING
from wgtip_parse.rules.thousands_without_comma import THOUSANDS_WITHOUT_COMMA
from wgtip_parse.rules.title_capitals import TITLE_CAPITALS
from wgtip_parse.rules.title_missing import TITLE_MISSING
from wgtip_parse.rules.title_without_stop import TITLE_WITHOUT_STOP
from wgtip_parse.rules.two_spaces import TWO_SPACES
from wgtip_parse.rules.unclosed_bracket import UNCLOSED_BRACKET
from wgtip_parse.rules.united_nations_abbreviated import UNITED_NATIONS_ABBREVIATED
from wgtip_parse.rules.unknown_word import UNKNOWN_WORD
from wgtip_parse.rules.weekday_differs import WEEKDAY_DIFFERS
from wgtip_parse.rules.wrong_article import WRONG_ARTICLE
from wgtip_parse.rules.wrong_decoding import WRONG_DECODING
from wgtip_parse.rules.year_differs import YEAR_DIFFERS
from wgtip_parse.rules.zero_width_character import ZERO_WIDTH_CHARACTER

__all__ = [
    "KNOWN",
    "NOTICES",
    "RULES",
    "Draft",
    "Example",
    "MeetingRule",
    "Notice",
    "Page",
    "Parts",
    "Rule",
    "by_code",
    "read_page",
    "weighed",
]

RULES: tuple[Rule | MeetingRule, ...] = (
    LEADING_BLANK_LINES,
    EXTRA_BLANK_LINES,
    BLOCKS_NOT_SET_APART,
    LEADING_SPACE,
    STRAY_LINE,
    NO_FINAL_NEWLINE,
    SOFT_HYPHEN,
    STRAIGHT_QUOTATION_MARK,
    SPACE_BEFORE_MARK,
    TWO_SPACES,
    SPACE_MISSING,
    UNCLOSED_BRACKET,
    BIDIRECTIONAL_CONTROL,
    ZERO_WIDTH_CHARACTER,
    LOOK_ALIKE_LETTER,
    CONTROL_CHARACTER,
    REPLACEMENT_CHARACTER,
    WRONG_DECODING,
    DOUBLED_MARK,
    SYMBOL_MISSING,
    SYMBOL_MALFORMED,
    DISTRIBUTION_MISSING,
    DISTRIBUTION_AND_SYMBOL_DIFFER,
    DATE_MISSING,
    DATE_FAR_FROM_MEETING,
    LANGUAGE_MISSING,
    ORGANIZATION_MISSING,
    BODY_MISSPELT,
    BODY_AND_SYMBOL_DIFFER,
    HYPHEN_IN_MEETING_DATES,
    YEAR_DIFFERS,
    MEETING_ENDS_BEFORE_IT_BEGINS,
    TITLE_MISSING,
    TITLE_CAPITALS,
    ADDENDUM_AND_SYMBOL_DIFFER,
    HEADING_NUMBER_GAP,
    LONE_SUBHEADING,
    HEADING_CAPITALS,
    HEADING_WITH_STOP,
    EMPTY_SECTION,
    CONTINUED_MISSING,
    CONTINUED_WITHOUT_BEGINNING,
    CONTINUED_HEADING_DIFFERS,
    CONTINUED_ABBREVIATED,
    CONTINUED_IN_FINAL,
    HEADING_NUMBER_DUPLICATE,
    HEADING_OUT_OF_ORDER,
    HEADING_IN_LOWER_CASE,
    PARAGRAPH_NUMBER_GAP,
    PARAGRAPH_NUMBER_DUPLICATE,
    PARAGRAPH_OUT_OF_ORDER,
    NUMBER_WITHOUT_STOP,
    PARAGRAPH_NUMBERING_RESTART,
    LONG_PARAGRAPH,
    MARKER_STYLE,
    INSERTED_NUMBER_IN_FINAL,
    BRACKETED_TEXT_IN_FINAL,
    REFERENCE_TO_MISSING_PARAGRAPH,
    PARAGRAPH_WITHOUT_END,
    PARAGRAPH_IN_LOWER_CASE,
    PLACEHOLDER,
    PLACEHOLDER_NUMBER,
    EMPTY_PARAGRAPH,
    ITEM_MARKER_GAP,
    LIST_WITHOUT_FULL_STOP,
    ITEM_ENDS_DIFFER,
    AND_WITH_OR,
    ENUMERATION_IN_WORDS,
    ITEM_CAPITALS_DIFFER,
    ITEM_MARKER_DUPLICATE,
    ITEM_OUT_OF_ORDER,
    RECOMMENDATION_NUMBER_DUPLICATE,
    RECOMMENDATION_NUMBER_GAP,
    EMPTY_RECOMMENDATION,
    RECOMMENDATION_ELSEWHERE,
    RECOMMENDATION_WITHOUT_NUMBER,
    RECOMMENDATION_WITHOUT_VERB,
    BINDING_RECOMMENDATION,
    RECOMMENDATION_OUT_OF_ORDER,
    FIGURE_BELOW_TEN,
    FIGURE_AT_SENTENCE_START,
    PARAGRAPH_BEGINS_WITH_FIGURE,
    PERCENT_SIGN,
    PERCENTAGE_IN_WORDS,
    PERCENT_IN_ONE_WORD,
    DECIMAL_WITHOUT_ZERO,
    ORDINAL_IN_DATE,
    HYPHEN_IN_RANGE,
    IMPOSSIBLE_DATE,
    MONTH_BEFORE_DAY,
    WEEKDAY_DIFFERS,
    NUMBER_IN_WORDS,
    THOUSANDS_WITHOUT_COMMA,
    CURRENCY_APART,
    MEETING_YEAR_DIFFERS,
    MEETING_TOLD_DIFFERENTLY,
    GENDERED_TITLE,
    STATES_PARTIES_CAPITALS,
    NAME_IN_SMALL_LETTERS,
    STATES_PARTIES_IN_SMALL_LETTERS,
    FORMER_NAME_OF_A_COUNTRY,
    SPELLING_ISE,
    UNITED_NATIONS_ABBREVIATED,
    POSSESSIVE_ABBREVIATION,
    CONTRACTION,
    PRESENT_IN_REPORTED_SPEECH,
    AND_OR,
    DOUBLED_WORD,
    WRONG_ARTICLE,
    AMERICAN_SPELLING,
    UNKNOWN_WORD,
    HYPHENATED_COOPERATION,
    AMPERSAND,
    RESOLUTION_WITH_NO,
    RESOLUTION_WITH_CAPITAL,
    ABBREVIATION_WITHOUT_STOP,
    TITLE_WITHOUT_STOP,
    AGENDA_ITEM_MISSING,
    REVERSED_RANGE,
    RECOMMENDATION_MISSING,
    ANNEX_MISSING,
    MARK_WITHOUT_NOTE,
    NOTE_WITHOUT_MARK,
)

NOTICES = (*OTHER_NOTICES, *NOTICES_OF_LANGUAGES)
KNOWN: dict[str, Rule | MeetingRule | Notice] = by_code((*RULES, *NOTICES))
