"""Events, what was taken away from them, and themes."""

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fiksummin.core.languages import spoken
from fiksummin.core.time import now
from fiksummin.events import facts
from fiksummin.events.choices import Audience as For
from fiksummin.events.choices import EventState
from fiksummin.events.models import Event, Takeaway, Theme
from fiksummin.events.queries.around import themes_for
from fiksummin.people.models import Person
from fiksummin.search.choices import Audience
from fiksummin.search.things import AGELESS, Hit, Piece, Shelf, offer, spoken_pieces
from fiksummin.ui.addresses import address

TONES = {EventState.COMING: "good", EventState.ON: "good", EventState.CANCELLED: "stop"}


def _audience(row: Event) -> Audience:
    return Audience.PUBLIC if row.audience == For.PUBLIC and row.published_at else Audience.FEW


def _event_pieces(row: Event) -> list[Piece]:
    return [
        Piece(row.title, row.language, 3),
        Piece(row.summary, row.language, 1.5),
        Piece(row.text, row.language),
        *(Piece(words, language, 3) for language, words in row.titles.items()),
        *(Piece(words, language, 1.5) for language, words in row.summaries.items()),
        *(Piece(words, language) for language, words in row.texts.items()),
        Piece(row.place, "", 0.5),
        *(Piece(tag.word, "", 1.5) for tag in row.tags.all()),
    ]


def _event_hit(row: Event, reader: Person | None) -> Hit:
    state, text = row.state(now()), row.said_summary if row.summary else row.said_text
    return Hit(
        title=row.heading, url=address("events:event", row.pk), language=row.said_title.language,
        state=str(state.label), tone=TONES.get(state, "off"), text=text.words,
        text_language=text.language, at=row.starts_at,
    )  # fmt: skip


def _the_event(fact: facts.EventPlanned) -> int:
    return fact.event


offer(
    Shelf(
        kind="event", name=gettext_lazy("Events"), rows=Event.objects.visible_to, hit=_event_hit,
        pieces=_event_pieces, audience=_audience,
        whole=lambda: Event.objects.prefetch_related("tags"),
        at=lambda row: row.starts_at,
        heard=dict.fromkeys(
            (facts.EventPlanned, facts.EventPublished, facts.EventWithdrawn, facts.EventChanged, facts.EventCancelled),
            _the_event,
        ),
    )
)  # fmt: skip


def _told(reader: Person | None) -> QuerySet[Event]:
    return Event.objects.visible_to(reader).filter(digest__isnull=False).select_related("digest")


def _all_told() -> QuerySet[Event]:
    shown = Prefetch("takeaways", Takeaway.objects.shown(), to_attr="shown_takeaways")
    return Event.objects.filter(digest__isnull=False).select_related("digest").prefetch_related(shown)


def _told_pieces(row: Event) -> list[Piece]:
    said = [(one.text, one.picture_words, one.recording_words) for one in getattr(row, "shown_takeaways")]  # noqa: B009 -- prefetched under this name
    return [
        Piece(row.title, row.language, 2),
        Piece(row.digest.summary, "", 1.5),
        *(Piece(words, "") for three in said for words in three if words),
    ]


def _told_hit(row: Event, reader: Person | None) -> Hit:
    return Hit(
        title=_("Takeaways: %(event)s") % {"event": row.heading}, url=address("events:takeaways", row.pk),
        text=row.digest.summary, at=row.digest.published_at,
    )  # fmt: skip


def _event_of_takeaway(fact: facts.TakeawayRemoved) -> int | None:
    return Takeaway.objects.filter(pk=fact.takeaway).values_list("event", flat=True).first()


offer(
    Shelf(
        kind="takeaways", name=gettext_lazy("Takeaways"), rows=_told, hit=_told_hit, pieces=_told_pieces,
        whole=_all_told, audience=_audience,
        at=lambda row: row.digest.published_at,
        heard={facts.DigestPublished: lambda fact: fact.event, facts.TakeawayRemoved: _event_of_takeaway},
        is_tried=True,
    )
)  # fmt: skip


def _theme_hit(row: Theme, reader: Person | None) -> Hit:
    return Hit(title=row.name, url=address("events:theme", row.slug), text=spoken(row, "about"))


offer(
    Shelf(
        kind="theme", name=gettext_lazy("Themes"), hit=_theme_hit,
        rows=themes_for,
        pieces=lambda row: [*spoken_pieces(row, "name", 3), *spoken_pieces(row, "about")],
        whole=Theme.objects.all,
        at=lambda _row: AGELESS,
        audience=lambda _row: Audience.PUBLIC,
        heard={facts.ThemeKept: lambda fact: fact.theme},
    )
)  # fmt: skip
