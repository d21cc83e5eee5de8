"""Full swing: some forty organisations, three hundred people, three sites, three months of visits."""

from fiksummin.demo.teller import Teller


def tell(teller: Teller) -> None:
    """Tell it."""
    teller.organisations()
    teller.cast()
    teller.sites()
    teller.pages()
    teller.people(290)
    teller.visits(days_back=60, days_ahead=30, share=0.25)
    teller.cast_visits()
    teller.an_exception()
