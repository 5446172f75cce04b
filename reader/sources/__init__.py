"""Bytes to text that is safe to show."""
