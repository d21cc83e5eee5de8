"""The review before publishing."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, TaskState

from fiksummin.people.choices import RoleKind


class SecondReader(AbstractGroupApprovalTask):
    """Somebody else than the one who asked approves; an owner may approve her own."""

    class Meta:
        verbose_name = _("second reader")
        verbose_name_plural = _("second readers")

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, Any, bool]]:
        """Leave approving out for the one who asked for the review."""
        actions: list[tuple[str, Any, bool]] = super().get_actions(obj, user)
        state = obj.current_workflow_state
        if state and state.requested_by_id == user.pk and not user.may(RoleKind.OWNER):
            return [action for action in actions if action[0] != "approve"]
        return actions

    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> None:
        """Refuse, however it was asked, what ``get_actions`` leaves out."""
        obj = task_state.workflow_state.content_object
        if action_name in {name for name, _label, _form in self.get_actions(obj, user)}:
            super().on_action(task_state, user, action_name, **kwargs)

    @classmethod
    def get_description(cls) -> Any:
        """Say what the step is, where workflows are put together."""
        return _("Another editor, or an owner, reads the text and publishes it")
