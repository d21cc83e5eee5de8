"""What the pages about spaces show in the town: a plan, a zone, a picture, a hall and its front part."""

from io import BytesIO

from PIL import Image

from fiksummin.core.pictures import Drawn, accepted
from fiksummin.people.models import Person
from fiksummin.spaces import actions
from fiksummin.spaces.models import Site, Space
from tests.factories import busy
from tests.factories import spaces as make

WORDS = {
    "alt_fi": "Sali, jonka ikkunoista näkee puistoon",
    "alt_sv": "En sal med utsikt över parken",
    "alt_en": "A hall with windows towards the park",
}


def names(owner: Person, lab: Site, whole: Space) -> dict[str, str]:
    """Furnish the lab's hall further; give what stands in addresses."""
    front = make.space(lab, name="Salin etuosa", seats=20, cells=("Sali",))
    actions.set_zones(
        by=owner, site=lab, zones=[{"kind": "talk", "name_fi": "Olohuone", "name_sv": "Vardagsrummet"}]
    )
    actions.change_space(
        by=owner, space=whole, zone=lab.zones.get(), features=["step_free", "hearing_loop", "screen"],
        plan_x=0, plan_y=0, plan_width=12, plan_height=8,
    )  # fmt: skip
    actions.change_space(by=owner, space=front, plan_x=0, plan_y=0, plan_width=6, plan_height=8)
    actions.set_pictures(by=owner, space=whole, pictures=[WORDS | {"file": picture()}])
    return {"front": str(front.pk), "busy_feed": str(busy.busy_feed(whole).pk)}


def picture() -> Drawn:
    """A picture as the form would have drawn it."""
    brought = BytesIO()
    Image.new("RGB", (320, 200), "teal").save(brought, "PNG")
    return accepted(brought, "sali.png", brought.tell(), longest_side=320)
