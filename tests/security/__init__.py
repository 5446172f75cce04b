"""Nothing in a document can reach the terminal, the disk or the net."""
