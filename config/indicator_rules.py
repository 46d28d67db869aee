"""What must fit together in an indicator, and between indicators."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

from config.catalogue import Catalogue
from config.documents import Loc
from config.faults import nearest
from config.written import Written
from metrics.indicators import Indicator, Measure, Origin, Privacy
from metrics.observations import ALL, SHIFT, TOTAL
from metrics.problems import Problem

LOWEST_THRESHOLD = 3
"""KS's own floor for 10-FAKTOR (DOMAIN §1.3); no figure is ever made of fewer."""
LANGUAGES = ("nb", "nn", "en")
_TEXTS = ("name", "short_name", "explained", "formula", "why", "weaknesses")
_SHARED = ("counts", "threshold", "within")
_BREAKDOWNS = {"positions": (ALL, SHIFT), "figures": (TOTAL, ALL, SHIFT)}


@dataclass(frozen=True, slots=True)
class _Wants:
    """Which fields of `origin` a kind of delivery needs, and which it may have."""

    needed: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()


_ORIGINS = {
    "sick_leave": _Wants(("lost_days",)),
    "positions": _Wants(("counted_in",), ("at_least",)),
    "movements": _Wants(("leavers",)),
    "ten_factor": _Wants((), ("factor", "synonyms")),
    "figures": _Wants(),
}


def thresholds_are_high_enough(catalogue: Catalogue, written: Written) -> Iterator[Problem]:
    """No threshold is under the floor."""
    for about, indicator in _each(catalogue):
        given = indicator.privacy.threshold
        if given < LOWEST_THRESHOLD:
            place = ("privacy", "threshold")
            yield written.problem(about, "threshold_too_low", place, found=given, expected=str(LOWEST_THRESHOLD))


def families_exist(catalogue: Catalogue, written: Written) -> Iterator[Problem]:
    """`within` names another family that there is. Not asked while a file with a family is broken."""
    known = {indicator.privacy.family for indicator in catalogue.indicators.values()}
    whole = len(catalogue.indicators) == len(written.ids.get("indicators", ()))
    for about, indicator in _each(catalogue):
        within = indicator.privacy.within
        if within is None:
            continue
        if within == indicator.privacy.family:
            yield written.problem(about, "family_within_itself", ("privacy", "within"), found=within)
        elif whole and within not in known:
            close = nearest(within, tuple(known))
            yield written.problem(about, "unknown_family", ("privacy", "within"), found=within, nearest=close)


def families_agree(catalogue: Catalogue, written: Written) -> Iterator[Problem]:
    """A family has one mask, so its members count the same, with the same threshold, inside the same family."""
    heads: dict[str, Indicator] = {}
    for indicator in _package_first(catalogue, written):
        head = heads.setdefault(indicator.privacy.family, indicator)
        for name in _SHARED:
            given, wanted = _privacy(indicator.privacy, name), _privacy(head.privacy, name)
            if given != wanted:
                yield written.problem(
                    ("indicators", indicator.id),
                    "privacy_family_mixed",
                    ("privacy", name),
                    found=given,
                    expected=wanted,
                    indicator=head.id,
                )


def factor_names_are_unambiguous(catalogue: Catalogue, written: Written) -> Iterator[Problem]:
    """No name of a factor belongs to two indicators, whatever the letters' case."""
    owners: dict[str, str] = {}
    indicators = _package_first(catalogue, written)
    named: list[tuple[Indicator, Loc, str]] = [
        (indicator, ("origin", "factor"), indicator.origin.factor)
        for indicator in indicators
        if indicator.origin.factor
    ]
    for indicator in indicators:
        named += [(indicator, ("origin", "synonyms", i), name) for i, name in enumerate(indicator.origin.synonyms)]
    for indicator, place, name in named:
        owner = owners.setdefault(" ".join(name.casefold().split()), indicator.id)
        if owner != indicator.id:
            yield written.problem(("indicators", indicator.id), "factor_twice", place, found=name, indicator=owner)


def scores_have_a_scale(catalogue: Catalogue, written: Written) -> Iterator[Problem]:
    """A score says the least and the largest value it can have."""
    for about, indicator in _each(catalogue):
        if indicator.measure is Measure.SCORE and indicator.scale is None:
            yield written.problem(about, "scale_missing", ("scale",), expected="scale")
        if indicator.scale is not None and indicator.scale[0] >= indicator.scale[1]:
            yield written.problem(about, "out_of_range", ("scale",), found=list(indicator.scale), expected="[1, 5]")


def texts_are_in_norwegian(catalogue: Catalogue, written: Written) -> Iterator[Problem]:
    """Each text has bokmål, and no language that the screen does not speak."""
    for about, indicator in _each(catalogue):
        for name in _TEXTS:
            texts = getattr(indicator, name)
            if texts is None:
                continue
            if not texts.get("nb", "").strip():
                yield written.problem(about, "name_missing", (name,), expected="nb")
            for language in texts:
                if language not in LANGUAGES:
                    expected = ", ".join(LANGUAGES)
                    yield written.problem(about, "not_one_of", (name, language), found=language, expected=expected)


def numbers_are_possible(catalogue: Catalogue, written: Written) -> Iterator[Problem]:
    """Whole numbers lie where they mean something."""
    for about, indicator in _each(catalogue):
        asked = (
            (("version",), indicator.version, 1, 10_000),
            (("decimals",), indicator.decimals, 0, 6),
            (("denominator_divisor",), indicator.denominator_divisor, 1, 10_000),
            (("origin", "at_least"), indicator.origin.at_least, 1, 100),
        )
        for place, given, least, most in asked:
            if given is not None and not least <= given <= most:
                yield written.problem(about, "out_of_range", place, found=given, expected=f"{least}–{most}")


def breakdowns_are_delivered(catalogue: Catalogue, written: Written) -> Iterator[Problem]:
    """The breakdown on the board is one that the delivery makes."""
    for about, indicator in _each(catalogue):
        possible = _BREAKDOWNS.get(indicator.origin.delivery, (TOTAL,))
        if indicator.breakdown not in possible:
            found, expected = indicator.breakdown, ", ".join(possible)
            yield written.problem(about, "not_one_of", ("breakdown",), found=found, expected=expected)


def origins_fit_their_delivery(catalogue: Catalogue, written: Written) -> Iterator[Problem]:
    """`origin` says what its kind of delivery needs, and nothing that belongs to another kind."""
    for about, indicator in _each(catalogue):
        origin = indicator.origin
        wants = _ORIGINS[origin.delivery]
        given = {field.name for field in fields(Origin) if getattr(origin, field.name) not in (None, ())}
        for name in wants.needed:
            if name not in given:
                place = ("origin", name)
                yield written.problem(about, "origin_field_missing", place, expected=name, delivery=origin.delivery)
        for name in sorted(given - {"delivery", *wants.needed, *wants.allowed}):
            place = ("origin", name)
            yield written.problem(about, "origin_field_not_wanted", place, found=name, delivery=origin.delivery)


def _each(catalogue: Catalogue) -> Iterator[tuple[tuple[str, str], Indicator]]:
    for name, indicator in catalogue.indicators.items():
        yield ("indicators", name), indicator


def _package_first(catalogue: Catalogue, written: Written) -> list[Indicator]:
    """When two do not agree, the municipality's own file is the one to change."""
    return sorted(catalogue.indicators.values(), key=lambda indicator: ("indicators", indicator.id) in written.own)


def _privacy(privacy: Privacy, name: str) -> str | None:
    value = getattr(privacy, name)
    return None if value is None else str(value)
