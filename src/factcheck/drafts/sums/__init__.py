"""Parts and their totals, in sentences and across them."""
