"""Rules of wording row by row: what is written wrong, and what is as it should be."""

from __future__ import annotations

import pytest

from wgtip_parse import check

WRONG = {
    "N620": ["40 percent of them", "a percent more"],
    "N621": ["some 10000 dollars", "some 25 000 dollars", "some 1 250 000 dollars", "cost $1500 a year"],
    "N622": ["cost US$ 5 million", "cost € 5 million", "cost £ 5 million", "cost 5 million USD", "cost 300 US dollars"],
    "W722": [
        "the member states met",
        "a member state met",
        "the Under-Secretary General spoke",
        "the Secretary General spoke",
        "the Secretary-general spoke",
        "the General assembly met",
        "the Security council met",
        "the Economic and social Council met",
        "the Human rights Council met",
        "the High commissioner spoke",
        "the United nations met",
        "the Vice Chair spoke",
        "the Trusteeship council met",
        "the International Court of justice met",
        "the special Rapporteur spoke",
        "the special Representative spoke",
        "a sustainable development Goal was told",
        "all Sustainable Development goals were told",
    ],
    "W723": ["the states parties met", "the State parties met", "a state party spoke"],
    "W724": [
        "the guest from Cape Verde spoke",
        "the guest from Ivory Coast spoke",
        "the guest from the Czech Republic spoke",
        "the guest from Zaire spoke",
        "the guest from Swaziland spoke",
        "the guest from Burma spoke",
        "the guest from East Timor spoke",
        "the guest from Turkey spoke",
        "the guest from Vietnam spoke",
    ],
    "X806": [
        "the Group recalled Resolution 55/25",
        "the Group recalled Decisions No. 4/5",
        "of Resolution 2231 (2015)",
    ],
    "X807": ["the list (see para 45)", "the list in paras 45 and 46", "the list of art 5", "as told, sect 4"],
    "W725": ["a expert spoke", "an delegate spoke"],
    "X818": [
        "the guest was Mr Brannagh",
        "the guest was Ms Brannagh",
        "the guest was Mrs Brannagh",
        "and Dr Brannagh spoke",
    ],
    "P317": ["the list A/HRC/XX/YY", "the list A/80/XXX", "the list in figure 24.XX", "the list in paragraph ??"],
}
RIGHT = [
    "a one-time guest, an hour, a European and a university were told of in sections A and B",
    "the percentage rose by 40 per cent",
    "the order No. 20378 and ISO 27001 were told",
    "the course cost $5 million or US$5",
    "the member states of the European Union met",
    "the Secretary General of the Council of Europe spoke",
    "the general assembly of the village met",
    "the third-State parties met",
    "the former Zaire was told of",
    "the case Soering v. Turkey was told",
    "the Conference held in Istanbul, Turkey, 9 May 2011, was told of",
    "the resolution 55/25 and the draft Resolution were told",
    "the list in annex XX and chapter XXI",
]


@pytest.mark.parametrize(("code", "words"), [(code, words) for code, rows in WRONG.items() for words in rows])
def test_what_is_written_wrong_is_found(code: str, words: str) -> None:
    found = {each.code for each in check(f"1. The Chair said that {words}.\n")}
    assert code in found


@pytest.mark.parametrize("words", RIGHT)
def test_what_is_written_right_is_left_alone(words: str) -> None:
    assert WRONG.keys() & {each.code for each in check(f"1. The Chair said that {words}.\n")} == set()
