"""YAML files whose every value knows its line (STACK §10, «YAML with problems»)."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq, TaggedScalar
from ruamel.yaml.constructor import RoundTripConstructor
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.reader import ReaderError

from metrics.problems import Problem, Read, Severity

Loc = Sequence[str | int]
"""The way into a file: keys, and positions in lists counted from 0."""

_DEEPEST = 40
_MOST_VALUES = 100_000
_TAG_FAULTS = (ValueError, KeyError, IndexError, AttributeError, TypeError)
"""What ruamel raises, without a place, for a value that its explicit tag does not fit: `!!bool kanskje`."""
_WHY = (
    (r"character '\\t'|tab character", "tab"),
    (r"mapping values are not allowed", "colon"),
    (r"end of stream", "quote"),
    (r"undefined alias|anchor", "alias"),
    (r"single document", "documents"),
    (r"expected ':'|expected <block end>|expected key|block (mapping|collection|sequence)", "indent"),
)


@dataclass(frozen=True, slots=True)
class Document:
    """One file as a tree of ruamel's commented values. `file` is the name that a Problem bears."""

    file: str
    tree: Any

    def problem(
        self,
        code: str,
        loc: Loc = (),
        *,
        found: object = None,
        expected: str | None = None,
        severity: Severity = Severity.ERROR,
        **params: str | None,
    ) -> Problem:
        """A problem at a place in this file. Params without a value are left out."""
        row, path = self.place(loc)
        return Problem(
            code=code,
            severity=severity,
            file=self.file,
            row=row,
            column=path or None,
            found=None if found is None else str(found),
            expected=expected,
            params={name: value for name, value in params.items() if value is not None},
        )

    def place(self, loc: Loc) -> tuple[int, str]:
        """The line (from 1) and the way in. A last key that is not there gets its parent's line.

        Names in the middle that the file does not have (tags of a union) are stepped over.
        """
        node, row, path = self.tree, _first_row(self.tree), []
        for step, piece in enumerate(loc):
            key = _key(node, piece)
            if key is None:
                if step == len(loc) - 1 and isinstance(piece, str):
                    path.append(piece)
                continue
            row = _row(node, key, row)
            path.append(str(piece + 1) if isinstance(piece, int) else piece)
            node = node[key]
        return row, " › ".join(path)

    @property
    def plain(self) -> Any:
        """The tree as JSON has it: dates and infinite numbers as text. Raises RecursionError when it is endless."""
        return _Plain().turn(self.tree)


def read_document(content: bytes, file: str) -> Read[Document | None]:
    """The document of a file's bytes, None when it cannot be read at all. Double keys are reported, the first holds."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        return Read(None, (Problem(code="not_utf8", file=file, row=content[: fault.start].count(b"\n") + 1),))
    yaml = YAML(typ="rt", pure=True)
    yaml.Constructor = _Constructor
    try:
        tree = yaml.load(text)
        document = Document(file, tree)
        _ = document.plain
    except RecursionError:
        return Read(None, (Problem(code="bad_yaml", file=file, params={"why": "size"}),))
    except YAMLError as fault:
        return Read(None, (_bad_yaml(fault, text, file),))
    except _TAG_FAULTS:
        return Read(None, (Problem(code="bad_yaml", file=file, params={"why": "tag"}),))
    if tree is None:
        return Read(None, (Problem(code="empty_file", file=file),))
    return Read(document, [problem.at(file=file) for problem in yaml.constructor.doubles])


class _Constructor(RoundTripConstructor):
    """Goes on after a double key, and leaves a date that does not exist as text."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.doubles: list[Problem] = []

    def check_mapping_key(self, node: Any, key_node: Any, mapping: Any, key: Any, value: Any) -> bool:  # noqa: ARG002
        if key not in mapping:
            return True
        first = next((other for other, _ in node.value if other.value == key_node.value), key_node)
        self.doubles.append(
            Problem(
                code="duplicate_key",
                row=key_node.start_mark.line + 1,
                column=str(key),
                found=str(key),
                params={"first": str(first.start_mark.line + 1)},
            )
        )
        return False

    def construct_yaml_timestamp(self, node: Any, values: Any = None) -> Any:
        try:
            return super().construct_yaml_timestamp(node, values)
        except ValueError:
            return self.construct_scalar(node)


_Constructor.add_constructor("tag:yaml.org,2002:timestamp", _Constructor.construct_yaml_timestamp)


@dataclass
class _Plain:
    """Turns a tree into JSON's values, and stops at one that aliases have made endless."""

    left: int = field(default=_MOST_VALUES)

    def turn(self, node: Any, depth: int = 0) -> Any:
        self.left -= 1
        if self.left < 0 or depth > _DEEPEST:
            raise RecursionError
        if isinstance(node, CommentedMap):
            return {str(key): self.turn(value, depth + 1) for key, value in node.items()}
        if isinstance(node, CommentedSeq):
            return [self.turn(value, depth + 1) for value in node]
        return _scalar(node)


def _scalar(node: Any) -> Any:
    if node is None or isinstance(node, bool):
        return node
    if isinstance(node, TaggedScalar):
        return str(node.value)
    if isinstance(node, int):
        return int(node)
    if isinstance(node, float):
        return float(node) if math.isfinite(node) else str(node)
    return node.isoformat() if isinstance(node, date) else str(node)


def _key(node: Any, piece: str | int) -> Any:
    if isinstance(node, CommentedSeq):
        return piece if isinstance(piece, int) and piece < len(node) else None
    if isinstance(node, CommentedMap):
        return next((key for key in node if str(key) == str(piece)), None)
    return None


def _row(node: Any, key: Any, otherwise: int) -> int:
    """The line of a key or list item; a key merged in by `<<` has none of its own."""
    places = node.lc.data or {}
    return int(places[key][0]) + 1 if key in places else otherwise


def _first_row(tree: Any) -> int:
    return int(tree.lc.line) + 1 if isinstance(tree, CommentedMap | CommentedSeq) else 1


def _bad_yaml(fault: YAMLError, text: str, file: str) -> Problem:
    if isinstance(fault, ReaderError):
        return Problem(
            code="bad_yaml", file=file, row=text[: fault.position].count("\n") + 1, params={"why": "character"}
        )
    marked = fault if isinstance(fault, MarkedYAMLError) else MarkedYAMLError()
    mark = marked.problem_mark or marked.context_mark
    told = f"{marked.context} {marked.problem}"
    why = next((word for pattern, word in _WHY if re.search(pattern, told)), "other")
    if why == "quote" and marked.context_mark is not None:
        mark = marked.context_mark
    return Problem(code="bad_yaml", file=file, row=mark.line + 1 if mark else None, params={"why": why})
