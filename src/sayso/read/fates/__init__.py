"""fates: what befell those who are counted.

`slots` tells which fate the words beside people tell, by the tests of `befell`, `met` whether they met it, `uncounted` what is
counted and is nobody; the others each know one sort of words: captives, the homeless, those in hospital or in critical condition, those who were only there, figures of years, and
what is only planned, feared or asked (`unreal`).
"""
