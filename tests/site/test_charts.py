"""The kept positions of every chart are those that the layout engine gives today."""

from handbook.charts import chart, positions_file, print_problems
from handbook.data import ROOT
from handbook.flowchart import layout, load_positions, parts
from pathways.model import Flow
from tests.support.flows import each_flow, publication


@each_flow
def test_positions_are_fresh(flow: Flow) -> None:
    whole = chart(publication(), flow)
    for one in parts(whole):
        assert load_positions(positions_file(ROOT, flow, one, whole), one) == layout(one)


@each_flow
def test_charts_can_be_read_on_paper(flow: Flow) -> None:
    assert print_problems(ROOT, publication(), flow) == []
