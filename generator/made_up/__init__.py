"""Made-up communes: what happens in one, the documents that tell of it, and the rows of each table."""
