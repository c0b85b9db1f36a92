"""What each page says: words and formatted numbers in frozen contexts."""
