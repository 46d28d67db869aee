"""Verdicts as one compact body on the board, and back again."""

import json
import zlib
from dataclasses import fields

import numpy as np

from metrics.judged import Judged
from metrics.periods import Period
from metrics.progress.verdicts import Verdicts


def pack(judged: Judged) -> bytes:
    """Units, months and arrays: a JSON head, a line break, and the arrays one after another, compressed."""
    arrays = {field.name: np.ascontiguousarray(getattr(judged.verdicts, field.name)) for field in fields(Verdicts)}
    head = {
        "units": judged.units,
        "axis": [(period.start, int(period.months)) for period in judged.axis],
        "arrays": [(name, array.dtype.str, array.shape) for name, array in arrays.items()],
    }
    return zlib.compress(json.dumps(head).encode() + b"\n" + b"".join(one.tobytes() for one in arrays.values()), 1)


def unpack(body: bytes) -> Judged:
    """What was packed, also by an older version: a fact it did not know is NaN. Raises ValueError for anything else."""
    head, _, rest = zlib.decompress(body).partition(b"\n")
    said = json.loads(head)
    found, at = {}, 0
    for name, dtype, shape in said["arrays"]:
        count = int(np.prod(shape))
        found[name] = np.frombuffer(rest, dtype=dtype, count=count, offset=at).reshape(shape)
        at += count * np.dtype(dtype).itemsize
    shape = (len(said["units"]), len(said["axis"]))
    known = {field.name: found.get(field.name, np.full(shape, np.nan)) for field in fields(Verdicts)}
    return Judged(tuple(said["units"]), tuple(Period(*period) for period in said["axis"]), Verdicts(**known))
