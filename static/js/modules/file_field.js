// Puts our own words on a file field, and says before it is sent that a file is too large.
for (const field of document.querySelectorAll("[data-file]")) {
  const input = field.querySelector("input"), face = field.querySelector(".file-face"), name = field.querySelector(".file-name");
  const error = field.querySelector(".field-error");

  const tell = (text) => {
    error.hidden = !text;
    error.querySelector("span").textContent = text;
    field.classList.toggle("field--error", Boolean(text));
    if (text) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  };
  const show = () => {
    const [file] = input.files;
    name.textContent = file ? file.name : name.dataset.none;
    name.classList.toggle("file-name--chosen", Boolean(file));
    if (file) tell(file.size > Number(field.dataset.most) ? error.dataset.tooLarge : "");
  };
  face.hidden = false;
  input.addEventListener("change", show);
  input.form.addEventListener("submit", (event) => {
    if (input.files[0]?.size > Number(field.dataset.most)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      input.focus();
    }
  });
  if (input.files.length) show();
}
