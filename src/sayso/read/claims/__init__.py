"""claims: what a report says of each of its incidents, put together.

`accounts` tells the incidents, `drafts` makes the claims of each of what all other packages find, `facts`, `motives` and
`denials` what is no number; `statements`, `standing` and `succession` set claims beside each other, `sureness` says how
sure the network must be, `clauses` which words a claim shows.
"""
