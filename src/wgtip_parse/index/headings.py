"""Headings above recommendations: which vouch for what stands below them, and how far they reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wgtip_parse.index.reporter import Reporter
from wgtip_parse.model import Section
from wgtip_parse.words import Words

ASTERISKS = " *."  # what may stand behind a title
SHORTEST_NAME = 9  # characters by which a body is known in a title: "the Board" is anyone's


@dataclass(frozen=True, slots=True)
class Above:
    """The headings above a block, from the outermost.

    `vouches` where one says "Recommendations" and is the report's own, None where none says so; `follows_up` where one
    is about what became of earlier ones; `acts` where one asks for action; `outside` in summaries and front matter.
    """

    titles: tuple[str, ...] = ()
    vouches: bool | None = None
    follows_up: bool = False
    acts: bool = False
    outside: bool = False
    quoted: bool = False

    def under(self, section: Section, reporter: Reporter, known: Words) -> Above:
        """The same one heading further down."""
        bare = section.title.strip(ASTERISKS)
        follows_up = self.follows_up or known.about_follow_up.search(bare) is not None
        vouches = self.vouches
        if vouches is None and says_recommendations(bare, reporter.names, known):
            vouches = not follows_up
        return replace(
            self,
            titles=(*self.titles, section.title),
            vouches=vouches,
            follows_up=follows_up,
            acts=self.acts or known.action_title.match(bare) is not None,
            outside=self.outside or known.outside_report.match(bare) is not None,
            quoted=self.quoted or section.quoted,
        )


def says_recommendations(title: str, names: Sequence[str], known: Words) -> bool:
    """Whether the paragraphs under a title are recommendations of the report: "Conclusions and recommendations".

    Those "of" somebody are only where that is one of the names of the reporter.
    """
    if not known.recommendations_title.search(title) or known.recommendation_numbers.match(title):
        return False
    if known.governed_recommendations.search(title) and not known.free_recommendations.search(title):
        return False
    if known.answered_recommendations.search(title):
        return False
    others = known.recommendations_of.search(title)
    return others is None or any(len(name) >= SHORTEST_NAME and name in title for name in names)
