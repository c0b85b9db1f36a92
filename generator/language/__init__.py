"""What is said and how: Vietnamese words, numbers, dates, speech, personal data."""
