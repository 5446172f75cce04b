"""How often the quotation engine is right, and how fast; how its weights are trained."""
