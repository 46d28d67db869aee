"""Text in the character sets, delimiters and line ends that it comes in."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.formats import File, Format
from data.sheets import read_table
from data.sheets.text import decode

ENCODINGS = {
    "utf-8": lambda text: text.encode(),
    "utf-8 with mark": lambda text: text.encode("utf-8-sig"),
    "cp1252": lambda text: text.encode("cp1252"),
    "utf-16 little": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    "utf-16 big": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "utf-16 little without mark": lambda text: text.encode("utf-16-le"),
    "utf-16 big without mark": lambda text: text.encode("utf-16-be"),
}
FORMAT = Format.model_validate(
    {
        "id": "own",
        "name": "Egen",
        "kind": "sick_leave",
        "columns": {"unit": "Enhet på norsk", "period": "Måned", "lost_days": "Tapte", "agreed_days": "Avtalte"},
    }
)
WORD = st.text(st.sampled_from("abcæøåÆØÅé–%' .,;\t|\"\n"), min_size=1, max_size=8).map(lambda text: "x" + text)


def write(rows, mark, end):
    def cell(text):
        quoted = text.replace('"', '""')
        return f'"{quoted}"' if any(sign in text for sign in (mark, '"', "\n", "\r")) else text

    return end.join(mark.join(cell(text) for text in row) for row in rows) + end


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(
    names=st.lists(WORD, min_size=1, max_size=4),
    mark=st.sampled_from(";,\t|"),
    end=st.sampled_from(["\n", "\r\n"]),
    titles=st.integers(0, 3),
)
def test_the_same_table_comes_out_of_every_way_of_writing_it(encoding, names, mark, end, titles):
    head = ["Enhet på norsk", "Måned", "Tapte", "Avtalte"]
    rows = (
        [["Rapport for kommunen"]] * titles + [head] + [[name, "2026-10", "1 234,5", "2\u00a0345,75"] for name in names]
    )
    table = read_table(ENCODINGS[encoding](write(rows, mark, end)), FORMAT)
    assert table.problems == []
    assert table.value.columns["unit"] == names
    assert table.value.columns["lost_days"] == ["1 234,5"] * len(names)
    assert table.value.rows == list(range(titles + 2, titles + 2 + len(names)))


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_sep_line_decides_and_is_counted(end):
    text = f"sep=\t\nEnhet på norsk\tMåned\tTapte\tAvtalte{end}A;B\t2026\t1\t2{end}"
    table = read_table(text.encode("utf-16-le"), FORMAT).value
    assert table.columns["unit"] == ["A;B"]
    assert table.rows == [3]


def test_a_cell_with_a_line_break_is_one_row():
    text = 'Enhet på norsk;Måned;Tapte;Avtalte\n"A\nB";2026;1;2\nC;2026;1;2\n'
    table = read_table(text.encode(), FORMAT).value
    assert (table.columns["unit"], table.rows) == (["A\nB", "C"], [2, 3])


def test_short_rows_are_filled_with_empty_cells():
    table = read_table("Enhet på norsk;Måned;Tapte;Avtalte\nA;2026\n".encode(), FORMAT).value
    assert table.columns["agreed_days"] == [""]


def test_a_declared_character_set_and_delimiter_are_obeyed():
    words = FORMAT.model_copy(update={"file": File(encoding="cp1252", delimiter="|")})
    table = read_table("Enhet på norsk|Måned|Tapte|Avtalte\nÅ;Ø|2026|1|2\n".encode("cp1252"), words).value
    assert table.columns["unit"] == ["Å;Ø"]
    wrong = FORMAT.model_copy(update={"file": File(encoding="utf-8")})
    assert [p.code for p in read_table("Måned".encode("cp1252"), wrong).problems] == ["unreadable_text"]


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_not_and_nothing_else(content):
    decode(content)
    read_table(content, FORMAT)
