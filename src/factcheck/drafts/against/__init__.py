"""Figures of a draft held against the claims of a base."""
