"""Findings to text: one module per format, messages in the reader's language."""
