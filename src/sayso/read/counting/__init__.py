"""counting: how many people some words stand for.

`numbers` reads a number, `sums` and `amounts` those told side by side, `plain` a number beside a fate, `tolls` totals that
rise and fall; `others`, `parted` and `wholes` tell who is counted with whom, and who is none of them.
"""
