"""Prose to relations: what a draft says of itself, and its figures matched with claims."""
