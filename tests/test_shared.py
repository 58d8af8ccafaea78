"""Examples that change a shared draft, and what is made of them."""

from __future__ import annotations

import pytest

from tests.shell import wgtip_here
from wgtip_parse.shared import NAMES, shared, whole


def test_an_example_of_its_own_stays_as_it_is() -> None:
    assert whole("1. It met.\n\n- a\n") == "1. It met.\n\n- a\n"


def test_a_shared_draft_may_stand_for_itself() -> None:
    assert [whole(f"The shared {name}.\n") for name in NAMES] == [shared(name) for name in NAMES]


def test_a_change_stands_where_it_takes_something_out_or_at_the_end() -> None:
    change = "\nThe shared draft, changed:\n- Distr.: Limited\n- 12 October 2021\n+ One\n+ Two\n\n+ Three\n"
    expected = shared("draft").replace("Distr.: Limited\n\n12 October 2021", "One\n\nTwo") + "\nThree\n"
    assert whole(change) == expected


def test_what_is_not_there_cannot_be_taken_out() -> None:
    with pytest.raises(ValueError, match="not in list"):
        whole("The shared draft, changed:\n- Nothing\n")


def test_a_page_alone_shows_the_draft_that_it_changes() -> None:
    page = wgtip_here("explain", "M106").stdout.decode()
    assert "    The shared draft, changed:\n" in page
    assert "\nThe shared draft:\n    United Nations\n" in page
    assert "The shared" not in wgtip_here("explain", "N603").stdout.decode()
