"""The element that becomes the guided tool: what stands in it without Python, and where it finds Python."""

from __future__ import annotations

from dataclasses import dataclass

from pathways.publication import Publication
from pathways.render.html import Html, el

UP = "../../"
"""From a page with a tool, which stands two folders deep, to the site's root."""


@dataclass(frozen=True, kw_only=True)
class RuntimeNames:
    """Where the page finds the runtime, as addresses from the site's root."""

    worker: str
    core: str
    archive: str


@dataclass(frozen=True, kw_only=True)
class GuidedWords:
    """What the element is called, and what it says while Python is on its way or cannot come."""

    label: str
    starting: str
    unavailable: str


def guided_flow(
    runtime: RuntimeNames,
    static: Html,
    *,
    words: GuidedWords,
    publication: Publication,
    flow: str,
    exercise: str | None = None,
    below: Html | None = None,
) -> Html:
    """A tool: its static part, the place for the live one, its messages, and what stands `below` in both."""
    ui = publication.interface
    return el(
        "guided-flow",
        el("div", static, data_part="static"),
        el("div", data_part="live", hidden=True),
        el(
            "p",
            el("button", ui.return_, type="button", class_="flow-secondary", data_return=True),
            data_part="return",
            hidden=True,
        ),
        el("p", words.starting, class_="flow-notice", data_part="starting", hidden=True),
        el("p", words.unavailable, class_="flow-notice", data_part="unavailable", hidden=True),
        el("p", ui.lost, class_="flow-notice", data_part="lost", hidden=True),
        el("p", class_="visually-hidden", data_part="announce", role="status", aria_live="polite"),
        below,
        role="region",
        aria_label=words.label,
        data_flow=flow,
        data_exercise=exercise,
        data_state="static",
        data_worker=UP + runtime.worker,
        data_core=UP + runtime.core,
        data_archive=UP + runtime.archive,
        data_limit="15000",
        data_answer_limit="10000",
    )
