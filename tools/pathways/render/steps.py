"""The static steps of a flow: every question and every outcome as a section that a link reaches, without scripts.

A static step does not know the answers before it. So an outcome lists every duty that any way to it can give, each
under its "If"; what every way gives stands without one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from pathways.advice import Given, advise, group, merge_limits, waiting, waits_for
from pathways.conditions import AllOf, AnyOf, Condition, Is
from pathways.model import EMERGENCY, Action, Area, Caution, Citation, Flow, GoesOn, Note, Outcome, Question
from pathways.paths import journeys, ways
from pathways.publication import Publication
from pathways.render import duties, phrases
from pathways.render.duties import Line
from pathways.render.html import Html, el, join, labelled_table
from pathways.render.why import notes_behind, why
from pathways.vocabulary import ACTIONS
from pathways.walk import Walk

type Facts = Mapping[str, frozenset[str]]


def fragment(flow: Flow, node: str) -> str:
    """The id of a step on the page: stable, so that a link to it keeps working."""
    return f"{flow.name}-{node}"


def steps(publication: Publication, area: Area, flow: Flow) -> Html:
    """All static steps of a flow: its questions in order, then its outcomes. The start comes first."""
    reached = list(ways(area, flow))
    whole = list(journeys(area, flow.id, one_tick=True))
    parts = [question_step(publication, flow, question, whole) for question in flow.questions]
    parts += [outcome_step(publication, area, flow, outcome, reached) for outcome in flow.outcomes]
    return join(*parts)


def question_step(publication: Publication, flow: Flow, question: Question, whole: Sequence[Walk]) -> Html:
    """One question with a link for each of its answers, and what is certain whatever is answered."""
    ui = publication.interface
    words = publication.flows[flow.id].questions[question.id]
    number = flow.questions.index(question) + 1
    items = [
        el(
            "li",
            el(
                "a",
                words.options[option].label,
                href=f"#{fragment(flow, question.next(frozenset({option})))}",
                class_="flow-option",
                data_question=question.id,
                data_option=option,
            ),
            " ",
            el("span", ui.go_to.format(step=step_name(publication, flow, question, option)), class_="print-only"),
        )
        for option in question.all_options
    ]
    return el(
        "section",
        progress(publication, flow, ui.question_number.format(n=number)),
        el(
            "div",
            el("h2", words.ask),
            el("p", words.hint, class_="flow-hint") if words.hint else None,
            el("p", ui.several_true, class_="flow-hint") if question.is_checklist else None,
            el("ul", *items, class_="flow-options"),
            class_="flow-question",
        ),
        certain_box(publication, certain(walk for walk in whole if _passes(walk, flow, question)), ui.certain_here),
        why_we_ask(publication, flow, question),
        _start_again(publication, flow) if question.id != flow.start else None,
        **_step(flow, question.id, "flow-step step question"),
    )


def step_name(publication: Publication, flow: Flow, question: Question, option: str) -> str:
    """The number or letter of the step that an answer leads to, for paper."""
    ui = publication.interface
    target = question.next(frozenset({option}))
    after = flow.question(target)
    if after:
        return ui.question_number.format(n=flow.questions.index(after) + 1)
    return ui.outcome_letter.format(letter=letter_of(flow, flow.outcome(target)))


def letter_of(flow: Flow, outcome: Outcome) -> str:
    """The letter of an outcome: A for the first."""
    return chr(ord("A") + flow.outcomes.index(outcome))


def outcome_step(
    publication: Publication,
    area: Area,
    flow: Flow,
    outcome: Outcome,
    reached: Iterable[tuple[dict[str, frozenset[str]], str]],
) -> Html:
    """One outcome with every duty that a way to it can give."""
    ui = publication.interface
    words = publication.flows[flow.id].outcomes[outcome.id]
    ways_here = [facts for facts, end in reached if end == outcome.id]
    actions, cautions = possible(flow, publication, flow.duties + outcome.duties, ways_here)
    actions.sort(key=lambda line: ACTIONS[line.duty.code][0])
    notes = _possible_notes(publication, flow, outcome, ways_here)
    shown = {note.id for note, _ in notes}
    lines = _with_notes(publication, area, [Line(duty=EMERGENCY, flow=flow.id), *actions], shown)
    now, rest = duties.action_groups(publication, lines, 3)
    contacts = [line.duty.contact for line in actions if line.duty.contact]
    return el(
        "section",
        progress(publication, flow, ui.outcome_letter.format(letter=letter_of(flow, outcome))),
        el("h2", words.title),
        el("p", phrases.urgency(publication, outcome.urgency), class_="flow-urgency"),
        el("p", words.summary, " ", duties.own_label(publication, outcome.cites)),
        now,
        duties.cautions_box(publication, _with_notes(publication, area, cautions, shown), 3),
        _goings_on(publication, flow, ways_here),
        rest,
        duties.worksheet(publication, flow.id, outcome.worksheet, 3) if outcome.worksheet else None,
        duties.notes_box(publication, notes, 3),
        duties.contacts_box(publication, flow.area, ["emergency", *contacts], 3),
        _start_again(publication, flow) if flow.questions else None,
        **_step(flow, outcome.id, "flow-step flow-outcome step outcome"),
    )


def _with_notes[D: (Action, Caution)](
    publication: Publication, area: Area, lines: Iterable[Line[D]], shown: Collection[str]
) -> list[Line[D]]:
    return [replace(line, notes=notes_behind(publication, area, line.duty, shown)) for line in lines]


def _start_again(publication: Publication, flow: Flow) -> Html:
    link = el("a", publication.interface.restart, href=f"#{fragment(flow, flow.start)}", class_="flow-secondary")
    return el("p", link, class_="flow-controls")


def _step(flow: Flow, node: str, class_: str) -> dict[str, str | bool]:
    return {"class_": class_, "id": fragment(flow, node), "tabindex": "-1", "data_search_exclude": True}


def progress(publication: Publication, flow: Flow, place: str) -> Html:
    """The small line above a step: area, flow, and where in it."""
    area = publication.areas[flow.area]
    title = el("span", f"{area.name} · {publication.flows[flow.id].title}")
    return el("p", title, " ", el("span", place), class_="flow-progress")


def why_we_ask(publication: Publication, flow: Flow, question: Question) -> Html:
    """Why a question is asked, with its clauses, folded."""
    words = publication.flows[flow.id].questions[question.id]
    return el(
        "details",
        el("summary", publication.interface.why_we_ask),
        el("p", words.why),
        why(publication, flow.area, question.cites),
        class_="why-we-ask",
    )


# --- what is certain ---------------------------------------------------------------------------------------------


type Certainties = tuple[list[Given[Action]], list[Given[Caution]]]
"""Actions and cautions that every journey gives."""


def certain(walks: Iterable[Walk]) -> Certainties:
    """What every one of these journeys gives. Provisional when any of them gives it only provisionally."""
    advices = [advise(walk) for walk in walks]
    actions = {given.duty.key: given for given in advices[0].actions} if advices else {}
    cautions = {given.duty.code: given for given in advices[0].cautions} if advices else {}
    for advice in advices[1:]:
        these = {given.duty.key: given for given in advice.actions}
        dont = {given.duty.code: given for given in advice.cautions}
        actions = {key: _weaker(given, these[key]) for key, given in actions.items() if key in these}
        cautions = {code: _weaker(given, dont[code]) for code, given in cautions.items() if code in dont}
    return list(actions.values()), list(cautions.values())


def _weaker[G: (Given[Action], Given[Caution])](first: G, second: G) -> G:
    return second if second.is_flow_provisional or second.is_provisional else first


def _passes(walk: Walk, flow: Flow, question: Question) -> bool:
    return any(step.question is question for step in walk.passages[0].steps) and walk.flow is flow


def certain_box(publication: Publication, certainties: Certainties, heading: str) -> Html:
    """What to do and not to do whatever is answered, in short."""
    ui = publication.interface
    actions, cautions = certainties
    do = [el("li", *certain_line(publication, given)) for given in group(actions).now]
    dont = [
        el(
            "li",
            publication.duty(given.flow, "cautions", given.duty.code).text,
            " ",
            duties.own_label(publication, given.duty.cites),
            data_code=given.duty.code,
        )
        for given in cautions
    ]
    return el(
        "aside",
        el("h3", heading),
        el("div", el("h4", ui.do_now), el("ol", *do, class_="flow-do")) if do else None,
        el("div", el("h4", ui.do_not, class_="flow-dont-title"), el("ul", *dont, class_="flow-dont")) if dont else None,
        class_="flow-certain",
        aria_label=heading,
    )


def certain_line(publication: Publication, given: Given[Action]) -> tuple[Html | str | None, ...]:
    """One action that is certain, in short."""
    return action_line(publication, given.flow, given.duty, provisional_words(publication, given))


def action_line(
    publication: Publication, flow: str, action: Action, condition: str | None
) -> tuple[Html | str | None, ...]:
    """One action in short: its "If", its words, what they are not to be read without, and a label when not stated."""
    words = publication.duty(flow, "actions", action.code, action.by)
    return (
        el("strong", f"{publication.interface.if_} {condition}: ", class_="if") if condition else None,
        words.text,
        f" ({limiting})" if (limiting := phrases.limiting(words)) else None,
        " ",
        duties.own_label(publication, action.cites),
    )


def provisional_words(publication: Publication, given: Given[Action] | Given[Caution]) -> str | None:
    """The words after "If" for a duty that is only given because something is not known.

    Most such duties stand without one: not to know is reason enough to act. Only where the words of the duty, or of a
    flow gone on to provisionally, say so does the line begin with "If".
    """
    duty = given.duty
    kind, by = ("actions", duty.by) if isinstance(duty, Action) else ("cautions", None)
    words = publication.duty(given.flow, kind, duty.code, by)
    if given.is_provisional and words.provisional:
        return words.provisional
    return words.provisional or publication.flows[given.flow].provisional if given.is_flow_provisional else None


# --- what a way to an outcome can give ---------------------------------------------------------------------------


def possible(
    flow: Flow, publication: Publication, listed: Iterable[Action | Caution], reached: Sequence[Facts]
) -> tuple[list[Line[Action]], list[Line[Caution]]]:
    """Each act with each of its limits: without a condition when every way gives it, else under what can hold.

    Like duties with other limits are lines of their own, so that no limit is lost and none binds more than it is
    printed for. A line that always holds takes in those that say no more than it does.
    """
    able = [duty for duty in listed if any(holds_on(flow, duty.when, facts) is not False for facts in reached)]
    waits = waits_for(
        {duty.code for duty in able if isinstance(duty, Action)},
        {duty.code for duty in able if isinstance(duty, Caution)},
    )
    acts: dict[object, dict[object, list[Action]]] = {}
    donts: dict[str, list[Caution]] = {}
    for duty in able:
        if isinstance(duty, Caution):
            donts.setdefault(duty.code, []).append(duty)
        else:
            act = waiting(duty, waits)
            limits = (tuple(limit.code for limit in act.within), act.after)
            acts.setdefault(act.key, {}).setdefault(limits, []).append(act)
    actions = [line for by_limits in acts.values() for line in _lines_of_an_act(flow, publication, by_limits, reached)]
    cautions = [
        Line(
            duty=replace(same[0], cites=_united(same)),
            flow=flow.id,
            condition=_condition(flow, publication, same, reached),
        )
        for same in donts.values()
    ]
    return actions, cautions


def _united(same: Iterable[Action | Caution]) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(citation for duty in same for citation in duty.cites))


def _lines_of_an_act(
    flow: Flow, publication: Publication, by_limits: Mapping[object, Sequence[Action]], reached: Sequence[Facts]
) -> list[Line[Action]]:
    """One line for each of its limits; where every way gives the act, the least of its lines stands without a "If"."""
    lines = []
    for same in by_limits.values():
        condition = _condition(flow, publication, same, reached)
        act = replace(same[0], cites=_united(same), force=max(act.force for act in same))
        lines.append(Line(duty=act, flow=flow.id, condition=condition))
    if _condition(flow, publication, [act for same in by_limits.values() for act in same], reached) is None:
        least = next((line for line in lines if all(_says_all_of(one.duty, line.duty) for one in lines)), None)
        lines = [replace(line, condition=None) if line is least else line for line in lines]
    always = [line for line in lines if line.condition is None]
    kept = [line for line in lines if not any(_says_more(one.duty, line.duty) for one in always)]
    return [replace(line, duty=replace(line.duty, cites=_united([line.duty, *_said_by(line, lines)]))) for line in kept]


def _said_by(line: Line[Action], lines: Iterable[Line[Action]]) -> list[Action]:
    """What a line that always holds says as well."""
    return [one.duty for one in lines if line.condition is None and _says_more(line.duty, one.duty)]


def _says_more(one: Action, other: Action) -> bool:
    return one is not other and _says_all_of(one, other)


def _says_all_of(one: Action, other: Action) -> bool:
    """Whether it is as binding, as soon, and waits for no more."""
    limits = {limit.code for limit in one.within}
    together = {limit.code for limit in merge_limits(one.within + other.within)}
    return one.force >= other.force and limits == together and one.after <= other.after


def _condition(
    flow: Flow, publication: Publication, same: Sequence[Action | Caution | GoesOn], reached: Sequence[Facts]
) -> str | None:
    """The words after "If" for duties that are one act; None when every way gives it."""
    if all(any(holds_on(flow, duty.when, facts) is True for duty in same) for facts in reached):
        return None
    parts = [left for duty in same if (left := _left(flow, duty.when, reached)) is not None]
    return phrases.described(publication, flow.id, AnyOf(*parts) if len(parts) > 1 else parts[0])


def holds_on(flow: Flow, condition: Condition | None, facts: Facts) -> bool | None:
    """Whether a condition holds on a way; None when it depends on a question of another flow."""
    match condition:
        case None:
            return True
        case Is(question=question):
            if question in facts:
                return condition.holds(facts)
            return False if flow.question(question) else None
        case AnyOf():
            values = [holds_on(flow, part, facts) for part in condition.conditions]
            return True if True in values else None if None in values else False
        case AllOf():
            values = [holds_on(flow, part, facts) for part in condition.conditions]
            return False if False in values else None if None in values else True


def _left(flow: Flow, condition: Condition | None, reached: Sequence[Facts]) -> Condition | None:
    """What is left to say of a condition on these ways: parts that always hold, or never can, are dropped."""
    if condition is None or all(holds_on(flow, condition, facts) is True for facts in reached):
        return None
    match condition:
        case AllOf():
            kept = [left for part in condition.conditions if (left := _left(flow, part, reached)) is not None]
            return AllOf(*kept) if len(kept) > 1 else kept[0] if kept else None
        case AnyOf():
            able = [part for part in condition.conditions if any(holds_on(flow, part, f) is not False for f in reached)]
            return AnyOf(*able) if len(able) > 1 else able[0]
        case _:
            return condition


def _possible_notes(
    publication: Publication, flow: Flow, outcome: Outcome, reached: Sequence[Facts]
) -> list[tuple[Note, str | None]]:
    notes = []
    for note in outcome.notes + flow.notes:
        held = [holds_on(flow, note.when, facts) for facts in reached]
        if all(value is False for value in held):
            continue
        left = _left(flow, note.when, reached)
        notes.append((note, phrases.described(publication, flow.id, left) if left is not None else None))
    return notes


def _goings_on(publication: Publication, flow: Flow, reached: Sequence[Facts]) -> Html:
    """Links to the flows to work through as well, each under its "If" unless it always applies."""
    links: dict[str, list[GoesOn]] = {}
    for onward in flow.goes_on:
        if any(holds_on(flow, onward.when, facts) is not False for facts in reached):
            links.setdefault(onward.flow, []).append(onward)
    ui = publication.interface
    items = []
    for target, onwards in links.items():
        words = _condition(flow, publication, onwards, reached)
        items.append(
            el(
                "li",
                join(el("strong", f"{ui.if_} {words}:", class_="if"), " ") if words else None,
                el("a", publication.flows[target].title, href=f"../{target.split('/')[1]}/"),
            )
        )
    return el("div", el("h3", ui.goes_on), el("ul", *items), class_="goes-on") if items else Html()


# --- the decision table ------------------------------------------------------------------------------------------


def decision_table(publication: Publication, flow: Flow) -> Html:
    """The routes of a flow as a table: question, answer, where it leads, and on what basis."""
    ui = publication.interface
    words = publication.flows[flow.id]
    rows = []
    for question in flow.questions:
        for route in question.routes:
            labels = "; ".join(
                words.questions[question.id].options[option].label for option in question.options_of(route)
            )
            aim = words.questions[route.to].ask if route.to in words.questions else words.outcomes[route.to].title
            basis = ui.basis_inferred if route.is_inferred else ui.basis_stated
            rows.append(
                (words.questions[question.id].ask, labels, el("a", aim, href=f"#{fragment(flow, route.to)}"), basis)
            )
    if not rows:
        return Html()
    return labelled_table(
        ui.decision_table_caption.format(title=words.title),
        (ui.question, ui.answer, ui.then, ui.basis),
        rows,
        data_search_exclude=True,
    )
