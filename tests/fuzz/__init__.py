"""Every parser and the quote engine, fed with what nobody would write."""
