"""How an action says no: with the sentence that a person reads."""

from collections.abc import Sequence


class NotAllowed(Exception):
    """A rule forbids the act. ``reason`` is the sentence, ``alternatives`` what would be allowed."""

    def __init__(self, reason: str, alternatives: Sequence[object] = ()) -> None:
        """Keep the sentence in the language that is active now."""
        super().__init__(str(reason))
        self.reason = str(reason)
        self.alternatives = list(alternatives)


class AsItStands(str):
    """A rule's sentence about how things stand, whoever asks: that a visit is over, not that it is another's."""

    __slots__ = ()


class NotNow(NotAllowed):
    """As things stand the act cannot be done, whoever asks."""


class Conflict(NotAllowed):
    """The act was allowed, but somebody else was faster."""


class Invalid(NotAllowed):
    """What was given cannot be right: a day that does not exist, an end before its start."""

    def __init__(self, reason: str, field: str = "", alternatives: Sequence[object] = ()) -> None:
        """Name the field that the sentence is about, if it is about one."""
        super().__init__(reason, alternatives)
        self.field = field


def refuse_if(reason: str) -> None:
    """Raise NotAllowed with a rule's sentence (NotNow for one about how things stand); do nothing for ""."""
    if reason:
        raise (NotNow if isinstance(reason, AsItStands) else NotAllowed)(reason)


def refuse_field(refusal: tuple[str, str]) -> None:
    """Raise Invalid with what a rule says of a field (NotNow for how things stand); do nothing for ""."""
    sentence, field = refusal
    if isinstance(sentence, AsItStands):
        refuse_if(sentence)
    if sentence:
        raise Invalid(sentence, field)


class NotDone(Exception):
    """A command cannot be done. The text is a sentence for whoever runs the service, in English like the log."""


def stop_if(reason: str) -> None:
    """Raise NotDone with a sentence for the operator; do nothing for ""."""
    if reason:
        raise NotDone(reason)
