"""The index: many reports compiled into one list of recommendations, each with its place, facets and relatives."""
