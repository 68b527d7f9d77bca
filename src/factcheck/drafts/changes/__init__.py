"""Changes and the levels they lie between: growth, differences, points, multiples, yearly rates."""
