"""Batons: where they went, and one's own turn."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fiksummin.core.errors import refuse_if
from fiksummin.core.time import today
from fiksummin.experiments import actions, queries, rules
from fiksummin.experiments.forms import BatonForm, HandOverForm, ThrowManyForm
from fiksummin.experiments.models import Baton, Hold
from fiksummin.ideas.models import Campaign
from fiksummin.people.models import Person
from fiksummin.people.queries import person_of, reader_of
from fiksummin.ui.attempts import attempt, once, refuse_unless_done, say_done, see_other, sent

ON_A_PAGE = 50


@require_safe
def baton_list(request: HttpRequest) -> HttpResponse:
    """Show the batons that go round, the newest first."""
    reader, slug = reader_of(request), request.GET.get("campaign", "")
    campaign = get_object_or_404(Campaign.objects.visible_to(reader), slug=slug) if slug else None
    found = queries.batons_for(reader)
    pages = Paginator(found.filter(campaign=campaign) if campaign else found, ON_A_PAGE)
    context = {
        "page": pages.get_page(request.GET.get("page")), "campaign": campaign,
        "throws": reader is not None and not rules.why_not_throw(reader),
    }  # fmt: skip
    return render(request, "experiments/baton_list.html", context)


@require_safe
def baton(request: HttpRequest, pk: int) -> HttpResponse:
    """Show where a baton went, hand by hand."""
    found, reader = seen_baton(request, pk), reader_of(request)
    hold = queries.holder(found)
    context = {
        "baton": found,
        "hold": hold,
        "mine": bool(reader and hold and hold.person_id == reader.pk),
        "takes": bool(reader and hold and not rules.why_not_claim(hold, reader, is_asked=False)),
        "frees": bool(reader and hold and not rules.why_not_free(hold, reader, today())),
        "tree": queries.tree(found, reader) if found.first_id or queries.has_branches(found) else None,
        "why_not_hand": rules.why_not_hand_over(hold, reader) if reader and hold else "",
    }
    return render(request, "experiments/baton.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def baton_new(request: HttpRequest) -> HttpResponse:
    """Throw a baton; ``?organisation=`` says where to, as an empty cell of the overview does."""
    person = person_of(request)
    refuse_if(rules.why_not_throw(person))
    units = queries.seldom_reached(person, today())
    form = BatonForm(sent(request), units=units, initial={"unit": request.GET.get("organisation", "")})
    tried = attempt(
        form,
        lambda: once(
            request, form, lambda: actions.throw_baton(by=person, wish=form.wish(), receiver=form.given).pk
        ),
    )
    if tried.result:
        say_done(request, _("The baton is on its way."))
        return see_other("experiments:baton", tried.result)
    return render(request, "experiments/baton_new.html", {"form": form}, status=tried.status)


@require_POST
@login_required
def baton_acceptance(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the baton that is offered."""
    person, found = person_of(request), seen_baton(request, pk)
    actions.accept_baton(by=person, hold=_held(found))
    say_done(request, _("The baton is yours. Try something that is new to you."))
    return see_other("experiments:baton", found.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def baton_handover(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand the baton on after one's own experiment, or pass it on without one."""
    person, found = person_of(request), seen_baton(request, pk)
    hold = next((turn for turn in found.holds.all() if turn.person_id == person.pk), None) or _held(found)
    form = _hand_over_form(request, found, person)
    untried = hold.experiment is None or hold.experiment.ended_at is None
    if untried:
        del form.fields["more"]
    refuse_unless_done(request, form, rules.why_not_pass_on(hold, person))
    tried = attempt(form, lambda: once(request, form, lambda: _hand_on(form, person, hold).pk))
    if tried.result:
        say_done(request, _("The baton is on its way."))
        return see_other("experiments:baton", found.pk)
    context = {"form": form, "baton": found, "untried": untried}
    return render(request, "experiments/baton_handover.html", context, status=tried.status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def baton_release(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a baton that stands still from its holder, and give it to another."""
    person, found = person_of(request), seen_baton(request, pk)
    hold = _held(found)
    form = _hand_over_form(request, found, person)
    del form.fields["more"]
    refuse_unless_done(request, form, rules.why_not_free(hold, person, today()))
    tried = attempt(
        form,
        lambda: once(request, form, lambda: actions.free_baton(by=person, hold=hold, receiver=form.given).pk),
    )
    if tried.result:
        return see_other("experiments:baton", found.pk)
    return render(
        request,
        "experiments/baton_handover.html",
        {"form": form, "baton": found, "frees": True},
        status=tried.status,
    )


@require_POST
@login_required
def baton_holder(request: HttpRequest, pk: int) -> HttpResponse:
    """Say whether members read one's name with one's turn: ``wanted`` says which."""
    person, found = person_of(request), seen_baton(request, pk)
    hold = get_object_or_404(Hold.objects.visible_to(person), baton=found)
    actions.show_holder(by=person, hold=hold, is_named=request.POST.get("wanted") != "0")
    return see_other("experiments:baton", found.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def campaign_batons(request: HttpRequest, slug: str) -> HttpResponse:
    """Throw the batons of a campaign at once."""
    person = person_of(request)
    campaign = get_object_or_404(Campaign.objects.visible_to(person), slug=slug)
    refuse_if(rules.why_not_throw_many(campaign, person, 1))
    form = ThrowManyForm(sent(request), units=queries.seldom_reached(person, today()))
    tried = attempt(form, lambda: once(request, form, lambda: _throw_many(form, person, campaign)))
    if tried.result:
        say_done(request, _("The batons are on their way: %(count)d.") % {"count": tried.result})
        return see_other("ideas:campaign", campaign.slug, fragment="batons")
    context = {"form": form, "campaign": campaign}
    return render(request, "experiments/campaign_batons.html", context, status=tried.status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def baton_offer(request: HttpRequest, token: str) -> HttpResponse:
    """Show the person to whose address it was offered, and nobody else, the baton; she takes it, or passes it on."""
    person = person_of(request)
    hold = queries.hold_by(token, person)
    if hold is None:
        raise Http404
    if request.method != "POST":
        mine = hold.person_id == person.pk
        barred = (
            rules.why_not_accept(hold, person) if mine else rules.why_not_claim(hold, person, is_asked=True)
        )
        context = {"baton": hold.baton, "token": token, "barred": barred}
        return render(request, "experiments/baton_offer.html", context)
    if request.POST.get("wanted") == "0":
        actions.claim_baton(by=person, hold=hold, is_asked=True)
        return see_other("experiments:baton_handover", hold.baton_id)
    actions.accept_baton(by=person, hold=hold, is_asked=True)
    say_done(request, _("The baton is yours. Try something that is new to you."))
    return see_other("experiments:baton", hold.baton_id)


def seen_baton(request: HttpRequest, pk: int) -> Baton:
    """Give a baton with its turns."""
    return get_object_or_404(queries.whole_baton(reader_of(request)), pk=pk)


def _throw_many(form: ThrowManyForm, person: Person, campaign: Campaign) -> int:
    wish = form.wish()
    return len(actions.throw_many(by=person, campaign=campaign, wish=wish, receivers=form.receivers))


def _hand_on(form: HandOverForm, person: Person, hold: Hold) -> Hold:
    if "more" not in form.fields:
        return actions.pass_baton_on(by=person, hold=hold, receiver=form.given)
    more = form.cleaned_data["more"]
    return actions.hand_over_baton(by=person, hold=hold, receiver=form.given, more=more)


def _hand_over_form(request: HttpRequest, baton: Baton, person: Person) -> HandOverForm:
    been = {turn.organisation_id for turn in baton.holds.all() if turn.organisation_id}
    return HandOverForm(sent(request), units=queries.seldom_reached(person, today()), been=been)


def _held(baton: Baton) -> Hold:
    hold = queries.holder(baton)
    assert hold is not None  # noqa: S101 -- a baton is always in somebody's hands
    return hold
