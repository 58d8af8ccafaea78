"""How many examples of each property are drawn: 300, in CI always the same, or as HYPOTHESIS_PROFILE says; the demo."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.shell import wgtip

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
