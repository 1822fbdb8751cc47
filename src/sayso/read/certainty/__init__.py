"""certainty: whether it is said to be so, and how surely.

`polarity` finds what is denied, `rebuttals` what somebody disputes behind it; `context` tells how firm a number is, and of
which total it is a part.
"""
