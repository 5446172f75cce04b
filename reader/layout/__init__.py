"""A document at a width: lines, and what each run of a line is. Knows no Textual."""
