"""Validates a document against the words of `metrics` and says what is wrong in our own codes."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from config.documents import Document, Loc
from metrics.problems import Problem, Read

T = TypeVar("T")

_LONGEST_FOUND = 60
_SHORTEST_NAME = 3
_CODES = (
    (r"missing.*", "missing_field"),
    (r"extra_forbidden|unexpected_keyword_argument", "unknown_field"),
    (r"string_type", "not_text"),
    (r"int_.*", "not_a_whole_number"),
    (r"float_.*|decimal_.*|finite_number", "not_a_number"),
    (r"bool_.*", "not_yes_or_no"),
    (r"date_.*|datetime_.*", "not_a_date"),
    (r"enum|literal_error|union_tag_invalid", "not_one_of"),
    (r"tuple_type|list_type|set_type|frozen_set_type", "not_a_list"),
    (r"dict_type|dataclass_type|model_type|model_attributes_type|mapping_type", "not_a_group"),
    (r"string_pattern_mismatch", "wrong_shape"),
    (r"(string_)?too_(short|long)", "wrong_length"),
    (r"(greater|less)_than.*|multiple_of", "out_of_range"),
    (r"union_tag_not_found", "missing_field"),
)
_EXPECTED = {"not_yes_or_no": "true, false", "not_a_date": "YYYY-MM-DD"}


def validate(adapter: TypeAdapter[T], document: Document, *, strict: bool = True) -> Read[T | None]:
    """The value of a document, or None and every fault in it at once.

    Strict means JSON's strict rules: no number becomes text, and no whole number a date.
    """
    try:
        return Read(adapter.validate_json(json.dumps(document.plain), strict=strict))
    except ValidationError as fault:
        return Read(None, _told_once([_problem(error, document, adapter) for error in _innermost(fault.errors())]))


def nearest(name: str, known: Sequence[str]) -> str | None:
    """The known name that resembles a wrong one most, None when none does or the name is too short to tell."""
    if len(name) < _SHORTEST_NAME:
        return None
    return next(iter(get_close_matches(name, sorted(known), n=1)), None)


def _innermost(errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """Without those that only repeat an error further in: a tuple whose items all fail is also «too short»."""
    places = [error["loc"] for error in errors]
    return [
        error
        for error in errors
        if not any(len(other) > len(error["loc"]) and other[: len(error["loc"])] == error["loc"] for other in places)
    ]


def _told_once(problems: list[Problem]) -> list[Problem]:
    """Without the missing fields that are there under a misspelt name."""
    misspelt = {
        (_parent(problem), problem.params.get("nearest")) for problem in problems if problem.code == "unknown_field"
    }
    return [
        problem
        for problem in problems
        if problem.code != "missing_field" or (_parent(problem), problem.expected) not in misspelt
    ]


def _parent(problem: Problem) -> str:
    return (problem.column or "").rpartition(" › ")[0]


def _problem(error: ErrorDetails, document: Document, adapter: TypeAdapter[Any]) -> Problem:
    loc = tuple(piece for piece in error["loc"] if piece != "[key]")
    code = next((code for pattern, code in _CODES if re.fullmatch(pattern, error["type"])), "not_valid")
    context, given = error.get("ctx", {}), error["input"]
    if code == "missing_field":
        return _missing(error, loc, document)
    if given is None:
        return document.problem("empty_field", loc)
    if code == "unknown_field":
        name = str(loc[-1])
        return document.problem(code, loc, found=name, nearest=nearest(name, _fields_at(adapter, loc[:-1])))
    if code == "not_one_of":
        choices = re.findall(r"'([^']*)'", str(context.get("expected", context.get("expected_tags", ""))))
        close = nearest(str(given), choices)
        return document.problem(code, loc, found=_found(given), expected=", ".join(choices), nearest=close)
    problem = document.problem(code, loc, found=_found(given), expected=_expected(code, context))
    return replace(problem, params=_params(code, error))


def _missing(error: ErrorDetails, loc: Loc, document: Document) -> Problem:
    tag = str(error.get("ctx", {}).get("discriminator", "")).strip("'")
    way = (*loc, tag) if tag else tuple(loc)
    return document.problem("missing_field", way, expected=str(way[-1]))


def _expected(code: str, context: dict[str, Any]) -> str | None:
    if code == "wrong_shape":
        return str(context["pattern"])
    if code == "out_of_range":
        sign = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<", "multiple_of": "n ×"}
        return next(f"{sign[name]} {bound}" for name, bound in context.items() if name in sign)
    return _EXPECTED.get(code)


def _params(code: str, error: ErrorDetails) -> dict[str, str]:
    context = error.get("ctx", {})
    if code == "not_a_number":
        return {"comma": "yes"} if re.fullmatch(r"-?\d+,\d+", str(error["input"])) else {}
    if code == "wrong_length":
        names = {"min_length": "least", "max_length": "most"}
        return {names[name]: str(bound) for name, bound in context.items() if name in names}
    return {"why": error["msg"]} if code == "not_valid" else {}


def _found(given: object) -> str | None:
    """What stands there, cut when long; whole groups and lists are not repeated."""
    if isinstance(given, dict | list):
        return None
    text = str(given).lower() if isinstance(given, bool) else str(given)
    return text if len(text) <= _LONGEST_FOUND else text[: _LONGEST_FOUND - 1] + "…"


@cache
def _schema(adapter: TypeAdapter[Any]) -> dict[str, Any]:
    return adapter.json_schema()


def _fields_at(adapter: TypeAdapter[Any], loc: Loc) -> list[str]:
    """The fields that may stand at a place, found by walking the JSON Schema."""
    schema = _schema(adapter)
    nodes = _choices(schema, schema)
    for piece in loc:
        inner = [node["items"] if isinstance(piece, int) else node.get("properties", {}).get(piece) for node in nodes
                 if "items" in node or not isinstance(piece, int)]  # fmt: skip
        found = [choice for node in inner if node for choice in _choices(node, schema)]
        nodes = found or nodes
    return [name for node in nodes for name in node.get("properties", {})]


def _choices(node: dict[str, Any], schema: dict[str, Any]) -> list[dict[str, Any]]:
    """A node with its references followed and its alternatives laid out."""
    if "$ref" in node:
        return _choices(schema["$defs"][node["$ref"].rsplit("/", 1)[1]], schema)
    alternatives = node.get("anyOf", node.get("oneOf"))
    if alternatives is None:
        return [node]
    return [choice for one in alternatives for choice in _choices(one, schema)]
