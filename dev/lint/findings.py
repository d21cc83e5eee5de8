"""A finding, and the one way to be excused from it: ``allow(rule): reason`` on its line or above."""

import re
from dataclasses import dataclass
from pathlib import Path

EXCUSE = re.compile(r"(?:#|\{#|//|/\*)\s*allow\((?P<rule>[a-z-]+)\)(?P<reason>:\s*\S[^#*]*)?")


@dataclass(frozen=True, order=True)
class Finding:
    """One place where a rule is broken, with the sentence that teaches it."""

    path: Path
    line: int
    rule: str
    lesson: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.rule}: {self.lesson}"


def excused(findings: list[Finding], source: str) -> list[Finding]:
    """Leave out what the file excuses with a reason; an excuse without one is itself a finding."""
    lines = source.splitlines()
    return [finding for finding in findings if not _is_excused(finding, lines)]


def empty_excuses(path: Path, source: str) -> list[Finding]:
    """Find excuses that give no reason."""
    return [
        Finding(
            path, number, "excuse", "Say why: allow(rule): reason. The next reader must be able to judge."
        )
        for number, line in enumerate(source.splitlines(), 1)
        for excuse in EXCUSE.finditer(line)
        if not excuse["reason"]
    ]


def _is_excused(finding: Finding, lines: list[str]) -> bool:
    near = lines[max(finding.line - 2, 0) : finding.line]
    return any(
        excuse["rule"] == finding.rule and excuse["reason"]
        for line in near
        for excuse in EXCUSE.finditer(line)
    )
