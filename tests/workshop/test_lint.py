"""Our own rules: each seeded with a defect, and shown a clean look-alike that must raise nothing."""

from pathlib import Path

import pytest

from dev.lint.__main__ import findings

VIEWS = "fiksummin/spaces/views.py"
ACTIONS = "fiksummin/spaces/actions/visits.py"
RULES = "fiksummin/spaces/rules.py"
FORMS = "fiksummin/spaces/forms.py"
TASKS = "fiksummin/spaces/tasks.py"
PAGE = "fiksummin/spaces/templates/spaces/visit.html"
SCRIPT = "frontend/src/behaviours/copy.ts"
GETTEXT = "from django.utils.translation import gettext as _\n"
LAZY = "from django.utils.translation import gettext_lazy as _\n"
NL = "\n"


def rules_broken(path: str, source: str) -> list[str]:
    return [finding.rule for finding in findings(Path(path), source)]


@pytest.mark.parametrize(
    ("rule", "path", "source"),
    [
        ("writes", VIEWS, "visit.save()"),
        ("writes", VIEWS, "visit.save(update_fields=['note'])"),
        ("writes", TASKS, "Visit.objects.filter(old=True).delete()"),
        ("writes", "fiksummin/api/visits.py", "Visit.objects.create(site=site)"),
        ("writes", "fiksummin/people/models/person.py", "person.role_set.filter(a=1).update(b=2)"),
        ("through-the-person", VIEWS, "visit = Visit.objects.get(pk=pk)"),
        ("through-the-person", VIEWS, "visit = get_object_or_404(Visit, pk=pk)"),
        ("through-the-person", "fiksummin/api/visits.py", "get_object_or_404(Visit.objects.all(), pk=pk)"),
        ("lock-says-key", ACTIONS, "Visit.objects.select_for_update().get(pk=pk)"),
        ("now", RULES, "moment = timezone.now()"),
        ("now", RULES, "moment = datetime.datetime.now()"),
        ("now", VIEWS, "day = date.today()"),
        ("mail", ACTIONS, "send_mail('a', 'b', 'c', ['d'])"),
        ("after-commit", ACTIONS, "transaction.on_commit(tell)"),
        ("keywords-only", ACTIONS, "def cancel(visit, *, by, at): ..."),
        ("rules-say-why", RULES, "def may_cancel(visit) -> bool: ..."),
        ("translated", ACTIONS, "raise NotAllowed('It is full.')"),
        ("translated", ACTIONS, "raise Conflict(f'{site} is full.')"),
        ("translated", VIEWS, "messages.success(request, 'Done.')"),
        ("translated", FORMS, "field = CharField(label='Name')"),
        ("lazy", FORMS, GETTEXT + "LABEL = _('Name')"),
        ("lazy", FORMS, GETTEXT + "class Form:\n    name = field(label=_('Name'))"),
        ("lazy", FORMS, GETTEXT + "def f(label=_('Name')): ..."),
        ("found-by-xgettext", FORMS, "from django.utils.translation import gettext_lazy as lazy"),
        ("found-by-xgettext", FORMS, "from django.utils.translation import pgettext as _"),
        ("reason", VIEWS, "import x  # noqa"),
        ("reason", VIEWS, "import x  # noqa: F401"),
        ("reason", VIEWS, "x = y  # type: ignore"),
        ("reason", VIEWS, "x = y  # type: ignore[misc]"),
        ("reason", VIEWS, "x = y  # pragma: no cover"),
        ("long-function", RULES, "def f():\n" + "    x = 1\n" * 61),
        ("long-view", VIEWS, "def visit(request):\n" + "    x = 1\n" * 21),
        ("long-file", RULES, "x = 1\n" * 401),
        ("long-template", PAGE, "<p>\n" * 201),
        ("long-behaviour", SCRIPT, "x;\n" * 101),
        ("inline", PAGE, '<p style="color: red">'),
        ("inline", PAGE, "<style>p {}</style>"),
        ("inline", PAGE, "<script>alert(1)</script>"),
        ("inline", PAGE, '<script nonce="{{ csp_nonce }}">alert(1)</script>'),
        ("inline", PAGE, '<a href="#" onclick="go()">'),
        ("inline", PAGE, '<a href="javascript:go()">'),
        ("third-party", PAGE, '<img src="https://elsewhere.example/a.png" alt="">'),
        ("third-party", PAGE, '<link rel="stylesheet" href="//elsewhere.example/a.css">'),
        ("safe", PAGE, "{{ note|safe }}"),
        ("safe", PAGE, "{% autoescape off %}"),
        ("csrf", PAGE, '<form method="post"></form>'),
        ("csrf", PAGE, '<form method="post">{% csrf_token %}</form><form method="POST"></form>'),
        ("raw-html", SCRIPT, "box.innerHTML = text;"),
        ("found-by-xgettext", FORMS, GETTEXT + "def f(x): return f'{x}: {_(\"All of it\")}'"),
        ("excuse", VIEWS, "x = 1  # allow" + "(writes)"),
    ],
)
def test_a_defect_is_found(rule: str, path: str, source: str) -> None:
    assert rules_broken(path, source) == [rule]


@pytest.mark.parametrize(
    ("path", "source"),
    [
        (ACTIONS, "visit.save(update_fields=['note'])"),
        (VIEWS, "picture.save(buffer, 'PNG')"),
        (VIEWS, "counts.update(more); seen.delete()"),
        ("fiksummin/spaces/migrations/0001_initial.py", "Visit.objects.create(site=site)"),
        ("fiksummin/spaces/personal.py", "Visit.objects.filter(person=7).delete()"),
        ("tests/spaces/test_visits.py", "visit.save()"),
        (VIEWS, "get_object_or_404(Visit.objects.visible_to(person), pk=pk)"),
        (VIEWS, "visit = Visit.objects.visible_to(person).get(pk=pk)"),
        (VIEWS, "get_object_or_404(visits, pk=pk)"),
        (VIEWS, "get_object_or_404(ApiToken, pk=pk, person=reader(request))"),
        (VIEWS, "note = request.POST.get('note')"),
        ("fiksummin/spaces/queries/visits.py", "Visit.objects.get(pk=pk)"),
        (ACTIONS, "Visit.objects.select_for_update(no_key=True).get(pk=pk)"),
        ("fiksummin/core/time.py", "moment = datetime.now(UTC)"),
        (VIEWS, "moment = now(); day = date(2026, 11, 24)"),
        ("fiksummin/core/mail.py", "EmailMessage(to=to)"),
        ("fiksummin/core/facts.py", "transaction.on_commit(tell)"),
        (ACTIONS, "def cancel(*, visit, by, at): ..."),
        (ACTIONS, "def in_order(cells): ..."),
        (ACTIONS, "def _cancel(visit, by): ..."),
        (RULES, "def why_not_cancel(visit) -> str: ..."),
        (RULES, "def is_past(visit) -> bool: ..."),
        (ACTIONS, "raise NotAllowed(reason)"),
        (ACTIONS, GETTEXT + "def f():\n    raise NotAllowed(_('It is full.'))"),
        ("fiksummin/core/commands.py", "raise NotAllowed('Run fiksummin migrate.')"),
        (FORMS, LAZY + "from django.utils.translation import activate as speak, pgettext"),
        (FORMS, GETTEXT + "def f(x):\n    all_of_it = _('All of it')\n    return f'{x}: {all_of_it}'"),
        (FORMS, LAZY + "field = CharField(label=_('Name'), help_text='')"),
        (FORMS, GETTEXT + "def f(): return _('Name')\nname = lambda: _('Name')"),
        (VIEWS, "import x  # noqa: F401 -- others import it from here"),
        (VIEWS, "x = y  # type: ignore[misc]  # the plugin does not see it"),
        (VIEWS, "x = y  # type: ignore[misc] -- the plugin does not see it"),
        (VIEWS, "x = '# noqa is a word here'"),
        (RULES, "def f():\n    '''" + NL * 60 + "'''\n" + "    x = 1\n" * 60),
        (VIEWS, "def visit(request):\n" + "    x = 1\n" * 20),
        (VIEWS, "def helper(visit):\n" + "    x = 1\n" * 30),
        (PAGE, '<p class="style" data-style="wide">'),
        (PAGE, "<script src=\"{% static 'ui/fiksummin.js' %}\" defer></script>"),
        (PAGE, '<script type="application/json" id="days">[1]</script>'),
        (PAGE, '{# <p style="x"> #}{% comment %}<style></style>{% endcomment %}'),
        (PAGE, '<a href="https://www.finlex.fi/" rel="external">'),
        (PAGE, '<link rel="canonical" href="https://lab.example/fi/">'),
        (PAGE, '<img src="/media/a.png" alt="">'),
        (PAGE, "{{ note|safely }}{% translate 'It is safe' %}"),
        (PAGE, '<form method="post">{% csrf_token %}</form><form method="get"></form>'),
        (SCRIPT, "if (box.innerHTML === text) return;"),
    ],
)
def test_a_clean_look_alike_raises_nothing(path: str, source: str) -> None:
    assert rules_broken(path, source) == []


@pytest.mark.parametrize(
    ("path", "source"),
    [
        (VIEWS, "visit.save()  # allow(writes): the session of the reader, no fact"),
        (VIEWS, "# allow(writes): the session of the reader, no fact\nvisit.save()"),
        (PAGE, "{# allow(safe): made by our own nh3 cleaner #}\n{{ body|safe }}"),
        (SCRIPT, "// allow(raw-html): a fragment that our server made\nbox.innerHTML = text;"),
    ],
)
def test_an_exception_with_its_reason_is_accepted(path: str, source: str) -> None:
    assert rules_broken(path, source) == []


def test_an_exception_holds_for_its_rule_and_its_line_alone() -> None:
    source = "# allow(mail): no\nvisit.save()\nx = 1  # allow(writes): yes\n\nvisit.save()"
    assert rules_broken(VIEWS, source) == ["writes", "writes"]


def test_a_finding_says_where_and_teaches() -> None:
    [finding] = findings(Path(ACTIONS), "\nVisit.objects.select_for_update()")
    assert str(finding).startswith(
        "fiksummin/spaces/actions/visits.py:2: lock-says-key: Say select_for_update"
    )
