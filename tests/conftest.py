"""How many examples of each property are drawn, which tests are too slow for `make quick`, and the demo.

300 examples, in CI always the same; or as HYPOTHESIS_PROFILE says.
"""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.shell import wgtip

# What takes most of the time of the suite: real documents, programs that are installed or run beside us, all pairs or
# splits of something, the same bytes from several runs. The rest is `make quick`.
SLOW = frozenset(
    """
    accuracy action agreement annotate_in_office batch compare_edits demo diff_in_chromium diff_in_word examples facets
    findings follow_up foreign hook membership metamorphic packaging page_in_chromium pdf_limits pdf_ocr planted
    platforms recommendations reviewed_drafts said_before_accuracy searches store tables tasks watching word_template
    words_of_the_facets words_of_the_parser workers
    """.split()
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of slow modules."""
    for item in items:
        if item.path.stem.removeprefix("test_") in SLOW:
            item.add_marker("slow")


settings.register_profile("ci", max_examples=300, derandomize=True, deadline=None)
settings.register_profile("person", max_examples=300, deadline=None)
settings.register_profile(
    "deep", max_examples=10_000, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
settings.register_profile("quick", max_examples=40, derandomize=True, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if "CI" in os.environ else "person"))


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder that `wgtip demo` makes, and all that it prints."""
    folder = tmp_path_factory.mktemp("somewhere")
    done = wgtip("demo", folder=folder, GITHUB_ACTIONS="true")
    assert done.returncode == 0, done.stderr
    return folder / "wgtip-demo", (done.stderr + done.stdout).decode()
