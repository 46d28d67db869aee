import pytest

from config.documents import Document, read_document


def read(text: str) -> Document:
    found = read_document(text.encode(), "a.yaml")
    assert found.value is not None
    return found.value


def test_each_value_knows_its_line_and_its_way_in() -> None:
    document = read("# top\nid: a\ngoals:\n  - id: '1'\n  - id: '2'\n    targets:\n    - {operator: '<'}\n")
    assert document.place(("goals", 1, "targets", 0, "operator")) == (7, "goals › 2 › targets › 1 › operator")


def test_a_field_that_is_not_there_gets_its_parents_line() -> None:
    document = read("goals:\n  - id: '1'\n  - id: '2'\n    title: b\n")
    assert document.place(("goals", 1, "place")) == (3, "goals › 2 › place")


def test_merged_keys_get_their_parents_line() -> None:
    document = read("base: &base\n  due: 1\nsteps:\n  - id: a\n  - <<: *base\n    id: b\n")
    assert document.place(("steps", 1, "due")) == (5, "steps › 2 › due")
    assert document.plain["steps"][1] == {"due": 1, "id": "b"}


def test_names_that_the_file_does_not_have_are_stepped_over() -> None:
    assert read("origin:\n  kind: a\n  size: b\n").place(("origin", "tag", "size")) == (3, "origin › size")


def test_no_is_a_word_and_a_date_is_text() -> None:
    assert read("unit: NO\ndue: 2034-12-31\nbad: 2034-13-31\nlimit: .inf\n").plain == {
        "unit": "NO",
        "due": "2034-12-31",
        "bad": "2034-13-31",
        "limit": "inf",
    }


def test_every_double_key_is_told_and_the_first_holds() -> None:
    found = read_document(b"a: 1\nb: 2\na: 3\nc:\n  d: 1\n  d: 2\n", "x.yaml")
    assert found.value is not None
    assert found.value.plain == {"a": 1, "b": 2, "c": {"d": 1}}
    assert [(p.code, p.file, p.row, p.found, p.params) for p in found.problems] == [
        ("duplicate_key", "x.yaml", 3, "a", {"first": "1"}),
        ("duplicate_key", "x.yaml", 6, "d", {"first": "5"}),
    ]


@pytest.mark.parametrize(
    ("content", "code", "row", "why"),
    [
        (b"", "empty_file", None, None),
        (b"# bare en kommentar\n---\n", "empty_file", None, None),
        (b"id: a\nname: bl\xe5\n", "not_utf8", 2, None),
        (b"id: a\n\tname: b\n", "bad_yaml", 2, "tab"),
        (b"id: a\nname: b: c\n", "bad_yaml", 2, "colon"),
        (b"a:\n  - b: 1\n c: 2\n", "bad_yaml", 3, "indent"),
        (b"id: a\nname: 'b\nwhy: c\n", "bad_yaml", 2, "quote"),
        (b"id: *nobody\n", "bad_yaml", 1, "alias"),
        (b"id: a\n---\nid: b\n", "bad_yaml", 2, "documents"),
        (b"id: !!bool kanskje\n", "bad_yaml", None, "tag"),
        (b"id: a\nname: b\x07\n", "bad_yaml", 2, "character"),
    ],
)
def test_a_file_that_cannot_be_read_says_where_and_why(
    content: bytes, code: str, row: int | None, why: str | None
) -> None:
    found = read_document(content, "a.yaml")
    assert found.value is None
    assert [(p.code, p.row, p.params.get("why"), p.file) for p in found.problems] == [(code, row, why, "a.yaml")]


def test_aliases_cannot_make_a_small_file_endless() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 9)]
    found = read_document("\n".join(lines).encode(), "a.yaml")
    assert [p.params for p in found.problems] == [{"why": "size"}]


def test_a_byte_order_mark_is_not_content() -> None:
    found = read_document(b"\xef\xbb\xbfid: a\n", "a.yaml")
    assert found.value is not None
    assert found.value.plain == {"id": "a"}
