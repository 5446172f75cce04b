"""The Textual app: the only place that knows widgets."""
