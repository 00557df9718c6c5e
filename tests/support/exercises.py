"""The exercises as tests walk them: the way that a case supports, and one that goes astray."""

from functools import cache

import pytest

from handbook.data import Scenario
from pathways.flows import AREAS, area_of
from pathways.marking import Marking, journey, marking
from pathways.model import Flow
from pathways.walk import Walk
from tests.support.flows import Reply, all_journeys, library, reply, spread

CASES = tuple(case for area in AREAS for case in library().scenarios[area.id].scenarios)

each_case = pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])


def flow_of(case: Scenario) -> Flow:
    """The flow in which a case begins."""
    return area_of(case.entry).flow(case.entry)


def page_of(case: Scenario) -> str:
    """The address of the page that holds an exercise."""
    return f"/training/{flow_of(case).area}/"


@cache
def right_way(number: int) -> Walk:
    """The way that a case supports."""
    return journey(area_of(CASES[number].entry), CASES[number])


@cache
def wrong_way(number: int) -> Walk | None:
    """A way of a case that its marking finds most wrong with; none where every way leads to the same advice."""
    case = CASES[number]
    ways = [(_faults(marking(case, way)), way) for way in spread(flow_of(case), 24)]
    worst, way = max(ways, key=lambda pair: pair[0])
    return way if any(worst) else None


def _faults(found: Marking) -> tuple[int, int, int]:
    """What is wrong with a way: that it misses, goes too far and does what is forbidden counts before how often."""
    kinds = (found.forbidden, found.missed, found.too_far)
    return sum(map(bool, kinds)), sum(map(len, kinds)), len(found.other_terms)


def asks_nothing(case: Scenario) -> bool:
    """Whether the flow of a case gives the same advice whatever is said."""
    return len(all_journeys(flow_of(case))) == 1


def marked(case: Scenario, way: Walk) -> Reply:
    """What Python says when a way is marked."""
    return reply(flow_of(case), way.answers(), view="marking", exercise=case.id)
