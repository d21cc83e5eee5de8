"""Which ideas are on somebody's screen: kept by her browser alone, so that a reload shows, and counts, nothing new."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from fiksummin.ideas.models import Campaign
from fiksummin.people.models import Person

REMEMBERED = 120
"""Ideas looked at before that do not come again while there are others."""


@dataclass(frozen=True)
class Dozen:
    """The numbers of the ideas on the screen, and of those that were there before."""

    ideas: tuple[int, ...]
    before: tuple[int, ...] = ()

    def followed_by(self, ideas: list[int]) -> "Dozen":
        """Give the screen after this one; when there is nothing else, what was there before may come again."""
        return Dozen(tuple(ideas), (self.ideas + self.before)[:REMEMBERED] if ideas else ())


def on_screen(request: HttpRequest, campaign: Campaign, person: Person, number: int) -> Dozen | None:
    """Read what her browser keeps for a round; None for nothing, or what it was not given here."""
    kept = request.get_signed_cookie(_name(campaign), default="", salt=_salt(person, number))
    if not kept:
        return None
    ideas, _bar, before = kept.partition("|")
    return Dozen(_numbers(ideas), _numbers(before))


def keep(answer: HttpResponse, campaign: Campaign, person: Person, number: int, dozen: Dozen) -> HttpResponse:
    """Have her browser keep it until it is closed."""
    kept = "|".join(".".join(map(str, numbers)) for numbers in (dozen.ideas, dozen.before))
    answer.set_signed_cookie(
        _name(campaign), kept, salt=_salt(person, number), httponly=True, samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )  # fmt: skip
    return answer


def _name(campaign: Campaign) -> str:
    return f"board-{campaign.pk}"


def _salt(person: Person, number: int) -> str:
    return f"ideas.board.{person.pk}.{number}"


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in text.split(".") if number)
