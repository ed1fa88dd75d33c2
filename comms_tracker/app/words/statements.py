"""The words of the page of two statements side by side."""

from __future__ import annotations

LEAD = "Every claim is underlined. Choose one to see what the other statement says about the same thing."
LEAD_ALONE = "Every claim is underlined."
EARLIER = "Earlier statement"
LATER = "Later statement"
PREVIOUS = "The two before"
NEXT = "The two after"
WHOLE = "First and last statement"
BETWEEN = "What lies between"
BETWEEN_LEAD = "{statements} {stand} between these two. Step by step, this changed:"
STEP = "{earlier} to {later}"
NO_STEP = "No change."
OPEN_STEP = "Read these two side by side"
CHANGE = "Open the change between these two"
MISSING = "The link asks for a statement that this store does not hold. These are the two nearest to it."
