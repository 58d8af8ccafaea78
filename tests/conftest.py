"""Hypothesis draws the same examples in every CI run, and takes no offence at a slow machine."""

import os

from hypothesis import settings

settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("person", deadline=None)
settings.load_profile("ci" if "CI" in os.environ else "person")
