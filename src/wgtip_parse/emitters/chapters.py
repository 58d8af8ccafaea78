"""The chapters of a compilation: recommendations by meeting, by topic or by addressee, as the UN's are arranged."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from wgtip_parse.emitters.citation import meeting_title
from wgtip_parse.emitters.origins import NO_MEETING, Origin
from wgtip_parse.index.model import Recommendation, RecommendationIndex


class Chapter(NamedTuple):
    """What stands under one heading of the compilation; `by_meeting` says which headings lie below."""

    anchor: str
    title: str
    by_meeting: bool
    recommendations: list[Recommendation]

    def headings(self, of: Recommendation, origin: Origin) -> tuple[str, ...]:
        """The titles below that of the chapter under which a recommendation stands, from the outermost.

        A heading that is nothing but its number ("Annex II") has none.
        """
        titles = () if self.by_meeting and of.meeting else (origin.title,)
        return (*titles, *(title for title in of.section if title and self.by_meeting))


OTHER_MATTERS = Chapter("other-matters", "Other matters", False, [])
NOBODY_NAMED = Chapter("nobody-named", "Nobody named", False, [])


def by_meeting(index: RecommendationIndex) -> list[Chapter]:
    """A chapter for each meeting that has recommendations, by the headings of its documents; one for the rest."""
    chapters: dict[str | None, Chapter] = {
        each.id: Chapter(each.id, meeting_title(each), True, []) for each in index.meetings
    }
    chapters[None] = Chapter("no-meeting", NO_MEETING, True, [])
    for each in index.recommendations:
        chapters[each.meeting].recommendations.append(each)
    return [each for each in chapters.values() if each.recommendations]


def by_topic(index: RecommendationIndex) -> list[Chapter]:
    """A chapter for each topic, and in it the meetings; what is on several topics stands in each of them."""
    return _by(index, lambda each: {f"topic-{topic.id}": topic.label for topic in each.topics}, OTHER_MATTERS)


def by_addressee(index: RecommendationIndex) -> list[Chapter]:
    """Who must do what: a chapter for each addressee, whatever its capitals, and in it the meetings."""
    return _by(index, _addressees, NOBODY_NAMED)


ARRANGEMENTS = {"meeting": by_meeting, "topic": by_topic, "addressee": by_addressee}


def _by(index: RecommendationIndex, named: Callable[[Recommendation], dict[str, str]], other: Chapter) -> list[Chapter]:
    """A chapter for each anchor and title that recommendations name, by the alphabet; `other` for what names none."""
    chapters: dict[str, Chapter] = {}
    rest = other._replace(recommendations=[])
    for each in index.recommendations:
        of = named(each)
        for anchor, title in of.items():
            chapters.setdefault(anchor, Chapter(anchor, title, False, [])).recommendations.append(each)
        if not of:
            rest.recommendations.append(each)
    in_order = sorted(chapters.values(), key=lambda chapter: (chapter.title.casefold(), chapter.anchor))
    return [*in_order, *([rest] if rest.recommendations else [])]


def _addressees(recommendation: Recommendation) -> dict[str, str]:
    titles: dict[str, str] = {}
    for each in recommendation.addressees:
        titles.setdefault(f"addressee-{each.value.casefold()}", each.value[:1].upper() + each.value[1:])
    return titles
