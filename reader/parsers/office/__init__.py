"""Office documents: Word, OpenDocument, RTF and PDF, by converters that an extra installs."""
