// A row of ways that scrolls sideways begins at the chosen one, with a little of the one before it in sight.
const BEFORE = 40;

for (const row of document.querySelectorAll(".filter-row")) {
  const chosen = row.querySelector("[aria-current]");
  if (chosen) row.scrollLeft = chosen.parentElement.offsetLeft - BEFORE;
}
