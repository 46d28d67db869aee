"""What must fit together in a format file."""

from collections.abc import Iterator

from config.catalogue import Catalogue
from config.documents import Loc
from config.faults import nearest
from config.format_fields import DEFAULT_VALUES, threshold_field
from config.formats import Format, lacking
from config.written import Written
from metrics.problems import Problem


def needed_fields_have_a_place(catalogue: Catalogue, written: Written) -> Iterator[Problem]:
    """A format says where each field that its kind needs stands."""
    for name, given in catalogue.formats.items():
        for field in lacking(given):
            place = ("columns", field)
            yield written.problem(("formats", name), "format_field_missing", place, expected=field, kind=given.kind)


def fields_are_known(catalogue: Catalogue, written: Written) -> Iterator[Problem]:
    """Every field that a format places or fills is one that its kind knows."""
    for name, given in catalogue.formats.items():
        known = _known(given)
        for place, field in _named(given):
            if field not in known and not (given.kind == "full_time" and threshold_field(field)):
                close = nearest(field, known)
                about = ("formats", name)
                yield written.problem(about, "unknown_format_field", place, found=field, nearest=close, kind=given.kind)


def values_are_known(catalogue: Catalogue, written: Written) -> Iterator[Problem]:
    """Texts are given for fixed values that there are."""
    for name, given in catalogue.formats.items():
        for field, meanings in given.values.items():
            known = tuple(DEFAULT_VALUES.get(field, ()))
            for meaning in meanings if known else ():
                if meaning not in known:
                    place, expected = ("values", field, meaning), ", ".join(known)
                    close = nearest(meaning, known)
                    yield written.problem(
                        ("formats", name), "not_one_of", place, found=meaning, expected=expected, nearest=close
                    )


def formats_name_known_indicators(catalogue: Catalogue, written: Written) -> Iterator[Problem]:
    """The questions of a survey report and a constant indicator are indicators that there are."""
    known = written.ids.get("indicators", ())
    for name, given in catalogue.formats.items():
        questions = given.blocks.questions if given.blocks else ()
        asked: list[tuple[Loc, str]] = [
            (("blocks", "questions", i, "indicator"), question.indicator) for i, question in enumerate(questions)
        ]
        if "indicator" in given.constants:
            asked.append((("constants", "indicator"), str(given.constants["indicator"])))
        for place, indicator in asked:
            if indicator not in known:
                close = nearest(indicator, known)
                yield written.problem(("formats", name), "unknown_indicator", place, found=indicator, nearest=close)


def _known(given: Format) -> tuple[str, ...]:
    fields = given.fields
    return (*fields.required, *fields.optional, *fields.one_of, *given.references)


def _named(given: Format) -> Iterator[tuple[Loc, str]]:
    for field in given.columns:
        yield ("columns", field), field
    for field in given.constants:
        yield ("constants", field), field
    for field in given.sums:
        yield ("sums", field), field
    for field in given.values:
        yield ("values", field), field
