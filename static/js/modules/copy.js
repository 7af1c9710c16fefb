// Shows the copy buttons where copying is possible, and says when it is done.
for (const button of document.querySelectorAll("[data-copies]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const source = document.getElementById(button.dataset.copies);
    source.select();
    await navigator.clipboard.writeText(source.value);
    button.textContent = button.dataset.done;
  });
}
