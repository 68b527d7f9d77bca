"""One thing with two values in one text, its title and body included."""
