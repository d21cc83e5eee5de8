from fiksummin.people import rules
from fiksummin.people.models import Person
from tests.cast import Cast


def test_everyone_of_the_cast_may_enter_today(cast: Cast) -> None:
    from fiksummin.core.time import today  # noqa: PLC0415 -- this test alone needs it

    for key in cast:
        person = Person.objects.with_standing(today()).get(pk=cast[key].pk)
        assert rules.why_not_enter(person, today()) == ""
    assert cast.host.may("host", "helsinki")
    assert not cast.host.may("host", "porvoo")
    assert cast.owner.may("editor")
    assert cast.guest.sponsor == cast.member
