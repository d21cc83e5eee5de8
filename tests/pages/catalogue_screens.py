"""Screens on walls, and the pages on which they are made."""

from . import rows
from .page import Page
from .states import sends

PAGES = [
    Page("displays", "/sites/{lab}/displays/", "manager", queries=6, more=rows.displays),
    Page("displays", "/sites/{full}/displays/", "owner", "none", queries=6),
    Page("displays", "/sites/{lab}/displays/", "manager", "refused", sends(name=""), 422),
    Page("displays", "/sites/{lab}/displays/", "manager", "one made", sends(name="Uusi"), 201),
    Page("display", "/sites/{lab}/displays/{display}/", "manager", queries=5),
    Page("display", "/sites/{lab}/displays/{display}/", "manager", "refused", sends(name=""), 422),
    Page("screen", "/displays/{door_free}/", "", "door, free", queries=6),
    Page("screen", "/displays/{door_busy}/", "", "door, booked"),
    Page("screen", "/displays/{door_shut}/", "", "door, shut"),
    Page("screen", "/displays/{lobby_open}/", "", "lobby, open"),
    Page("screen", "/displays/{lobby}/", "", "lobby of the lab", queries=9, more=rows.public_bookings),
    Page("screen", "/displays/{lobby_closed}/", "", "lobby, closed", queries=8),
    Page("screen out of use", "/displays/out-of-use/", "", "", None, 404),
]
