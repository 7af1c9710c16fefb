// Says on the filter's button how many products a choice leaves, by asking for the very page that the button would open.
const form = document.getElementById("loc");
const button = form.querySelector("[data-results]");
let asked;

async function count() {
  asked?.abort();
  asked = new AbortController();
  const address = new URL(form.action);
  address.search = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ""));
  try {
    const answer = await fetch(address, { signal: asked.signal });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const total = page.querySelector("[data-total]")?.dataset.total;
    if (total !== undefined) button.firstElementChild.textContent = button.dataset.results.replace("{n}", total);
  } catch {
    // A count that could not be had changes nothing: the button still opens the list.
  }
}
form.addEventListener("change", count);
