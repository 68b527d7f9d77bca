"""The version of factcheck, in one place: packaging and JSON reports both read it here."""

__version__ = "0.1.0"
