"""fates: what befell those who are counted.

`slots` tells which fate the words beside people tell, by the tests of `befell`; `met` whether they met it, `unreal` what is
only planned, feared or asked, `uncounted` what is counted and is nobody, `things` what an attack hits besides people. The
others each know one sort of people or figures: `captives`, `displaced`, those in `hospital` or in critical `conditions`,
those who died in bed (`bedside`), `aboard` a craft or were only `present`, the shot of whom some died (`casualties`), who
did it (`deeds`), `yearly` figures.
"""
