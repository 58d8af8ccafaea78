"""Emitters turn a tree, or the leaves of one, into bytes; one file for each format."""
