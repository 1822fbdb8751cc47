"""Who is told when a figure moves: rules on revisions, and their delivery, each alert once."""
