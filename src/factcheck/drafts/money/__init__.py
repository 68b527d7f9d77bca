"""One amount in two currencies, one measure in two units."""
