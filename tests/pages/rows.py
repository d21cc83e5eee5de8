"""Two more rows of what a page lists, so that its queries can be counted for one and for three."""

from collections.abc import Callable
from datetime import timedelta

from fiksummin.core.time import today
from fiksummin.people import actions as people
from fiksummin.people.models import Organisation
from fiksummin.search import actions as search
from fiksummin.site import actions as site
from fiksummin.site.actions.posts import Words
from fiksummin.site.models import BlogPost, Comment
from fiksummin.spaces import actions as spaces
from fiksummin.spaces.actions.bookings import add_members
from fiksummin.spaces.models import Booking, BusyFeed, Site, Space, Visit
from tests.factories import busy
from tests.factories import people as someone
from tests.factories import spaces as make
from tests.pages import days

from . import (
    town_after,
    town_circles,
    town_door,
    town_events,
    town_experiments,
    town_ideas,
    town_library,
    town_notices,
    town_screens,
    town_spaces,
    town_waiting,
)
from .town import Town, shut

type More = Callable[[Town], None]


def sites(_town: Town) -> None:
    """Two houses with seats and hours."""
    make.site()
    make.site()


def halls(_town: Town) -> None:
    """Two houses, each with two halls that are furnished in ways."""
    for _house in range(2):
        house = make.site()
        for _hall in range(2):
            make.space(house, kind="hall", seats=20, layouts={"islands": 20, "theatre": 40})


def my_visits(town: Town) -> None:
    """Two visits of the member."""
    lab = Site.objects.get(slug=town.names["lab"])
    for start, end in (("13:00", "14:00"), ("15:00", "16:00")):
        make.visit(town.people["member"], lab, day=make.open_day(lab, 9), start=start, end=end)


def my_queues(town: Town) -> None:
    """Two more queues of the member."""
    town_waiting.more(town.names, town.people["member"])


def campaigns(town: Town) -> None:
    """Two more campaigns for everybody."""
    town_ideas.more(town.people)


def experiments(town: Town) -> None:
    """Two more experiments, and two more batons."""
    town_experiments.more(town.people)


def circles(town: Town) -> None:
    """Two more communities of each state in the list."""
    town_circles.more(town.people)


def circle_people(town: Town) -> None:
    """Two more members and two more requests of the closed community, and two more events for it."""
    town_circles.more_people(town.people, int(town.names["closed_circle"]))


def library(town: Town) -> None:
    """Two more things in the library, and two more out of use."""
    town_library.more(town.people)


def library_use(town: Town) -> None:
    """Two more who use a model, keep it up and change it."""
    town_library.more_use(town.people, int(town.names["model"]))


def of_lab(town: Town) -> None:
    """Two more versions of how the lab works, and two more of its lessons."""
    town_library.more_of_lab(town.people)


def ideas(town: Town) -> None:
    """Two more ideas in the campaign, and two more comments on its first."""
    town_ideas.more_ideas(town.people, town.names["campaign"], int(town.names["idea"]))


def authors(town: Town) -> None:
    """Two more who write the member's idea along, and two more who are invited."""
    town_ideas.more_authors(town.people, int(town.names["own_idea"]))


def notices(town: Town) -> None:
    """Two more notices of the colleague."""
    town_notices.told(town.people["colleague"], town.names["idea"])


def follows(town: Town) -> None:
    """Two more things that the colleague follows."""
    town_notices.follows(town.people["colleague"])


def found(town: Town) -> None:
    """Two more ideas like those that are found."""
    town_ideas.more_ideas(town.people, town.names["campaign"], int(town.names["idea"]))
    search.reindex()


def weighed_ideas(town: Town) -> None:
    """Two more ideas in the campaigns that are weighed, or have been."""
    names = ("support", "approve", "scale", "weighed")
    town_ideas.more_weighed(town.people, [town.names[f"{name}_campaign"] for name in names])


def events(town: Town) -> None:
    """Two more events for everybody, in spaces of their own."""
    town_events.more(town.people["owner"])


def parts_of_event(town: Town) -> None:
    """Two more of all that those who hold an event list about it."""
    town_events.more_parts(town.people, int(town.names["open_event"]))


def my_registrations(town: Town) -> None:
    """Two more registrations of the member."""
    town_events.more_registrations(town.people["member"])


def participants(town: Town) -> None:
    """Two more people at the event of this week."""
    town_door.more(town.names["door_event"])


def invited(town: Town) -> None:
    """Two more who were invited to an event by mail."""
    town_door.invite(town.names["open_event"], town.people["owner"])


def themed(town: Town) -> None:
    """Two more events of the theme and the season."""
    town_events.more(town.people["owner"], themed=True)


def visitors(town: Town) -> None:
    """Two people on the day that the desk shows."""
    lab = Site.objects.get(slug=town.names["lab"])
    for _number in range(2):
        make.visit(someone.person(organisation=someone.organisation()), lab, day=make.open_day(lab, 8))


def spaces_to_book(town: Town) -> None:
    """Two rooms with furnishings and rules of their own."""
    lab = Site.objects.get(slug=town.names["lab"])
    for _number in range(2):
        make.space(lab, layouts={"board": 8, "circle": 12})


def pictures(town: Town) -> None:
    """Two more pictures of the hall."""
    rows_of = [{**town_spaces.WORDS, "file": town_spaces.picture()} for _number in range(2)]
    hall = Space.objects.get(pk=town.names["hall"])
    spaces.set_pictures(by=town.people["owner"], space=hall, pictures=rows_of)


def busy_feeds(town: Town) -> None:
    """Two more calendars of the hall, with more that they could not take."""
    hall = Space.objects.get(pk=town.names["hall"])
    for number in range(2):
        BusyFeed.objects.create(space=hall, address=f"https://kalenteri.example/{number}.ics", language="fi")
    busy.miss(BusyFeed.objects.get(pk=town.names["busy_feed"]), 2)


def closures(town: Town) -> None:
    """Two evenings on which a house is shut."""
    house = Site.objects.get(slug=town.names["noon"])
    for after in (31, 33):
        shut(town.people["owner"], house, after)


def lost_events(town: Town) -> None:
    """Two more things that lost their place in a house."""
    house = Site.objects.get(slug=town.names["event_house"])
    for after in (31, 33):
        town_events.lose_place(town.people["owner"], house, after)


def displays(town: Town) -> None:
    """Two more screens, one of them at a door."""
    lab = Site.objects.get(slug=town.names["lab"])
    for space in (None, lab.spaces.get(pk=town.names["room"])):
        spaces.make_display(by=town.people["owner"], site=lab, space=space, name="Uusi")


def public_bookings(town: Town) -> None:
    """Two more rooms of the lab, each booked soon with a public title."""
    lab = Site.objects.get(slug=town.names["lab"])
    for _number in range(2):
        town_screens.public_booking(town.people["member"], make.space(lab), town.working_hours)


def shifts(town: Town) -> None:
    """Two shifts of another host in the week that the roster shows."""
    lab, other = Site.objects.get(slug=town.names["lab"]), someone.person(roles=[("host", town.names["lab"])])
    for start, end in (("8:00", "11:00"), ("12:00", "15:00")):
        make.shift(other, lab, day=make.open_day(lab, 8), start=start, end=end)


def my_reports(town: Town) -> None:
    """Two reports of the member."""
    lab = Site.objects.get(slug=town.names["lab"])
    for text in ("Näyttö ei aukea", "Kahvinkeitin vuotaa"):
        make.report(lab, town.people["member"], text=text)


def my_bookings(town: Town) -> None:
    """Two bookings of the member, one of two spaces."""
    rooms = list(
        Site.objects.get(slug=town.names["lab"]).spaces.filter(
            pk__in=(town.names["room"], town.names["hall"])
        )
    )
    make.booking(town.people["member"], *rooms, after=14)
    make.booking(town.people["member"], rooms[0], after=15)


def bookings(town: Town) -> None:
    """Two bookings of other people on the day that the desk shows, one in a layout of its own."""
    lab = Site.objects.get(slug=town.names["lab"])
    room, whole = (lab.spaces.get(pk=town.names[name]) for name in ("room", "hall"))
    lounge = whole.layouts.get(pk=town.names["theatre"])
    for space, layout in ((room, None), (whole, lounge)):
        someone_else = someone.person(organisation=someone.organisation())
        make.booking(
            someone_else, space, layout=layout, after=days.to_bookings(lab), start="16:00", end="17:00"
        )


def free_rooms(town: Town) -> None:
    """Two more rooms that are free."""
    lab = Site.objects.get(slug=town.names["lab"])
    for name in ("Neukkari Kallio", "Neukkari Meri"):
        make.space(lab, name=name, seats=8)


def asked(town: Town) -> None:
    """Two more bookings that wait."""
    studio = Site.objects.get(slug=town.names["lab"]).spaces.get(pk=town.names["studio"])
    for after in (13, 14):
        make.booking(someone.person(organisation=someone.organisation()), studio, after=after)


def members(town: Town) -> None:
    """Two more who hold the booking."""
    made = Booking.objects.get(pk=town.names["booking"])
    add_members(made, [someone.person(organisation=someone.organisation()) for _number in range(2)])


def words_to_the_visitor(town: Town) -> None:
    """Two words of two hosts."""
    visit = Visit.objects.get(pk=town.names["visit"])
    for who in ("host", "owner"):
        spaces.send_message(by=town.people[who], visit=visit, text="Nähdään pian.")


def guests(town: Town) -> None:
    """Two invitations, one accepted."""
    by, until = town.people["member"], today() + timedelta(days=9)
    people.invite_guest(by=by, email="yksi@vieras.example", guest_until=until)
    _row, secret = people.invite_guest(by=by, email="kaksi@vieras.example", guest_until=until)
    people.accept_invitation(secret=secret, name="Kaksi")


def organisations(_town: Town) -> None:
    """Two organisations with domains, one with an heir."""
    someone.organisation(successor=someone.organisation(), ends_on=today() - timedelta(days=2))


def domains(town: Town) -> None:
    """Two domains of the member's ministry."""
    home = Organisation.objects.get(pk=town.names["organisation"])
    for name in ("vm1.example", "vm2.example"):
        people.add_domain(by=None, organisation=home, domain=name, subdomains=False)


def agreements(town: Town) -> None:
    """Two agreements with the partner, after the present one."""
    partner = Organisation.objects.get(pk=town.names["partner"])
    for years in (2, 4):
        begin = today() + timedelta(days=365 * years)
        people.make_agreement(
            by=None, organisation=partner, starts_on=begin, ends_on=begin + timedelta(days=300)
        )


def roles(_town: Town) -> None:
    """Two hosts."""
    for _number in range(2):
        someone.role(someone.person(organisation=someone.organisation()))


def posts(town: Town) -> None:
    """Two posts with a topic and two writers."""
    for number in range(2):
        words = Words(
            title=f"Uutinen {number}", slug=f"uutinen-{number}", lead="Uutta.", body="<p>Uutta.</p>"
        )
        site.publish_post(
            by=town.people["owner"],
            authors=[town.people["owner"], f"Vieras {number}"],
            words={"fi": words},
            topics=[town.names["topic"], f"aihe {number}"],
        )


def comments(town: Town) -> None:
    """Two comments on the post, by two people of two organisations."""
    post = BlogPost.objects.get(pk=Comment.objects.get(pk=town.names["own"]).post_id)
    for _number in range(2):
        by = someone.person(organisation=someone.organisation())
        site.comment(by=by, post=post, text="Samaa mieltä.", language="fi")


def reports(town: Town) -> None:
    """Two comments that somebody reported."""
    comments(town)
    for comment in Comment.objects.order_by("-pk")[:2]:
        site.report_comment(by=town.people["member"], comment=comment, reason="Katsokaa tätä.")


def feedback(_town: Town) -> None:
    """Two pieces of feedback."""
    for number in range(2):
        site.send_feedback(by=None, language="sv", page=f"/sv/{number}/", text="Bilden saknar text.")


def takeaways(town: Town) -> None:
    """Two takeaways and two next steps more."""
    town_after.more(town.people["owner"], int(town.names["over_event"]))


def invitations(town: Town) -> None:
    """Two invitations of an agency."""
    town_after.more_invitations(town.people)


def targets(town: Town) -> None:
    """Two targets of visits."""
    town_after.more_targets(town.people)


def trainings(town: Town) -> None:
    """Two trainings that were held."""
    town_events.more_trainings(town.people)


def stops(town: Town) -> None:
    """Two stops of the tour."""
    town_after.more_stops(town.people)
