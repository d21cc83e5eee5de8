"""The posts of the examples and the first words about them, told through the site's own actions."""

import tomllib
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from fiksummin.core.languages import LANGUAGES
from fiksummin.core.time import today
from fiksummin.people.models import Person
from fiksummin.site import actions
from fiksummin.site.actions.posts import Words
from fiksummin.site.models import BlogPost, PrivacyNoticePage

TEXTS = Path(__file__).parent / "texts" / "posts.toml"


def publish_posts(parts: Mapping[str, Person], at: datetime, most: int | None = None) -> None:
    """Publish the posts (all, or the ``most`` latest) under the names of the cast, and comment on them."""
    texts = tomllib.loads(TEXTS.read_text(encoding="utf-8"))
    for post in reversed(texts["post"][:most]):
        actions.publish_post(
            by=parts["owner"],
            authors=[parts.get(author, author) for author in post["authors"]],
            words={code: Words(**post[code]) for code in LANGUAGES if code in post},
            topics=post["topics"],
            day=today(at=at) - timedelta(days=post["days_ago"]),
        )
    for said in texts["comment"]:
        _comment(parts, said)
    _name_controllers(parts["owner"], texts["privacy"])


def _comment(parts: Mapping[str, Person], said: dict[str, Any]) -> None:
    post = BlogPost.objects.filter(slug=said["post"], locale__language_code=said["language"]).first()
    if post:
        actions.comment(by=parts[said["by"]], post=post, text=said["text"], language=said["language"])


def _name_controllers(by: Person, words: dict[str, Any]) -> None:
    for page in PrivacyNoticePage.objects.select_related("locale"):
        names = words["controllers"][page.locale.language_code]
        actions.amend_page(
            by=by, page=page, controllers="\n".join(names), contact_email=words["contact_email"]
        )
