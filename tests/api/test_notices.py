"""A program reads what its bearer was told; that is not the same as her seeing it."""

from fiksummin.core.mail import post
from fiksummin.notifications import actions
from fiksummin.notifications.models import Notice
from tests.api.conftest import program_of
from tests.cast import Cast
from tests.factories import ideas


def test_a_program_reads_what_its_bearer_was_told(cast: Cast) -> None:
    idea = ideas.idea(cast.member, ideas.campaign(cast.facilitator), title="Yhteinen aamukahvi")
    actions.tell(key="a", what="idea.proposed", thing=idea.node_id, about=[cast.member.pk, cast.host.pk])
    actions.tell(key="b", what="idea.proposed", thing=0, follow=[cast.member.pk])
    post(to="a@vm.example", person=cast.member.pk, key="visit-7-announced-0", subject="s", text="t")
    body = program_of(cast.member).get("notices").json()
    assert body["total"] == 3
    assert [(one["kind"], one["state"], one["title"]) for one in body["items"]] == [
        ("about", "mailed", None), ("follow", "unread", None), ("about", "unread", "Yhteinen aamukahvi")
    ]  # fmt: skip
    assert body["items"][2]["url"].endswith(f"/ideas/{idea.pk}/")
    assert Notice.objects.filter(state="shown").count() == 0
