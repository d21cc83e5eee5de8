"""Reading the table: who gets which answer at which address.

A line is an address, a method, and verdicts separated by ``;``, each a few
people and a status::

    visits/<int:pk>/change/   GET   member 200; hosts 403; rest 404

``rest`` is everybody signed in who is not named. What a line need not say:
the anonymous are led to sign in (302), those whose time is over get 403, the
erased are anonymous, and an owner without her second factor is an outsider
who is led to it instead of being denied. A method without a line is 405.
``public 200`` is for all, ``ANY`` for every method, ``OTHER`` for those without a line. In an address ``<int:pk=arrived>`` names another
thing of the world than ``<int:pk>``.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
SIGNED = (
    "member", "colleague", "outsider", "partner", "guest", "host", "other_host", "facilitator", "editor",
    "manager", "owner",
)  # fmt: skip
GROUPS = {
    "hosts": ("host", "manager", "owner"),
    "anyhosts": ("host", "other_host", "manager", "owner"),
    "managers": ("manager", "owner"),
    "editors": ("editor", "owner"),
    "staff": ("host", "other_host", "facilitator", "editor", "manager", "owner"),
}
ENDED = ("lapsed", "expired")
PAGE_PEOPLE = ("anonymous", *SIGNED, "weak_owner", *ENDED, "erased")
API_PEOPLE = ("anonymous", *SIGNED, "reader", "weak_owner", *ENDED, "erased")
LOGIN = 302
type Verdict = Callable[[str, dict[str, int]], dict[str, int]]


@dataclass
class Row:
    """An address and what each method answers to each persona."""

    route: str
    within: str = ""
    """The resolver's pattern, for a page that stands below one."""
    api: bool = False
    methods: dict[str, dict[str, int]] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """The address as the resolver writes it, without the names of things."""
        return self.within or re.sub(r"=\w+>", ">", self.route)


def read(table: str, within: str = "") -> list[Row]:
    """Read a table of pages, ``within`` one pattern if they have no addresses of their own."""
    return list(_rows(table, _page_verdict, within=within))


def read_api(table: str) -> list[Row]:
    """Read a table of the API: a token in place of a session, 401 in place of signing in."""
    return list(_rows(table, _api_verdict, api=True))


def _rows(table: str, verdict: Verdict, *, within: str = "", api: bool = False) -> Iterator[Row]:
    row = None
    for line in table.splitlines():
        text = line.partition(" # ")[0].rstrip()
        if not text or text.startswith("#"):
            continue
        parts = re.fullmatch(r"(\S*)\s+([A-Z]+)\s+(.+)", text)
        assert parts, f"a line that cannot be read: {line}"
        route, named, said = parts.groups()
        if route:
            row = Row(route, within, api)
            yield row
        assert row is not None, f"a line before any address: {line}"
        for method in _methods(named, row):
            assert method in METHODS, line
            assert method not in row.methods, f"said twice: {line}"
            row.methods[method] = verdict(method, _said(said))


def _methods(named: str, row: Row) -> list[str]:
    if named == "OTHER":
        return [method for method in METHODS if method not in row.methods]
    return list(METHODS) if named == "ANY" else [named]


def _said(text: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for part in text.split(";"):
        *who, status = part.split()
        for name in who:
            for persona in GROUPS.get(name, (name,)):
                assert persona in {*PAGE_PEOPLE, *API_PEOPLE, "rest", "public"}, f"nobody is called {persona}"
                found[persona] = int(status)
    return found


def _page_verdict(method: str, said: dict[str, int]) -> dict[str, int]:
    rest = said.get("rest", said.get("public"))
    full = {persona: said.get(persona, rest) for persona in SIGNED}
    full["anonymous"] = said.get("anonymous", said.get("public", LOGIN))
    full |= {persona: said.get(persona, 403) for persona in ENDED}
    full["erased"] = full["anonymous"]
    led = method == "GET" and full["outsider"] in {403, 404}
    full["weak_owner"] = said.get("weak_owner", LOGIN if led else full["outsider"])
    return _whole(full)


def _api_verdict(method: str, said: dict[str, int]) -> dict[str, int]:
    rest = said.get("rest", said.get("public"))
    full = {persona: said.get(persona, rest) for persona in SIGNED}
    public = said.get("public")
    full["anonymous"] = full["erased"] = public or 401
    full |= dict.fromkeys(ENDED, public or 403)
    full["weak_owner"] = full["outsider"]
    full["reader"] = public or said.get("reader", full["member"] if method == "GET" else 403)
    return _whole(full)


def _whole(full: dict[str, int | None]) -> dict[str, int]:
    missing = [persona for persona, status in full.items() if status is None]
    assert not missing, f"the line says nothing of {missing}"
    return {persona: status for persona, status in full.items() if status is not None}
