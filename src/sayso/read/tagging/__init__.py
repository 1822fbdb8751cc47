"""tagging: what the network is given, and what it tells.

`pieces` cuts a report into windows, `network` runs the weights of data/ over them and gives stretches of words with their
tags. All that follows reads these, mends them, or finds what they miss.
"""
