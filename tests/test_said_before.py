"""Said before: which texts ask the same, which the contrary, and when one is earlier than another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wgtip_parse.index.contraries import claims, contrary
from wgtip_parse.index.model import Addressee, Place, Recommendation, Strength
from wgtip_parse.index.occasions import Occasion
from wgtip_parse.index.repeats import Relatives, relatives
from wgtip_parse.index.terms import terms
from wgtip_parse.words import words

SHELTER = "Open a shelter for fishing crews in every harbour and keep it heated in winter"
LAMPS = "Publish the names of lighthouses whose lamps failed during the storms"


def said(text: str, number: int = 1, strength: Strength | None = "should", asked: str | None = None) -> Recommendation:
    addressees = (Addressee(value=asked, evidence=asked, span=(0, 1)),) if asked else ()
    return Recommendation.model_construct(
        id=f"R{number}",
        text=text,
        subparagraphs=(),
        closing=None,
        strength=strength,
        addressees=addressees,
        recommenders=(),
        source=Place(name="a.txt", sha256="", span=(0, 1), line=1, page=None),
    )


def occasion(
    when: str | None,
    meeting: str | None = None,
    state: str | None = None,
    *,
    file: str | None = None,
    final: bool = True,
    session: str | None = None,
    version: str | None = None,
) -> Occasion:
    return Occasion(when, meeting or when, state, (file or f"{meeting or when}", ""), final, session, version)


def linked(*told: tuple[str, Occasion], asked: tuple[str | None, ...] = ()) -> list[Relatives]:
    """The relatives of texts that are named R1, R2 …"""
    names = (*asked, *(None for _ in told))
    made = [said(text, at, asked=names[at - 1]) for at, (text, _) in enumerate(told, start=1)]
    return list(relatives(made, [when for _, when in told]))


def before(earlier: str, later: str, state: str | None = None) -> Relatives:
    return linked((earlier, occasion("2031", "A", state)), (later, occasion("2035", "B", state)))[1]


def ids(found: Relatives) -> tuple[list[str], list[str]]:
    return [each.id for each in found.similar], [each.id for each in found.same_subject]


def test_a_repeat_is_explained_by_the_words_that_say_most() -> None:
    (link,) = before(SHELTER, SHELTER.replace("heated in winter", "lit at night")).similar
    assert not link.exact
    assert 45 <= link.score < 100
    assert {"shelter", "fishing", "crews", "harbour"} <= set(link.shared)
    assert {"heated", "winter", "lit", "night"} <= set(link.differing)


def test_no_more_words_are_named_than_say_something() -> None:
    long = " ".join(f"word{letter}" for letter in "abcdefghijklmnop")
    (link,) = before(f"{long} {SHELTER}", f"{long} {LAMPS}").similar
    assert len(link.shared) == len(link.differing) == 8


def test_the_same_words_are_exact_whatever_stands_between_them() -> None:
    (link,) = before(SHELTER, f"{SHELTER.upper()}!").similar
    assert (link.exact, link.score, link.differing) == (True, 100.0, ())


def test_words_that_only_join_do_not_make_texts_exact() -> None:
    (link,) = before(SHELTER, SHELTER.replace("a shelter", "the shelter")).similar
    assert (link.exact, link.score) == (False, 99.9)


def test_a_change_of_strength_is_shown() -> None:
    made = [said("Consider ratifying the Harbour Protocol", 1, "consider"), said("Ratify the Harbour Protocol", 2)]
    first, second = relatives(made, [occasion("2031"), occasion("2032")])
    assert [(each.id, each.strength) for each in second.similar] == [("R1", "consider")]
    assert first == Relatives()
    same = [said(SHELTER, 1), said(SHELTER, 2)]
    assert [each.strength for each in list(relatives(same, [occasion("2031"), occasion("2032")]))[1].similar] == [None]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Board should allow the night landing of fish", "The Board should not allow the night landing of fish"),
        ("Allow the night landing of fish", "The night landing of fish should never be allowed"),
        ("Maintain the fish tax", "Abolish the fish tax"),
        ("Maintain the fish tax in all harbours", "Call for the abolition of the fish tax in all harbours"),
        ("Permit foreign trawlers in the bay", "Prohibit foreign trawlers in the bay"),
        ("Introduce a curfew for crews", "Lift the curfew for crews"),
        ("Increase the landing fee for small boats", "Reduce the landing fee for small boats"),
        ("Should not abolish the fish tax", "Abolish the fish tax"),
        ("Detain stowaways in the harbour", "Refrain from detaining stowaways in the harbour"),
        ("Approve the plan for the old pier", "Reject the plan for the old pier"),
        ("Charge crews for water in port", "Crews are no longer to be charged for water in port"),
        ("Decriminalize the sale of bait at sea", "Criminalize the sale of bait at sea"),
        ("Harbours that sell ice to crews be named", "Harbours that neither be named nor sell ice to crews"),
    ],
)
def test_the_contrary_is_never_a_repeat(one: str, other: str) -> None:
    for earlier, later in ((one, other), (other, one)):
        for state in (None, "Ruritania"):
            assert before(earlier, later, state).similar == ()


def test_the_contrary_is_on_the_same_subject() -> None:
    assert ids(before("Maintain the fish tax in small harbours", "Abolish the fish tax in small harbours")) == (
        [],
        ["R1"],
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Crews should not be left without water in port", "Crews should not be left without any water in port"),
        ("Abolish the fish tax", "Reduce and then abolish the fish tax"),
        ("Prohibit the sale of bait at sea", "Take steps to ban the sale of bait at sea"),
        ("Ratify all treaties on crews", "Ratify all treaties on crews that are not yet ratified"),
        ("Train pilots and divers", "Train not only pilots but also divers"),
        ("Keep the pier open", "Keep the pier open whether or not it snows"),
        ("Allow night landings, and publish the rules", "Publish the rules, and allow night landings"),
        ("Increase efforts to reduce the noise of engines", "Reduce the noise of engines"),
    ],
)
def test_a_denial_in_both_or_of_something_else_is_no_contrary(one: str, other: str) -> None:
    assert ids(before(one, other))[0] == ["R1"]


def test_a_denial_of_the_whole_tells_texts_apart_that_are_nearly_the_same() -> None:
    known = words()
    one, other = claims("Boats in ports nor crews", known), claims("Boats in ports", known)
    assert contrary(one, other, 60.0)
    assert not contrary(one, other, 59.0)


def test_the_name_of_a_treaty_and_its_short_form_are_one() -> None:
    assert ids(before("Ratify the Convention on the Rights of Persons with Disabilities", "Ratify CRPD"))[0] == ["R1"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ratify the Convention on the Rights of the Child", "Ratify the Convention against Torture"),
        ("Ratify the Convention against Torture", "Ratify the Optional Protocol to the Convention against Torture"),
        ("Ratify ILO Convention No. 169", "Ratify ILO Convention No. 189"),
        ("Give effect to resolution 62/149", "Give effect to resolution 63/168"),
    ],
)
def test_another_treaty_is_another_matter(one: str, other: str) -> None:
    assert before(one, other, "Ruritania").similar == ()


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("ICERD", "International Convention on the Elimination of All Forms of Racial Discrimination"),
        ("ICCPR", "International Covenant on Civil and Political Rights"),
        ("ICESCR", "International Covenant on Economic, Social and Cultural Rights"),
        ("CEDAW", "Convention on the Elimination of All Forms of Discrimination against Women"),
        ("CAT", "Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment"),
        ("CRC", "Convention on the Rights of the Child"),
        (
            "ICRMW",
            "International Convention on the Protection of the Rights of All Migrant Workers and Members of "
            "Their Families",
        ),
        ("CED", "International Convention for the Protection of All Persons from Enforced Disappearance"),
        ("CRPD", "Convention on the Rights of Persons with Disabilities"),
        ("Rome Statute", "Rome Statute of the International Criminal Court"),
    ],
)
def test_every_way_of_writing_a_treaty_is_one_term(short: str, name: str) -> None:
    plain = [term for term, _ in terms(short, words())]
    assert len(plain) == 1
    assert [term for term, _ in terms(name, words())] == plain
    protocols = [terms(f"{to}{short}", words()) for to in ("Optional Protocol to the ", "OP-")]
    assert [[term for term, _ in each] for each in protocols] == [[f"+{plain[0]}"]] * 2


@pytest.mark.parametrize(
    "alike",
    [
        "ratify ratifies ratified ratifying ratification",
        "abolish abolishes abolished abolishing abolition",
        "organize organise organized organised organizing organising organization organisation",
        "eliminate eliminates eliminated eliminating elimination",
        "establish established establishing establishment establishments",
        "harbour harbours",
        "discrimination discriminations",
        "effective effectively",
        "agency agencies",
        "assist assistance assists",
        "law laws legislation legislative act acts bill bills legal",
        "living livelihood livelihoods welfare wellbeing",
        "overdue pending outstanding delayed late timely",
        "submit submits submitted submitting submission transmit",
        "child children minor minors",
        "woman women",
        "indigenous aboriginal aboriginals",
        "migrant migrants immigrants foreigners expatriates",
    ],
)
def test_words_of_one_meaning_have_one_form(alike: str) -> None:
    assert len({term for word in alike.split() for term, _ in terms(word, words())}) == 1


def test_words_of_all_kinds_of_recommendations_weigh_little() -> None:
    same, formula = "Heat shelters", "Take further appropriate measures and continue efforts to"
    others = [(f"{formula} {text}", occasion("2030", f"O{text}", "Ruritania")) for text in (LAMPS, "count seals")]
    found = linked(
        *others, (same, occasion("2031", "A", "Ruritania")), (f"{formula} {same}", occasion("2032", "B", "Ruritania"))
    )
    assert found[3].similar[0].id == "R3"


def test_another_addressee_is_asked_something_else() -> None:
    told = (
        (f"The Harbour Board should {SHELTER.lower()}", occasion("2031")),
        (
            f"The Secretariat should {SHELTER.lower()}",
            occasion("2032"),
        ),
    )
    assert ids(linked(*told, asked=("Harbour Board", "Secretariat"))[1]) == ([], ["R1"])
    assert ids(linked(*told, asked=("Harbour Board", "Board"))[1]) == (["R1"], [])


def test_a_state_is_reminded_of_its_own_reviews_alone() -> None:
    told = [
        ("Heat the shelters (Utopia)", occasion("2031", "A", "Ruritania")),
        ("Heat the shelters (Laputa)", occasion("2032", "B", "Lilliput")),
        ("Heat the shelters", occasion("2033", "C")),
        ("Heat the shelters (Lilliput);", occasion("2035", "D", "Ruritania")),
    ]
    (link,) = linked(*told)[3].similar
    assert (link.id, link.exact) == ("R1", True)


def test_the_name_of_the_state_is_not_compared() -> None:
    assert before("Ruritania heat piers", "Ruritania count seals", "Ruritania") == Relatives()


@pytest.mark.parametrize(
    ("earlier", "later", "is_before"),
    [
        ("2031-03-01", "2031-03-02", True),
        ("2031", "2032-01-01", True),
        ("2031", "2031-06-01", False),
        ("2031-06-01", "2031", False),
        ("2031-05", "2031-06-30", True),
        ("2031-06-01", "2031-06-01", False),
        (None, "2031", False),
        ("2031", None, False),
    ],
)
def test_what_is_earlier_is_so_for_certain(earlier: str | None, later: str | None, is_before: bool) -> None:
    told = linked((SHELTER, occasion(earlier, "A")), (SHELTER, occasion(later, "B")))
    assert (ids(told[1])[0] == ["R1"]) == is_before


def test_two_of_one_meeting_are_linked_to_the_first_and_once() -> None:
    at = occasion("2031", "A")
    first, second, third = linked((SHELTER, at), (LAMPS, at), (SHELTER, at))
    assert (ids(first), ids(second), ids(third)) == (([], []), ([], []), (["R1"], []))
    again = linked((SHELTER, at), (SHELTER, at), (SHELTER, at), (f"{SHELTER} too", at))
    assert [ids(each)[0] for each in again] == [[], ["R1"], ["R1"], ["R1"]]


def test_what_is_only_like_another_of_its_meeting_is_not_linked() -> None:
    at = occasion("2031", "A")
    assert linked((SHELTER, at), (SHELTER.replace("heated in winter", "lit at night"), at))[1] == Relatives()


@pytest.mark.parametrize(
    ("draft", "final"),
    [
        (
            occasion("2031-03", "A", file="L.1", final=False, version="L.1"),
            occasion("2031-03", "A", file="5", version="5"),
        ),
        (
            occasion("2031-12", None, file="L.1", final=False, session="A/AC.9 2031"),
            occasion("2032-01", "B", file="5", session="A/AC.9 2031"),
        ),
        (
            occasion("2031-03", "A", file="L.1", final=False, session="A/AC.9 2031"),
            occasion("2031-06", "B", file="5", session="A 86"),
        ),
        (
            occasion("2031-03", "A", file="L.1", final=False, version="L.1"),
            occasion("2031-03", "A", file="L.1r", final=False, version="L.1"),
        ),
    ],
)
def test_versions_of_one_session_are_never_linked(draft: Occasion, final: Occasion) -> None:
    for one, other in ((draft, final), (final, draft)):
        assert linked((SHELTER, one), (SHELTER, other)) == [Relatives(), Relatives()]


def test_the_final_report_of_another_year_repeats_a_draft() -> None:
    draft, final = occasion("2031-03", final=False, session="A/AC.9 2031"), occasion("2032-03", session="A/AC.9 2032")
    assert ids(linked((SHELTER, draft), (SHELTER, final))[1])[0] == ["R1"]


def test_two_parts_of_a_draft_are_no_versions() -> None:
    one, other = (occasion("2031", "A", file=f"L.{at}", final=False, version=f"L.{at}") for at in (1, 2))
    assert ids(linked((SHELTER, one), (SHELTER, other))[1])[0] == ["R1"]


TEXTS = [SHELTER, LAMPS, f"Do not {SHELTER.lower()}", SHELTER.replace("harbour", "port"), f"{LAMPS} of last year"]
DATES = ["2031", "2031-02", "2031-02-03", "2032", "2033-01-01", None]


@given(st.lists(st.tuples(st.sampled_from(TEXTS), st.sampled_from(DATES)), max_size=8), st.randoms())
def test_links_go_back_in_time_whatever_the_order(told: list[tuple[str, str | None]], chance: object) -> None:
    made = [(said(text, at), occasion(when, f"M{at}")) for at, (text, when) in enumerate(told)]
    mixed = sorted(made, key=lambda _: chance.random())  # type: ignore[attr-defined]
    dates = {each.id: when.when for each, when in made}
    one, other = (
        dict(zip([each.id for each, _ in told], relatives(*map(list, zip(*told, strict=True))), strict=True))
        if told
        else {}
        for told in (made, mixed)
    )
    for name, found in one.items():
        assert [each.score for each in found.similar] == [each.score for each in other[name].similar]
        for link in (*found.similar, *found.same_subject):
            earlier, later = dates[link.id], dates[name]
            assert earlier is not None
            assert later is not None
            assert earlier < later


def test_a_text_without_words_is_like_nothing() -> None:
    assert linked(("…", occasion("2031")), ("", occasion("2032")))[0] == Relatives()
