"""The command line: JSON for programs, plain sentences for people, and what is wrong in words."""

import json

import pytest

from handbook.cli import main
from pathways.flows import all_flows


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(arguments)
    out, err = capsys.readouterr()
    return status, out, err


def test_flows_lists_every_part_with_its_citations(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "flows", "--json")
    flows = json.loads(out)
    assert status == 0
    assert [flow["id"] for flow in flows] == [flow.id for flow in all_flows()]
    assert "stockport/appendix-c" in [flow["id"] for flow in flows]
    for flow in flows:
        for part in (*flow["questions"], *flow["outcomes"], *flow["duties"], *flow["goes_on"]):
            assert part["cites"]


def test_paths_lists_journeys_with_their_advice(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "paths", "stockport/professional", "--json")
    journeys = json.loads(out)
    assert status == 0
    keys = {"flow", "answers", "flows", "outcomes", "urgency", "actions", "cautions", "notes"}
    assert all(set(journey) == keys for journey in journeys)
    action = {"code", "text", "by", "force", "contact", "within", "after", "due", "cites"}
    assert all(set(act) == action for journey in journeys for act in journey["actions"])


def test_paths_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "paths", "stockport/professional")
    assert status == 0
    assert "what=none -> professional:not-covered" in out


def test_advise_gives_the_advice(capsys: pytest.CaptureFixture[str]) -> None:
    given = ("--answer", "received=work", "--answer", "role=health", "--answer", "sender-known=no")
    status, out, _ = run(capsys, "advise", "stockport/received-image", *given, "--json")
    journey = json.loads(out)
    codes = [action["code"] for action in journey["actions"]]
    assert status == 0
    assert codes[0] == "emergency-999"
    assert codes.index("police") < codes.index("line-manager")
    assert "critical-incident-report" in codes
    assert journey["urgency"] == "now"


def test_advise_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "advise", "stockport/professional", "--answer", "what=none")
    assert status == 0
    assert out.startswith("1. ")
    assert "[safeguarding-lead]" in out


ADULT = ("advise", "derbyshire/adult", "--answer", "conduct=exploiting", "--answer", "trust=no")


def test_a_limit_with_a_start_has_a_last_day_and_one_without_has_none(capsys: pytest.CaptureFixture[str]) -> None:
    given = ADULT
    for start in ((), ("--from", "2026-11-21T23:30"), ("--from", "2026-11-21")):
        status, out, _ = run(capsys, *given, *start, "--json")
        assert status == 0
        days = {(action["code"], action["by"]): action["due"] for action in json.loads(out)["actions"]}
        assert days["childrens-social-care", "you"] == ("2026-11-21" if start else None)
        assert days["risk-assessment", "social-care"] is None  # 45 working days, without a start
    _, out, _ = run(capsys, *given, "--from", "2026-11-21T23:30")
    assert "by the end of Saturday 21 November 2026" in out
    assert "Within 45 working days (the source does not say from when)" in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((*ADULT, "--from", "2026-03-29T01:30"), "there was no such time in London"),
        ((*ADULT, "--from", "2031-01-01"), "outside the years 2025 to 2030 that are known"),
        ((*ADULT, "--from", "2026-11-31"), "'2026-11-31' is no date"),
        (("advise", "stockport/nothing"), "there is no flow 'stockport/nothing'; use one of: stockport/appendix-c"),
        (("advise", "stockport/professional"), "the journey is not finished: add --answer what=... with one of images"),
        (("advise", "stockport/professional", "--answer", "what"), "write --answer question=option"),
        (("advise", "stockport/professional", "--from", "soon"), "'soon' is no date: write it as 2026-11-21"),
        (
            ("advise", "stockport/professional", "--answer", "what=none", "--answer", "who=child"),
            "the answer to who does not belong here; nothing more is asked",
        ),
        (
            ("advise", "stockport/professional", "--answer", "what=picture"),
            "the answer to what does not belong here; the next question is what: images, grooming, other, none",
        ),
    ],
)
def test_a_wrong_call_says_what_to_write(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str
) -> None:
    status, _, err = run(capsys, *arguments)
    assert status == 2
    assert words in err


def test_check_finds_nothing_in_the_published_words_facts_and_logic(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "check")
    assert (status, err) == (0, "")
    assert "No problem" in out
