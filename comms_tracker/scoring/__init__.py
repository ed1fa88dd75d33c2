"""How well statements are read and compared, measured against gold: what people say that the statements claim.

One way: gold (the files) -> matching (gold claims to read ones) -> verdicts of each stage -> marks. The conventions
are those of tests/gold/README.md.
"""
