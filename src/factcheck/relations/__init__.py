"""Expressions over figures: can they all be true, and if not, what would reconcile them."""
