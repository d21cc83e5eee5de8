"""What somebody wants of a community, as the actions take it."""

from dataclasses import dataclass

from fiksummin.circles.choices import Joining


@dataclass(frozen=True, kw_only=True)
class CircleWish:
    """A community as those who keep it want it."""

    name: str
    purpose: str
    language: str
    joining: str = Joining.OPEN
