// @ts-check
// The running sums while numbers are typed: information, no error. Their lines are there from the start, so that nothing moves.

import { whenComposed } from "./composition.js";
import { element } from "./element.js";
import { inWan, readMoney } from "./money.js";
import { fieldOf, rowsOf } from "./rows.js";

const PER_UNIT = /标准|单价|单位成本|人均|户均|亩均|平均|每|单[次户台套个人]/;

/** @param {HTMLFormElement} form */
export function attachSums(form) {
  // Looked up each time: after a merge with others' texts the sheet is another.
  const show = () => whenComposed(() => {
    const inputs = /** @type {HTMLInputElement[]} */ (Array.from(form.querySelectorAll('input[id^="funds-"]')));
    const total = inputs.find((input) => input.dataset.kind === "total");
    if (!total || !total.parentElement) return;
    const parts = inputs.filter((input) => input.dataset.kind === "part").map((part) => part.value);
    lineIn(total.parentElement).textContent = fundsWords(total.value, parts);
    for (const cell of Array.from(form.querySelectorAll('td.group[data-kind="cost"]'))) {
      lineIn(cell.querySelector(".stay") || cell).textContent = costWords(cell, total.value);
    }
  });
  form.addEventListener("input", show);
  show();
  return show;
}

/** @param {string} total @param {string[]} parts */
function fundsWords(total, parts) {
  const amounts = parts.map((part) => (part.trim() === "" ? 0n : readMoney(part, "万元")));
  if (parts.every((part) => part.trim() === "") || amounts.some((amount) => amount === null)) return "";
  const sum = /** @type {bigint[]} */ (amounts).reduce((before, amount) => before + amount, 0n);
  return `各项合计 ${inWan(sum)} 万元${compared(sum, total)}`;
}

/** @param {bigint} sum @param {string} total */
function compared(sum, total) {
  const whole = readMoney(total, "万元");
  if (whole === null) return "";
  if (whole === sum) return "，与总额相等";
  return `，比总额${sum > whole ? "多" : "少"} ${inWan(sum > whole ? sum - whole : whole - sum)} 万元`;
}

/** @param {Element} cell @param {string} total */
function costWords(cell, total) {
  const rows = rowsOf(/** @type {HTMLElement} */ (cell).dataset.group || "");
  const amounts = rows.filter((tr) => !PER_UNIT.test(fieldOf(tr, "name").value)).map((tr) => readMoney(fieldOf(tr, "value").value, ""));
  const read = /** @type {bigint[]} */ (amounts.filter((amount) => amount !== null));
  if (read.length === 0) return "";
  const sum = read.reduce((before, amount) => before + amount, 0n);
  return `${read.length} 行金额合计 ${inWan(sum)} 万元${compared(sum, total)}`;
}

/** @param {Element} room */
function lineIn(room) {
  const there = room.querySelector(".sum");
  if (there) return there;
  const line = element("p", { class: "sum" });
  room.append(line);
  return line;
}
