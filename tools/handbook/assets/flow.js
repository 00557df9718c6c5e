/*
 * <guided-flow>: one question at a time, decided by Python in a worker.
 *
 * The page is complete before this script runs: every step stands in it as HTML, and links lead from one to the next.
 * The element starts Python when the tool comes near the screen or is first used, and then shows, in place of the
 * static steps, what Python writes. It knows nothing of the procedures: each word comes from the page or from Python.
 *
 *   data-state   static -> starting -> ready, or unavailable (for good: too slow, broken, or ended)
 *   data-shown   static | live: which of the two parts the screen shows; printing is for the style sheet to decide
 *   data-done    true when the live part shows an outcome
 *   data-exercise  the case that is worked through, where it is one: it goes with every request
 *
 * When Python is ready, one rule decides which part is shown. If the address names a step (#discovery-who), Python is
 * asked for that step: when the answers lead there it is shown live, otherwise its static text is. So a link on the
 * chart to a step not yet reached, or an address opened anew, gives the text of that step and loses no answer.
 *
 * Answers live in this object alone. The address keeps the step, never an answer; nothing is stored or sent.
 */

class GuidedFlow extends HTMLElement {
  #worker = null;
  #timer = null; // the watchdog: Python can hang without a word, so the time is kept here
  #asked = 0; // number of the last request; only its reply counts
  #reply = null; // what to do with that reply
  #clicked = {}; // answers given by static links while nothing is answered live
  #last = null; // the last good reply; null before the first and after Clear
  #kept = {}; // what goes with every request: from when dates count, and which outcomes were shown last
  #touched = false; // has the reader used the tool?
  #observer = null;
  #listening = null;

  connectedCallback() {
    this.dataset.shown = "static";
    this.#listening = new AbortController();
    const on = (target, type, handle) => target.addEventListener(type, handle, { signal: this.#listening.signal });

    on(this, "pointerdown", () => this.#start());
    on(this, "focusin", () => this.#start());
    on(this, "click", (event) => this.#onClick(event));
    on(this, "submit", (event) => this.#onSubmit(event));
    on(this, "change", (event) => this.#onChange(event));
    on(this.closest("details") ?? this, "toggle", (event) => this.#onFold(event));
    on(window, "hashchange", () => this.#onAddress());
    on(window, "pageshow", (event) => event.persisted && this.#wakeUp());

    this.#noteLostAddress();
    this.#observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && this.#start(),
      { rootMargin: "400px" },
    );
    this.#observer.observe(this);
  }

  disconnectedCallback() {
    this.#listening.abort();
    this.#observer.disconnect();
    this.#stop();
  }

  // ---- Python: starting, asking, giving up

  #start() {
    if (this.dataset.state !== "static") return;
    this.#observer.disconnect();
    performance.mark("guided-flow:start");
    this.#setState("starting");
    this.#watch(this.dataset.limit);

    const address = (name) => new URL(this.dataset[name], document.baseURI).href;
    try {
      this.#worker = new Worker(address("worker"), { type: "module" });
      this.#worker.onmessage = ({ data }) => this.#onMessage(data);
      this.#worker.onerror = (event) => this.#giveUp(event.message || "the worker did not start");
      this.#worker.postMessage({ core: address("core"), archive: address("archive") });
    } catch (reason) {
      this.#giveUp(reason);
    }
  }

  #onMessage({ ready, error, id, response }) {
    if (error) {
      this.#giveUp(error);
    } else if (ready) {
      this.#unwatch();
      this.#followAddress();
    } else if (id === this.#asked) {
      this.#unwatch();
      this.#part("live").removeAttribute("aria-busy");
      try {
        const reply = JSON.parse(response);
        if (reply.ok && !(reply.html && reply.fragment)) throw new Error("a reply without a step");
        this.#reply(reply);
      } catch (reason) {
        this.#giveUp(reason);
      }
    }
  }

  #ask(request, reply) {
    this.#asked += 1;
    this.#reply = reply;
    this.#watch(this.dataset.answerLimit);
    this.#part("live").setAttribute("aria-busy", "true");
    const now = new Date().toISOString();
    const { flow, exercise } = this.dataset;
    const text = JSON.stringify({ flow, exercise, now, ...this.#kept, ...request });
    this.#worker.postMessage({ id: this.#asked, request: text });
  }

  #watch(limit) {
    // A running watch goes on: asking again and again must not put off its end.
    this.#timer ??= setTimeout(() => this.#giveUp(`nothing heard for ${limit} ms`), Number(limit));
  }

  #unwatch() {
    clearTimeout(this.#timer);
    this.#timer = null;
  }

  #stop() {
    this.#unwatch();
    this.#worker?.terminate();
    this.#worker = null;
  }

  /** As if nothing had been touched yet. */
  #rest() {
    if (this.dataset.state === "unavailable") return;
    this.#asked += 1; // a reply still on its way is not wanted any more
    this.#stop();
    this.#touched = false;
    this.#setState("static");
    this.#forget();
    this.#observer.observe(this);
  }

  /** Back to the static steps for good, opened where the reader was. */
  #giveUp(reason) {
    if (this.dataset.state === "unavailable") return;
    console.warn("guided-flow:", reason);
    this.#stop();
    // A journey that has gone on to another flow is, on this page, still where it left it.
    const step = document.getElementById(this.#last?.fragment) ?? this.#stepInAddress();
    const was = this.dataset.shown === "live" && this.#touched ? step : null;
    this.#setState("unavailable");
    this.#forget();
    this.#say(this.#part("unavailable")?.textContent);
    if (was) {
      location.replace(`#${was.id}`); // also where the address has it already: only this makes it the :target
      was.focus();
    }
  }

  // ---- What is shown

  /** The rule of this file's head: show the step that the address names live if the answers lead there. */
  #followAddress(at) {
    const step = this.#stepInAddress();
    const question = step?.querySelector("a[data-question][data-option]")?.dataset.question;
    this.#ask({ answers: { ...this.#answers(), ...this.#clicked }, at }, (response) => {
      if (this.#stepInAddress() !== step) return this.#followAddress(); // the reader has gone on meanwhile
      if (!response.ok) throw new Error(response.message);
      if (!step || response.fragment === step.id) {
        const focusWouldBeLost = this.#part("static").contains(document.activeElement);
        this.#showLive(response, { focus: this.#touched || focusWouldBeLost });
      } else if (!at && Object.hasOwn(response.answers, question)) {
        return this.#followAddress(question); // a step that the answers have passed
      } else {
        this.#last ??= response;
        this.#showStatic();
      }
      if (this.dataset.state === "starting") {
        this.#setState("ready");
        performance.mark("guided-flow:ready");
      }
    });
  }

  /** What the address names; empty when it names nothing, or nothing that can be read. */
  #idInAddress() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return "";
    }
  }

  /** An address edited by hand: say so, and leave what is shown. */
  #noteLostAddress() {
    const lost = location.hash.length > 1 && !document.getElementById(this.#idInAddress());
    this.#toggle("lost", lost);
    if (lost) this.#say(this.#part("lost")?.textContent);
  }

  #stepInAddress() {
    const id = this.#idInAddress();
    const named = id && this.#part("static").querySelector(`#${CSS.escape(id)}`);
    return named ? named.closest(".step") : null;
  }

  #showLive(response, { focus }) {
    this.#last = response;
    this.#clicked = {};
    const live = this.#part("live");
    live.innerHTML = response.html;
    live.hidden = false;
    this.dataset.shown = "live";
    this.dataset.done = String(response.done);
    if (response.done) this.#keepOutcome(response.answers);
    this.#toggle("return", false);
    this.#mark(response);
    // The step is kept in the address for a page that is loaded again, without a new entry: Back leaves the page.
    if (this.#touched && document.getElementById(response.fragment)) {
      history.replaceState(history.state, "", `#${response.fragment}`);
    }
    if (focus) live.querySelector("[data-focus]")?.focus();
    this.#say(response.announce);
  }

  /** The answers of the last two outcomes go with each request: Python says what has changed between them. */
  #keepOutcome(answers) {
    const before = this.#kept.before ?? [];
    if (JSON.stringify(before.at(-1)) !== JSON.stringify(answers)) this.#kept.before = [...before, answers].slice(-2);
  }

  #showStatic() {
    this.#part("live").hidden = true;
    this.dataset.shown = "static";
    this.dataset.done = "false";
    this.#toggle("return", this.#last !== null);
  }

  #forget() {
    this.#last = null;
    this.#clicked = {};
    this.#kept = {};
    this.#part("live").removeAttribute("aria-busy");
    this.#part("live").replaceChildren();
    this.#showStatic();
    this.#mark({});
  }

  /** The answer cannot be taken: say why beside the question, which stays. */
  #showProblem({ html, message }) {
    if (html) this.#part("live").innerHTML = html;
    const places = [...this.#part("live").querySelectorAll("[data-flow-error]")];
    const place = places.find((one) => !one.hidden) ?? places[0];
    if (!place) throw new Error(message);
    place.textContent = message;
    place.hidden = false;
    place.tabIndex = -1;
    place.focus();
  }

  /** The path so far on the chart. */
  #mark({ nodes = [], edges = [], fragment }) {
    for (const node of this.querySelectorAll("[data-node]")) {
      node.classList.toggle("on", nodes.includes(node.dataset.node));
      const link = node.closest("a") ?? node.querySelector("a");
      if (node.dataset.node === fragment) link?.setAttribute("aria-current", "step");
      else link?.removeAttribute("aria-current");
    }
    for (const edge of this.querySelectorAll("[data-edge]")) {
      edge.classList.toggle("on", edges.includes(edge.dataset.edge));
    }
  }

  #say(text) {
    const place = this.#part("announce");
    if (place) place.textContent = text ?? "";
  }

  #setState(state) {
    this.dataset.state = state;
    this.#toggle("starting", state === "starting");
    this.#toggle("unavailable", state === "unavailable");
  }

  #toggle(name, shown) {
    const part = this.#part(name);
    if (part) part.hidden = !shown;
  }

  #part(name) {
    return this.querySelector(`[data-part="${name}"]`);
  }

  // ---- What the reader does

  /** Every answer given, also those that may belong again once the open question is answered. */
  #answers() {
    return { ...this.#last?.later, ...this.#last?.answers };
  }

  #send(request) {
    this.#touched = true;
    this.#ask(request, (response) => {
      // A moment that is refused takes the one before it along: the message says that dates count from now.
      if (request.start) this.#kept.start = response.ok ? request.start : undefined;
      if (!response.ok) return this.#showProblem(response);
      this.#toggle("lost", false);
      this.#showLive(response, { focus: true });
      performance.mark("guided-flow:answer");
    });
  }

  /** In a fold, as exercises are: whoever closes it is done, and one at a time is open. A page has many of them. */
  #onFold({ target, newState }) {
    if (newState === "closed") return this.#rest();
    for (const other of document.querySelectorAll("details[open] > guided-flow")) {
      if (other !== this) other.parentElement.open = false;
    }
    target.firstElementChild.scrollIntoView({ block: "nearest" }); // what closed above it may have moved it out of sight
  }

  #onAddress() {
    this.#noteLostAddress();
    if (this.dataset.state !== "ready") return;
    // An address that names no step is that of the page itself or of something else on it.
    if (this.#stepInAddress() || (this.#last && this.dataset.shown === "static")) this.#followAddress();
  }

  #onSubmit(event) {
    const form = event.target.closest("form[data-question], form[data-dates]");
    if (!form) return;
    event.preventDefault(); // a form that was really sent would put the answer into the address
    const said = new FormData(form);
    const answers = this.#answers();
    const { question } = form.dataset;
    if (question) this.#send({ answers: { ...answers, [question]: said.getAll("option") } });
    else this.#send({ answers, view: "dates", start: `${said.get("date")}T${said.get("time")}` });
  }

  #onClick(event) {
    const link = event.target.closest("a[data-question][data-option]");
    if (link && this.#part("static").contains(link)) {
      const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey; // a new tab or window
      if (!elsewhere) this.#remember(link.dataset);
      return; // the browser follows the link
    }

    const data = event.target.closest("button")?.dataset;
    if (!data) return;
    const answers = this.#answers();
    if ("at" in data) this.#send({ answers, at: data.at });
    else if ("answer" in data) this.#send({ answers: { ...answers, ...JSON.parse(data.answer) } });
    else if ("view" in data) this.#send({ answers, view: data.view });
    else if ("restart" in data) this.#restart();
    else if ("clear" in data) this.#clear();
    else if ("print" in data) window.print();
    else if ("copy" in data) this.#copy(data);
    else if ("return" in data) this.#showLive(this.#last, { focus: true });
  }

  /** Copy the record; where the browser does not let us, select it, so that one key press does. */
  async #copy({ copied, notCopied }) {
    const live = this.#part("live");
    const text = live.querySelector("[data-record]");
    const state = live.querySelector("[data-copy-state]");
    try {
      await navigator.clipboard.writeText(text.textContent);
      state.textContent = copied;
    } catch {
      text.closest("details").open = true;
      getSelection().selectAllChildren(text);
      text.focus();
      state.textContent = notCopied;
    }
  }

  #restart() {
    this.#kept = {};
    this.#send({ answers: {} });
  }

  /** A static answer counts as long as nothing is answered live; after that, static steps are only read. */
  #remember({ question, option }) {
    this.#touched = true;
    if (Object.keys(this.#last?.answers ?? {}).length > 0) return;
    this.#clicked[question] = [option];
  }

  /** In a checklist "none of these" and "I don't know" go with nothing else. */
  #onChange({ target }) {
    if (target.type !== "checkbox" || !target.checked) return;
    const exclusive = "exclusive" in target.dataset;
    for (const other of target.form.querySelectorAll("input[type=checkbox]")) {
      if (other !== target && (exclusive || "exclusive" in other.dataset)) other.checked = false;
    }
  }

  #clear() {
    this.#asked += 1; // a reply still on its way is not wanted any more
    this.#unwatch();
    this.#touched = false;
    this.#forget();
    this.#say("");
    location.replace("#"); // no step is the :target any more ...
    history.replaceState(null, "", location.pathname + location.search); // ... and the address names none
    this.#part("static").querySelector(".step")?.focus();
  }

  /** The page comes back from the browser's memory: ask again, which also finds out whether the worker still lives. */
  #wakeUp() {
    if (this.dataset.state !== "ready" || this.dataset.shown !== "live") return;
    this.#ask({ answers: this.#answers(), at: this.#last.at ?? undefined }, (response) => {
      if (response.ok) this.#showLive(response, { focus: false });
    });
  }
}

customElements.define("guided-flow", GuidedFlow);
