"""Facets of recommendations, each rule on words of our own."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import source
from wgtip_parse import symbols
from wgtip_parse.index import operative
from wgtip_parse.index.entry import enter
from wgtip_parse.index.extraction import Extracted, Piece
from wgtip_parse.index.facets import Facets, classify, references, vocabularies
from wgtip_parse.index.model import Recommendation
from wgtip_parse.index.statement import state
from wgtip_parse.model import Subparagraph
from wgtip_parse.parser import parse_source
from wgtip_parse.words import Words, words

WRITTEN = tomllib.loads((Path(__file__).parent / "data" / "facets.toml").read_text(encoding="utf-8"))["written"]
NO_TOPICS = vocabularies.parse('[[topic]]\nid = "sea"\nlabel = "The sea"\nphrases = []\n')
HEAD = "United Nations\n\nA/AC.999/2026/L.1\n\nDraft report\n\nII. Recommendations\n\n"


def recommendation(text: str, *, number: str = "7", head: str = HEAD) -> Recommendation:
    made = source(f"{head}Recommendation {number}\n\n{text}\n")
    entry = enter(made, parse_source(made).report, symbols.bodies(), vocabularies.of_the_package())
    (found,) = entry.recommendations
    for each in (*found.addressees, *found.references, *((found.operative,) if found.operative else ())):
        words = each.text if hasattr(each, "text") else each.evidence
        assert "".join(made.text[slice(*each.span)].split()) == "".join(words.split())
    return found


@pytest.mark.parametrize(
    ("text", "addressees", "strength", "verb"),
    [
        ("States parties should train judges.", ["States parties"], "should", "should"),
        ("States parties that have not yet done so should act.", ["States parties"], "should", "should"),
        ("In cooperation with UNODC, Member States should act.", ["Member States"], "should", "should"),
        ("Member States, with the help of the Secretariat, should also act.", ["Member States"], "should", "should"),
        ("The Conference should, at its next session, consider a fund.", ["Conference"], "consider", "consider"),
        ("States parties should also consider funding shelters.", ["States parties"], "consider", "consider"),
        (
            "States parties, especially those that are countries of destination, are encouraged to act.",
            ["States parties"],
            "encourage",
            "encourage",
        ),
        (
            "The Secretariat, in consultation with the extended Bureau, is requested to act.",
            ["Secretariat"],
            "should",
            "request",
        ),
        ("Each State party should name a contact.", ["States parties"], "should", "should"),
        ("Donors and schools should help.", ["donors", "schools"], "should", "should"),
        ("Banks should report to the authorities.", ["banks"], "should", "should"),
        (
            "The Inter-Agency Coordination Group against Trafficking in Persons should meet.",
            ["Inter-Agency Coordination Group against Trafficking in Persons"],
            "should",
            "should",
        ),
        ("States parties should give due consideration to a fund.", ["States parties"], "consider", "consider"),
        ("Consideration should be given to a fund.", [], "consider", "consider"),
        ("Training should be given to judges.", [], "should", "should"),
        ("States parties may also consider a fund.", ["States parties"], "consider", "consider"),
        ("States parties may wish to consider a fund.", ["States parties"], "consider", "consider"),
        ("States parties may act.", [], None, None),
        ("States parties are strongly encouraged to act.", ["States parties"], "encourage", "encourage"),
        ("The Secretariat is invited to write a guide.", ["Secretariat"], "invite", "invite"),
        ("The Working Group may wish to discuss it.", ["Working Group"], "invite", "wish"),
        ("The Secretariat and Member States should meet.", ["Secretariat", "Member States"], "should", "should"),
        ("The Board requested the Secretariat to report.", ["Secretariat"], "should", "request"),
        ("The Board recommended that the Assembly print it.", ["General Assembly"], "should", "recommend"),
        (
            "The Board recommended that the Assembly, in line with resolution 79/247, consider the plan.",
            ["General Assembly"],
            "consider",
            "recommend",
        ),
        (
            "The Conference should request the Executive Director and the Evaluation Office to report.",
            ["Conference"],
            "should",
            "should",
        ),
        ("It is recommended that States parties adopt it.", ["States parties"], "should", "recommend"),
        ("The Board noted the plan and encouraged countries to join it.", ["countries"], "encourage", "encourage"),
        (
            "The Board reaffirmed its request to the Secretary-General to report.",
            ["Secretary-General"],
            "should",
            "request",
        ),
        ("Once again calls upon all Governments to act.", ["Governments"], "should", "call upon"),
        (
            "Calls once again upon the administering Powers concerned to act.",
            ["administering Powers"],
            "should",
            "call upon",
        ),
        ("The Board called for the swift issue of permits.", [], "should", "call for"),
        ("Urges States that have not yet done so to consider acceding to it.", ["States"], "consider", "urge"),
        ("The Board requested the Secretariat to consider the matter.", ["Secretariat"], "should", "request"),
        ("The Board stressed the need to hurry, and encouraged States to act.", ["States"], "encourage", "encourage"),
        (
            "The Board invited UNODC, as a partner, and other relevant agencies of the United Nations system to"
            " help, and donors to pay.",
            ["UNODC", "other relevant agencies of the United Nations system", "donors"],
            "invite",
            "invite",
        ),
        (
            "Invites bilateral donors, partners and the media to help.",
            ["bilateral donors", "partners", "media"],
            "invite",
            "invite",
        ),
        ("The Board reiterated that these sites should not be used.", [], "should", "should"),
        ("Competent authorities, including inspectors, should act.", ["competent authorities"], "should", "should"),
        ("Port authorities should name a contact.", ["port authorities"], "should", "should"),
        ("Labour inspectors should be equipped.", [], "should", "should"),
        ("Victims should be told at the request of the Secretariat.", [], "should", "should"),
        ("States ought to act.", ["States"], "should", "ought"),
        ("The Board appealed to donors to give.", ["donors"], "should", "appeal to"),
        ("The Board asked the Secretariat to report.", ["Secretariat"], "should", "ask"),
        ("Suggests that the Secretariat report.", ["Secretariat"], "should", "suggest"),
        ("Proposes that the Secretariat report.", ["Secretariat"], "should", "propose"),
        ("In line with its duties, consider opening a shelter.", [], "consider", "consider"),
        ("Comply with the law.", [], "imperative", "comply"),
        ("Open data were discussed. States should use them.", ["States"], "should", "should"),
        ("Training of judges. Train all judges. Money should be found.", [], "imperative", "train"),
        ("Train all judges. Money should be found.", [], "imperative", "train"),
        ("Further strengthen the training of judges.", [], "imperative", "strengthen"),
        ("Consider opening a shelter.", [], "consider", "consider"),
        ("Implementation of the plan.", [], None, None),
        ("The Office has opened a shelter.", [], None, None),
    ],
)
def test_whom_and_how_strongly(text: str, addressees: list[str], strength: str | None, verb: str | None) -> None:
    found = recommendation(text)
    assert [each.value for each in found.addressees] == addressees
    assert found.strength == strength
    assert (found.operative.verb if found.operative else None) == verb


@pytest.mark.parametrize("written", WRITTEN, ids=lambda written: written["text"][:60])
def test_whom_written_recommendations_ask(written: dict[str, Any]) -> None:
    found = classified(written["text"], written.get("stem"), items=written.get("items", ()))
    assert [each.value for each in found.addressees] == written["addressees"]
    assert found.strength == written.get("strength")


def classified(text: str, stem: str | None = None, known: Words | None = None, items: Sequence[str] = ()) -> Facets:
    """The facets of a text with its items, or of an item behind a stem."""
    piece = Piece(stem, (0, len(stem))) if stem else None
    start = len(stem) + 1 if stem else 0
    whole = " ".join((*((stem,) if stem else ()), text, *items))
    parts = tuple(
        Subparagraph(marker="a", text=item, subparagraphs=(), span=(whole.find(item), whole.find(item) + len(item)))
        for item in items
    )
    extracted = Extracted(None, False, (), piece, text, parts, None, (start, start + len(text)), "words")
    return classify(state(whole, extracted), (), known or words(), of_review=False, vocabulary=NO_TOPICS)


@pytest.mark.parametrize(
    ("text", "said", "date"),
    [
        ("States should act by the end of 2027.", "by the end of 2027", "2027-12"),
        ("By 2030, States should act.", "By 2030", "2030"),
        ("States should act no later than June 2026.", "no later than June 2026", "2026-06"),
        ("States should act by 31 December 2025.", "by 31 December 2025", "2025-12-31"),
        ("States should act by the second quarter of 2026.", "by the second quarter of 2026", "2026-06"),
        ("States should act by the third quarter of 2026.", "by the third quarter of 2026", "2026-09"),
        ("States should act before the beginning of 2026.", "before the beginning of 2026", "2026-01"),
        ("The Board should decide at its intersessional meeting.", "at its intersessional meeting", None),
        ("States should act by the first quarter of 2026.", "by the first quarter of 2026", "2026-03"),
        ("States should act by mid-2026.", "by mid-2026", "2026"),
        ("The Board should decide at its tenth session.", "at its tenth session", None),
        ("Decisions adopted at its tenth session should be read.", None, None),
        ("At its tenth session, the Board met. States should act.", None, None),
        ("Parties should report within two years.", "within two years", None),
        ("Parties should report before the end of the biennium.", "before the end of the biennium", None),
        ("Elections are planned by the end of 2026. I urge States to help.", None, None),
        ("Emissions should fall by 20 per cent and by 2000 people.", None, None),
        ("Papers should be read by 2 States in 2026.", None, None),
    ],
)
def test_by_when(text: str, said: str | None, date: str | None) -> None:
    found = classified(text).deadline
    assert (found and found.text, found and found.date) == (said, date)


def test_a_periodic_review_addresses_the_state_under_review() -> None:
    title = "Report of the Working Group on the Universal Periodic Review"
    head = f"United Nations\n\nA/HRC/99/1\n\n{title}\n\nII. Conclusions and/or recommendations\n\n140. The following "
    made = source(
        f"{head}recommendations will be examined:\n\n140.1 Ratify it (Ruritania);\n\n140.2 Bring it (Sylvania).\n"
    )
    found = enter(made, parse_source(made).report, symbols.bodies(), vocabularies.of_the_package()).recommendations
    assert [each.number for each in found] == ["140.1", "140.2"]
    assert [(each.addressees[0].value, each.addressees[0].evidence) for each in found] == [
        ("State under review", "Ratify"),
        ("State under review", "Bring"),
    ]
    assert {each.strength for each in found} == {"imperative"}


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("article 5 of the Protocol", ["article 5, Protocol"]),
        ("articles 5 (a) and (b), and 6", ["article 5 (a)", "article 5 (b)", "article 6"]),
        (
            "article 6, paragraph 3, of the Trafficking in Persons Protocol",
            ["article 6, paragraph 3, Trafficking in Persons Protocol"],
        ),
        ("paragraph 4 (b)", ["paragraph 4 (b)"]),
        ("Article 73 e of the Charter", ["article 73 e, Charter"]),
        ("article 5 a State has signed", ["article 5"]),
        ("paras. 102 to 106", ["paragraphs 102-106"]),
        ("paragraphs 3, 5 and 7–9", ["paragraph 3", "paragraph 5", "paragraphs 7-9"]),
        ("Recommendation 3 and Recommendation 6", ["recommendation 3", "recommendation 6"]),
        ("recommendations 3 and 6", ["recommendation 3", "recommendation 6"]),
        ("agenda items 1–3", ["agenda items 1-3"]),
        ("agenda item 3", ["agenda item 3"]),
        ("articles 5 to 7", ["articles 5-7"]),
        ("recommendations 3 to 6", ["recommendations 3-6"]),
        ("resolution 12/9 of the Human Rights Council", ["A/HRC/RES/12/9"]),
        ("resolution 3074 and article 9 of ICCPR", ["resolution 3074", "article 9, ICCPR"]),
        ("articles 3 and 4 of the Penal Code", ["article 3, Penal Code", "article 4, Penal Code"]),
        ("decision 24/12 and decision 6/CP.6", ["decision 24/12", "decision 6/CP.6"]),
        ("Economic and Social Council resolution 2005/20", ["E/RES/2005/20"]),
        ("Council resolution 1325 (2000)", ["S/RES/1325 (2000)"]),
        (
            "article 7 of the International Convention on the Rights of All Members of Their Families",
            ["article 7, International Convention on the Rights of All Members of Their Families"],
        ),
        ("General Assembly resolutions 55/25 and 64/293", ["A/RES/55/25", "A/RES/64/293"]),
        ("Security Council resolution 1325 (2000)", ["S/RES/1325 (2000)"]),
        ("Conference resolution 8/2", ["Conference resolution 8/2"]),
        ("Human Rights Council decision 17/119", ["A/HRC/DEC/17/119"]),
        ("the report (CTOC/COP/WG.4/2019/L.1/Add.1)", ["CTOC/COP/WG.4/2019/L.1/Add.1"]),
        ("A/RES/55/25 and A/80/6 (Sect. 35)", ["A/RES/55/25", "A/80/6 (Sect. 35)"]),
        ("HIV/AIDS and and/or and 24/7 work", []),
        ("the resolution of 3 May and item 4", []),
    ],
)
def test_references_have_one_form(text: str, targets: list[str]) -> None:
    assert [target for _, target, _, _ in references.find(text, words())] == targets


@given(st.text(max_size=200))
def test_no_text_stops_the_facets(text: str) -> None:
    made = source(
        f"{HEAD}Recommendation 1\n\nStates should {text}\n\nRecommendation 2\n\n{text} article 5 (a), {text}\n"
    )
    entry = enter(made, parse_source(made).report, symbols.bodies(), vocabularies.of_the_package())
    for each in entry.recommendations:
        spans = [place.span for place in (*each.addressees, *each.references)]
        assert all(each.source.span[0] <= start < end <= each.source.span[1] for start, end in spans)


def test_evidence_is_found_where_lines_break_and_marks_stand_between() -> None:
    words = (
        "States parties that have not yet done so should, in line with General Assembly\nresolution 55/25 of 2000,"
        " open a shelter in each of their provinces and write about it to the\nSecretariat before the end of the year."
    )
    found = recommendation(words)
    assert "\n" not in found.text
    assert [each.text for each in found.references] == ["General Assembly resolution 55/25"]


FORMS = (
    "should|must|shall|ought to|needs to|need to|may wish to|might wish to|is invited to|are requested to|was urged to"
    "|were asked to|Recommends|requests|Invited|encourage|Urges|appeals to|Asks|calls upon|Reiterates its call upon"
    "|could consider|REQUESTS|INVITES|URGES|APPEALS TO|ASKS|CALLS UPON|renews its appeal to|Encouraged"
)


@pytest.mark.parametrize("form", FORMS.split("|"))
def test_every_form_is_found_by_its_first_letters(form: str) -> None:
    (found,) = operative.forms(f"In it States {form} act.", words())
    assert found.start == len("In it States ")
