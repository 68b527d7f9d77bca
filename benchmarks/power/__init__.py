"""How right factcheck is, measured: false alarms among true figures, and errors found among planted ones.

    python -m benchmarks.power [--worlds N] [--seed S] [--jobs J] [--show K]

The way of a world, one module each:

    facts       a true value with its name and its unit
    economies   true values: levels over years and halves, branches, shares, growths, conversions at real rates, counts
    stories     what is told of them: some of these values, and the relation that they have
    printing    a true value as a newspaper prints it: rounded, hedged, with units and separators, in French or English
    worlds      a few stories of one economy, printed
    planting    one error in what is printed
    prose       the stories as an article, base: the same as a claim base in YAML
    ranges      exact intervals of true values; meaning: which of them a printed figure stands for
    oracle      whether the printed figures of a story can all be true; it shares no code with factcheck, only the data
                of the exchange rates
    scoring     what factcheck finds in a world, beside what the oracle says can be found
    table       the counts, as tables

A world without error has no inconsistent finding, or factcheck has raised a false alarm. In a world with an error, the
printed figures may still all be true, given how they are rounded: then nobody can find it. What can be found is what
the oracle finds; factcheck's power is its share of that.
"""
