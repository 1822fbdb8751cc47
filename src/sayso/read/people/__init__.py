"""people: whom a report counts, and which part they play.

`stretches` mends what the network tagged; `unseen`, `again` and `listed` find people whom it has not tagged; `roles` tells victims
from attackers, with `sides`, `accused`, `stopped` and `blameless`.
"""
