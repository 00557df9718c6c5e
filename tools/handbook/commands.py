"""The subcommands of `handbook`: flows, paths, advise, check; and what make calls: build, serve, charts, and so on."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from handbook.data import ROOT, load
from pathways.advice import advise
from pathways.calendar import Calendar, Clock, NoSuchTimeError, OutsideCalendarError, from_london, read_moment
from pathways.flows import AREAS, all_flows, area_of
from pathways.paths import journeys
from pathways.publication import Publication
from pathways.render import dates, plain
from pathways.walk import Walk, walk


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one subcommand; the exit status is 0 when all is well."""
    parser = argparse.ArgumentParser(prog="handbook", description="Flows, journeys, advice and checks of the handbook.")
    commands = parser.add_subparsers(dest="command", required=True)
    flows = commands.add_parser("flows", help="every flow: questions, options, routes, outcomes, duties, citations")
    flows.add_argument("--json", action="store_true")
    paths = commands.add_parser("paths", help="every journey: answers, outcomes, advice")
    paths.add_argument("flow", nargs="?", metavar="AREA/FLOW")
    paths.add_argument("--json", action="store_true")
    advice = commands.add_parser("advise", help="the advice for some answers")
    advice.add_argument("flow", metavar="AREA/FLOW")
    advice.add_argument("--answer", action="append", default=[], metavar="QUESTION=OPTION[,OPTION]")
    advice.add_argument(
        "--from",
        dest="start",
        metavar="DATE[TIME]",
        help="from when time limits count, such as 2026-11-21T09:30 in London; tells the last day of each",
    )
    advice.add_argument("--json", action="store_true")
    commands.add_parser("check", help="every problem of data, words and logic, with file and line")
    build = commands.add_parser("build", help="build the handbook into site/, refusing any warning")
    build.add_argument("--out", type=Path, default=ROOT / "site")
    printing = commands.add_parser("print", help="build the handbook, and PDFs of its chapters, tools and areas")
    printing.add_argument("--out", type=Path, default=ROOT / "site")
    commands.add_parser("serve", help="serve the handbook on 127.0.0.1:8000")
    commands.add_parser("holidays", help="write the bank holidays anew")
    commands.add_parser("charts", help="work out the positions of the flowcharts anew")
    commands.add_parser("bench", help="measure proof, build, packs, and the time until Python is ready")
    commands.add_parser("reading", help="how hard each page is to read: sentences, reading ease, age")
    commands.add_parser("mutate", help="break the flows piece by piece and see that a check notices")
    chosen = parser.parse_args(arguments)
    try:
        return _run(chosen)
    except UsageError as error:
        print(error, file=sys.stderr)
        return 2


class UsageError(Exception):
    """The command was called wrongly; the message says what to write instead."""


def _run(chosen: argparse.Namespace) -> int:
    match chosen.command:
        case "flows":
            return _flows(chosen.json)
        case "paths":
            return _paths(chosen.flow, chosen.json)
        case "advise":
            return _advise(chosen.flow, chosen.answer, chosen.start, chosen.json)
        case "check":
            return _check()
    # The rest needs MkDocs, a browser or a layout engine: imported only when asked for.
    match chosen.command:
        case "build":
            from handbook.build import BuildError, build_site

            try:
                build_site(chosen.out)
            except BuildError as error:
                print(error, file=sys.stderr)
                return 1
            print(f"The handbook stands in {chosen.out}")
        case "print":
            return _print(chosen.out)
        case "serve":
            from handbook.build import serve_site

            serve_site()
        case "holidays":
            from handbook.holidays import write

            print(f"wrote {write(ROOT).relative_to(ROOT)}")
        case "charts":
            from handbook.charts import refresh

            for name in refresh(ROOT, _publication()):
                print(f"wrote {name}")
        case "bench":
            from handbook.measure import bench

            bench(ROOT)
        case "reading":
            from handbook.reading import report

            print(report(ROOT))
        case "mutate":
            from handbook.mutate import main as mutate

            return mutate()
    return 0


def _print(out: Path) -> int:
    from handbook.build import BuildError
    from handbook.pdf.printer import PrintError
    from handbook.pdf.site import print_site
    from handbook.pdf.system import NoPangoError, ensure_pango

    try:
        ensure_pango()
        made = print_site(out, ROOT)
    except (NoPangoError, BuildError, PrintError) as error:
        print(error, file=sys.stderr)
        return 1
    pages = sum(one.pages for one in made)
    print(f"The handbook stands in {out}, with {len(made)} PDFs of {pages} pages in {out / 'pdf'}")
    return 0


def _publication() -> Publication:
    library = load()
    if library.publication is None:
        raise UsageError("\n".join(str(trouble) for trouble in sorted(library.reader.troubles)))
    return library.publication


def _known(flow: str) -> str:
    names = [known.id for known in all_flows()]
    if flow not in names:
        raise UsageError(f"there is no flow {flow!r}; use one of: {', '.join(names)}")
    return flow


def _flows(as_json: bool) -> int:
    if as_json:
        print(json.dumps([plain.flow(flow) for flow in all_flows()], indent=1))
        return 0
    publication = _publication()
    for flow in all_flows():
        questions = ", ".join(question.id for question in flow.questions)
        print(f"{flow.id}: {publication.flows[flow.id].title} (asks {questions})")
    return 0


def _paths(flow: str | None, as_json: bool) -> int:
    publication = _publication()
    walks = [
        one for id in ([_known(flow)] if flow else [f.id for f in all_flows()]) for one in journeys(area_of(id), id)
    ]
    if as_json:
        print(json.dumps([plain.journey(publication, one) for one in walks], indent=1))
        return 0
    for one in walks:
        print(_line(one))
    print(f"{len(walks)} journeys")
    return 0


def _line(one: Walk) -> str:
    said = " ".join(f"{step.question.id}={','.join(sorted(step.answer))}" for step in one.asked())
    ends = ", ".join(f"{passage.flow.name}:{passage.outcome.id}" for passage in one.passages if passage.outcome)
    return f"{one.flow.id} {said} -> {ends}"


def _advise(flow: str, given: list[str], start: str | None, as_json: bool) -> int:
    area = area_of(_known(flow))
    publication = _publication()
    clock = _clock(start, publication.calendar(area.id))
    answers = dict(_answers(given))
    here = walk(area, flow, answers)
    if here.unused:
        wrong = ", ".join(sorted(here.unused))
        asked = (
            f"the next question is {here.open.id}: {', '.join(here.open.all_options)}"
            if here.open
            else "nothing more is asked"
        )
        raise UsageError(f"the answer to {wrong} does not belong here; {asked}")
    if here.open:
        options = ", ".join(here.open.all_options)
        raise UsageError(f"the journey is not finished: add --answer {here.open.id}=... with one of {options}")
    if as_json:
        print(json.dumps(plain.journey(publication, here, clock), indent=1))
        return 0
    advice = advise(here)
    for number, given_action in enumerate(advice.actions, 1):
        action = given_action.duty
        words = publication.duty(given_action.flow, "actions", action.code, action.by)
        when = "; ".join(dates.timings(publication, area.id, action, clock))
        print(f"{number}. {words.text} [{action.code}]{' ' + when if when else ''}")
    for caution in advice.cautions:
        print(f"do not {publication.duty(caution.flow, 'cautions', caution.duty.code).text} [{caution.duty.code}]")
    return 0


def _clock(text: str | None, calendar: Calendar) -> Clock | None:
    """From when limits count, as it was given; a date alone is its first minute."""
    if text is None:
        return None
    try:
        start = read_moment(text if "T" in text else f"{text}T00:00")
        calendar.check(start.date())
        from_london(start)
    except NoSuchTimeError:
        raise UsageError(f"clocks went forward at {text}: there was no such time in London") from None
    except OutsideCalendarError:
        raise UsageError(f"{text} lies outside the years {calendar.first} to {calendar.last} that are known") from None
    except ValueError:
        raise UsageError(f"{text!r} is no date: write it as 2026-11-21 or 2026-11-21T09:30") from None
    return Clock(start=start, now=start)


def _answers(given: list[str]) -> Iterator[tuple[str, frozenset[str]]]:
    for answer in given:
        question, sign, options = answer.partition("=")
        if not sign or not options:
            raise UsageError(f"{answer!r} is no answer: write --answer question=option or question=option,option")
        yield question, frozenset(options.split(","))


def _check() -> int:
    from handbook.checking import check

    troubles = check(ROOT)
    for trouble in troubles:
        print(trouble)
    if troubles:
        print(f"{len(troubles)} problem{'s' if len(troubles) > 1 else ''} in words, facts or logic", file=sys.stderr)
        return 1
    print(f"No problem in the words, facts and logic of {len(all_flows())} flows. Areas: {len(AREAS)}.")
    return 0
