"""The exit codes of every command."""

CLEAN, FINDINGS, NOTHING_DONE, INTERNAL_ERROR, INTERRUPTED = 0, 1, 2, 3, 130
