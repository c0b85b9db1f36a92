"""A report as offices write it becomes drafts: numbers with their places, and what each may be."""
