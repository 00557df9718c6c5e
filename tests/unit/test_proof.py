"""The page "How the tools are proved": what it shows of exceptions, clauses and mutants that this edition has not."""

from dataclasses import replace
from html import escape

import pytest

from handbook import proof
from handbook.chapters import sentences, words
from handbook.data import MutantCount, Mutants, Survivor, logic_hash
from handbook.page_checks import SENTENCE_AT_MOST
from handbook.proof import NOTICED_BY, Part, clauses, exceptions, mutants, proof_block
from handbook.unsafe import forbidden
from pathways.checks import prove
from pathways.conditions import Is
from pathways.flows import AREAS
from pathways.flows.stockport import STOCKPORT
from pathways.model import Exemption
from pathways.vocabulary import CAUTIONS, PROTECTIVE
from tests.support.flows import library, publication
from tests.support.pages import tables

LINES = [*proof.ANSWERS, *proof.MAKING, *proof.WORDS, *proof.TESTS]


@pytest.mark.parametrize("line", LINES)
def test_a_rule_is_short_and_tells_nobody_to_do_what_is_unsafe(line: str) -> None:
    assert all(len(words(sentence)) <= SENTENCE_AT_MOST for sentence in sentences(line))
    assert forbidden(line) == []


@pytest.mark.parametrize("part", Part)
def test_every_part_says_something(part: Part) -> None:
    assert proof_block(library(), publication(), (), part)


def test_an_exception_is_told_with_its_reason() -> None:
    one = Exemption(
        flow="stockport/received-image", question="received", code="police", reason="A test wants it to be so."
    )
    flow = STOCKPORT.flow(one.flow)
    certain = Is("received", "home", "work")
    duties = tuple(replace(duty, when=certain) if duty.code == "police" else duty for duty in flow.duties)
    flows = tuple(replace(flow, duties=duties) if other is flow else other for other in STOCKPORT.flows)
    found = exceptions(publication(), [prove(replace(STOCKPORT, flows=flows, exemptions=(one,)))])
    assert 'href="../../stockport/received-image/"' in found
    assert publication().flows[one.flow].title in found
    assert publication().flows[one.flow].questions[one.question].ask in found
    assert "Tell the police" in found
    assert one.reason in found
    assert "no exception" not in found


def test_what_is_not_to_be_done_is_never_listed_as_an_act() -> None:
    """The words of a "do not" on its own, such as "Deleting", would read as something to do."""
    found = proof_block(library(), publication(), (), Part.ANSWERS)
    acts = publication().compare.acts
    assert "<li>Every “do not”</li>" in found
    for code in PROTECTIVE & acts.keys():
        assert (f"<li>{escape(acts[code], quote=False)}</li>" in found) == (code not in CAUTIONS), code


def test_no_exception_is_said_plainly() -> None:
    assert exceptions(publication(), [prove(replace(STOCKPORT))]) == "<p>There is no exception in this edition.</p>"


def test_a_clause_that_is_left_out_is_told_with_its_reason_and_its_note() -> None:
    register = library().registers["tees"]
    id, note = next(iter(register)), next(iter(publication().notes))
    left_out = replace(register[id], left_out="It names a person.", under=note)
    changed = replace(library(), registers={**library().registers, "tees": {**register, id: left_out}})
    found = clauses(changed, publication(), ())
    assert f'href="../../tees/clauses/#{id}"' in found
    assert "It names a person." in found
    assert escape(publication().notes[note].title, quote=False) in found
    assert "No clause is left out" not in found
    assert "No clause is left out" in clauses(library(), publication(), ())


SURVIVOR = Survivor(flow="tees/adult", what="drop police", unnoticed_in="handbook advise tees/adult --answer a=b")
KEPT = Mutants(
    logic=logic_hash(),
    areas={
        "stockport": MutantCount(mutants=1200, idle=100, caught={"a case": 1000, "a branch": 100}),
        "tees": MutantCount(mutants=11, idle=2, caught={"a case": 8}, survived=(SURVIVOR,)),
    },
)


def test_figures_of_mutants_are_those_that_were_kept() -> None:
    table, noticed, survivors = tables(mutants(publication(), KEPT))
    assert table[1:] == [
        ["Stockport", "1,200", "1,100", "100", "0"],
        ["Tees", "11", "8", "2", "1"],
        ["All areas", "1,211", "1,108", "102", "1"],
    ]
    assert noticed[1:] == [["A case", "1,008"], ["A branch of the source, read a second time", "100"]]
    assert survivors[1:] == [[f"Tees: {publication().flows['tees/adult'].title}", SURVIVOR.what]]


def test_figures_of_an_earlier_logic_say_so() -> None:
    assert "changed since these figures" not in mutants(publication(), KEPT)
    stale = mutants(publication(), replace(KEPT, logic="0123456789ab"))
    assert "The tools have changed since these figures were counted." in stale
    assert "0123456789ab" in stale
    assert logic_hash() in stale


def test_figures_of_a_flow_that_is_no_more_are_still_shown() -> None:
    gone = MutantCount(mutants=1, idle=0, survived=(replace(SURVIVOR, flow="tees/gone"),))
    kept = replace(KEPT, areas={"tees": gone, "nowhere": KEPT.areas["tees"]})
    survivors = tables(mutants(publication(), kept))[-1]
    assert survivors[1] == ["tees/gone", SURVIVOR.what]


def test_no_survivor_is_said_plainly() -> None:
    none = {"tees": MutantCount(mutants=1, idle=1)}
    assert "No mutant survived." in mutants(publication(), replace(KEPT, areas=none))


def test_what_noticed_a_mutant_has_words() -> None:
    kept = library().mutants
    assert kept is not None
    assert {kind for area in kept.areas.values() for kind in area.caught} <= NOTICED_BY.keys()
    assert set(kept.areas) == {area.id for area in AREAS}
    for one in kept.areas.values():
        assert one.mutants == one.idle + sum(one.caught.values()) + len(one.survived)
