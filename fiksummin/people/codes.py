"""Signing in, and joining, with a code sent by e-mail.

One page for all: who has an account signs in; who has none but may have one
gets it when the code has proven the address; who may not is told by letter
why. The page says the same to each, so nobody learns who has an account.
"""

from secrets import token_hex
from typing import Self

from allauth.account import app_settings
from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.account.models import Login
from allauth.account.stages import LoginByCodeStage, LoginStageController
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from fiksummin.core.time import now, today
from fiksummin.people import actions, letters, queries, rules
from fiksummin.people.models import Person


class CodeSignIn(LoginCodeVerificationProcess):  # type: ignore[misc]  # allauth has no types
    """The machinery's sign-in by code, which also lets newcomers in."""

    @classmethod
    def begin(cls, request: HttpRequest, email: str, person: Person | None) -> Self:
        """Send a code (or the reason why there is none) to an address."""
        login = Login(user=person, email=email)
        login.state["stages"] = {"current": LoginByCodeStage.key}
        stage = LoginByCodeStage(LoginStageController(request, login), request, login)
        stage.state.update(cls.initial_state(user=person, email=email), initiated_by_user=True)
        process = cls(stage)
        process.send()
        process.persist()
        return process

    @classmethod
    def resume(cls, stage: LoginByCodeStage) -> Self | None:
        """Go on where the reader is; None when her time is up."""
        process = cls(stage)
        return process if process.abort_if_invalid() else None

    def send_by_email(self, email: str, *, skip_enumeration_mails: bool = False) -> None:
        """Write the letter: the code, or the reason."""
        reason = "" if self.user else _why_not_join(email)
        language = self.user.language if self.user else get_language() or "fi"
        key = f"sign-in-{token_hex(12)}"
        if reason:
            letters.post_no_account(email=email, reason=reason, language=language, key=key)
            return
        letters.post_code(
            email=email,
            code=self.generate_code(),
            minutes=app_settings.LOGIN_BY_CODE_TIMEOUT // 60,
            language=language,
            key=key,
            person=self.user,
        )

    def finish(self, redirect_url: str | None) -> HttpResponse:
        """Sign in; a newcomer gets her account now that her address is proven. Raises NotAllowed."""
        if self.user is None:
            person = actions.join(email=self.state["email"], language=get_language() or "fi")
            self._user = self.stage.login.user = person
        answer: HttpResponse = super().finish(redirect_url)
        return answer


def new_code() -> str:
    """Give a code to be typed."""
    return str(get_adapter().generate_login_code())


def _why_not_join(email: str) -> str:
    day, organisation = today(), queries.organisation_of(email)
    return rules.why_not_sign_up(email, organisation, queries.open_invitation_to(email, now()), day)
