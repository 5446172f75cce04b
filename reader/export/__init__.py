"""An article to give away: its text with the quotes marked and a table of who said what, in another format."""
