"""Rules on figures: what does not agree, what is odd."""
