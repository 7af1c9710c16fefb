// Sends each chosen picture by itself, shows how far it is, and takes over the tiles of the page that answers.
const make = (tag, className, ...inside) => {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...inside);
  return element;
};

// A small likeness, drawn here: the policy of this site allows no blob addresses, and a phone's picture is large.
const likeness = async (file) => {
  try {
    const bitmap = await createImageBitmap(file, { resizeWidth: 320, resizeQuality: "medium" });
    const canvas = make("canvas", "");
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    canvas.getContext("2d").drawImage(bitmap, 0, 0);
    bitmap.close();
    return canvas;
  } catch {
    return "";
  }
};

const send = (form, file, progress) => new Promise((resolve) => {
  const body = new FormData();
  for (const field of form.querySelectorAll("input[type=hidden]")) body.append(field.name, field.value);
  body.append("photo", file, file.name);
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.upload.addEventListener("progress", (event) => { if (event.lengthComputable) progress(event.loaded / event.total); });
  request.addEventListener("loadend", () => resolve(request));
  request.send(body);
});

class PhotoField {
  constructor(root) {
    this.root = root;
    this.words = root.dataset;
    this.list = root.querySelector(".photo-tiles");
    this.queue = Promise.resolve();
    this.waiting = new Set();
    this.dress();
  }

  dress() {
    this.form = this.root.querySelector(".photo-add");
    if (!this.form) return;
    const input = this.form.querySelector("input[type=file]");
    this.form.querySelector(".file-face").hidden = false;
    this.form.querySelector(".photo-add-send").hidden = true;
    input.multiple = Number(this.words.room) > 1;
    input.addEventListener("change", () => {
      for (const file of input.files) this.add(file);
      input.value = "";
    });
  }

  add(file) {
    const words = make("p", "photo-tile-words", file.name), frame = make("span", "photo-tile-frame");
    const tile = make("li", "photo-tile photo-tile--sending", frame, words);
    likeness(file).then((canvas) => frame.append(canvas));
    this.waiting.add(tile);
    this.list.append(tile);
    if (file.size > Number(this.words.most)) return this.fail(tile, this.words.tooLarge);
    this.enqueue(tile, file);
  }

  enqueue(tile, file) {
    this.queue = this.queue.then(() => this.carry(tile, file));
  }

  async carry(tile, file) {
    if (!tile.isConnected) return;
    if (!this.form) return this.fail(tile, this.words.noRoom);
    const words = tile.querySelector(".photo-tile-words"), bar = make("progress", "progress-bar");
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute("aria-label", file.name);
    words.before(bar);
    words.textContent = this.words.sending;
    this.say(this.words.sending);
    const answer = await send(this.form, file, (part) => { bar.value = part; });
    bar.remove();
    const page = new DOMParser().parseFromString(answer.responseText || "", "text/html").getElementById(this.root.id);
    if (answer.status >= 200 && answer.status < 300 && page) return this.take(tile, page);
    const said = page?.querySelector(".photo-add .field-error span")?.textContent;
    this.fail(tile, said || this.words.failed, said ? null : file);
  }

  take(tile, page) {
    this.waiting.delete(tile);
    this.list.replaceChildren(...page.querySelectorAll(".photo-tiles > li"), ...this.waiting);
    this.words.room = page.dataset.room;
    const form = page.querySelector(".photo-add");
    const focused = this.form.contains(document.activeElement);
    if (form) this.form.replaceWith(form);
    else this.form.remove();
    this.dress();
    if (focused && form) this.form.querySelector("input[type=file]").focus();
    this.say(this.words.sent);
    this.root.dispatchEvent(new CustomEvent("photos", { bubbles: true }));
  }

  // A picture that is none can only be dropped; one that got lost on the way is sent again.
  fail(tile, reason, file) {
    tile.className = "photo-tile photo-tile--failed";
    tile.querySelector(".photo-tile-words").textContent = reason;
    this.say(reason);
    const way = (label, act) => {
      const button = make("button", "button button--small", label);
      button.type = "button";
      button.addEventListener("click", act);
      return button;
    };
    const ways = make("div", "photo-tile-ways");
    if (file) {
      ways.append(way(this.words.again, () => {
        ways.remove();
        tile.className = "photo-tile photo-tile--sending";
        this.enqueue(tile, file);
      }));
    }
    ways.append(way(this.words.drop, () => {
      this.waiting.delete(tile);
      tile.remove();
      this.form?.querySelector("input[type=file]").focus();
    }));
    tile.append(ways);
  }

  say(words) {
    this.root.querySelector("[data-said]").textContent = words;
  }
}

for (const root of document.querySelectorAll("[data-photos]")) new PhotoField(root);
