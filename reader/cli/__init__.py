"""The command line: argv in, text or JSON and an exit code out."""
