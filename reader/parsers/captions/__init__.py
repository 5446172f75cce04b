"""Captions: SRT and WebVTT, read as what was said by whom."""
