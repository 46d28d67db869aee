from collections import Counter

AREAS = {"HO", "OK", "TE", "SA", "NO"}


def _valid(rows, day):
    return {
        row["Enhetskode"]: row
        for row in rows("organisasjon")
        if row["Gyldig fra"] <= day and (row["Gyldig til"] or "9999") >= day
    }


def _level(units, code):
    parent = units[code]["Overordnet"]
    return 1 + _level(units, parent) if parent else 1


def test_four_levels_under_one_root_at_every_change(rows):
    for day in ("2021-11-01", "2023-06-30", "2023-07-01", "2023-12-31", "2024-01-01", "2025-01-01", "2026-10-31"):
        units = _valid(rows, day)
        levels = Counter(_level(units, code) for code in units)
        assert levels[1] == 1
        assert levels[2] == 5
        assert set(levels) == {1, 2, 3, 4}


def test_the_service_area_is_the_unit_on_the_second_level(rows):
    units = _valid(rows, "2026-10-31")
    for code, row in units.items():
        above = code
        while _level(units, above) > 2:
            above = units[above]["Overordnet"]
        assert row["Tjenesteområde"] == ("" if row["Overordnet"] == "" else above)
    assert {row["Tjenesteområde"] for row in units.values()} == {"", *AREAS}


def test_names_do_not_repeat_within_a_day(rows):
    names = Counter(row["Enhetsnavn"] for row in _valid(rows, "2026-10-31").values())
    assert names.most_common(1)[0][1] == 1
    assert len(names) == 120


def test_units_have_rows_only_while_they_are_valid(rows):
    months = {"sykefravaer": "Periode", "bevegelser": "Måned eller dato", "heltid": "Per dato", "ti-faktor": "Periode"}
    versions = rows("organisasjon")
    held = {(row["Enhetskode"], row[column][:7]) for start, column in months.items() for row in rows(start)}
    valid = {
        (code, month)
        for code, month in held
        for row in versions
        if row["Enhetskode"] == code and row["Gyldig fra"][:7] <= month <= (row["Gyldig til"] or "9999")[:7]
    }
    assert held == valid
