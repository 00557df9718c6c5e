"""What axe-core finds wrong on an open page, and what runs out of a narrow one."""

from pathlib import Path

from playwright.sync_api import Page

_AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# Colours that are still changing belong to neither state.
_SETTLED = """async () => {
  await new Promise(requestAnimationFrame);
  for (const running of document.getAnimations()) if (running instanceof CSSTransition) running.finish();
}"""

_FAULTS = """async (rules) => {
  const { violations } = await axe.run(document, {
    runOnly: { type: "tag", values: rules }, resultTypes: ["violations"],
  });
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html, failureSummary }) =>
    `${id}: ${help}: ${html.slice(0, 160)}: ${failureSummary}`));
}"""

# Folded content and the chart, which scrolls in a frame of its own, count only where they are in sight.
_SIDEWAYS = """() => {
  const wide = document.documentElement.clientWidth;
  const inOwnFrame = (e) => e.closest(".chart, .visually-hidden, .md-search, .md-skip");
  const out = [...document.querySelectorAll("main *, header *")].filter((e) => {
    if (inOwnFrame(e) || !e.checkVisibility()) return false;
    const { left, right, width } = e.getBoundingClientRect();
    return width > 1 && (right > wide + 1 || left < -1);
  });
  const { scrollWidth } = document.documentElement;
  return [...(scrollWidth > wide ? [`scrolls to ${scrollWidth}`] : []), ...out.map((e) => e.outerHTML.slice(0, 120))];
}"""


def axe_faults(page: Page) -> list[str]:
    """Every violation on the page as it stands: rule, element and what to do."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_AXE.read_text("utf-8"))
    page.evaluate(_SETTLED)
    found: list[str] = page.evaluate(_FAULTS, RULES)
    return found


def sideways(page: Page) -> list[str]:
    """What makes a page scroll sideways, or stands where it cannot be seen."""
    found: list[str] = page.evaluate(_SIDEWAYS)
    return found
