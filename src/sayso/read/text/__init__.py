"""text: a report as the reader sees it.

`page` cuts it into sentences that know where they stand, `furniture` tells the lines that belong to no story, `slips`
mends what a scanner mistook, `language` tells whether it is English. Of `patterns`, `words` and `calendar` the rules of
all other packages are made.
"""
