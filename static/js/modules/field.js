// Reads back what is being typed, as the server will: "2 tấn" is 2.000 kg, "66k" is 66.000 ₫. Silent where it isn't sure.
const GRAMS = { g: 1, gr: 1, gram: 1, "lạng": 100, lang: 100, kg: 1000, "ký": 1000, "kí": 1000, ki: 1000, "cân": 1000, "yến": 1e4, yen: 1e4, "tạ": 1e5, ta: 1e5, "tấn": 1e6, tan: 1e6, ...(document.documentElement.lang === "en" && { t: 1e6, tonne: 1e6, tonnes: 1e6 }) };
const THOUSANDS = { k: 1e3, "nghìn": 1e3, nghin: 1e3, "ngàn": 1e3, ngan: 1e3, tr: 1e6, "triệu": 1e6, trieu: 1e6, "tỷ": 1e9, ty: 1e9, "tỉ": 1e9 };
const english = document.documentElement.lang === "en";
const ONCE = english ? "once" : "một lần";
const written = new Intl.NumberFormat(english ? "en-GB" : "vi-VN", { maximumFractionDigits: 2 });

const number = (text) => {
  if (english && /^\d{1,3}(,\d{3})+$/.test(text)) return Number(text.replace(/,/g, ""));
  const plain = /^\d{1,3}([. ]\d{3})+$/.test(text) ? text.replace(/[. ]/g, "") : text.replace(",", ".");
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : NaN;
};

function quantity(text, _data, each = ONCE) {
  const match = text.match(/^([\d.,]+(?: \d{3})*)\s*(\p{L}+)(?:\s+(.*))?$/u);
  const grams = match && GRAMS[match[2]];
  const count = match ? number(match[1]) : NaN;
  if (!grams || Number.isNaN(count)) return "";
  const kilograms = `${written.format((count * grams) / 1000)}\u00a0kg`;
  const often = match[3] || each;
  return match[2] === "kg" ? `${kilograms}, ${often}` : `${written.format(count)}\u00a0${match[2]} = ${kilograms}, ${often}`;
}

export function dong(text) {
  const match = text.match(/^([\d.,]+(?: \d{3})*)\s*(\p{L}*)\s*(\d*)/u);
  if (!match) return NaN;
  const word = match[2] === "đ" || match[2] === "đồng" ? "" : match[2];
  const scale = word ? THOUSANDS[word] : 1;
  const tail = match[3] ? Number(`0.${match[3]}`) : 0;
  return scale ? Math.round((number(match[1]) + tail) * scale) : NaN;
}

function price(text, { unit, amount }) {
  const value = dong(text.replace(/\s*(₫|đ|đồng)?\s*\/.*$/u, "").replace("₫", "").trim());
  if (Number.isNaN(value) || value <= 0) return "";
  const money = (sum) => `${written.format(sum)}\u00a0₫`;
  const whole = amount ? `, ${english ? "the whole order" : "cả đơn"} ${money(Math.round(value * Number(amount)))}` : "";
  return (unit ? `${money(value)}/${unit}` : money(value)) + whole;
}

// "gói 500g" is gói 500 g, "2kg" is 2 kg.
function pack(text) {
  const match = text.match(/^(\p{L}+ )?([\d.,]+)\s*(g|gr|gram|kg|kí|ký|lạng|ml|lít|l)$/u);
  const count = match ? number(match[2]) : NaN;
  if (Number.isNaN(count)) return "";
  const unit = { gr: "g", gram: "g", "kí": "kg", "ký": "kg", l: "lít" }[match[3]] || match[3];
  return `${match[1] || ""}${written.format(count)}\u00a0${unit}`;
}

const asked = (text, data) => (/^(liên hệ|lien he|lh)$/u.test(text) ? (english ? "on request" : "khách hỏi giá") : price(text, data));
const capacity = (text, data) => quantity(text, data, english ? "a month" : "mỗi tháng");
const amount = (text) => quantity(text, null, "").replace(/, $/, "");
const readers = { quantity, amount, capacity, price, pack, asked };
for (const input of document.querySelectorAll("[data-reads]")) {
  const line = document.getElementById(`${input.id}-read`);
  const read = () => {
    const said = readers[input.dataset.reads](input.value.normalize("NFC").trim().toLowerCase(), input.dataset);
    line.hidden = !said;
    line.querySelector("[data-said]").textContent = said;
  };
  input.addEventListener("input", read);
  if (input.value && line.hidden && !input.hasAttribute("aria-invalid")) read();
}
