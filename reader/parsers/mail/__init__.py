"""Mail: a message's text with what it quotes, its headers as title, byline and date."""
