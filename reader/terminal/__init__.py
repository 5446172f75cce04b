"""What lies below Textual: the driver and the clipboard. Knows nothing of pullquote."""
