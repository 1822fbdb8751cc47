"""when: on which day it happened.

`anchors` finds the day from which the days of a report count, `dates` reads them, `aftermath` and `olden` set apart those
after and long before, and `dating` tells which is the incident's.
"""
