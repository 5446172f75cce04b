"""The library at 1,000, 10,000 and 100,000 articles."""
