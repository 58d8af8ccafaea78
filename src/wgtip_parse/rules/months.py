"""The months as dates in reports are written with them."""

MONTHS = "January February March April May June July August September October November December".split()
MONTH = "|".join(MONTHS)
