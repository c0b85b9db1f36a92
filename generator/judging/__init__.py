"""Rules on figures, and the verdict on a whole data folder."""
