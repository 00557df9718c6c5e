"""The well-formedness check itself: it must let good HTML pass and refuse what browsers quietly mend."""

import pytest

from tests.support.wellformed import html_errors


@pytest.mark.parametrize(
    "html",
    [
        "<p>One &amp; two</p>",
        '<guided-flow data-flow="a/b"><section id="a-b" tabindex="-1"><h3>Why?</h3></section></guided-flow>',
        '<form><fieldset><legend>Who?</legend><label><input type="radio" required> A</label></fieldset></form>',
        '<svg viewBox="0 0 1 1"><title>t</title><g data-node="x"><rect width="1" height="1"/></g></svg>',
        "<!DOCTYPE html><html><head><title>t</title></head><body><p>x</p></body></html>",
    ],
)
def test_good_html_passes(html: str) -> None:
    assert html_errors(html) == []


@pytest.mark.parametrize(
    "html",
    ["<div>open", "<p>a<b>c</p>", '<p id="a" id="b">x</p>', "<p><div>x</div></p>", "<p>&bogus;</p>", "a</span>"],
)
def test_what_browsers_mend_is_refused(html: str) -> None:
    assert html_errors(html)
