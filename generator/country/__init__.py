"""What spans communes: a frame of their published tables, and the pages, lists and downloads made from it."""
