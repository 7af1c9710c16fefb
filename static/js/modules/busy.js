// Says in the button's own words that its form is on the way, and lets it be pressed only once.
for (const button of document.querySelectorAll("button[data-busy]")) {
  const words = button.querySelector("span");
  const rest = words.textContent;
  button.form.addEventListener("submit", () => {
    words.textContent = button.dataset.busy;
    button.setAttribute("aria-busy", "true");
    // After the form's data is taken: a disabled button would not be sent with it.
    setTimeout(() => { button.disabled = true; });
  });
  addEventListener("pageshow", () => {
    words.textContent = rest;
    button.disabled = false;
    button.removeAttribute("aria-busy");
  });
}
