"""What the checker says of a page: findings, and what the page weighs."""

import json
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True, order=True)
class Finding:
    """One barrier or fault: where, by which rule, and a sentence that a person understands."""

    url: str
    rule: str
    criterion: str
    target: str
    sentence: str

    def line(self) -> str:
        return json.dumps(
            {
                "url": self.url,
                "rule": self.rule,
                "criterion": self.criterion,
                "target": self.target,
                "sentence": self.sentence,
            },
            ensure_ascii=False,
        )

    def read(self) -> str:
        """As a failing test prints it."""
        return f"{self.sentence} [{self.rule}, {self.criterion}] at {self.target}"


@dataclass(frozen=True, kw_only=True)
class Weight:
    """Bytes. Text is counted gzipped, whether or not the server gzips; pictures and fonts as sent."""

    html: int = 0
    css: int = 0
    script: int = 0
    other: int = 0

    @property
    def first_view(self) -> int:
        """HTML and CSS: what must arrive before anything is drawn."""
        return self.html + self.css

    @property
    def total(self) -> int:
        return self.html + self.css + self.script + self.other


@dataclass(frozen=True, kw_only=True)
class View:
    """One page, seen once at one width."""

    url: str
    width: int
    status: int
    title: str
    language: str
    weight: Weight
    findings: list[Finding] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)


def merge(views: list[View]) -> list[Finding]:
    """The findings of one page at several widths, each once; one seen at some widths only says at which."""
    seen: dict[tuple[str, str, str], tuple[Finding, set[int]]] = {}
    for view in views:
        for finding in view.findings:
            key = (finding.url, finding.rule, finding.target)
            seen.setdefault(key, (finding, set()))[1].add(view.width)
    widths = {view.width for view in views}
    merged = []
    for finding, at in seen.values():
        where = "" if at == widths else f" (at {', '.join(map(str, sorted(at)))} px)"
        merged.append(
            Finding(
                url=finding.url,
                rule=finding.rule,
                criterion=finding.criterion,
                target=finding.target,
                sentence=finding.sentence + where,
            )
        )
    return merged


def same_titles(views: list[View]) -> list[Finding]:
    """Two addresses in one language must not share a title (WCAG 2.4.2)."""
    first: dict[tuple[str, str], str] = {}
    found: dict[str, Finding] = {}
    for view in views:
        if not view.title or view.status >= 400:
            continue
        other = first.setdefault((view.language, view.title), view.url)
        if other != view.url:
            found[view.url] = Finding(
                url=view.url,
                rule="title-unique",
                criterion="2.4.2",
                target="title",
                sentence=f"The title “{view.title}” is also that of {other}.",
            )
    return list(found.values())
