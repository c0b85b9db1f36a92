"""Starting a folder, made-up data, the look before a push, and words for the terminal."""
