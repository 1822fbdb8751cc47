"""The door for browsers and programs: pages, and an HTTP API with the same verbs as the shell."""
