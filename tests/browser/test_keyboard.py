"""Every outcome of every flow by keyboard alone; meanwhile nothing of an answer leaves the page or is kept."""

from pathways.model import Flow
from tests.conftest import NewPage
from tests.support.flows import address, one_flow_of_each_area, reply, stages, to_every_end
from tests.support.server import SiteServer
from tests.support.tool import PATIENT, Tool


@one_flow_of_each_area
def test_every_outcome_is_reached_by_keyboard_alone(flow: Flow, new_page: NewPage, server: SiteServer) -> None:
    tool = Tool(new_page(address(flow), init_script=PATIENT))
    tool.wait_for("ready")
    tool.wait_for_reply(reply(flow, {}))
    loaded = len(server.requests)

    for journey in to_every_end(flow):
        for step, given in zip(journey.asked(), list(stages(journey))[1:], strict=True):
            tool.choose_by_keyboard(step.question, step.answer)
            tool.expect_reply(reply(flow, given), address(flow))
        tool.tab_to("[data-restart]")
        tool.page.keyboard.press("Enter")
        tool.expect_reply(reply(flow, {}), address(flow))

    assert {journey.passages[0].outcome for journey in to_every_end(flow)} == set(flow.outcomes)
    # Chromium asks for the icon again when the fragment changes; that request is the same whatever is answered.
    assert set(server.requests[loaded:]) <= {"/assets/images/favicon.png"}
    assert tool.kept() == ""
