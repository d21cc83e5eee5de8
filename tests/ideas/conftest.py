"""An idea that is talked over, and a comment on it."""

import pytest

from fiksummin.ideas import actions
from fiksummin.ideas.choices import Audience
from fiksummin.ideas.models import Comment, Idea
from tests.cast import Cast
from tests.factories.ideas import campaign, idea

WORDS = "kanaria-sanat"


@pytest.fixture
def talked(cast: Cast) -> Idea:
    """An idea that everybody reads."""
    return idea(cast.facilitator, campaign(cast.facilitator, audience=Audience.PUBLIC))


@pytest.fixture
def comment(cast: Cast, talked: Idea) -> Comment:
    """What the member says of it."""
    return actions.comment_on_idea(by=cast.member, idea=talked, text=WORDS)
