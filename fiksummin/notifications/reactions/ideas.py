"""Who hears of ideas: their writers and supporters, those who commented, and those who follow."""

from fiksummin.core.facts import later
from fiksummin.core.time import today
from fiksummin.experiments.facts import ExperimentStarted
from fiksummin.experiments.models import Experiment
from fiksummin.ideas.choices import ANSWERS, IdeaState
from fiksummin.ideas.facts import (
    AuthorDeclined,
    AuthorJoined,
    AuthorLeft,
    CampaignChanged,
    CampaignEntrusted,
    IdeaCommented,
    IdeaEntrusted,
    IdeaMoved,
    IdeaProposed,
    IdeaReworded,
    MergeAsked,
    MergeLapsed,
    MergeRefused,
    MergeWithdrawn,
    PhaseBegan,
)
from fiksummin.ideas.models import AuthorInvitation, Campaign, Comment, Idea, IdeaStep, Merge, PhaseBegun
from fiksummin.notifications import queries
from fiksummin.notifications.actions import tell
from fiksummin.trail.choices import LinkKind, Part
from fiksummin.trail.models import Link

CLOSING = (*ANSWERS, IdeaState.MERGED, IdeaState.WITHDRAWN)
"""Of these everybody hears as of her own matter; of a promise in between only who wrote the idea does."""


@later(IdeaMoved)
def tell_step(fact: IdeaMoved) -> None:
    """All who had a part in an idea, or in one that was joined to it, hear of each of its steps once."""
    step = IdeaStep.objects.select_related("idea").filter(pk=fact.step).first()
    if step is None or _told_by_a_trial(step):
        return
    parts = queries.parts_in([step.idea.node_id])
    everybody = set(parts)
    tell(
        key=f"idea-step-{step.pk}",
        what=f"idea.moved.{step.state}",
        thing=step.pk,
        about=everybody if step.state in CLOSING else _wrote(parts),
        follow=everybody | queries.followers([step.idea.node_id]),
        but=fact.by,
    )
    _tell_taker(step, fact.by)


@later(IdeaEntrusted)
def tell_entrusted(fact: IdeaEntrusted) -> None:
    """Whoever let an idea wait and who were told of it hear that another answers for it now; its authors and who follows it find it on the page.

    Who answers for it now hears that it waits for her.
    """
    step = IdeaStep.objects.select_related("idea").filter(pk=fact.step).first()
    if step:
        heard = queries.who_heard_it_is_late(step.idea.node_id, step.at)
        about = (heard | ({fact.former} if fact.former else set())) - {step.owner_id}
        follow = (_writers(step.idea) | queries.followers([step.idea.node_id])) - {step.owner_id}
        key = f"idea-step-{step.pk}"
        tell(key=key, what="idea.entrusted", thing=step.pk, about=about, follow=follow, but=fact.by)


@later(ExperimentStarted)
def tell_who_answers_it(fact: ExperimentStarted) -> None:
    """Whoever answers for an idea hears that somebody tries it out: where the idea stands is hers to say."""
    row = (
        Experiment.objects.select_related("idea__node").filter(pk=fact.experiment, idea__isnull=False).first()
    )
    if row and row.idea and row.idea.node.owner_id:
        key, about = f"node-{row.node_id}", [row.idea.node.owner_id]
        tell(key=key, what="trail.tried", thing=row.node_id, about=about, but=fact.by)


@later(IdeaProposed)
def tell_followers(fact: IdeaProposed) -> None:
    """Who follows the campaign hears of a new idea."""
    idea = Idea.objects.select_related("campaign").filter(pk=fact.idea).first()
    if idea:
        follow = queries.followers([idea.campaign.node_id])
        key = f"node-{idea.node_id}"
        tell(key=key, what="idea.proposed", thing=idea.node_id, follow=follow, but=fact.by)


@later(AuthorJoined)
def tell_author_joined(fact: AuthorJoined) -> None:
    """Those who wrote an idea hear who writes it along now."""
    row = AuthorInvitation.objects.select_related("idea").filter(pk=fact.invitation).first()
    if row:
        key = f"author-invitation-{row.pk}-answered"
        tell(key=key, what="author.joined", thing=row.pk, about=_writers(row.idea), but=fact.by)


@later(AuthorDeclined)
def tell_author_declined(fact: AuthorDeclined) -> None:
    """Whoever invited hears that somebody does not write along."""
    row = AuthorInvitation.objects.filter(pk=fact.invitation).first()
    if row and row.invited_by_id:
        key = f"author-invitation-{row.pk}-answered"
        tell(key=key, what="author.declined", thing=row.pk, about=[row.invited_by_id], but=fact.by)


@later(AuthorLeft)
def tell_author_left(fact: AuthorLeft) -> None:
    """The other authors find on the page that somebody left."""
    idea = Idea.objects.filter(pk=fact.idea).first()
    if idea:
        key = f"idea-{idea.pk}-left-by-{fact.by}"
        tell(key=key, what="author.left", thing=idea.node_id, follow=_writers(idea), but=fact.by)


@later(IdeaReworded)
def tell_reworded(fact: IdeaReworded) -> None:
    """Who wants an idea hears that it says something else now."""
    idea = Idea.objects.filter(pk=fact.idea).first()
    if idea and idea.changed_at:
        people = set(queries.parts_in([idea.node_id])) | queries.followers([idea.node_id])
        key = f"idea-{idea.pk}-reworded-{idea.changed_at:%Y%m%d%H%M%S%f}"
        tell(key=key, what="idea.reworded", thing=idea.node_id, follow=people, but=fact.by)


@later(IdeaCommented)
def tell_comment(fact: IdeaCommented) -> None:
    """Its writers hear what is said of an idea, whoever is answered hears the answer, and who follows hears, too."""
    comment = Comment.objects.select_related("idea", "answers").filter(pk=fact.comment).first()
    if comment is None:
        return
    key, answered = f"idea-comment-{comment.pk}", comment.answers.person_id if comment.answers else None
    if answered:
        tell(key=key, what="idea.replied", thing=comment.pk, about=[answered], but=fact.by)
    tell(key=key, what="idea.commented", thing=comment.pk, about=_writers(comment.idea), but=fact.by)
    follow = queries.followers([comment.idea.node_id])
    tell(key=key, what="idea.discussed", thing=comment.pk, follow=follow, but=fact.by)


@later(MergeAsked)
def ask_writers(fact: MergeAsked) -> None:
    """The writers of an idea are asked whether it may be joined to another."""
    merge = Merge.objects.select_related("idea").filter(pk=fact.merge).first()
    if merge:
        key = f"idea-merge-{merge.pk}-asked"
        tell(key=key, what="idea.merge_asked", thing=merge.pk, about=_writers(merge.idea), but=fact.by)


@later(MergeWithdrawn)
def tell_withdrawal(fact: MergeWithdrawn) -> None:
    """The writers of an idea, who were asked, find on the page that they are asked no more."""
    merge = Merge.objects.select_related("idea").filter(pk=fact.merge).first()
    if merge:
        key = f"idea-merge-{merge.pk}-withdrawn"
        tell(key=key, what="idea.merge_withdrawn", thing=merge.pk, follow=_writers(merge.idea), but=fact.by)


@later(MergeLapsed)
def tell_lapse(fact: MergeLapsed) -> None:
    """Whoever asked hears that nobody answers any more; the writers, who were asked, find it on the page."""
    merge = Merge.objects.select_related("idea").filter(pk=fact.merge).first()
    if merge:
        about = [merge.asked_by_id] if merge.asked_by_id else []
        key, follow = f"idea-merge-{merge.pk}-lapsed", _writers(merge.idea)
        tell(key=key, what="idea.merge_lapsed", thing=merge.pk, about=about, follow=follow, but=fact.by)


@later(MergeRefused)
def tell_refusal(fact: MergeRefused) -> None:
    """Whoever asked hears that the writers keep their idea by itself."""
    merge = Merge.objects.filter(pk=fact.merge).first()
    if merge and merge.asked_by_id:
        key = f"idea-merge-{merge.pk}-refused"
        tell(key=key, what="idea.merge_refused", thing=merge.pk, about=[merge.asked_by_id], but=fact.by)


@later(CampaignChanged)
def tell_changed_campaign(fact: CampaignChanged) -> None:
    """Who follows a campaign hears that its words or its dates are otherwise; once in a day is enough."""
    campaign = Campaign.objects.filter(pk=fact.campaign).first()
    if campaign:
        key = f"campaign-{campaign.pk}-changed-{today():%Y%m%d}"
        follow = queries.followers([campaign.node_id])
        tell(key=key, what="campaign.changed", thing=campaign.node_id, follow=follow, but=fact.by)


@later(CampaignEntrusted)
def tell_new_owner(fact: CampaignEntrusted) -> None:
    """Who answers for a campaign from now on hears of it, unless she took it on herself."""
    campaign = Campaign.objects.filter(pk=fact.campaign).first()
    if campaign and campaign.owner_id:
        key = f"campaign-{campaign.pk}-owner-{campaign.owner_id}-{today():%Y%m%d}"
        about = [campaign.owner_id]
        tell(key=key, what="campaign.entrusted", thing=campaign.node_id, about=about, but=fact.by)


@later(PhaseBegan)
def tell_phase(fact: PhaseBegan) -> None:
    """Who follows a campaign or had a part in its ideas finds on the page what it does from now on."""
    begun = PhaseBegun.objects.select_related("campaign").filter(pk=fact.begun).first()
    if begun:
        campaign = begun.campaign
        nodes = [campaign.node_id, *campaign.ideas.values_list("node", flat=True)]
        follow = queries.hands_in(nodes) | queries.followers(nodes)
        key, what = f"campaign-{campaign.pk}-phase-{begun.kind}", f"campaign.phase.{begun.kind}"
        tell(key=key, what=what, thing=campaign.node_id, follow=follow)


def _writers(idea: Idea) -> set[int]:
    return {person for person in idea.authors.values_list("person", flat=True) if person}


def _wrote(parts: dict[int, set[str]]) -> set[int]:
    return {person for person, said in parts.items() if Part.WROTE in said}


def _tell_taker(step: IdeaStep, by: int | None) -> None:
    """Who had a part in the idea that took another in, or let it go, hears of it, unless she heard it as a part of the other."""
    joinings = Merge.objects.filter(idea=step.idea, agreed_at__isnull=False).select_related("into")
    told = {
        "idea.took_in": joinings.filter(agreed_at=step.at) if step.state == IdeaState.MERGED else None,
        "idea.let_go": joinings.filter(undone_at=step.at) if step.state == IdeaState.OPEN else None,
    }
    for what, found in told.items():
        for merge in found or ():
            people, follow = queries.parts_in([merge.into.node_id]), queries.followers([merge.into.node_id])
            key = f"idea-step-{step.pk}"
            tell(key=key, what=what, thing=step.pk, about=set(people), follow=follow, but=by)


def _told_by_a_trial(step: IdeaStep) -> bool:
    """Say whether an experiment that begins in the same act tells of the step."""
    if step.state != IdeaState.TRIED:
        return False
    of_idea = {step.idea.node_id} | set(
        step.idea.steps.exclude(node=None).values_list("node", flat=True).order_by()
    )
    return Link.objects.filter(kind=LinkKind.TRIED, source__in=of_idea, at=step.at).exists()
