"""The exercises of an area: each case in its words, the questions that its way asks, and the answer, folded.

All of it is computed from the cases and the logic, so an exercise cannot say what the tools do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from handbook.data import Role, Scenario
from handbook.guided import GuidedWords, RuntimeNames, guided_flow
from handbook.roles import roles_of
from pathways.advice import advise, group
from pathways.difference import Line
from pathways.flows import area_of
from pathways.marking import journey
from pathways.model import Area, Duty
from pathways.publication import Publication
from pathways.render import phrases
from pathways.render.html import Html, el, join
from pathways.render.marking import clause_links, duty_items
from pathways.walk import Walk


def exercises(
    runtime: RuntimeNames, publication: Publication, cases: Sequence[Scenario], area: str, roles: Sequence[Role]
) -> Html:
    """All cases of an area, after a list of them with the job of each and the roles that it is for."""
    words, ui = publication.training, publication.interface
    listed = [_listed(publication, case, number, roles) for number, case in enumerate(cases, 1)]
    return join(
        el("p", publication.edition.status[area]),
        el("p", words.real, " ", el("span", ui.basis_handbook, class_="handbook-own")),
        el("p", words.paper, class_="print-only"),
        el("nav", el("h2", words.cases), el("ul", *listed), aria_label=words.cases, class_="exercise-list"),
        *(_exercise(runtime, publication, case, number) for number, case in enumerate(cases, 1)),
    )


def _listed(publication: Publication, case: Scenario, number: int, roles: Sequence[Role]) -> Html:
    """A case in the list at the head of the page."""
    words = publication.training
    link = el("a", words.case.format(n=number, id=case.id), href=f"#{anchor(case)}")
    names = ", ".join(role.name for role in roles_of(roles, case))
    tagged = el("span", words.for_roles.format(roles=names), class_="exercise-for") if names else None
    return el("li", link, f": {case.role} ", tagged)


def anchor(case: Scenario) -> str:
    """The id of an exercise on its page."""
    return case.id.lower()


def _exercise(runtime: RuntimeNames, publication: Publication, case: Scenario, number: int) -> Html:
    words = publication.training
    here = journey(area_of(case.entry), case)
    title = publication.flows[case.entry].title
    return el(
        "section",
        el("h2", words.case.format(n=number, id=case.id)),
        el("p", words.role.format(role=case.role), class_="exercise-role"),
        el("p", case.facts, class_="exercise-facts"),
        el("div", *(el("p", line, class_="write-on") for line in words.write), class_="exercise-write print-only"),
        el("p", el("a", words.tool.format(title=title), href=f"../../{case.entry}/")),
        el(
            "details",
            _summary(words.work, case),
            guided_flow(
                runtime,
                _questions(publication, here),
                words=GuidedWords(
                    label=words.steps_label.format(id=case.id),
                    starting=words.starting,
                    unavailable=words.unavailable,
                ),
                publication=publication,
                flow=case.entry,
                exercise=case.id,
            ),
            class_="exercise-work",
        ),
        el(
            "details",
            _summary(words.answer, case),
            _supported(publication, case, here),
            _advice(publication, here),
            _never(publication, here.area, case),
            class_="exercise-answer",
        ),
        class_="exercise",
        id=anchor(case),
        # An invented case is no answer to somebody who searches for what to do.
        data_search_exclude=True,
    )


def _summary(label: str, case: Scenario) -> Html:
    # Of which case, for those who hear a list of all that can be opened.
    return el("summary", label, el("span", f": {case.id}", class_="visually-hidden"))


def _questions(publication: Publication, here: Walk) -> Html:
    """The questions that the way asks, with their answers to choose from."""
    words, ui = publication.training, publication.interface
    if not here.asked():
        return el("p", words.nothing_asked)
    items = []
    for passage in here.passages:
        for step in passage.steps:
            if step.asked:
                asked = publication.flows[passage.flow.id].questions[step.question.id]
                options = (asked.options[option].label for option in step.question.all_options)
                items.append(
                    el(
                        "li",
                        el("strong", asked.ask),
                        el("p", asked.hint, class_="flow-hint") if asked.hint else None,
                        el("p", ui.choose_any, class_="flow-hint") if step.question.is_checklist else None,
                        el("ul", *(el("li", label) for label in options)),
                    )
                )
    return join(el("p", words.work_lead), el("ol", *items, class_="exercise-questions"))


def _supported(publication: Publication, case: Scenario, here: Walk) -> Html:
    """Each answer that the case supports, with its words."""
    words = publication.training
    rows = []
    for passage in here.passages:
        for step in passage.steps:
            if step.asked:
                flow, question = passage.flow.id, step.question.id
                answer = phrases.answer_words(publication, flow, question, step.answer)
                asked = publication.flows[flow].questions[question].ask
                said = el("dd", f"“{case.given[question].words}”", class_="exercise-words")
                rows.append(el("div", el("dt", asked), el("dd", el("strong", answer)), said))
    return join(el("h3", words.supported), el("dl", *rows) if rows else el("p", words.supported_nothing))


def _advice(publication: Publication, here: Walk) -> Html:
    """All that the advice of the case says, in its order, with how binding, by when, and the clauses."""
    ui = publication.interface
    advice = advise(here)
    groups = group(advice.actions)
    lists: tuple[tuple[str, Iterable[Line]], ...] = (
        (ui.do_now, groups.now),
        (ui.do_not, advice.cautions),
        (ui.others, groups.others),
        (ui.later, groups.later),
    )
    parts = [
        join(el("h4", heading), el("ul", *duty_items(publication, given), class_="marking-lines"))
        for heading, given in lists
        if given
    ]
    return join(el("h3", publication.training.advice), *parts)


def _never(publication: Publication, area: Area, case: Scenario) -> Html:
    """What would be wrong for the case, with the clauses where the area has it for other cases."""
    words = publication.training
    if not case.not_expected:
        return Html()
    items = []
    for code in case.not_expected:
        limit = publication.interface.limit.get(code)
        name = words.limit.format(limit=limit) if limit else publication.compare.acts[code]
        items.append(el("li", name, el("p", clause_links(publication, area.id, _clauses(area, code))), data_code=code))
    return join(el("h3", words.never), el("p", words.never_lead), el("ul", *items, class_="marking-lines"))


def _clauses(area: Area, code: str) -> list[str]:
    """The clauses of the duties of one code in an area."""
    duties: list[Duty] = [duty for flow in area.flows for duty in flow.all_duties() if duty.code == code]
    return [citation.clause for duty in duties for citation in duty.cites]
