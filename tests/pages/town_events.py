"""Events in the town, each in a state of its own."""

from fiksummin.people.models import Person
from tests.factories import events as make
from tests.factories import spaces


def names(people: dict[str, Person]) -> dict[str, str]:
    """Tell the story; give what the catalogue speaks of by name."""
    owner = people["owner"]
    house = spaces.site("tapahtumatalo", name_fi="Tapahtumatalo")
    hall = spaces.space(house, kind="hall", name="Juhlasali", seats=80, layouts={"theatre": 80})
    layout = hall.layouts.get(kind="theatre")
    public = make.event(
        owner, space=hall, layout=layout, after=9, places=60, virtual_places=40, audience=make.PUBLIC,
        title="Työtavat digiaikaan", summary="Kolme puheenvuoroa ja pöytäkeskustelut.",
        online_link="https://kokous.example/digi",
    )  # fmt: skip
    draft = make.event(
        owner, publish=False, title="Syksyn avaus", space=hall, after=10, start="16:00", end="18:00", places=5
    )
    return {"event_house": house.slug, "open_event": str(public.pk), "draft_event": str(draft.pk)}


def more(owner: Person) -> None:
    """Two more events for everybody, in spaces of their own."""
    house = spaces.site()
    for number in range(2):
        room = spaces.space(house, seats=20, name=f"Sali {number}")
        make.event(owner, space=room, after=12, places=10, audience=make.PUBLIC)
