// Offers communes while their name is being typed, as the same radios that the server makes; the keyboard goes on to them.
const WAIT = 200, FEWEST_LETTERS = 2, MOST = 8;

for (const picker of document.querySelectorAll("[data-place-picker]")) {
  const input = picker.querySelector(".place-picker-words input");
  const count = picker.querySelector(".place-picker-count");
  const choices = picker.querySelector(".place-choices");
  const kept = choices.querySelector("[data-kept]");
  const pattern = picker.querySelector("template").content.firstElementChild;
  const radios = () => [...choices.querySelectorAll("input")].filter((radio) => !radio.closest("[hidden]"));
  const typed = () => input.value.normalize("NFC").trim();
  let asked, timer, number = 0, shown = typed();

  const choice = ({ value, title, province, former }) => {
    const line = pattern.cloneNode(true);
    const radio = line.querySelector("input");
    radio.value = value;
    radio.id = line.htmlFor = `${input.id}-t${number += 1}`;
    radio.removeAttribute("aria-invalid");
    line.querySelector("[data-title]").textContent = title;
    line.querySelector("[data-province]").textContent = `, ${province}`;
    const below = line.querySelector("[data-former]");
    below.hidden = !former;
    below.textContent = former || "";
    return line;
  };

  const show = (places, words) => {
    const checked = choices.querySelector("input:checked")?.value;
    choices.querySelectorAll(":scope > .place-choice").forEach((line) => line.remove());
    choices.querySelector("legend").after(...places.map(choice));
    if (kept) {
      kept.hidden = !words;
      kept.querySelector("[data-former]").textContent = words;
      kept.querySelector("[data-former]").hidden = false;
    }
    for (const radio of choices.querySelectorAll("input")) radio.checked = Boolean(checked) && radio.value === checked;
    choices.hidden = !places.length && !words;
    const { found, many, none } = picker.dataset;
    shown = words;
    count.textContent = !words ? "" : !places.length ? none : places.length < MOST ? found.replace("{n}", places.length) : many;
  };

  const ask = async () => {
    const words = typed();
    clearTimeout(timer);
    asked?.abort();
    if (words.length < FEWEST_LETTERS) return show([], words);
    asked = new AbortController();
    const address = new URL(picker.dataset.placePicker, location.href);
    address.search = new URLSearchParams({ q: words, near: picker.dataset.near });
    try {
      const answer = await fetch(address, { signal: asked.signal });
      if (answer.ok) show(await answer.json(), words);
    } catch {
      // Without an answer the choices stay, and the form can still be sent as it is.
    }
  };

  picker.querySelector(".place-picker-words button").hidden = true;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  input.addEventListener("keydown", async (event) => {
    if (event.key !== "ArrowDown" && event.key !== "Enter") return;
    event.preventDefault();
    if (typed() !== shown) await ask(); // else the choices would change under whoever has gone on to them
    radios()[0]?.focus();
  });
}
