"""The exit codes of every command, and what its help says of them."""

CLEAN, FINDINGS, NOTHING_DONE, OWN_FAULT, INTERRUPTED = 0, 1, 2, 3, 130
UNREAD = "one of several documents could not be read"


def told_exits(findings: str | None = None) -> str:
    """The line on exit codes at the end of a command's help; `findings` is what 1 stands for, None where it is none."""
    one = f"1 {findings}; " if findings else ""
    return f"Exit codes: 0 done; {one}2 nothing could be done; 3 internal error, please report it; 130 interrupted."
