"""So much for each: amounts, counts, and what one of them comes to."""
