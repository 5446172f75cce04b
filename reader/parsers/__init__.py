"""From a source to a document: one parser a format, none knows another."""
