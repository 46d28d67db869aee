"""What is not shown says so, says why, and holds no figure."""

import pytest


@pytest.mark.parametrize(
    ("given", "nb", "nn", "en"),
    [
        (
            {"level": "hidden", "hidden": "below_threshold"},
            "Tallet for sykefraværet er skjermet. Skjermet: færre enn 5 ansatte.",
            "Talet for sjukefråværet er skjerma. Skjerma: færre enn 5 tilsette.",
            "The figure for sick leave is protected. Protected: fewer than 5 employees.",
        ),
        (
            {"level": "missing", "missing": "not_delivered"},
            "Ingen tall for sykefraværet. Tallene er ikke levert.",
            "Ingen tal for sjukefråværet. Tala er ikkje leverte.",
            "No figures for sick leave. The figures have not been delivered.",
        ),
    ],
)
def test_what_is_not_shown_says_why_and_holds_no_figure(said, given, nb, nn, en):
    assert [said(language, **given) for language in ("nb", "nn", "en")] == [nb, nn, en]
