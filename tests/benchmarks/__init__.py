"""What a build costs beside the straightforward way and two floors: `make bench`. README.md says how to read it."""
