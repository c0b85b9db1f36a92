"""What was published before: the history of each commune's figures, derived from git."""
