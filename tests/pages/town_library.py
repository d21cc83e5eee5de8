"""The library in the town: one of each kind, used with and without success, one that nobody checked, one out of use."""

from datetime import timedelta

from fiksummin.core.time import now, today
from fiksummin.library import actions
from fiksummin.library.choices import Kind, Result, Ruling
from fiksummin.library.models import Item
from fiksummin.people.models import Person
from tests.factories import library as make


def names(people: dict[str, Person]) -> dict[str, str]:
    """Tell the story; give what the catalogue speaks of by name."""
    member, colleague, owner = people["member"], people["colleague"], people["owner"]
    model = make.item(member, title="Lyhyt kokous", labels=("ways_of_working", "social"))
    actions.change_item(
        by=member, item=model, wish=make.wish(title="Lyhyt kokous ja hiljainen alku", labels=("leadership",)),
        change=make.change(because="Kaksi virastoa kaipasi hiljaista alkua."),
    )  # fmt: skip
    make.adoption(colleague, model, how="Pidämme kellon näkyvissä.", rating=5)
    make.adoption(people["outsider"], model, Result.NO, how="Liian monta osallistujaa.", rating=2)
    tool = make.item(
        colleague, Kind.TOOL, title="Gemensam tavla", language="sv", address="https://tavla.example/",
        people_least=2, people_most=30, price="free", login="link", accessibility="partly", data_in="eu",
    )  # fmt: skip
    actions.rule_tool(by=member, item=tool, ruling=Ruling.LIMITED, note="Ei salassa pidettävää.")
    stale = make.item(member, Kind.TIP, title="Aloita kysymyksellä", moment=now() - timedelta(days=800))
    method = make.item(member, Kind.METHOD, title="Fishbowl", language="en", minutes=45, mode="hybrid")
    retired = make.item(member, Kind.TOOL, title="Vanha taulu")
    actions.retire_item(by=member, item=retired, reason="Palvelu loppui syksyllä.", replacement=tool)
    draft = make.draft(member, title="Kesken")
    actions.change_lab_model(by=owner, wish=make.lab_wish())
    actions.change_lab_model(by=owner, wish=make.lab_wish(1, text="Talo on auki arkisin ja lauantaisin."))
    text = {
        "fi": "Hiljainen huone puuttui.",
        "sv": "Ett tyst rum saknades.",
        "en": "A quiet room was missing.",
    }
    actions.tell_lab_lesson(by=owner, text=text, learnt_on=today(), dimension="physical")
    found = {
        "model": model,
        "tool": tool,
        "stale": stale,
        "method": method,
        "retired": retired,
        "library_draft": draft,
    }
    return {name: str(row.pk) for name, row in found.items()}


def more(people: dict[str, Person]) -> None:
    """Two more things in the library, used by somebody, and two more out of use."""
    for number in range(2):
        item = make.item(people["colleague"], Kind.TIP, title=f"Muu vinkki {number}", labels=("social",))
        make.adoption(people["member"], item)
        gone = make.item(people["colleague"], Kind.TIP, title=f"Entinen vinkki {number}")
        actions.retire_item(by=people["colleague"], item=gone, reason="Ei enää totta.")


def more_use(people: dict[str, Person], number: int) -> None:
    """Two more who use the model, keep it up and changed it; two more agencies that say of a tool."""
    model = Item.objects.get(pk=number)
    for who in ("facilitator", "host"):
        make.adoption(people[who], model, Result.PARTLY, how="Otimme osan käyttöön.")
        actions.add_keeper(by=people["member"], item=model, newcomer=people[who])
        actions.change_item(
            by=people[who], item=model, wish=make.wish(title="Lyhyt kokous"),
            change=make.change(model.versions.count()),
        )  # fmt: skip


def more_of_lab(people: dict[str, Person]) -> None:
    """Two more versions of how the lab works, and two more lessons."""
    for number in (2, 3):
        actions.change_lab_model(by=people["owner"], wish=make.lab_wish(number, because=f"Palaute {number}"))
        text = {"fi": f"Oppi {number}."}
        actions.tell_lab_lesson(by=people["owner"], text=text, learnt_on=today(), dimension="social")
