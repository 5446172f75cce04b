"""Plain text as a first-class format: its blocks are inferred from the shape of its lines."""
