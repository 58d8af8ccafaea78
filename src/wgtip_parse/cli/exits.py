"""The exit codes of every command."""

CLEAN, FINDINGS, NOTHING_DONE, OWN_FAULT, INTERRUPTED = 0, 1, 2, 3, 130
