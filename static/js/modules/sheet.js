// The sheet saves by itself: some seconds after the typing stopped and on leaving; it says when it couldn't, and tries again.
const form = document.getElementById("sheet");
const line = form.querySelector("[data-saved]");
const PAUSE = 1500, AGAIN = 10000;
let dirty = false, busy = false, gone = false, timer = 0;

const say = (...parts) => line.replaceChildren(...parts);
const later = (wait) => { clearTimeout(timer); timer = setTimeout(save, wait); };

function body() {
  const data = new FormData(form);
  for (const name of ["photo", "scan"]) data.delete(name);
  return new URLSearchParams(data);
}

async function save({ leaving = false } = {}) {
  clearTimeout(timer);
  if (!dirty || gone) return;
  if (busy) return later(PAUSE);
  busy = true;
  dirty = false;
  if (!leaving) say(form.dataset.saving);
  try {
    const answer = await fetch(form.dataset.save, { method: "POST", body: body(), keepalive: leaving, headers: { Accept: "application/json" } });
    await hear(answer);
  } catch {
    dirty = true;
    say(form.dataset.failed);
    later(AGAIN);
  } finally {
    busy = false;
  }
}

async function hear(answer) {
  const told = (answer.headers.get("Content-Type") || "").includes("json") ? await answer.json() : null;
  if (answer.ok && told?.saved) return show(told);
  dirty = true;
  if (answer.status === 409 && told) return older(told);
  if (answer.redirected || answer.status === 401 || answer.status === 403) return say(form.dataset.left);
  say(told?.detail || form.dataset.failed);
  later(AGAIN);
}

function show(told) {
  form.elements.number.value = told.number;
  say(told.saved);
  const missing = form.querySelector("[data-missing]");
  missing.textContent = told.missing.join(", ");
  form.querySelector("[data-missing-line]").hidden = !told.missing.length;
  for (const place of form.querySelectorAll("[data-warned]")) {
    const words = told.warnings[place.dataset.warned] || [];
    place.replaceChildren(...words.map((text) => Object.assign(document.createElement("p"), { textContent: text })));
    place.hidden = !words.length;
  }
  const doubles = form.querySelector("[data-doubles-found]");
  if (doubles.innerHTML.trim() !== told.doubles) doubles.innerHTML = told.doubles; // a template of our own, escaped by the server
  doubles.hidden = !told.doubles;
  propose(told.proposal);
}

// What the name proposes is offered, never chosen: a tap confirms it.
function propose(proposal) {
  const tick = form.querySelector("[data-proposal]");
  const chosen = form.querySelector('[name="class_code"]:checked');
  form.querySelector("[data-no-proposal]").hidden = Boolean(proposal || chosen);
  if (chosen || !proposal) return;
  tick.hidden = false;
  tick.querySelector("input").value = proposal.code;
  tick.querySelector("[data-name]").textContent = proposal.name;
  tick.querySelector("[data-detail]").textContent = proposal.detail;
}

// Another tab was faster: see that one, or keep what stands here.
function older(told) {
  const see = Object.assign(document.createElement("a"), { href: location.pathname, textContent: form.dataset.see });
  const keep = Object.assign(document.createElement("button"), { type: "button", className: "shot-step", textContent: form.dataset.keep });
  keep.addEventListener("click", () => { form.elements.number.value = told.number; dirty = true; save(); });
  say(`${told.message} `, see, " ", keep);
}

const touched = (event) => { if (event.target.type !== "file") { dirty = true; later(PAUSE); } };
form.addEventListener("input", touched);
form.addEventListener("change", touched);
form.addEventListener("submit", (event) => {
  if (event.submitter?.formAction !== new URL(form.dataset.save, location).href) { gone = true; return; }
  event.preventDefault();
  dirty = true;
  save();
});
document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") save({ leaving: true }); });
addEventListener("pagehide", () => save({ leaving: true }));
addEventListener("online", () => save());
addEventListener("pageshow", () => { gone = false; });
