"""The first week: one site, a few curious people, one post."""

from fiksummin.demo import bookings
from fiksummin.demo.cast_table import LAB
from fiksummin.demo.teller import Teller


def tell(teller: Teller) -> None:
    """Tell it."""
    teller.organisations()
    teller.cast()
    teller.sites(only=[LAB])
    bookings.furnish(teller)
    teller.pages()
    teller.people(20)
    teller.visits(days_back=4, days_ahead=5, share=0.1)
