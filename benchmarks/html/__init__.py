"""How well an article is found in its page: the shingles it shares with what people marked as the article."""
