"""Reading without a screen: the text is printed, and lines of words are answered with lines of words."""
