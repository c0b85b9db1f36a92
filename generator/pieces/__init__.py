"""Pieces that pages, notices and the loudspeaker are composed of: what is known, how it is said, what shows it."""
