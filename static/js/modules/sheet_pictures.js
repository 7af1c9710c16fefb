// Pictures of a sheet go up one by one as they are chosen, and are moved without leaving the page.
const form = document.getElementById("sheet");

async function send(part, address, data) {
  const answer = await fetch(address, { method: "POST", body: data });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById(part.id);
  if (!fresh) throw new Error("signed out");
  if (data.has("number")) form.elements.number.value = page.querySelector('[name="number"]').value;
  part.replaceChildren(...fresh.childNodes);
  prepare(part);
}

function fail(part, words) {
  const place = part.querySelector(".shot > .field-error");
  place.hidden = false;
  place.querySelector("[data-error]").textContent = words;
}

async function upload(part, input) {
  const files = [...input.files], face = part.querySelector(".shot-face b");
  for (const [at, file] of files.entries()) {
    if (file.size > Number(part.dataset.most)) { fail(part, part.dataset.heavy); break; }
    (part.querySelector(".shot-face b") || face).textContent = part.dataset.sending.replace("{n}", at + 1).replace("{all}", files.length);
    part.setAttribute("aria-busy", "true");
    const data = new FormData();
    data.set("csrf_token", form.elements.csrf_token.value);
    data.set(input.name, file);
    try {
      await send(part, part.dataset.pictures, data);
    } catch {
      fail(part, part.dataset.failed);
      break;
    } finally {
      part.removeAttribute("aria-busy");
    }
    if (part.querySelector("[aria-invalid]")) break;
  }
  input.value = "";
}

function prepare(part) {
  for (const spare of part.querySelectorAll("[data-without-script]")) spare.hidden = true;
  const input = part.querySelector(".shot-input");
  if (input) {
    input.multiple = part.id === "anh";
    input.addEventListener("change", () => upload(part, input));
  }
  for (const button of part.querySelectorAll("button[formaction]:not([data-without-script])")) {
    button.addEventListener("click", async (event) => {
      event.preventDefault();
      const data = new FormData(form);
      for (const name of ["photo", "scan"]) data.delete(name);
      try {
        await send(part, button.formAction, data);
        part.querySelector("button, input")?.focus();
      } catch {
        fail(part, part.dataset.failed);
      }
    });
  }
}

for (const part of form.querySelectorAll("[data-pictures]")) prepare(part);
