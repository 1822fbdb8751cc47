"""incidents: which incident a report is about, and which words are not about it.

`heads`, `kinds` and `intent` read what sort of thing is told, `setting` its kind, place and day; `scope` tells its words
from those of another, `roundups` and `turns` those of several, and `make_believe` what happened to nobody.
"""
