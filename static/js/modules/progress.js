// Asks how far the work is and says so; when it is over the page is loaded again. A line that breaks is asked again, later.
const EVERY = 1000, AFTER_SILENCE = 5000;

for (const box of document.querySelectorAll("[data-progress]")) {
  const words = box.querySelector(".progress-words"), bar = box.querySelector("progress");

  const look = async () => {
    let wait = EVERY;
    try {
      const answer = await fetch(box.dataset.progress, { headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(answer.status);
      const now = await answer.json();
      if (now.state !== box.dataset.state) return location.reload();
      if (words.textContent !== now.words) words.textContent = now.words;
      bar.max = now.total;
      bar.value = now.done;
    } catch {
      wait = AFTER_SILENCE;
    }
    setTimeout(look, wait);
  };
  setTimeout(look, EVERY);
}
