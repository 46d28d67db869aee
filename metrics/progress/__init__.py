"""Whether it is better, on track or noise: three separate statements about every figure (STATISTICS).

`rates`, `flows`, `stocks`, `events`, `means` and `cumulative` each have `judge`: a pure function from what is shown of
every unit, month by month, to a level, a direction and an outlook for every unit and month. Nothing is stored between
runs: the whole chain of months is computed anew, and later months never move earlier verdicts.
"""
