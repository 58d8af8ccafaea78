"""Options that belong together reach a command as one value."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Sequence
from typing import Any

Command = Callable[..., int]
Decorator = Callable[[Command], Command]


def grouped(name: str, options: Sequence[Decorator], make: Callable[..., Any]) -> Decorator:
    """Give a command some options: their values go to the parameters of `make`, and what it makes to the command."""
    keys = tuple(inspect.signature(make).parameters)

    def decorate(command: Command) -> Command:
        @functools.wraps(command)
        def with_group(**values: Any) -> int:
            return command(**{name: make(**{key: values.pop(key) for key in keys})}, **values)

        decorated: Command = with_group
        for option in reversed(options):
            decorated = option(decorated)
        return decorated

    return decorate
