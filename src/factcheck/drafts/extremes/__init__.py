"""Levels that must lie in an order: records, peaks, averages, what rose above what."""
