"""axe-core, run inside the page: works under a strict content security policy, fetches nothing."""

from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

from .findings import Finding

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The walker has stricter rules for these.
OFF = ["page-has-heading-one", "heading-order", "skip-link"]

RUN = """async ([tags, off]) => {
  const answer = await axe.run(document, {
    resultTypes: ["violations"], preload: false, iframes: false, elementRef: false,
    runOnly: { type: "tag", values: tags },
    rules: Object.fromEntries(off.map((name) => [name, { enabled: false }])),
  });
  return answer.violations.map(({ id, tags, help, nodes }) => ({ id, tags, help, nodes: nodes.map((node) => ({
    target: node.target.flat().join(" "),
    why: [...node.any, ...node.all, ...node.none].map((check) => check.message)[0] ?? "",
  })) }));
}"""


def source() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def run(page: Page, url: str, *, contrast: bool = True) -> list[Finding]:
    """axe's violations; what it cannot decide is left to people. Contrast takes most of its time."""
    answer: list[dict[str, Any]] = page.evaluate(RUN, [TAGS, OFF if contrast else [*OFF, "color-contrast"]])
    return [
        Finding(
            url=url,
            rule=violation["id"],
            criterion=_criterion(violation["tags"]),
            target=node["target"],
            sentence=f"{violation['help']}: {node['why']}",
        )
        for violation in answer
        for node in violation["nodes"]
    ]


def _criterion(tags: list[str]) -> str:
    for tag in tags:
        if tag.startswith("wcag") and tag[4:].isdigit():
            return f"{tag[4]}.{tag[5]}.{tag[6:]}"
    return "best practice"
