"""Full swing: some forty organisations, three hundred people, three sites, three months of visits, two of bookings, a season of events."""

from fiksummin.demo import bookings, circles, events, experiments, ideas, library, notices, weighing
from fiksummin.demo.teller import Teller


def tell(teller: Teller) -> None:
    """Tell it."""
    teller.organisations()
    teller.cast()
    teller.sites()
    bookings.furnish(teller)
    teller.pages()
    teller.people(290)
    season = events.plan(teller)
    bookings.book(teller, days_back=30, days_ahead=30)
    teller.visits(days_back=60, days_ahead=30, share=0.25)
    teller.cast_visits()
    teller.an_exception()
    bookings.run_the_day(teller)
    events.hold(teller, season)
    ideas.propose(teller)
    events.answer_ideas(teller)
    weighing.weigh(teller)
    experiments.try_out(teller)
    library.write_down(teller)
    circles.meet(teller)
    notices.read(teller)
