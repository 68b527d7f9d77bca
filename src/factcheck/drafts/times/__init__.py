"""Dates, weekdays, durations and ages."""
