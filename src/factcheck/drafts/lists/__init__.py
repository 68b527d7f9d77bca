"""What layout says: tables and their totals, lists and the numbers that announce them."""
