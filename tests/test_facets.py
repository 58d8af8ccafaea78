"""Facets of recommendations, each rule on words of our own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import source
from wgtip_parse import symbols
from wgtip_parse.index.entry import enter
from wgtip_parse.index.facets import actors, operative, references, vocabularies
from wgtip_parse.index.model import Recommendation
from wgtip_parse.parser import parse_source
from wgtip_parse.words import words

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
        ("States parties may wish to consider a fund.", ["States parties"], "invite", "wish"),
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
            ["Conference", "Executive Director", "Evaluation Office"],
            "should",
            "should",
        ),
        ("It is recommended that States parties adopt it.", ["States parties"], "should", "recommend"),
        ("The Board noted the plan and encouraged countries to join it.", ["States"], "encourage", "encourage"),
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
            ["UNODC", "agencies of the United Nations system"],
            "invite",
            "invite",
        ),
        (
            "Invites bilateral donors, partners and the media to help.",
            ["donors", "partners", "media"],
            "invite",
            "invite",
        ),
        ("The Board reiterated that these sites should not be used.", [], "should", "should"),
        ("Competent authorities, including inspectors, should act.", ["competent authorities"], "should", "should"),
        ("Port authorities should name a contact.", ["port authorities"], "should", "should"),
        ("Labour inspectors should be equipped.", [], "should", "should"),
        ("Victims should be told at the request of the Secretariat.", [], "should", "should"),
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


def test_a_periodic_review_addresses_the_state_under_review() -> None:
    head = "United Nations\n\nA/HRC/99/1\n\nII. Conclusions and/or recommendations\n\n140. The following "
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


ACTORS = {
    "States parties": "parties to the Protocol|States parties|State party",
    "Member States": "States Members of the United Nations|Member States",
    "State under review": "State under review",
    "States": "States|countries|Countries",
    "Governments": "governments|Governments",
    "administering Powers": "administering Powers|Administering Power",
    "General Assembly": "plenary or the relevant Main Committee or Main Committees of the General Assembly|Assembly",
    "Conference": "Conference of the Parties to the United Nations Convention against Corruption|Conference",
    "Working Group": "working group|Working Group on Firearms",
    "UNODC": "United Nations Office on Drugs and Crime (UNODC)|UNODC",
    "Joint Inspection Unit": "Joint Inspection Unit|JIU",
    "Secretary-General": "Secretary-General",
    "Secretariat": "secretariat|Secretariat",
    "international organizations": "international and regional organizations|subregional organizations"
    "|regional organizations|intergovernmental organizations",
    "civil society": "civil society|organizations of civil society|non-governmental organizations",
    "private sector": "private sector|private companies",
    "international community": "international community",
    "Group": "Group|group",
}


@pytest.mark.parametrize("name", words().table("actors"))
def test_every_actor_is_found_by_its_first_letter(name: str) -> None:
    for ways in ACTORS[name].split("|"):
        found = actors.pattern(words()).search(f"is for the {ways} to do")
        assert found is not None
        assert (found[0], actors.value(found, words())) == (ways, name)
