"""What a printed figure means: intervals, hedges, units, periods and exchange rates. Knows no text and no files."""
