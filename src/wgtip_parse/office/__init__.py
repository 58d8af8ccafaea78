"""The Word package (ECMA-376): its XML and its archive, written the same each time from the same words."""
