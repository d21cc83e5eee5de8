"""Things of the public site for tests, made by the product's own actions."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from fiksummin.people.models import Person
from fiksummin.site import actions
from fiksummin.site.actions.posts import Words
from fiksummin.site.models import BlogPost
from tests.factories import people

CAPTIONS = b"WEBVTT\n\n00:00.000 --> 00:02.000\nLupa uudistua\n"
MP4 = b"\x00\x00\x00\x18ftypmp42" + b"\x00" * 200


def words(title: str, **given: str) -> Words:
    """Give a post's words in one language."""
    slug = given.pop("slug", "-".join(title.casefold().split()))
    return Words(
        **{"title": title, "slug": slug, "lead": f"Ingressi: {title}", "body": "<p>Teksti.</p>"} | given
    )


def post(by: Person | None = None, **given: Any) -> BlogPost:
    """Publish a post in Finnish (or in the languages of ``words``) and give its first version."""
    fields = {
        "by": by or people.person("owner"),
        "authors": [people.person("member")],
        "words": {"fi": words("Kokeilu onnistui")},
    } | given
    return next(iter(actions.publish_post(**fields).values()))


def picture_file(name: str = "kuva.jpg", size: tuple[int, int] = (40, 30), **save: Any) -> SimpleUploadedFile:
    """Give a picture as a browser sends it."""
    kind = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP", "gif": "GIF"}[name.rpartition(".")[2]]
    drawn = BytesIO()
    Image.new("RGB", size, "teal").save(drawn, kind, **save)
    return SimpleUploadedFile(name, drawn.getvalue(), content_type=f"image/{kind.lower()}")
