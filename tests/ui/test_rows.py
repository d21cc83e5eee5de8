"""Rows drawn once for each shape read as if each had been drawn by the template."""

import pytest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import override

from fiksummin.ui.rows import Rows

DESK = "spaces/_desk_visit.html"
EXPECTED = {"pk": "12", "hours": "klo 9–12", "name": "Matti", "details": "Verovirasto, 1 henkilö"}
ROWS = [
    EXPECTED,
    EXPECTED | {"pk": "13", "name": "100 % %(pk)s {pk}", "arrival": "/fi/visits/13/arrival/"},
    EXPECTED | {"pk": "14", "name": '<b class="x">&', "note": "<i>", "message": "/fi/visits/14/messages/?a=1&b=2"},
    EXPECTED | {"pk": "15", "note": SafeString("yksi<br>kaksi"), "state": SafeString("<span>Odotetaan</span>")},
    EXPECTED | {"pk": "16", "departure": "/d/", "undoing": "/u/", "message": "/m/"},
]  # fmt: skip


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_row_is_what_its_template_draws(language: str) -> None:
    with override(language):
        rows = Rows(DESK)
        drawn = [rows.draw(**row) for row in ROWS]
        assert drawn == [render_to_string(DESK, {"row": row}) for row in ROWS]


def test_what_people_wrote_is_escaped_and_what_is_safe_stays() -> None:
    drawn = Rows("spaces/_day.html").draw(
        day="2026-11-24", heading="<script>", hours=SafeString("<b>7–20</b>")
    )
    assert "&lt;script&gt;" in drawn
    assert "<script>" not in drawn
    assert "<b>7–20</b>" in drawn


def test_a_shape_is_drawn_once() -> None:
    rows = Rows(DESK)
    for row in [*ROWS, *ROWS]:
        rows.draw(**row)
    assert len(rows.shapes) == len(ROWS)
