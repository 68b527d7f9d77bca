"""What options may be given, where a few words are all that may."""

from typing import Final

THRESHOLDS: Final = ("error", "warning", "note", "never")
LANGUAGES: Final = ("en", "fr")
ANSWER_FORMATS: Final = ("console", "json", "markdown")
