// Shows, while a form is filled in, what is probably here already; without an answer the form stays as it is.
const WAIT = 400, FEWEST_LETTERS = 3;

for (const box of document.querySelectorAll("[data-doubles]")) {
  const form = box.closest("form");
  const fields = Object.entries(JSON.parse(box.dataset.fields));
  if (!form) continue;
  let asked, timer, shown = "";

  const value = (name) => (new FormData(form).get(name) || "").toString().normalize("NFC").trim();

  const ask = async () => {
    const given = new URLSearchParams(fields.map(([parameter, name]) => [parameter, value(name)]));
    const words = given.get("ten") || "";
    asked?.abort();
    if (words.length < FEWEST_LETTERS && !given.get("dien-thoai")) {
      box.hidden = true;
      shown = "";
      return;
    }
    if (given.toString() === shown) return;
    asked = new AbortController();
    const address = new URL(box.dataset.doubles, location.href);
    for (const [parameter, text] of given) address.searchParams.set(parameter, text);
    try {
      const answer = await fetch(address, { signal: asked.signal, headers: { Accept: "application/json" } });
      if (!answer.ok || answer.redirected) return;
      const { html } = await answer.json();
      shown = given.toString();
      box.innerHTML = html; // a template of our own, escaped by the server
      box.hidden = !html.trim();
    } catch {
      // Without an answer nothing is said of doubles.
    }
  };

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
}
