"""Parts and the wholes that they are a share of; percentages of small counts."""
