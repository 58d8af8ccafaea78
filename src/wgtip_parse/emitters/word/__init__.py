"""Word documents: a compilation of recommendations, and a report, in the styles of the UN's templates."""
