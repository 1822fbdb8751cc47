"""speech: who is said to say it.

`cues` holds the words by which reports carry somebody's words, `institutions`, `offices` and `titles` who speaks and of which
kind he is, `subjects` whom "he said" means. `speakers` puts together, for each sentence, what `saying`, `cited`,
`blamers`, `relayed`, `quotations`, `hearsay` and `transcripts` find.
"""
