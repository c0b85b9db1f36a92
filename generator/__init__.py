"""Builds a public site of commune figures out of small data files."""
