/*
 * The worker: one Python, one function.
 *
 * The page first sends {core, archive}, two addresses on this site. When Python has answered once, the worker sends
 * {ready: true}. From then on each {id, request} is answered by {id, response}, both JSON text: no object of one
 * language ever reaches the other. Anything that goes wrong is sent as {error}, for the console only.
 */

// Pyodide wants a list of the packages that it may load. There are none, so the list is here and nothing is fetched.
const LOCK = {
  info: { abi_version: "2025_0", arch: "wasm32", platform: "emscripten_4_0_9", python: "3.13.2", version: "0.29.5" },
  packages: {},
};

// The shortest module there is.
const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

const fail = (reason) => self.postMessage({ error: String(reason) });

async function start({ core, archive }) {
  // Where WebAssembly is switched off this throws at once; Pyodide itself would wait for ever without a word.
  new WebAssembly.Module(EMPTY_MODULE);

  const { loadPyodide } = await import(`${core}pyodide.mjs`);
  const python = await loadPyodide({ indexURL: core, stdLibURL: archive, lockFileContents: LOCK });
  const { respond } = python.pyimport("pathways.browser");
  respond("{}"); // the first call is the slow one: make it before the reader waits for it

  self.addEventListener("message", ({ data: { id, request } }) => {
    try {
      self.postMessage({ id, response: respond(request) });
    } catch (reason) {
      fail(reason);
    }
  });
  self.postMessage({ ready: true });
}

self.addEventListener("unhandledrejection", (event) => {
  event.preventDefault(); // it is told to the page instead
  fail(event.reason);
});
self.addEventListener("message", ({ data }) => start(data).catch(fail), { once: true });
