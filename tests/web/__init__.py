"""Fetching, against a real server on loopback."""
