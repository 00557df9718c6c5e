/* The choice of an area on the front page: one click leaves only that area's links. It is kept for the visit alone. */
const KEY = "area";
const front = document.querySelector("[data-front]");

function show(area) {
  const known = front.querySelector(`a[data-choose="${CSS.escape(area)}"]`);
  for (const link of front.querySelectorAll("a[data-choose]")) {
    if (link === known) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  for (const one of front.querySelectorAll("[data-area]")) one.hidden = Boolean(known) && one.dataset.area !== area;
  front.querySelector("button[data-choose]").hidden = !known;
  front.toggleAttribute("data-chosen", Boolean(known));
}

if (front) {
  front.addEventListener("click", (event) => {
    const choice = event.target.closest("[data-choose]");
    if (!choice || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const area = choice.dataset.choose;
    if (area) sessionStorage.setItem(KEY, area);
    else sessionStorage.removeItem(KEY);
    show(area);
    if (!area) front.querySelector("a[data-choose]").focus();
  });
  show(sessionStorage.getItem(KEY) ?? "");
}
