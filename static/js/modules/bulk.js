// Says on the button how many rows are ticked and where they go, and ticks all rows at once.
for (const form of document.querySelectorAll("form[data-bulk]")) {
  const button = form.querySelector("button");
  const words = button.querySelector("span");
  const rest = words.textContent;
  const ticks = [...form.elements].filter((element) => element.matches("[data-tick]"));
  const choice = [...form.elements].find((element) => element.matches("select"));
  const all = document.querySelector(`[data-all="${form.id}"]`);
  const box = all?.querySelector("input");

  const show = () => {
    const count = ticks.filter((tick) => tick.checked).length;
    const ready = count > 0 && (!choice || choice.value);
    const name = choice?.selectedOptions[0]?.dataset.name;
    words.textContent = ready ? button.dataset.words.replace("{n}", count).replace("{choice}", name) : rest;
    button.disabled = !ready;
    if (box) {
      box.checked = count === ticks.length;
      box.indeterminate = count > 0 && count < ticks.length;
    }
  };

  if (all) {
    all.hidden = false;
    box.addEventListener("change", () => {
      for (const tick of ticks) tick.checked = box.checked;
      show();
    });
  }
  for (const control of [...ticks, choice]) control?.addEventListener("change", show);
  addEventListener("pageshow", show);
  show();
}
