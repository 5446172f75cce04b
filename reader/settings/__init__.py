"""What a person may choose once: one table, read from flags, variables and one file."""
