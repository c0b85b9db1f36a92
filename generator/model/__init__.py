"""Frozen nouns that every step speaks of. No behaviour beyond what a noun knows of itself."""
