"""The pipelines: what happens to a document from file to result, each on one screen."""
