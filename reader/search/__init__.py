"""Finding words in a document, however they are typed."""
