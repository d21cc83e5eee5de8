"""Ideas in the town: a campaign with ideas in several states."""

from datetime import timedelta
from io import BytesIO

from PIL import Image

from fiksummin.core.pictures import drawn
from fiksummin.core.time import now
from fiksummin.ideas import actions, queries
from fiksummin.ideas.choices import Accent, Audience, IdeaState, Weighing
from fiksummin.ideas.models import Campaign, Hiding, Idea
from fiksummin.people.models import Person
from fiksummin.trail.choices import Climb
from fiksummin.trail.models import Overdue
from tests.factories import attached
from tests.factories import ideas as make


def names(people: dict[str, Person]) -> dict[str, str]:
    """Tell the story; give what the catalogue speaks of by name."""
    asked = make.campaign(people["facilitator"], audience=Audience.PUBLIC)
    empty, none = make.campaign(people["facilitator"]), make.campaign(people["facilitator"])
    open_idea = make.idea(people["member"], asked, title="Yhteinen aamukahvi kaikille")
    actions.support_idea(by=people["colleague"], idea=open_idea)
    actions.comment_on_idea(by=people["colleague"], idea=open_idea, text="Meillä tämä toimi.", stance="for")
    answered = make.idea(people["member"], asked, title="Kellokortit pois")
    for kept, words in attached.all_kinds():
        actions.attach_to_idea(by=people["member"], idea=open_idea, kept=kept, words=words)
    make.move(people["facilitator"], answered, IdeaState.DECLINED)
    taking, wanted, joined = (
        make.idea(people["member"], empty, title=title)
        for title in ("Etätyön yhteiset säännöt", "Samat etätyösäännöt kaikille", "Yhdet säännöt etätyölle")
    )
    actions.ask_to_merge(by=people["facilitator"], idea=wanted, into=taking, reason=make.reason())
    actions.ask_to_merge(by=people["member"], idea=joined, into=taking, reason=make.reason())
    hiding, late = _moderated(people, taking), _late(people, empty)
    links = _together(people, empty)
    public = {"audience": Audience.PUBLIC}
    ballots = {
        f"{weighing}_campaign": make.weighed(people["facilitator"], weighing=weighing, over=False, ideas=3, **public).slug  # type: ignore[arg-type]  # words of a campaign
        for weighing in Weighing.values
    }  # fmt: skip
    weighed = make.weighed(people["facilitator"], voters=20, **public)  # type: ignore[arg-type]  # as above
    words = {
        "alt_fi": "Kaksi ihmistä kahvilla",
        "alt_sv": "Två personer på kaffe",
        "alt_en": "Two people at coffee",
    }
    picture = drawn(_picture(), "kuva.png")
    actions.set_look(
        by=people["facilitator"], campaign=weighed, accent=Accent.FOREST, words=words, picture=picture
    )
    own = actions.comment_on_idea(by=people["member"], idea=answered, text="Entä kesäaika?")
    actions.comment_on_idea(by=people["colleague"], idea=answered, text="Sama aika.", answers=own)
    former = actions.comment_on_idea(by=people["member"], idea=answered, text="Väärä paikka.")
    actions.take_comment_back(by=people["member"], comment=former)
    return ballots | links | {
        "own_comment": str(actions.comment_on_idea(by=people["member"], idea=answered, text="Entä viikonloppu?").pk),
        "answered_comment": str(own.pk),
        "weighed_campaign": weighed.slug,
        "comment": str(actions.comment_on_idea(by=people["outsider"], idea=taking, text="Entä iltatyö?").pk),
        **_reported(people, taking), "hiding": str(hiding.pk), "talked_idea": str(taking.pk), "moderated_campaign": empty.slug,
        "late_idea": str(late.pk),
        "taking_idea": str(taking.pk), "wanted_idea": str(wanted.pk), "joined_idea": str(joined.pk),
        "campaign": asked.slug, "new_campaign": none.slug, "idea": str(open_idea.pk), "answered_idea": str(answered.pk)
    }  # fmt: skip


def _late(people: dict[str, Person], asked: Campaign) -> Idea:
    """An idea that has waited so long past its day that the hosts see to it."""
    idea = make.idea(people["member"], asked, title="Idea, joka odottaa", moment=now() - timedelta(days=60))
    Overdue.objects.create(node=idea.node, due_on=idea.node.due_on, climb=Climb.HOST)
    return idea


def _together(people: dict[str, Person], asked: Campaign) -> dict[str, str]:
    """The member's idea that the colleague writes along; she is invited to one of the colleague's, and said no to another."""
    member, colleague, found = people["member"], people["colleague"], {}
    own = make.idea(member, asked, title="Yhdessä kirjoitettu idea")
    addresses = [str(colleague.email), str(people["outsider"].email), "muu@muu.example"]
    accepted = actions.invite_authors(by=member, idea=own, addresses=addresses)[0]
    actions.join_authors(by=colleague, invitation=accepted)
    for name in ("author_link", "answered_author_link"):
        other = make.idea(colleague, asked, title=f"Kollegan idea {name}")
        [invitation] = actions.invite_authors(by=colleague, idea=other, addresses=[str(member.email)])
        found[name] = queries.author_token(invitation, str(member.email))
    actions.decline_authors(by=member, invitation=invitation)
    return found | {"own_idea": str(own.pk)}


def _reported(people: dict[str, Person], idea: Idea) -> dict[str, str]:
    """Two comments that the member reported: one waits, one stays with a reason."""
    found = {}
    for name in ("reported_comment", "left_comment"):
        comment = actions.comment_on_idea(by=people["colleague"], idea=idea, text="Kuka tämän taas keksi?")
        actions.report_comment(
            by=people["member"], comment=comment, reason="Kommentti arvailee, kuka idean kirjoitti."
        )
        found[name] = str(comment.pk)
    actions.leave_comment(
        by=people["host"], comment=comment, answer="Kysymys on kärkevä, mutta koskee ideaa."
    )
    return found


def _moderated(people: dict[str, Person], idea: Idea) -> Hiding:
    """A thread; a comment of the member's in it is hidden, and she has appealed."""
    first = actions.comment_on_idea(
        by=people["colleague"], idea=idea, text="Onko tästä sovittu?", stance="question"
    )
    answer = actions.comment_on_idea(
        by=people["member"], idea=idea, text="Siellä ei kukaan osaa mitään.", answers=first
    )
    hiding = actions.hide_comment(
        by=people["host"], comment=answer, reason="Kommentti puhuu ihmisistä eikä ideasta."
    )
    appeal = "Tarkoitin ohjeita, en ihmisiä: korjaan sanani."
    return actions.appeal_hiding(by=people["member"], hiding=hiding, appeal=appeal)


def more(people: dict[str, Person]) -> None:
    """Two more campaigns, and two more ideas, comments and steps in the first one."""
    for number in range(2):
        other = make.campaign(people["facilitator"], audience=Audience.PUBLIC)
        make.idea(people["member"], other, title=f"Muu idea {number}")


def more_ideas(people: dict[str, Person], slug: str, number: int) -> None:
    """Two more ideas in a campaign, and two more comments on one of them."""
    from fiksummin.ideas.models import Campaign, Idea  # noqa: PLC0415 -- of the story alone

    asked = Campaign.objects.get(slug=slug)
    for each in range(2):
        make.idea(people["colleague"], asked, title=f"Lisää {each}")
        actions.comment_on_idea(
            by=people["outsider"], idea=Idea.objects.get(pk=number), text=f"Huomio {each}"
        )


def more_authors(people: dict[str, Person], number: int) -> None:
    """Two more authors of an idea, and two more invitations that wait."""
    idea, by = Idea.objects.get(pk=number), people["member"]
    for one in ("host", "editor"):
        addresses = [str(people[one].email), f"{one}@muu.example"]
        accepted = actions.invite_authors(by=by, idea=idea, addresses=addresses)[0]
        actions.join_authors(by=people[one], invitation=accepted)


def more_weighed(people: dict[str, Person], slugs: list[str]) -> None:
    """Two more ideas in each of some campaigns, from before they were weighed."""
    from fiksummin.ideas.models import Campaign  # noqa: PLC0415 -- of the story alone

    for asked in Campaign.objects.filter(slug__in=slugs):
        for each in range(2):
            make.idea(people["colleague"], asked, title=f"Lisää {each}")


def _picture() -> BytesIO:
    file = BytesIO()
    Image.new("RGB", (320, 120), "teal").save(file, "PNG")
    file.seek(0)
    return file
