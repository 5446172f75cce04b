"""The command line, asked in this process and as a real program."""
