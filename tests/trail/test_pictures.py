"""The picture of a story: the things and ways of its list, each in its place, and the same each time."""

import re
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fiksummin.trail.choices import LinkKind, NodeKind
from fiksummin.trail.models import Link, Node
from fiksummin.trail.picture import Dot, Picture, Way, picture
from fiksummin.trail.queries import Step
from fiksummin.trail.templatetags.pictures import drawn
from fiksummin.trail.things import Face

BEGAN = datetime(2027, 1, 4, 7, tzinfo=UTC)
type Arrow = tuple[int, int, bool]
"""From which to which, and whether it was undone."""


def told(count: int, arrows: list[Arrow], *, missing: int = 0) -> list[Step]:
    """A story of so many things; the first ``missing`` stand in an earlier part of it."""
    nodes = [Node(pk=n + 1, kind=NodeKind.IDEA, opened_at=BEGAN + timedelta(days=n)) for n in range(count)]
    faces = [
        Face(f"Ajatus {n + 1} yhteisistä aamukahveista kaikille", f"/ideas/{n + 1}/") for n in range(count)
    ]
    came: list[list[tuple[Link, Face]]] = [[] for _n in nodes]
    for place, (one, two, undone) in enumerate(arrows):
        link = Link(
            pk=place,
            source=nodes[one],
            target=nodes[two],
            kind=LinkKind.LED,
            undone_at=BEGAN if undone else None,
        )
        came[two].append((link, faces[one]))
    return [Step(nodes[n], faces[n], tuple(came[n])) for n in range(missing, count)]


@st.composite
def stories(draw: st.DrawFn) -> list[Step]:
    """Things in any order of time, ways that lead to no circle, and ways undone that may lead anywhere."""
    count = draw(st.integers(1, 30))
    order = draw(st.permutations(range(count)))
    number = st.integers(0, count - 1)
    pairs = draw(st.sets(st.tuples(number, number).filter(lambda pair: pair[0] != pair[1]), max_size=50))
    undone = draw(st.sets(st.sampled_from(sorted(pairs)))) if pairs else set()
    arrows = []
    for one, two in sorted(pairs):
        above, below = sorted((one, two), key=order.index)
        pair = (one, two) if (one, two) in undone else (above, below)
        arrows.append((*pair, (one, two) in undone))
    return told(count, sorted(set(arrows)), missing=draw(st.integers(0, count - 1)))


@settings(max_examples=300, deadline=None)
@given(steps=stories())
def test_it_has_the_things_and_ways_of_the_list_and_none_lies_on_another(steps: list[Step]) -> None:
    links = [link for step in steps for link, _face in step.comes_of]
    seen = picture(steps)
    assert {dot.number for dot in seen.dots} == {step.node.pk for step in steps} | {
        link.source_id for link in links
    }
    assert [dot.step for dot in seen.dots if dot.step] == sorted(
        steps, key=lambda step: row(seen, step.node.pk)
    )
    assert sorted(way.link.pk for way in seen.ways) == sorted(link.pk for link in links)
    assert sorted(dot.row for dot in seen.dots) == list(range(len(seen.dots))), "each has a row of its own"
    for way in seen.ways:
        assert (way.points[0], way.points[-1]) == (way.source.at, way.target.at)
        assert (way.source.number, way.target.number) == (way.link.source_id, way.link.target_id)
        assert way.link.undone_at or way.source.row < way.target.row, "what something came of stands above it"
        assert not [dot for dot in seen.dots if dot not in (way.source, way.target) and lies_on(dot, way)]
    assert all(x < seen.text_at for way in seen.ways for x, _y in way.points), (
        "words begin right of all lines"
    )
    assert picture(steps) == seen


@settings(max_examples=60, deadline=None)
@given(steps=stories())
def test_ways_that_were_undone_do_not_run_into_one_another(steps: list[Step]) -> None:
    ways = [way for way in picture(steps).ways if way.link.undone_at]
    for place, one in enumerate(ways):
        for two in ways[:place]:
            if one.column == two.column:
                above = sorted((one.source.row, one.target.row)), sorted((two.source.row, two.target.row))
                (_begins, ends), (begins, _ends) = sorted(above)
                assert ends < begins


@pytest.mark.parametrize("count", [1, 2, 30, 200])
def test_a_chain_goes_straight_down_and_what_branches_goes_apart(count: int) -> None:
    chain = picture(told(count, [(n, n + 1, False) for n in range(count - 1)]))
    assert {dot.column for dot in chain.dots} == {0}
    assert [dot.number for dot in chain.dots] == list(range(1, count + 1))
    star = picture(told(count, [(0, n, False) for n in range(1, count)]))
    assert [dot.column for dot in star.dots] == [0, *[1] * (count - 2), 0][:count]
    merged = picture(told(count, [(n, count - 1, False) for n in range(count - 1)]))
    assert [dot.column for dot in merged.dots] == [*range(count - 1), 0]


def test_what_came_of_one_branch_is_told_before_the_next() -> None:
    """A campaign, two ideas, and an experiment from the first, begun after the second idea came."""
    seen = picture(told(4, [(0, 1, False), (0, 2, False), (1, 3, False)]))
    assert [(dot.number, dot.column) for dot in seen.dots] == [(1, 0), (2, 1), (4, 1), (3, 0)]


@pytest.mark.parametrize("count", [1, 2, 30, 200])
def test_each_is_drawn_once_with_its_page_its_day_and_its_way(count: int) -> None:
    arrows = [(n // 3, n, n % 7 == 0) for n in range(1, count)]
    seen = picture(told(count, arrows))
    svg = drawn(seen, here=1)
    assert re.findall(r'<a href="([^"]+)"', svg) == [dot.face.url for dot in seen.dots]
    assert svg.count("<circle") == count
    assert svg.count('class="way') == count - 1
    assert svg.count('class="way undone"') == sum(undone for _one, _two, undone in arrows)
    assert svg.count('class="here"') == 1
    assert 'aria-hidden="true"' in svg
    for dot in seen.dots:
        assert dot.step
        assert f"{dot.step.node.opened_at:%Y}" in svg
    ends = [tuple(map(int, d)) for d in re.findall(r"L(\d+) (\d+)M", svg)]
    assert len(ends) == count - 1
    for way, (x, y) in zip(seen.ways, ends, strict=True):
        assert abs(x - way.target.at[0]) + abs(y - way.target.at[1]) == 9, "an arrow ends at its target"


def test_titles_are_shortened_and_harmless() -> None:
    steps = told(1, [])
    node = steps[0].node
    face = Face('<script>alert("x")</script> ' + "kokeilukapulatoiminnanohjaus" * 5, "/x/?a=1&b=2", "fi")
    svg = drawn(picture([Step(node, face, ())]), here=0)
    assert "<script" not in svg
    assert 'href="/x/?a=1&amp;b=2"' in svg
    assert all(len(line) <= 60 for line in re.findall(r'lang="fi">([^<]*)', svg))
    assert "…" in svg


def row(seen: Picture, number: int) -> int:
    return next(dot.row for dot in seen.dots if dot.number == number)


def lies_on(dot: Dot, way: Way) -> bool:
    x, y = dot.at
    return any(
        min(one[0], two[0]) <= x <= max(one[0], two[0]) and min(one[1], two[1]) <= y <= max(one[1], two[1])
        for one, two in pairwise(way.points)
    )
