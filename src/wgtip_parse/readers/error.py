"""What a reader raises when a file gives no text at all."""


class ReadError(OSError):
    """A document that cannot be read; its message is one line that names the document and the cause."""
