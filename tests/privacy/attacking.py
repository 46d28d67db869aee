"""An attacker of our own, who remembers everything that was ever shown and can add and subtract.

Facts are sums over sets of elements. An element is a person, or a correction of an amount (which is nobody). Elements
that every fact treats alike are one atom. A 0/1 group of atoms can be worked out exactly when a random vector that all
facts are blind to adds up to 0 over it; everything is reckoned modulo a prime, so nothing is lost in rounding.
"""

from collections import defaultdict
from random import Random

PRIME = (1 << 89) - 1
"""Another prime than the product's own."""


def atoms_of(facts):
    """The classes of elements that every fact treats alike, and the facts as sets of atom numbers."""
    holders = defaultdict(list)
    for i, fact in enumerate(facts):
        for element in fact:
            holders[element].append(i)
    classes = defaultdict(list)
    for element, inside in holders.items():
        classes[tuple(inside)].append(element)
    rows = [set() for _ in facts]
    for number, inside in enumerate(classes):
        for i in inside:
            rows[i].add(number)
    return list(classes.values()), rows


def blind_vector(rows, atoms, seed=3):
    """A random vector whose entries add up to 0 over every row."""
    random, steps = Random(seed), []
    left = [dict.fromkeys(row, 1) for row in rows]
    for i, row in enumerate(left):
        if not row:
            continue
        pivot = min(row)
        inverse = pow(row[pivot], -1, PRIME)
        for other in left[i + 1 :]:
            if pivot in other:
                times = other[pivot] * inverse % PRIME
                for atom, value in row.items():
                    rest = (other.get(atom, 0) - times * value) % PRIME
                    if rest:
                        other[atom] = rest
                    else:
                        other.pop(atom, None)
        steps.append((pivot, row))
    z = [random.randrange(1, PRIME) for _ in range(atoms)]
    for pivot, row in reversed(steps):
        rest = sum(value * z[atom] for atom, value in row.items() if atom != pivot)
        z[pivot] = -rest * pow(row[pivot], -1, PRIME) % PRIME
    return z


def small_groups(facts, weight, threshold):
    """The groups of 1 to threshold-1 persons that the facts give away, as lists of elements.

    `facts` are frozensets of elements, `weight` says how many persons an element is. Groups are any with fewer persons
    than the threshold, made of two halves of at most two atoms each beside the atoms of nobody.
    """
    atoms, rows = atoms_of(sorted(set(facts), key=len))
    z = blind_vector(rows, len(atoms))
    persons = [sum(weight(element) for element in atom) for atom in atoms]
    small = [i for i, count in enumerate(persons) if count < threshold]
    halves = [((), 0)]
    halves += [((i,), z[i]) for i in small]
    halves += [
        ((i, j), (z[i] + z[j]) % PRIME)
        for a, i in enumerate(small)
        for j in small[a + 1 :]
        if persons[i] + persons[j] < threshold
    ]
    by_sum = defaultdict(list)
    for half, total in halves:
        by_sum[total].append(half)
    found = []
    for half, total in halves:
        for other in by_sum.get(-total % PRIME, ()):
            group = {*half, *other}
            if len(group) == len(half) + len(other) and 0 < sum(persons[i] for i in group) < threshold:
                found.append(sorted(group))
    return [[element for i in group for element in atoms[i]] for group in found]
